"""Which patterns can match in a text: one look at its words for all of them.

A trigger is a run of ASCII letters, with `^` in front when a word must begin with it and `$` behind when a
word must end with it; `0` stands for any digit and any other sign for itself. Words are runs of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("triggers.tsv")

ALWAYS = 1
"""The bit of the patterns that can match in any text."""

_WORD = re.compile(r"[^\W\d_]+")
_GRAM = 3
_FOLDED = frozenset("\u0130\u0131\u017f\u212a")
"""Letters that `re.IGNORECASE` takes for ASCII letters and that `str.lower` does not turn into them."""


@dataclass(frozen=True)
class Gate:
    """The bit of each pattern by its digest, and the bits that each kind of trigger lets through."""

    bits: Mapping[str, int]
    _whole: dict[str, int] = field(default_factory=dict)
    _begin: dict[str, int] = field(default_factory=dict)
    _inside: dict[str, list[tuple[str, bool, int]]] = field(default_factory=dict)
    _signs: dict[str, int] = field(default_factory=dict)
    _words: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Iterable[str]]]) -> Gate:
        """The gate of patterns with these digests and triggers."""
        gate = cls({})
        bits: dict[str, int] = {}
        for number, (name, triggers) in enumerate(rows, 1):
            bits[name] = 1 << number
            for trigger in triggers:
                gate._add(trigger, 1 << number)
        return Gate(bits, gate._whole, gate._begin, gate._inside, gate._signs)

    def _add(self, trigger: str, bit: int) -> None:
        letters = trigger.strip("^$")
        first, last = trigger.startswith("^"), trigger.endswith("$")
        if not letters.isalpha():
            self._signs[trigger] = self._signs.get(trigger, 0) | bit
        elif first and last:
            self._whole[letters] = self._whole.get(letters, 0) | bit
        elif first:
            self._begin[letters] = self._begin.get(letters, 0) | bit
        else:
            self._inside.setdefault(letters[:_GRAM], []).append((letters, last, bit))

    def of_text(self, text: str) -> int:
        """The bits of the patterns that can match in `text`."""
        signs = set(text)
        if not _FOLDED.isdisjoint(signs):
            return -1
        found = ALWAYS
        for sign in self._signs.keys() & signs:
            found |= self._signs[sign]
        if any(map(str.isdecimal, signs)):
            found |= self._signs.get("0", 0)
        words = self._words
        for word in _WORD.findall(text.lower()):
            bits = words.get(word)
            found |= self._of_word(word) if bits is None else bits
        return found

    def _of_word(self, word: str) -> int:
        found = self._whole.get(word, 0)
        for end in range(1, len(word) + 1):
            found |= self._begin.get(word[:end], 0)
        for at in range(len(word) - _GRAM + 1):
            for letters, last, bit in self._inside.get(word[at : at + _GRAM], ()):
                if word.startswith(letters, at) and (not last or at + len(letters) == len(word)):
                    found |= bit
        if len(self._words) > _REMEMBERED:
            self._words.clear()
        self._words[word] = found
        return found


_REMEMBERED = 50_000


@lru_cache(maxsize=1)
def gate() -> Gate:
    """The gate of the patterns in the shipped table."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return Gate.of((name, triggers.split(" ")) for name, triggers in rows)


@lru_cache(maxsize=8192)
def possible(text: str) -> int:
    """The bits of the patterns that can match in `text`."""
    return gate().of_text(text)
