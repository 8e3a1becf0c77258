"""Wordings: regular expressions that are tried only where one of their trigger words stands.

Most patterns of a linter have nothing to do with most sentences. One look at the words of a sentence says
which patterns can match in it at all, and only those are tried, and compiled. The trigger words of a pattern
are worked out from the pattern itself (`necessary`) when healthlint is built and shipped as a table
(`python -m tests.trigger_words`), so that they cannot be forgotten or wrong; a pattern that the table does
not hold is tried everywhere.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from hashlib import blake2b
from operator import or_

from healthlint.wording.gate import ALWAYS, gate, possible

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

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`, with offsets in `text`."""
        return self.compiled.search(text, start, end) if possible(text) & self.bits else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at `start`, with offsets in `text`."""
        return self.compiled.match(text, start, end) if possible(text) & self.bits else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches in `text[start:end]` in order, with offsets in `text`."""
        return self.compiled.finditer(text, start, end) if possible(text) & self.bits else iter(())

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.expression, self.flags)

    @cached_property
    def bits(self) -> int:
        """What a text must have in common with `possible(text)` for this to match in it."""
        return gate().bits.get(digest(self.expression, self.flags), ALWAYS)


class Wordings:
    """Several wordings of which any will do. Each has trigger words of its own, so few of them are tried."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self.wordings = tuple(wordings)

    @cached_property
    def bits(self) -> int:
        """What a text must have in common with `possible(text)` for any of them to match in it."""
        return reduce(or_, (wording.bits for wording in self.wordings), 0)

    def found(self, text: str) -> bool:
        """Whether one of them matches somewhere in `text`."""
        here = possible(text) & self.bits
        return bool(here) and any(here & w.bits and w.compiled.search(text) for w in self.wordings)


def digest(expression: str, flags: int) -> str:
    """What a pattern is called in the table of trigger words."""
    return blake2b(f"{flags} {expression}".encode(), digest_size=8).hexdigest()
