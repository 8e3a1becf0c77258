"""Texts, their maps to the source, and line indexes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.text import LineIndex, Piece, Span, Text

# "a & b" from "a &amp; b": the entity is one atom
ENTITY = Text.build([("a ", 0, 2), ("&", 2, 7), (" b", 7, 9)])


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (0, 5, Span(0, 9)),
        (0, 2, Span(0, 2)),
        (2, 3, Span(2, 7)),
        (1, 4, Span(1, 8)),
        (3, 5, Span(7, 9)),
        (2, 2, Span(2, 2)),
        (3, 3, Span(7, 7)),
        (5, 5, Span(9, 9)),
    ],
)
def test_spans_cover_whole_atoms(start: int, end: int, span: Span) -> None:
    assert ENTITY.span(start, end) == span


def test_an_empty_range_after_a_final_atom_lies_after_it() -> None:
    text = Text.build([("a", 0, 1), ("é", 1, 9)])
    assert text.span(2, 2) == Span(9, 9)
    assert text.span(1, 1) == Span(1, 1)


def test_text_without_runs() -> None:
    empty = Text.build([("", 3, 9)])
    assert (empty.text, empty.whole) == ("", Span(0, 0))


def test_a_cut_keeps_its_map() -> None:
    cut = ENTITY.cut(2, 5)
    assert (cut.text, cut.whole, cut.span(1, 3)) == ("& b", Span(2, 9), Span(7, 9))
    assert cut.cut(1, 3).whole == Span(7, 9)


def test_neighbouring_verbatim_runs_are_one_piece() -> None:
    text = Text.build([("a", 3, 4), ("", 4, 9), ("b", 4, 5), ("c", 7, 8), (" ", 8, 11), ("d", 11, 12)])
    assert text.pieces == (Piece(0, 2, 3, 5), Piece(2, 3, 7, 8), Piece(3, 4, 8, 11), Piece(4, 5, 11, 12))


runs = st.lists(st.tuples(st.text(max_size=4), st.integers(0, 3), st.booleans()), max_size=8)


@given(runs)
def test_pieces_cover_the_text_in_order(parts: list[tuple[str, int, bool]]) -> None:
    built: list[tuple[str, int, int]] = []
    at = 0
    for run, gap, verbatim in parts:
        start = at + gap
        at = start + len(run) + (0 if verbatim else 2)
        built.append((run, start, at))
    text = Text.build(built)
    assert text.text == "".join(part for part, _, _ in parts)
    if text.text:
        assert [piece.text_start for piece in text.pieces] == [0, *(piece.text_end for piece in text.pieces)][
            :-1
        ]
        assert text.pieces[-1].text_end == len(text)
    at = 0
    for part, start, end in built:
        if part:
            assert text.span(at, at + len(part)) == Span(start, end)
        at += len(part)


def test_overlap_and_containment() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(5, 5))
    assert not Span(0, 5).contains(Span(3, 6))


LINES = "\ufeffa\r\nb\u2028\u0085\x0bc\rd\n\ne"


@pytest.mark.parametrize(
    ("offset", "position"),
    [
        (0, (1, 1)),
        (1, (1, 2)),
        (3, (1, 4)),
        (4, (2, 1)),
        (8, (2, 5)),
        (10, (3, 1)),
        (12, (4, 1)),
        (13, (5, 1)),
        (14, (5, 2)),
    ],
)
def test_lines_end_at_lf_crlf_and_cr_only(offset: int, position: tuple[int, int]) -> None:
    assert LineIndex(LINES).position(offset) == position


def test_text_of_lines() -> None:
    index = LineIndex(LINES)
    assert [index.line(row) for row in range(1, 6)] == ["\ufeffa", "b\u2028\u0085\x0bc", "d", "", "e"]


sources = st.text(alphabet=st.sampled_from("ab\r\n\u2028\u0085é中👍\ufeff\u0301ש"), max_size=40)


@given(sources, st.data())
def test_positions_lead_back(source: str, data: st.DataObject) -> None:
    index = LineIndex(source)
    offset = data.draw(st.integers(0, len(source)))
    row, column = index.position(offset)
    start = index.starts[row - 1]
    assert start + column - 1 == offset
    before = source[start:offset]
    assert "\n" not in before
    assert len(before.encode()) == index.utf8_column(offset) - 1
    assert len(before.encode("utf-16-le")) == 2 * (index.utf16_column(offset) - 1)
    encoded = source[start:].encode()[: index.utf8_column(offset) - 1]
    assert start + len(encoded.decode()) == offset


@given(sources)
def test_lines_make_up_the_source(source: str) -> None:
    index = LineIndex(source)
    ends = [*index.starts[1:], len(source)]
    assert "".join(source[a:b] for a, b in zip(index.starts, ends, strict=True)) == source
    assert [index.line(row + 1) for row in range(len(index.starts))] == source.replace("\r\n", "\n").replace(
        "\r", "\n"
    ).split("\n")
