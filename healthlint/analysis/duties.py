"""Duties: which statements of an article oblige it to disclose risk, supervision and approval status.

An anchor is a sentence that claims or offers something of an intervention for a condition or function. The
first anchor of the gravest intervention is where a missing disclosure is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from healthlint import knowledge
from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.cues import cues
from healthlint.analysis.mentions import Mention, Reading, intervention_counts, readings
from healthlint.analysis.scope import NEGATORS
from healthlint.analysis.sections import in_references, is_risks
from healthlint.document import Document, analysis
from healthlint.wording import Wording

OFFER = Wording(
    r"""\b(?:offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)|available|book(?:ing)?|order|buy|shop|prescrib(?:e|es|ed|ing)
    |starts?\ at|get\ started|we\ use|speciali[sz]e|schedule|sign\ up|enrol|administer(?:s|ed)?|treat(?:s|ed|ing)?
    |for\ the\ treatment\ of|used\ (?:to|for|in)|use\ of|tak(?:e|en|ing)|inject(?:s|ed|ing)?|try|recommend(?:s|ed)?
    |add\ to\ cart|our|appointment|consultation|treatments?\ for|therapy\ for|programme?|package|intended\ for
    |application|formulation|indications?|potential|promis\w+)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words with which an intervention is offered or recommended."""

_SOLD = Wording(
    r"\b(?:we|our)\b|\b(?:book|order|buy|shop|schedule|add to cart|priced?|starts at|available)\b|[$£€]\s?\d",
    re.IGNORECASE,
)
_CONSIDERED = Wording(
    r"\b(?:worth (?:asking|trying|considering)|considering|thinking (?:about|of)|ask(?:ing)? (?:your|a) doctor about)\b",
    re.IGNORECASE,
)
INVASIVE = Wording(r"\b(?:inject\w*|infusions?|infused|intravenous\w*|intramuscular\w*|IV|IM)\b")
_GRAVE_KINDS = frozenset(("drug", "biologic", "vaccine", "supplement", "procedure"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sentence that creates a duty, with the intervention and the conditions that it names."""

    reading: Reading
    intervention: knowledge.Intervention
    outcomes: tuple[Mention, ...]
    claim: Claim | None

    @property
    def claimed(self) -> bool:
        """Whether it claims a benefit rather than offers or mentions a use."""
        return self.claim is not None


@analysis
def anchors(document: Document) -> tuple[Anchor, ...]:
    """Every anchor of the document in reading order."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims(document):
        by_sentence.setdefault(claim.reading.sentence.index, []).append(claim)
    found: list[Anchor] = []
    for reading in readings(document):
        sentence = reading.sentence
        if in_references(document, sentence.block_index) or any(is_risks(h) for h in sentence.block.path[-1:]):
            continue
        if sentence.plain.rstrip().endswith("?") and not (
            document.profile.marketing and sentence.block.kind == "heading"
        ):
            continue
        found.extend(_anchors_of(reading, by_sentence.get(sentence.index, []), document.profile.marketing))
    return tuple(found)


def _anchors_of(reading: Reading, here: list[Claim], marketing: bool) -> Iterator[Anchor]:
    made = False
    for claim in here:
        if claim.asserted and claim.intervention and not claim.subject.lacking and not _only_reported(claim):
            made = True
            yield Anchor(reading, knowledge.intervention(claim.intervention), claim.outcomes, claim)
    text = reading.sentence.plain
    if made or not (OFFER.search(text) or _CONSIDERED.search(text)):
        return
    outcomes = tuple(reading.named("outcome"))
    heard = cues(reading.sentence)
    sold = (
        _CONSIDERED.search(reading.sentence.plain) is not None
        or marketing
        and _SOLD.search(reading.sentence.plain) is not None
    )
    if (
        not (outcomes or sold)
        or _ANIMALS.search(reading.sentence.plain)
        or heard.debunked
        or heard.quotes
        or any(word in NEGATORS for word in reading.lower)
    ):
        return
    for mention in reading.named("intervention"):
        record = mention.intervention
        if record and "generic" not in record.classes:
            yield Anchor(reading, record, outcomes, None)


_ANIMALS = Wording(
    r"\b(?:mouse|mice|rats?|rodents?|animals?|preclinical|in vitro|cells? in a dish)\b", re.IGNORECASE
)


def _only_reported(claim: Claim) -> bool:
    """Whether the text merely reports what others believe, denies it, or tells of animals."""
    heard = claim.cues
    if heard.debunked or claim.quoted or 0 <= heard.believed < claim.end:
        return True
    return _ANIMALS.search(claim.reading.sentence.plain) is not None


@analysis
def main_interventions(document: Document) -> frozenset[str]:
    """The ids of the interventions that the document is about: named in its title, its first 100 words or often."""
    counts = intervention_counts(document)
    early: set[str] = set()
    words = 0
    for reading in readings(document):
        words += len(reading.words)
        if words <= 100:
            early.update(m.id for m in reading.named("intervention") if m.id in counts)
        if reading.sentence.block.kind == "heading":
            early.update(m.id for m in reading.named("intervention") if m.id in counts)
    often = {key for key, count in counts.items() if count >= 2}
    return frozenset(early | often)


def grave(record: knowledge.Intervention, marketing: bool) -> bool:
    """Whether an intervention is one whose risks an article has to name."""
    if record.low_risk or "generic" in record.classes:
        return False
    if record.kind in _GRAVE_KINDS:
        return True
    return marketing and record.kind in ("device", "food", "practice")


@dataclass(frozen=True, slots=True)
class Duty:
    """What a document owes for its gravest intervention, reported at its first anchor.

    `interventions` are all that create the duty, with the ingredients of brands.
    """

    anchor: Anchor
    high_risk: bool
    interventions: frozenset[str]


@analysis
def risk_duty(document: Document) -> Duty | None:
    """The duty to name harms, or None where nothing in the document creates it."""
    marketing = document.profile.marketing
    return _duty(document, lambda record: grave(record, marketing))


@analysis
def supervision_duty(document: Document) -> Duty | None:
    """The duty to send the reader to a professional, or None where nothing creates it.

    Only an intervention of the high-risk class makes it a high one, not the way in which it is given.
    """
    marketing = document.profile.marketing
    duty = _duty(document, lambda record: record.supervised or (marketing and _interacts(record)))
    return duty and replace(duty, high_risk=duty.anchor.intervention.high_risk)


def _interacts(record: knowledge.Intervention) -> bool:
    """Whether something that needs no prescription can still clash with medicines or harm if done badly."""
    return (
        record.kind in ("supplement", "procedure") and not record.low_risk and "generic" not in record.classes
    )


def _duty(document: Document, counts: Callable[[knowledge.Intervention], bool]) -> Duty | None:
    main = main_interventions(document)
    marketing = document.profile.marketing
    able = [
        anchor
        for anchor in anchors(document)
        if counts(anchor.intervention) and (anchor.intervention.id in main or (marketing and anchor.claimed))
    ]
    if not able:
        return None
    gravest = next((a for a in able if _high_risk(a)), able[0])
    high = _high_risk(gravest)
    ids = {anchor.intervention.id for anchor in able} | {anchor.intervention.ingredient for anchor in able} - {
        ""
    }
    first = next((a for a in able if a.claimed and _high_risk(a) == high), gravest)
    return Duty(first, high, frozenset(ids))


def _high_risk(anchor: Anchor) -> bool:
    """Whether the intervention is of the high-risk class, or is offered as an injection or infusion."""
    if anchor.intervention.high_risk:
        return True
    if anchor.intervention.kind == "vaccine" or "home-standard" in anchor.intervention.classes:
        return False
    return INVASIVE.search(anchor.reading.sentence.plain) is not None
