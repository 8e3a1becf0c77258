"""What each sentence names: interventions, and the conditions, symptoms and functions that they act on."""

from __future__ import annotations

import re
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
    def specific(self) -> knowledge.Intervention | None:
        """The record of an intervention that is named itself, not by a general word such as "treatment"."""
        record = self.intervention
        return None if record is None or "generic" in record.classes else record

    @property
    def condition(self) -> knowledge.Condition | None:
        """The record of a condition that the tables hold."""
        return knowledge.condition(self.id) if self.role == "outcome" and self.id else None


_VERBS = (
    "prevent",
    "improve ",
    "reduc",
    "boost",
    "lowers ",
    "lowering ",
    "lower blood",
    "lower cholesterol",
    "increase ",
)
"""Beginnings of condition names that say what is done for a condition; the effect verbs are read apart."""


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon[tuple[Role, str, Value]]:
    names = {
        phrase: identity
        for phrase, identity in knowledge.condition_names().items()
        if not phrase.lower().startswith(_VERBS) and phrase.lower() not in _GENERAL_DISEASE
    }
    known = {phrase.lower(): identity for phrase, identity in names.items()}
    values: dict[str, Value] = {
        phrase.lower(): "bad" if value == "bad" else "good" for phrase, value in table("outcomes")
    }
    entries: dict[str, tuple[Role, str, Value]] = {}
    for phrase, _ in table("outcomes"):
        if phrase.lower() not in known:
            identity = known.get(phrase.lower().replace("'s", " disease"), "") if phrase.endswith("'s") else ""
            entries[phrase] = ("outcome", identity, values[phrase.lower()])
    for phrase, identity in names.items():
        entries[phrase] = ("outcome", identity, values.get(phrase.lower()) or _value(identity)[0])
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

    @property
    def interventions(self) -> frozenset[str]:
        """The ids of the interventions that it names, general words left out."""
        return frozenset(mention.id for mention in self.mentions if mention.specific)


def read(sentence: Sentence) -> Reading:
    """The words and mentions of one sentence."""
    words = tokens(sentence.plain)
    found = (_mention(match) for match in _lexicon().find(sentence.plain, words))
    mentions = [mention for mention in found if _meant(mention, sentence.plain, words)]
    mentions.extend(_coded(sentence.plain, words))
    return Reading(
        sentence, tuple(words), tuple(word.lower for word in words), tuple(sorted(mentions, key=_place))
    )


_BODY_MADE = frozenset(
    "testosterone epinephrine insulin melatonin estradiol progesterone oxytocin cortisol somatropin "
    "levothyroxine glucagon dhea dopamine serotonin norepinephrine hydrocortisone thyroid-hormone "
    "growth-hormone estrogen".split()
)
_TAKEN = re.compile(
    r"\b(?:therap\w*|replacement|inject\w*|shots?|dos(?:e|es|ing|age)|\d+\s?(?:mg|mcg|units?)|tak(?:e|es|en|"
    r"ing)|prescri\w*|supplement\w*|pens?|cream|gels?|patch(?:es)?|tablets?|pills?|pellets?|auto-?injectors?|"
    r"drops|spray|treat\w*|cur(?:e|es|ed)|heal\w*|medic\w*|given|use[sd]?|using|drugs?|boosters?|pumps?|administ\w*)\b",
    re.IGNORECASE,
)
_AMBIGUOUS = frozenset(("filler", "fillers", "diaphragm", "diaphragms", "corticotropin"))
_SENSES = {
    "dermal-fillers": re.compile(
        r"\b(?:dermal|inject\w*|lips?|cheeks?|wrinkles?|lines|face|facial|skin|volume|botox|hyaluronic|"
        r"juv[eé]derm|syringes?|fillers? (?:add|treat|restor|last|are your|appointment|consult)\w*|med ?spa|"
        r"aesthetics?|cosmetic|swelling|bruising|dissolv\w*|provider|injector)\b",
        re.IGNORECASE,
    ),
    "diaphragm": re.compile(
        r"\b(?:contracept\w*|birth control|sex|pregnan\w*|spermicid\w*|fitted|condoms?|cervi\w+)\b",
        re.IGNORECASE,
    ),
    "corticotropin": re.compile(r"\bcorticotropin (?:inject\w*|gel|treat\w*|therap\w*|for)\b", re.IGNORECASE),
}
"""What a sentence has to say for a word of several senses to mean the intervention."""
_NAMED = re.compile(
    r"\b(?:[A-Z][\w'’-]+\s+(?:(?:of|for|the|and|on|in)\s+)*){1,7}(?:Report|Journal|Act|Bill|Association|"
    r"Society|Foundation|Institutes?|College|Program(?:me)?|Agency|Department|Organi[sz]ation|Council|"
    r"Committee|Administration|Trust|Ministry|Conference|University)\b"
)
_MODIFIED = frozenset(
    "care insurance information plan plans record records department news officials official operations "
    "organization organizations organisation system systems service services professional professionals "
    "provider providers worker workers centre center coach claims policy education history savings data app "
    "minister secretary agency editor writer shop store food foods".split()
)
_PLANNED = frozenset(
    "routine routines program programs class classes center goals journey regimen tracker".split()
)
_GENERAL_DISEASE = frozenset(("disease", "diseases", "the disease", "condition", "conditions"))


def _meant(mention: Mention, text: str, words: list[Token]) -> bool:
    """Whether the words mean what the tables say.

    A hormone is an intervention only where somebody takes it, and neither "health" in "health insurance" nor
    a word in the name of an institution is an outcome.
    """
    if mention.role == "intervention":
        if (sense := _SENSES.get(mention.id)) and not sense.search(text):
            return text[mention.start : mention.end].lower() not in _AMBIGUOUS
        return mention.id not in _BODY_MADE or _TAKEN.search(text) is not None
    following = words[mention.last + 1].lower if mention.last + 1 < len(words) else ""
    name = text[mention.start : mention.end].lower()
    if following in _MODIFIED and name.endswith(("health", "care")):
        return False
    if following in _PLANNED and name == "fitness":
        return False
    if name == "life" and mention.first and words[mention.first - 1].lower in ("shelf", "battery", "half"):
        return False
    if text[mention.start].isupper():
        return not any(m.start() <= mention.start < m.end() for m in _NAMED.finditer(text))
    return True


_CODE = re.compile(
    r"\b(?!COVID|CD-|ISO|ICD|PMC|HPV|SARS|CVE|ASTM|DSM|GDPR|FORM|HTTP)[A-Z]{2,4}-\d{3,5}[A-Z]?\b"
)
_TRIED = re.compile(
    r"\b(?:trials?|patients?|drug|therap\w+|treatments?|candidate|dos(?:e|ing)|phase|tumou?rs?|efficacy)\b",
    re.IGNORECASE,
)


def _coded(text: str, words: list[Token]) -> Iterator[Mention]:
    """Drugs that have a code but no name yet (LP-300, NRX-101), where the sentence speaks of a treatment."""
    if "-" not in text or not _TRIED.search(text):
        return
    for code in _CODE.finditer(text):
        at = [n for n, word in enumerate(words) if word.start < code.end() and code.start() < word.end]
        yield Mention("intervention", "investigational-drug", code.start(), code.end(), at[0], at[-1])


def _place(mention: Mention) -> int:
    return mention.start


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
            if mention.specific:
                counts[mention.id] = counts.get(mention.id, 0) + 1
    return counts
