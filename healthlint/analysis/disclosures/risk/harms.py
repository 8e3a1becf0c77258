"""Harm words and injuries, tied to anything or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from healthlint.analysis.clauses import clause_starts
from healthlint.analysis.disclosures.risk.wordings import DENIED, NEAR, TREATMENT_WORDS
from healthlint.analysis.lexicon import Lexicon, table
from healthlint.analysis.mentions import Reading
from healthlint.analysis.subjects import subject_of
from healthlint.wording import Wording


@dataclass(frozen=True, slots=True)
class Harm:
    """A named harm in a sentence: offsets, concept, and whether it is serious."""

    start: int
    end: int
    concept: str
    serious: bool


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon[tuple[str, bool]]:
    return Lexicon((row[0], (row[1], len(row) > 2 and row[2] == "serious")) for row in table("harms"))


def harms(reading: Reading) -> tuple[Harm, ...]:
    """The harm words of a sentence, tied to anything or not."""
    found = _lexicon().find(reading.sentence.plain, reading.words)
    return tuple(Harm(match.start, match.end, *match.value) for match in found)


_INJURES = Wording(
    r"\b(?:(?:tear|damage|injure|harm|weaken|rupture|scar|perforate|puncture|burn|irritate|inflame|hurt|"
    r"destroy)s?"
    r"(?:\s+(?:the|your|a|some|nearby|surrounding|their))*|(?:tore|damaged|injured|harmed|weakened|ruptured|"
    r"scarred|perforated|punctured|burned|burnt|irritated|destroyed)\s+(?:the|your|a|some|their|his|her))\s+"
    r"(?P<part>tendons?|nerves?|liver|kidneys?|heart|lungs?|brain|skin|eyes?|stomach|bowel|bladder|bones?|"
    r"teeth|"
    r"veins?|tissues?|muscles?|arter(?:y|ies))\b",
    re.IGNORECASE,
)


def injuries(reading: Reading) -> tuple[Harm, ...]:
    """Harms that a verb tells ("it can tear tendons and damage nerves") of a treatment."""
    hits = list(_INJURES.finditer(reading.sentence.plain))
    if not hits or not does(reading, hits[0].start(), hits[0].end()) or _denied_at(reading, hits[0].start()):
        return ()
    return tuple(Harm(hit.start(), hit.end(), *_injury(hit["part"].lower())) for hit in hits)


def _injury(part: str) -> tuple[str, bool]:
    """The concept of damage to a part of the body, and whether it is serious."""
    one = part if part.endswith("ss") else part.removesuffix("s")
    found = _lexicon().find(f"{one} damage")
    return next((match.value for match in found), (f"{one}-damage", False))


def _denied_at(reading: Reading, start: int) -> bool:
    return DENIED.search(reading.sentence.plain, 0, start) is not None


def does(reading: Reading, start: int, end: int) -> bool:
    """Whether the subject of the verb at `start` is a treatment."""
    at = next((n for n, word in enumerate(reading.words) if word.end > start), 0)
    clause = clause_starts(reading.sentence.plain, reading.words)[at]
    subject = subject_of(reading, clause, at, end)
    if subject.lacking:
        return False
    if subject.kind == "relative":
        return any(0 <= clause - m.last <= 3 for m in reading.named("intervention"))
    return subject.kind in ("intervention", "anaphor", "generic") or (
        subject.kind == "other" and not TREATMENT_WORDS.isdisjoint(reading.lower[max(clause, at - NEAR) : at])
    )


def concepts_of(phrase: str) -> frozenset[str]:
    """The harm concepts that a phrase names."""
    return frozenset(match.value[0] for match in _lexicon().find(phrase))
