"""From the bytes of a file to its text, or to one clear sentence about why it cannot be checked."""

from __future__ import annotations

import codecs

SIZE_LIMIT = 10 * 1024 * 1024
"""The largest input that is read, in bytes."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, such as a Word, OpenDocument or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class ParseError(Exception):
    """An input that cannot be checked; the message is one sentence or two that say why and what to do."""


class DecodeError(ParseError):
    """Bytes that are no text in an encoding that healthlint reads, or more of them than it reads."""


def require_size(size: int, limit: int = SIZE_LIMIT) -> None:
    """Raise `DecodeError` for an input of `size` bytes that is over `limit`."""
    if size > limit:
        raise DecodeError(
            f"The file has {size / 2**20:.1f} MB, more than the limit of {limit / 2**20:.0f} MB. "
            f"Split it into articles, or exclude it."
        )


def decode(data: bytes, limit: int = SIZE_LIMIT) -> str:
    """The text of `data`: UTF-8, or UTF-16 with a byte order mark.

    A byte order mark stays in the text as its first code point, because offsets count it. Raises
    `DecodeError` for other encodings, for binary files and for more than `limit` bytes.
    """
    require_size(len(data), limit)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise DecodeError(
                f"The file is {kind}, not text. Export it as Markdown, HTML or plain text and check that."
            )
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return _without_nul(_wide(data, encoding))
    if b"\x00" in data[:4096]:
        raise _binary()
    try:
        return _without_nul(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DecodeError(
            f"The file is not UTF-8 (byte 0x{data[error.start]:02X} in line {line}). Save it as UTF-8, for "
            f"example with 'iconv -f WINDOWS-1252 -t UTF-8'."
        ) from error


def _wide(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodeError(
            f"The file begins as UTF-16 but is broken at byte {error.start}. Save it as UTF-8."
        ) from error


def _without_nul(text: str) -> str:
    if "\x00" in text:
        raise _binary()
    return text


def _binary() -> DecodeError:
    return DecodeError(
        "The file is binary (it holds NUL bytes), not text. Save it as UTF-8 text, or exclude it."
    )
