"""What a text that informs states as fact: leaflets, news and texts for prescribers.

A hedge of any strength clears a claim there, approved and established uses may be told plainly, and so may
mechanisms and everyday measures.
"""

from __future__ import annotations

from healthlint.analysis.claims import Claim
from healthlint.analysis.weighing.possibility import POSSIBLE
from healthlint.document import Document

_CAN = frozenset(("can", "could", "may", "might"))
_PRAISE = ("better", "role", "answer", "results", "proof")
"""Patterns that praise: a promise in an advertisement only."""

_MECHANICAL = frozenset(
    "brain|neurons|dopamine|serotonin|oxygen|absorption|collagen|collagen production|tissue|tissues|hormone|"
    "hormones|heart rate|blood|cells|muscles|nerves|blood vessels|circulation|blood flow|growth|body|"
    "oxygenation|elimination|bacteria|cortisol|insulin|lives|life|function|health|balance|results|care|mind|"
    "energy|defenses|development|performance|production|activity|damage".split("|")
)
_ENDPOINTS = frozenset(
    "death|deaths|mortality|survival|overall survival|complications|lives|life|expectancy|life expectancy|"
    "risk of death|death risk|death rates|dying|odds of survival".split("|")
)


def weigh(claim: Claim, document: Document) -> bool | None:
    """Whether the claim is told as fact, None where a word of doubt stands before it and may be about it."""
    news = document.profile.name == "news"
    if _hedged(claim, news) or not (_in_news(claim) if news else _in_a_leaflet(claim)):
        return False
    return None if POSSIBLE.search(claim.reading.sentence.plain, 0, claim.end) else True


def _hedged(claim: Claim, news: bool) -> bool:
    """Whether the verb group hedges; in news "can cure" is no hedge."""
    strong = claim.kind in ("cure", "treat", "reverse") and claim.pattern == "verb" and not claim.helped
    if claim.hedge >= (2 if news and strong else 1):
        return True
    return claim.mode == "result" and not _CAN.isdisjoint(claim.reading.lower)


def _in_news(claim: Claim) -> bool:
    subject = claim.subject.kind
    if claim.pattern == "proof" and subject != "people":
        return claim.mode == "finite"
    if _praises(claim):
        return False
    if _ENDPOINTS & claim.objects and subject not in ("people", "evidence", "body"):
        return claim.mode in ("finite", "result") and claim.pattern in ("verb", "nominal")
    if claim.record is None:
        return _says(claim) and subject == "generic" and claim.pattern == "verb"
    return _says(claim) and _matters(claim)


def _in_a_leaflet(claim: Claim) -> bool:
    if _praises(claim) or claim.subject.kind in ("relative", "generic", "practice"):
        return False
    return _says(claim) and _matters(claim) and claim.reading.sentence.block.kind != "heading"


def _praises(claim: Claim) -> bool:
    return claim.pattern in _PRAISE or "useful" in claim.text.lower()


def _says(claim: Claim) -> bool:
    """Whether it is a statement, of something that can act."""
    if claim.subject.kind in ("evidence", "body", "people") and claim.pattern != "people":
        return False
    if claim.mode == "bullet":
        return claim.pattern == "verb" and claim.start <= 1
    return claim.mode in ("finite", "result")


def _matters(claim: Claim) -> bool:
    """Whether something that nobody takes for granted is said to act on health, and not on how a body works."""
    record = claim.record
    if record is None or _MECHANICAL.issuperset(claim.objects):
        return False
    if record.low_risk and not (claim.disease and claim.kind in ("cure", "treat", "reverse")):
        return False
    if claim.settled and (claim.kind != "cure" or claim.curable):
        return False
    if claim.subject.kind in ("none", "other") and claim.mode != "bullet":
        return False
    return bool(claim.outcomes)
