"""A token trie: looks up thousands of phrases in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

_DATA = Path(__file__).with_name("data")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[%#&]")
_GAP = re.compile(r"[\s\-‐‑–/+’'\"“”()]{0,3}")


class Token(NamedTuple):
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

    def add(self, rest: Sequence[str], phrase: str, value: Value) -> None:
        """Add a phrase whose words `rest` follow the one that leads here. Of equal phrases the first wins."""
        node = self
        for word in rest:
            node = node.steps.setdefault(word, _Node())
        if cased(phrase):
            node.cased = {**(node.cased or {}), _letters(phrase): value}
        elif node.value is None:
            node.value = value


def tokens(text: str) -> list[Token]:
    """The words of `text`: letters and digits with inner apostrophes; hyphens and other signs separate."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is two
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    words = _TOKEN.finditer(lower.replace("’", "'"))
    return [_new(Token, (word.group(), word.start(), word.end())) for word in words]


_new = tuple.__new__  # a third of the time of `Token(...)`, which is written in Python


def cased(phrase: str) -> bool:
    """Whether a phrase of a table is matched in its own case only: it has a capital beyond its first letter."""
    return any(c.isupper() for c in phrase[1:])


class Lexicon(Generic[Value]):
    """Phrases and what they stand for. The longest phrase wins; matches do not overlap.

    A phrase with a capital letter beyond its first (ED, MS, CBD) is matched in its own case, others in any
    case. White space, hyphens, slashes and plus signs between words are alike; no phrase crosses a comma or a
    full stop.
    """

    def __init__(self, phrases: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        self._steps: dict[str, _Node[Value]] = {}
        self._phrases: dict[str, list[tuple[str, Value]]] = {}
        for phrase, value in phrases.items() if isinstance(phrases, Mapping) else phrases:
            self._phrases.setdefault(_first(phrase), []).append((phrase, value))

    def _begun(self, word: str) -> _Node[Value] | None:
        """The node of the phrases that begin with a word, made when a text first has the word."""
        phrases = self._phrases.get(word)
        if phrases is None:
            return None
        begun = self._steps.get(word)
        if begun is None:
            begun = self._steps[word] = _Node()
            for phrase, value in phrases:
                begun.add([token.lower for token in tokens(phrase)][1:], phrase, value)
        return begun

    def find(self, text: str, words: Sequence[Token] | None = None) -> Iterator[Match[Value]]:
        """Every match in reading order. `words` are the tokens of `text` where they are already known."""
        words = tokens(text) if words is None else words
        after, phrases = -1, self._phrases
        if phrases.keys().isdisjoint([word.lower for word in words]):
            return
        for at, word in enumerate(words):
            if at > after and word.lower in phrases and (match := self._longest(text, words, at)):
                yield match
                after = match.last

    def _longest(self, text: str, words: Sequence[Token], at: int) -> Match[Value] | None:
        node, step, found = self._begun(words[at].lower), at, None
        while node is not None:
            start, end = words[at].start, words[step].end
            value = node.cased.get(_letters(text[start:end]), node.value) if node.cased else node.value
            if value is not None:
                found = Match(start, end, value, at, step)
            step += 1
            if step == len(words):
                break
            node = node.steps.get(words[step].lower)
            if node and not _GAP.fullmatch(text, words[step - 1].end, words[step].start):
                break
        return found


def _first(phrase: str) -> str:
    """The first token of a phrase, in lower case."""
    head = phrase.split(None, 1)[0].lower() if phrase else ""
    return head if head.isalnum() else next((token.lower for token in tokens(phrase)), "")


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated table in `analysis/data`; lines that begin with # are its provenance."""
    for line in (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
