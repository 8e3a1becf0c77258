"""A token trie: looks up thousands of phrases in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%#+&]")
_END = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign with its offsets; `lower` is its lower-case form with straight apostrophes."""

    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase that was found: its offsets, what it stands for, and the range of its tokens."""

    start: int
    end: int
    value: Value
    first: int
    last: int


def tokens(text: str) -> list[Token]:
    """The words of `text` (letters and digits, inner apostrophes kept; hyphens and other signs separate)."""
    return [Token(m.group().lower().replace("’", "'"), *m.span()) for m in _TOKEN.finditer(text)]


class Lexicon(Generic[Value]):
    """Phrases and what they stand for. The longest phrase wins; matches do not overlap.

    A phrase with a capital letter beyond its first is matched in its own case (ED, MS, CBD); others in any
    case. White space, hyphens and slashes between words are alike.
    """

    def __init__(self, phrases: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        self._trie: dict[str, object] = {}
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        for phrase, value in pairs:
            node = self._trie
            for token in tokens(phrase):
                node = node.setdefault(token.lower, {})  # type: ignore[assignment]
            if any(c.isupper() for c in phrase[1:]):
                node[" " + re.sub(r"\W", "", phrase)] = value
            else:
                node[_END] = value

    def find(self, text: str, words: list[Token] | None = None) -> Iterator[Match[Value]]:
        """Every match in reading order. `words` are the tokens of `text` where they are already known."""
        words = tokens(text) if words is None else words
        at, count = 0, len(words)
        root = self._trie
        while at < count:
            node = root.get(words[at].lower)
            found: tuple[int, Value] | None = None
            step = at
            while node is not None:
                step += 1
                value = self._value(node, text, words[at].start, words[step - 1].end)  # type: ignore[arg-type]
                if value is not None:
                    found = (step, value)
                if step == count:
                    break
                node = node.get(words[step].lower)  # type: ignore[attr-defined]
            if found is None:
                at += 1
                continue
            step, value = found
            yield Match(words[at].start, words[step - 1].end, value, at, step - 1)
            at = step

    @staticmethod
    def _value(node: dict[str, Value], text: str, start: int, end: int) -> Value | None:
        if _END in node:
            return node[_END]
        if any(key.startswith(" ") for key in node):
            return node.get(" " + re.sub(r"\W", "", text[start:end]))
        return None
