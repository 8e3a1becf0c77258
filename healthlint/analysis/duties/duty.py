"""The duty of a document for its gravest intervention."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from healthlint import knowledge
from healthlint.analysis.duties.anchors import SOLD, Anchor, anchors
from healthlint.analysis.duties.topic import main_interventions, short
from healthlint.analysis.mentions import readings
from healthlint.document import Document
from healthlint.wording import Wording

INVASIVE = Wording(
    r"\b(?:inject\w*|infusions?|infused(?! (?:with|in)\b)|intravenous\w*|intramuscular\w*|IV|IM)\b"
)
_ON_THE_SKIN = Wording(r"\b(?:topical\w*|serums?|facials?|skin ?care|exfoliat\w*)\b", re.IGNORECASE)
_GRAVE_KINDS = frozenset(("drug", "biologic", "vaccine", "supplement", "procedure"))


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


def owed_for(document: Document, counts: Callable[[knowledge.Intervention], bool]) -> Duty | None:
    """The duty that interventions which count create, reported at the first claim of the gravest of them."""
    main = main_interventions(document)
    marketing = document.profile.marketing
    owing = [anchor for anchor in anchors(document) if counts(anchor.intervention)]
    several = frozenset[int]() if marketing else _sentences_of_several(owing)
    able = [
        anchor
        for anchor in owing
        if anchor.intervention.id in main
        or anchor.reading.sentence.index in several
        or (marketing and (anchor.claimed or _sold(anchor)))
    ]
    if not able or (not marketing and _only_doubted(document, able)):
        return None
    if len({a.reading.sentence.index for a in able}) < _PROMOTED and not short(document):
        return None
    gravest = next((a for a in able if _high_risk(a)), able[0])
    high = _high_risk(gravest)
    ids = {anchor.intervention.id for anchor in able} | {anchor.intervention.ingredient for anchor in able} - {
        ""
    }
    first = next((a for a in able if a.claimed and _high_risk(a) == high), gravest)
    return Duty(first, high, frozenset(ids))


_IN_PASSING = Wording(
    r"\b(?:services|cent(?:er|re)s|hospitals|departments?|facilit(?:y|ies)|leads? to|caus(?:e[sd]?|ing)|"
    r"trigger\w*|"
    r"eliminat\w+|lack of|stud(?:y|ies) of|risk factors?)\b",
    re.IGNORECASE,
)
"""Words with which a list of treatments tells what a place has, what does harm, or what is being studied."""


def _sentences_of_several(owing: list[Anchor]) -> frozenset[int]:
    """The sentences that claim or advise more than one intervention, each of which may be named there alone."""
    named: dict[int, set[str]] = {}
    for anchor in owing:
        if not anchor.claimed and _IN_PASSING.search(anchor.reading.sentence.plain):
            continue
        named.setdefault(anchor.reading.sentence.index, set()).add(anchor.intervention.id)
    return frozenset(index for index, ids in named.items() if len(ids) > 1)


_DOUBTED = Wording(
    r"\b(?:no (?:\w+ ){0,2}evidence|lack(?:s|ing)? (?:of )?(?:\w+ ){0,4}(?:evidence|rationale|basis|foundation|"
    r"support)|unproven|pseudoscien\w*|not (?:been )?(?:proven|supported|recommended)|ineffective|discredited|"
    r"debunked|exercise caution|be cautious|caution (?:should|is))\b",
    re.IGNORECASE,
)
_WARNS = 3


def _only_doubted(document: Document, able: list[Anchor]) -> bool:
    """Whether a text warns of what it describes, and claims a benefit in no more than one sentence."""
    claimed = {anchor.reading.sentence.index for anchor in able if anchor.claimed}
    if len(claimed) > 1 or any(anchor.intervention.kind == "vaccine" for anchor in able):
        return False
    doubts = sum(1 for reading in readings(document) if _DOUBTED.search(reading.sentence.plain))
    return doubts >= _WARNS


_PROMOTED = 1
"""In how many sentences a longer text has to claim or offer what it then owes a disclosure for."""


def _sold(anchor: Anchor) -> bool:
    """Whether a sentence offers its intervention for sale or as a service."""
    return SOLD.search(anchor.reading.sentence.plain) is not None


def _high_risk(anchor: Anchor) -> bool:
    """Whether the intervention is of the high-risk class, or is offered as an injection or infusion."""
    if anchor.intervention.high_risk:
        return True
    if anchor.intervention.kind == "vaccine" or "home-standard" in anchor.intervention.classes:
        return False
    text = anchor.reading.sentence.plain
    return INVASIVE.search(text) is not None and _ON_THE_SKIN.search(text) is None
