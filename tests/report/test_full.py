"""The format for people: underlines stand under the words that they mean, in any script and at any width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.report import renderer
from healthlint.report.snippet import snippet
from healthlint.report.style import Style, width_of, wrapped
from healthlint.text import LineIndex, Span
from tests.report.reports import REPORT


def rows(source: str, text: str, width: int = 100) -> list[str]:
    start = source.index(text)
    return list(snippet(LineIndex(source), Span(start, start + len(text)), "warning", Style(width=width)))


def underlined(shown: list[str]) -> str:
    """The characters of the source rows above the underline."""
    found = ""
    for above, below in pairwise(shown):
        _, _, carets = below.partition("| ")
        _, _, text = above.partition("| ")
        if not carets.strip() or set(carets) - {" ", "^"}:
            continue
        column = 0
        for character in text:
            width = width_of(character)
            if "^" in carets[column : column + max(width, 1)]:
                found += character
            column += width
    return found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It cures all.", "cures"),
        ("茶が治す all of it", "治す"),
        ("茶 cures it", "cures"),
        ("cafe\u0301 cures it", "cures"),
        ("👍 cures it", "cures"),
        ("first\r\nIt cures all.\r\n", "cures"),
    ],
)
def test_the_underline_is_under_its_words(source: str, text: str) -> None:
    assert underlined(rows(source, text)) == text


def test_tabs_are_widened_alike_in_both_rows() -> None:
    _, text, carets = rows("a\tb\tcures", "cures")
    assert text.index("cures") == carets.index("^")


def test_long_lines_are_cut_around_the_span() -> None:
    source = "word " * 60 + "it cures all " + "more " * 60
    shown = rows(source, "it cures all", width=80)
    assert underlined(shown) == "it cures all"
    assert all(width_of(row) <= 80 for row in shown)
    assert shown[1].startswith("1 | …")
    assert shown[1].endswith("…")


def test_long_spans_are_folded_and_then_cut() -> None:
    source = "It cures " + "and cures " * 100
    shown = rows(source, source.strip(), width=60)
    assert all(width_of(row) <= 60 for row in shown)
    assert shown[-1].endswith("…")
    assert len(shown) == 10


def test_spans_over_lines_are_underlined_on_each() -> None:
    shown = rows("One two\nthree four\n\nfive six\n", "two\nthree four\n\nfive")
    assert underlined(shown) == "twothree fourfive"
    assert [row[:1] for row in shown if not row.startswith(" ")] == ["1", "2", "4"]


def test_an_empty_span_at_the_end_points_after_the_text() -> None:
    shown = list(snippet(LineIndex("abc"), Span(3, 3), "error", Style()))
    assert shown == ["  |", "1 | abc", "  |    ^"]


def test_colours_only_when_asked() -> None:
    assert "\x1b[" in "".join(renderer("full")(REPORT, Style(color=True)))
    assert "\x1b[" not in "".join(renderer("full")(REPORT, Style(color=False)))


def test_the_standard_the_reason_and_the_wording_are_shown() -> None:
    text = "".join(renderer("full")(REPORT, Style()))
    assert "pages/tea & 茶.md:3:4: error: cure-claim [EFF002]" in text
    assert "= 50% of readers: take it, as a promise." in text
    assert '= write: Say "may help".' in text
    assert "= see: line 1: the topic" in text
    assert "Example Agency, Guide to claims & promises, 4.2 <https://example.org/guide?a=1&b=2>" in text
    assert "3 findings (1 error, 1 warning, 1 suggestion) in 1 file, 1 skipped, 1 failed" in text


@given(st.text(max_size=200), st.integers(20, 120), st.data())
def test_no_row_is_wider_than_the_terminal(source: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    for row in snippet(LineIndex(source), Span(start, end), "warning", Style(width=width)):
        assert width_of(row) <= max(width, 28)
        assert "\n" not in row


@given(st.text(st.characters(categories=["L", "Z"]), max_size=200), st.integers(10, 80))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    assert " ".join(wrapped(text, width)).split() == text.split()
