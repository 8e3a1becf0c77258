"""A token trie: looks up thousands of phrases in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Generic, TypeVar

Value = TypeVar("Value")

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%#&]")
_GAP = re.compile(r"[\s\-‐‑–/’'\"“”()]{0,3}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign with its offsets; `lower` is its lower-case form with straight apostrophes."""

    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase that was found: its offsets, what it stands for, and the range of its tokens (inclusive)."""

    start: int
    end: int
    value: Value
    first: int
    last: int


@dataclass(slots=True)
class _Node(Generic[Value]):
    steps: dict[str, _Node[Value]] = field(default_factory=dict)
    value: Value | None = None
    cased: dict[str, Value] | None = None


def tokens(text: str) -> list[Token]:
    """The words of `text`: letters and digits with inner apostrophes; hyphens and other signs separate."""
    return [Token(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def cased(phrase: str) -> bool:
    """Whether a phrase of a table is matched in its own case only: it has a capital beyond its first letter."""
    return any(c.isupper() for c in phrase[1:])


class Lexicon(Generic[Value]):
    """Phrases and what they stand for. The longest phrase wins; matches do not overlap.

    A phrase with a capital letter beyond its first (ED, MS, CBD) is matched in its own case, others in any
    case. White space, hyphens and slashes between words are alike; no phrase crosses a comma or a full stop.
    """

    def __init__(self, phrases: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        self._root: _Node[Value] = _Node()
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        for phrase, value in pairs:
            node = self._root
            for token in tokens(phrase):
                node = node.steps.setdefault(token.lower, _Node())
            if cased(phrase):
                node.cased = {**(node.cased or {}), _letters(phrase): value}
            elif node.value is None:
                node.value = value

    def find(self, text: str, words: list[Token] | None = None) -> Iterator[Match[Value]]:
        """Every match in reading order. `words` are the tokens of `text` where they are already known."""
        words = tokens(text) if words is None else words
        at = 0
        while at < len(words):
            match = self._longest(text, words, at) if words[at].lower in self._root.steps else None
            if match is None:
                at += 1
            else:
                yield match
                at = match.last + 1

    def _longest(self, text: str, words: list[Token], at: int) -> Match[Value] | None:
        node, step, found = self._root, at, None
        while step < len(words) and (following := node.steps.get(words[step].lower)):
            if step > at and not _GAP.fullmatch(text, words[step - 1].end, words[step].start):
                break
            node = following
            start, end = words[at].start, words[step].end
            value = node.cased.get(_letters(text[start:end]), node.value) if node.cased else node.value
            if value is not None:
                found = Match(start, end, value, at, step)
            step += 1
        return found


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated table in `analysis/data`; lines that begin with # are its provenance."""
    content = files("healthlint.analysis").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
