"""Taking texts apart by their pieces, and putting one map behind another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from healthlint.text import Text

Run = tuple[str, int, int]
"""Plain text, and where in the source it starts and ends."""


def runs_of(text: Text, start: int, end: int) -> Iterator[Run]:
    """The runs (plain text, source start, source end) that make up `text[start:end]` of a root text."""
    pieces = text.pieces
    first = max(bisect_right(pieces, start, key=lambda piece: piece.text_start) - 1, 0)
    for at in range(first, len(pieces)):
        piece = pieces[at]
        if piece.text_start >= end:
            return
        begin, finish = max(piece.text_start, start), min(piece.text_end, end)
        if begin < finish:
            span = text.span(begin, finish)
            yield text.text[begin:finish], span.start, span.end


def through(inner: Text, outer: Text) -> Text:
    """`inner`, whose map leads to the text of `outer`, with a map that leads to the source of `outer`."""
    runs: list[Run] = []
    for piece in inner.pieces:
        words = inner.text[piece.text_start : piece.text_end]
        if not piece.verbatim:
            span = outer.span(piece.source_start, piece.source_end)
            runs.append((words, span.start, span.end))
            continue
        at = 0
        for text, start, end in runs_of(outer, piece.source_start, piece.source_end):
            runs.append((words[at : at + len(text)], start, end))
            at += len(text)
    return Text.build(runs)
