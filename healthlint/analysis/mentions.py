"""What each sentence names: interventions, and the conditions, symptoms and functions that they act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from healthlint import knowledge
from healthlint.analysis.lexicon import Lexicon, Match, Token, table, tokens
from healthlint.analysis.sentences import Sentence, sentences
from healthlint.document import Document, analysis

Role = Literal["intervention", "outcome"]
Value = Literal["bad", "good"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A named thing in a sentence, with its offsets and the range of its words (inclusive).

    `id` is its id in the knowledge tables, "" for an outcome that they do not hold. `value` says what a reader
    thinks of an outcome (pain is bad, sleep is good); `disease` whether it is a disease rather than a symptom,
    function or general word.
    """

    role: Role
    id: str
    start: int
    end: int
    first: int
    last: int
    value: Value = "good"
    disease: bool = False

    @property
    def intervention(self) -> knowledge.Intervention | None:
        """The record of a named intervention."""
        return knowledge.intervention(self.id) if self.role == "intervention" and self.id else None

    @property
    def condition(self) -> knowledge.Condition | None:
        """The record of a condition that the tables hold."""
        return knowledge.condition(self.id) if self.role == "outcome" and self.id else None


_VERBS = ("prevent", "improve ", "reduc", "boost")
"""Beginnings of condition names that say what is done for a condition; the effect verbs are read apart."""


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon[tuple[Role, str, Value]]:
    entries: dict[str, tuple[Role, str, Value]] = {}
    for phrase, value in table("outcomes"):
        entries[phrase] = ("outcome", "", "bad" if value == "bad" else "good")
    names = knowledge.condition_names()
    for phrase, entry in entries.items():
        disease = names.get(phrase.lower().replace("'s", " disease"))
        if phrase.endswith("'s") and disease:
            entries[phrase] = ("outcome", disease, entry[2])
    for phrase, identity in names.items():
        if phrase.lower().startswith(_VERBS):
            continue
        listed = entries.get(phrase.lower())
        entries[phrase] = ("outcome", identity, listed[2] if listed else _value(identity)[0])
    for phrase, identity in knowledge.intervention_names().items():
        entries.setdefault(phrase, ("intervention", identity, "good"))
    return Lexicon(entries)


@cache
def _value(identity: str) -> tuple[Value, bool]:
    kind = knowledge.condition(identity).kind
    return ("good" if kind == "function" else "bad"), kind == "disease"


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its words and mentions. `lower` are the words in lower case."""

    sentence: Sentence
    words: tuple[Token, ...]
    lower: tuple[str, ...]
    mentions: tuple[Mention, ...]

    def named(self, role: Role) -> Iterator[Mention]:
        """The mentions with this role."""
        return (mention for mention in self.mentions if mention.role == role)


def read(sentence: Sentence) -> Reading:
    """The words and mentions of one sentence."""
    words = tokens(sentence.plain)
    mentions = tuple(_mention(match) for match in _lexicon().find(sentence.plain, words))
    return Reading(sentence, tuple(words), tuple(word.lower for word in words), mentions)


def _mention(match: Match[tuple[Role, str, Value]]) -> Mention:
    role, identity, value = match.value
    disease = bool(identity) and role == "outcome" and _value(identity)[1]
    return Mention(role, identity, match.start, match.end, match.first, match.last, value, disease)


@analysis
def readings(document: Document) -> tuple[Reading, ...]:
    """Every sentence of the document with its words and mentions."""
    return tuple(read(sentence) for sentence in sentences(document))


@analysis
def intervention_counts(document: Document) -> Mapping[str, int]:
    """How often each intervention is named, generic words ("treatment") and everyday self-care left out."""
    counts: dict[str, int] = {}
    for reading in readings(document):
        for mention in reading.named("intervention"):
            if (record := mention.intervention) and "generic" not in record.classes:
                counts[mention.id] = counts.get(mention.id, 0) + 1
    return counts
