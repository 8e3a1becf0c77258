"""Which expressions can match in a text: one look at its words for all of them.

A trigger is a run of ASCII letters, with `^` in front when a word must begin with it and `$` behind when a
word must end with it; `0` stands for any digit and any other sign for itself. Words are runs of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

TABLE = Path(__file__).with_name("triggers.tsv")

ALWAYS = 1
"""The bit that every text has."""

_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile(r"[a-z]+")
_GRAM = 3
_FOLDED = frozenset("\u0130\u0131\u017f\u212a")
"""Letters that `re.IGNORECASE` takes for ASCII letters and that `str.lower` does not turn into them."""


@dataclass(frozen=True)
class Gate:
    """The bits that each expression needs, by its digest, and the bits that each trigger gives.

    A bit stands for a set of triggers: a text has it when it holds one of them. An expression can match in a
    text that has all the bits that it needs.
    """

    needs: Mapping[str, int]
    _whole: dict[str, int] = field(default_factory=dict)
    _begin: dict[str, int] = field(default_factory=dict)
    _inside: dict[str, list[tuple[str, bool, int]]] = field(default_factory=dict)
    _signs: dict[str, int] = field(default_factory=dict)
    _words: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Iterable[str]]]) -> Gate:
        """The gate of expressions with these digests and sets of triggers, parted by spaces in each set."""
        gate = cls({})
        bits: dict[str, int] = {}
        needs: dict[str, int] = {}
        for name, sets in rows:
            for triggers in sets:
                bit = bits.setdefault(triggers, ALWAYS << len(bits) + 1)
                needs[name] = needs.get(name, 0) | bit
        for triggers, bit in bits.items():
            for trigger in triggers.split(" "):
                gate._add(trigger, bit)
        return Gate(needs, gate._whole, gate._begin, gate._inside, gate._signs)

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
        """The bits that `text` has."""
        signs = set(text)
        if not _FOLDED.isdisjoint(signs):
            return -1
        found = ALWAYS
        for sign in self._signs.keys() & signs:
            found |= self._signs[sign]
        if any(map(str.isdecimal, signs)):
            found |= self._signs.get("0", 0)
        words = self._words
        for word in (_ASCII_WORD if text.isascii() else _WORD).findall(text.lower()):
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
    """The gate of the expressions in the shipped table."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return Gate.of((name, sets) for name, *sets in rows)


@lru_cache(maxsize=8192)
def possible(text: str) -> int:
    """The bits that `text` has."""
    return gate().of_text(text)


def digest(expression: str, flags: int) -> str:
    """What an expression is called in the table of trigger words."""
    return blake2b(f"{flags} {expression}".encode(), digest_size=8).hexdigest()
