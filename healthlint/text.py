"""Text that knows where it came from: spans, offset maps and line indexes.

Every position inside the engine is a count of Unicode code points. Lines and columns, and the UTF-8 and
UTF-16 columns that some report formats want, are worked out from a `LineIndex` in the last step only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of the source, in code points: `start` is inside, `end` is not."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of plain text and the run of source that it stands for, both in code points.

    Runs of equal length are verbatim and map point by point. Others (an entity, a folded line break) are
    atomic: a span that touches one covers the whole of its source.
    """

    text_start: int
    text_end: int
    source_start: int
    source_end: int

    @property
    def verbatim(self) -> bool:
        return self.text_end - self.text_start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text with a map back to the source.

    `pieces` describe the root text in ascending order without gaps; `base` is where this text starts in it,
    so that a cut shares the map of its root.
    """

    text: str
    pieces: tuple[Piece, ...]
    base: int = 0

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> Text:
        """The part from `start` to `end`, offsets in this text."""
        return Text(self.text[start:end], self.pieces, self.base + start)

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`; an empty range maps to an empty span."""
        if start >= end:
            offset = self._source_at(start)
            return Span(offset, offset)
        first, last = self._piece_at(start), self._piece_at(end - 1)
        begin = first.source_start + (self.base + start - first.text_start if first.verbatim else 0)
        if last.verbatim:
            return Span(begin, last.source_start + self.base + end - last.text_start)
        return Span(begin, last.source_end)

    @property
    def whole(self) -> Span:
        """The source span of all of this text."""
        return self.span(0, len(self.text))

    def _source_at(self, offset: int) -> int:
        """Where an empty range at `offset` lies: before the piece that starts there, or after the last one."""
        at = self._piece_at(offset)
        if at.verbatim:
            return at.source_start + self.base + offset - at.text_start
        return at.source_end if self.base + offset >= at.text_end else at.source_start

    def _piece_at(self, offset: int) -> Piece:
        at = bisect_right(self.pieces, self.base + offset, key=_text_start) - 1
        return self.pieces[max(at, 0)]

    @classmethod
    def verbatim(cls, text: str, source_start: int) -> Text:
        """Text that stands in the source exactly as it is, from `source_start` on."""
        return cls(text, (Piece(0, len(text), source_start, source_start + len(text)),))

    @classmethod
    def build(cls, runs: Iterable[tuple[str, int, int]]) -> Text:
        """Text from runs of (plain text, source start, source end) in reading order.

        Neighbouring verbatim runs are merged, empty runs are dropped.
        """
        parts: list[str] = []
        pieces: list[Piece] = []
        length = begun = origin = reached = 0  # where the verbatim run that is open begins and reaches to
        for text, source_start, source_end in runs:
            if not text:
                continue
            verbatim = len(text) == source_end - source_start
            if begun < length and not (verbatim and source_start == reached):
                pieces.append(Piece(begun, length, origin, reached))
                begun = length
            if not verbatim:
                pieces.append(Piece(length, length + len(text), source_start, source_end))
            elif begun == length:
                origin = source_start
            parts.append(text)
            length += len(text)
            reached = source_end
            if not verbatim:
                begun = length
        if begun < length:
            pieces.append(Piece(begun, length, origin, reached))
        return cls("".join(parts), tuple(pieces) or (Piece(0, 0, 0, 0),))


def _text_start(piece: Piece) -> int:
    return piece.text_start


@dataclass(frozen=True)
class LineIndex:
    """Turns offsets of one source into rows and columns, all 1-based.

    Lines end at LF, CRLF or a lone CR. A column counts code points unless the method says otherwise; a byte
    order mark counts as one.
    """

    source: str

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        if "\r" not in self.source:
            lengths = map(len, self.source.split("\n")[:-1])
            return (0, *accumulate(map((1).__add__, lengths)))
        return (0, *(end.end() for end in _LINE_END.finditer(self.source)))

    def row(self, offset: int) -> int:
        """The 1-based line number of `offset`."""
        return bisect_right(self.starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """(row, column) of `offset`, both 1-based, the column in code points."""
        row = self.row(offset)
        return row, offset - self.starts[row - 1] + 1

    def line(self, row: int) -> str:
        """The text of a line without its line ending."""
        start = self.starts[row - 1]
        end = self.starts[row] if row < len(self.starts) else len(self.source)
        return self.source[start:end].rstrip("\r\n")

    def utf8_column(self, offset: int) -> int:
        """The 1-based column of `offset` in UTF-8 bytes."""
        return len(self._before(offset).encode("utf-8", "surrogatepass")) + 1

    def utf16_column(self, offset: int) -> int:
        """The 1-based column of `offset` in UTF-16 code units."""
        return len(self._before(offset).encode("utf-16-le", "surrogatepass")) // 2 + 1

    def _before(self, offset: int) -> str:
        return self.source[self.starts[self.row(offset) - 1] : offset]
