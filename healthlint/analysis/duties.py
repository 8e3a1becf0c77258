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
from healthlint.analysis.mentions import Mention, Reading, readings
from healthlint.analysis.scope import NEGATORS
from healthlint.analysis.sections import in_references, is_risks
from healthlint.document import Document, analysis
from healthlint.wording import Wording

OFFER = Wording(
    r"""\b(?:offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)|available|book(?:ing)?|order|buy|shop
    |prescrib(?:e|es|ed|ing)|starts?\ at|get\ started|we\ use|speciali[sz]e|schedule|sign\ up|enrol
    |administer(?:s|ed)?|treat(?:s|ed|ing)?|for\ the\ treatment\ of|used\ (?:to|for|in)|use\ of
    |tak(?:e|en|ing)|inject(?:s|ed|ing)?|try|recommend(?:s|ed)?|add\ to\ cart|our|appointment|consultation
    |treatments?\ for|therapy\ for|programme?|package|intended\ for|application|formulation|indications?
    |potential|promis\w+)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words with which an intervention is offered or recommended."""

_SOLD = Wording(
    r"\b(?:we|our)\b|\b(?:book|order|buy|shop|schedule|add to cart|priced?|starts at|available)\b|[$£€]\s?\d",
    re.IGNORECASE,
)
_CONSIDERED = Wording(
    r"\b(?:worth (?:asking|trying|considering)|considering|thinking (?:about|of)|ask(?:ing)? (?:your|a) doctor "
    r"about)\b",
    re.IGNORECASE,
)
_COMPARED = Wording(
    r"\b(?:compared (?:with|to)|than|reference drug|instead of|rather than|compet\w+|endorse\w*|accept\w*|"
    r"legislation|lawsuit|market|interact\w*|if you (?:take|are taking|use)|other medic\w+|history)\b",
    re.IGNORECASE,
)
"""Words with which an intervention is a comparison, a rival, a matter of policy or of warning, not an offer."""

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
    sold = _CONSIDERED.search(reading.sentence.plain) is not None or (
        marketing and _SOLD.search(reading.sentence.plain) is not None
    )
    if (
        _COMPARED.search(text) is not None
        or not (outcomes or sold)
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
    """The ids of the interventions that the document is about.

    Those that its title, a heading or its description names, and those that three sentences name. In a text
    of a few lines, every one is.
    """
    named: dict[str, int] = {}
    main: set[str] = set()
    words = 0
    for reading in readings(document):
        words += len(reading.words)
        ids = {
            m.id
            for m in reading.named("intervention")
            if m.intervention and "generic" not in m.intervention.classes
        }
        for identity in ids:
            named[identity] = named.get(identity, 0) + 1
        if reading.sentence.block.kind in ("heading", "field"):
            main |= ids
    least = 1 if words < _SHORT else _OFTEN
    return frozenset(main | {identity for identity, count in named.items() if count >= least})


_SHORT = 120
_OFTEN = 2


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
    duty = _duty(document, lambda record: grave(record, marketing))
    return duty or (_news_duty(document) if document.profile.name == "news" else None)


def _everyday(record: knowledge.Intervention | None) -> bool:
    """Whether a claim is about food, exercise or other everyday things."""
    return record is not None and (record.low_risk or record.kind in ("food", "practice"))


def _news_duty(document: Document) -> Duty | None:
    """The duty of a report on a study: whatever was tried, readers want to know what harm it did."""
    told = [
        claim
        for claim in claims(document)
        if claim.asserted and claim.outcomes and claim.mode != "purpose" and not _everyday(claim.record)
    ]
    studied = any(cues(reading.sentence).attribution == "study" for reading in readings(document))
    if not studied or len({claim.reading.sentence.index for claim in told}) < _REPORTED:
        return None
    first = told[0]
    record = first.record or knowledge.intervention("treatment")
    return Duty(
        Anchor(first.reading, record, first.outcomes, first), False, frozenset(main_interventions(document))
    )


_REPORTED = 1
"""In how many sentences a news report has to tell of an effect."""


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
    return record.kind == "supplement" and not record.low_risk and "generic" not in record.classes


def _duty(document: Document, counts: Callable[[knowledge.Intervention], bool]) -> Duty | None:
    main = main_interventions(document)
    marketing = document.profile.marketing
    able = [
        anchor
        for anchor in anchors(document)
        if counts(anchor.intervention)
        and (anchor.intervention.id in main or (marketing and (anchor.claimed or _sold(anchor))))
    ]
    if not able:
        return None
    if len({a.reading.sentence.index for a in able}) < _PROMOTED and not _short(document):
        return None
    gravest = next((a for a in able if _high_risk(a)), able[0])
    high = _high_risk(gravest)
    ids = {anchor.intervention.id for anchor in able} | {anchor.intervention.ingredient for anchor in able} - {
        ""
    }
    first = next((a for a in able if a.claimed and _high_risk(a) == high), gravest)
    return Duty(first, high, frozenset(ids))


_PROMOTED = 1
"""In how many sentences a longer text has to claim or offer what it then owes a disclosure for."""


def _sold(anchor: Anchor) -> bool:
    """Whether a sentence offers its intervention for sale or as a service."""
    return _SOLD.search(anchor.reading.sentence.plain) is not None


def _short(document: Document) -> bool:
    return sum(len(reading.words) for reading in readings(document)) < _SHORT


def _high_risk(anchor: Anchor) -> bool:
    """Whether the intervention is of the high-risk class, or is offered as an injection or infusion."""
    if anchor.intervention.high_risk:
        return True
    if anchor.intervention.kind == "vaccine" or "home-standard" in anchor.intervention.classes:
        return False
    return INVASIVE.search(anchor.reading.sentence.plain) is not None
