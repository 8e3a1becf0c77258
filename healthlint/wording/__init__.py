"""Wordings: regular expressions that are tried only where their trigger words stand.

Most patterns of a linter have nothing to do with most sentences. One look at the words of a sentence says
which patterns, and which of their alternatives, can match in it at all, and only those are compiled and
tried. The trigger words are worked out from the expressions themselves (`necessary`) when healthlint is built
and shipped as a table (`python -m tests.trigger_words`), so that they cannot be forgotten or wrong; an
expression that the table does not hold is tried everywhere.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import or_

from healthlint.wording.alternatives import split
from healthlint.wording.gate import ALWAYS, digest, gate, possible

__all__ = ["Wording", "Wordings", "possible"]


class Wording:
    """A regular expression with the methods of `re.Pattern` that rules need, compiled when it is first tried.

    `expression` and `flags` are those of `re.compile`.
    """

    def __init__(self, expression: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.expression = expression
        self.flags = flags

    def __repr__(self) -> str:
        return f"Wording({self.expression!r}, {self.flags!r})"

    @cached_property
    def bits(self) -> int:
        """What a text must have something of in common with `possible(text)` for this to match in it."""
        return reduce(or_, (part.needs or ALWAYS for part in self.parts), 0)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`, with offsets in `text`."""
        here = possible(text)
        return _first(self._parts_for(here), text, start, end) if here & self.bits else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at `start`, with offsets in `text`."""
        for part in self._parts_for(possible(text)):
            if found := part.compiled.match(text, start, end):
                return found
        return None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in `text[start:end]` in order, with offsets in `text`."""
        here = possible(text)
        parts = self._parts_for(here) if here & self.bits else ()
        if len(parts) < 2:
            return parts[0].compiled.finditer(text, start, end) if parts else iter(())
        return _merged(parts, text, start, end)

    @cached_property
    def parts(self) -> tuple[_Part, ...]:
        """The alternatives of the expression."""
        return tuple(_Part(part, self.flags) for part in split(self.expression, self.flags))

    def _parts_for(self, here: int) -> Sequence[_Part]:
        """The alternatives that can match in a text with the bits `here`."""
        return [part for part in self.parts if here & part.needs == part.needs]


class Wordings:
    """Several wordings of which any will do."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self.wordings = tuple(wordings)

    @cached_property
    def bits(self) -> int:
        """What a text must have something of in common with `possible(text)` for any of them to match in it."""
        return reduce(or_, (wording.bits for wording in self.wordings), 0)

    def found(self, text: str) -> bool:
        """Whether one of them matches somewhere in `text`."""
        here = possible(text)
        if not here & self.bits:
            return False
        return any(
            here & part.needs == part.needs and part.compiled.search(text)
            for wording in self.wordings
            for part in wording.parts
        )


class _Part:
    """One alternative of a wording. `needs` are the bits that a text must have, all of them."""

    def __init__(self, expression: str, flags: re.RegexFlag) -> None:
        self.expression = expression
        self.flags = flags
        self.needs = gate().needs.get(digest(expression, flags), 0)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.expression, self.flags)


def _first(parts: Iterable[_Part], text: str, start: int, end: int) -> re.Match[str] | None:
    """The leftmost match; of those at one place, that of the first alternative, as in an alternation."""
    best: re.Match[str] | None = None
    for part in parts:
        found = part.compiled.search(text, start, end)
        if found and (best is None or found.start() < best.start()):
            best = found
    return best


def _merged(parts: Sequence[_Part], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of an alternation of the parts."""
    while found := _first(parts, text, start, end):
        yield found
        start = found.end() + (found.end() == found.start())
