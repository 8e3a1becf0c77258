"""From bytes to text, or to one clear sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest

from healthlint.parsing import SIZE_LIMIT, DecodeError, ParseError, decode, format_of, require_size


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("naïve 👍\r\n".encode(), "naïve 👍\r\n"),
        ("\ufeffé".encode(), "\ufeffé"),
        ("\ufeffé👍".encode("utf-16-le"), "\ufeffé👍"),
        ("\ufeffé👍".encode("utf-16-be"), "\ufeffé👍"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("ok\nnaïve".encode("latin-1"), "not UTF-8 (byte 0xEF in line 2)"),
        (b"a\x00b", "binary"),
        (b"a" * 9000 + b"\x00", "binary"),
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04 x", "ZIP"),
        (b"\x89PNG\r\n", "image"),
        (b"{\\rtf1 x", "RTF"),
        (b"\xff\xfe\x00", "UTF-16 but is broken"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "binary"),
        (b" " * (SIZE_LIMIT + 1), "more than the limit of 10 MB"),
        (b" " * 30_000_000, "28.6 MB"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(DecodeError) as error:
        decode(data)
    message = str(error.value)
    assert says in message
    assert "\n" not in message
    assert message.count(". ") == 1  # what is wrong, and what to do
    assert message.endswith(".")


def test_size_is_checked_before_reading() -> None:
    require_size(SIZE_LIMIT)
    with pytest.raises(ParseError):
        require_size(SIZE_LIMIT + 1)


def test_formats_by_ending() -> None:
    names = ["a.md", "A.MARKDOWN", "b.mdx", "c.Rmd", "d.htm", "e.xhtml", "f.TXT", "g.docx", "h", ".md"]
    formats = ["markdown"] * 4 + ["html"] * 2 + ["text", None, None, None]
    assert [format_of(name) for name in names] == formats


def test_importing_the_parser_imports_no_library() -> None:
    code = (
        "import sys, healthlint.parsing\n"
        "print([m for m in ('pyromark', 'turbohtml', 'yaml', 'tomllib', 'json') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
