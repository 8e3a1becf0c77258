"""The duties of news reports on studies, of unnamed products and of tests."""

from __future__ import annotations

import re

from healthlint import knowledge
from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.cues import cues
from healthlint.analysis.duties.anchors import Anchor, believed
from healthlint.analysis.duties.duty import Duty
from healthlint.analysis.duties.topic import main_interventions
from healthlint.analysis.mentions import readings
from healthlint.document import Document
from healthlint.wording import Wording


def _everyday(record: knowledge.Intervention | None) -> bool:
    """Whether a claim is about food, exercise or other everyday things."""
    return record is not None and (record.low_risk or record.kind in ("food", "practice"))


_SWALLOWED = Wording(
    r"\b(?:take|one|two|three|\d+) (?:\w+ ){0,2}(?:capsules?|tablets?|softgels?|gummies|drops|scoops?|"
    r"pills?)\b",
    re.IGNORECASE,
)
_SEVERAL = 2


def product_duty(document: Document) -> Duty | None:
    """The duty of a page that sells capsules, tablets or drops under a name that no table knows."""
    told = _told(document)
    sold = any(_SWALLOWED.search(reading.sentence.plain) for reading in readings(document))
    if not sold or len({claim.reading.sentence.index for claim in told}) < _SEVERAL:
        return None
    return _duty_of(document, told[0], knowledge.intervention("supplement"))


def _told(document: Document) -> list[Claim]:
    """The claims that the text makes itself of anything but food, exercise and the like."""
    return [
        claim
        for claim in claims(document)
        if claim.asserted and claim.outcomes and claim.mode != "purpose" and not _everyday(claim.record)
        if claim.pattern != "role" and not believed(claim)
    ]


def _duty_of(document: Document, first: Claim, record: knowledge.Intervention) -> Duty:
    anchor = Anchor(first.reading, first.record or record, first.outcomes, first)
    return Duty(anchor, False, frozenset(main_interventions(document)))


_TEST = Wording(
    r"\b(?:(?:blood|urine|breath|saliva|stool|skin|genetic|diagnostic|screening|predictive|lab(?:oratory)?|new|"
    r"rapid|imaging) tests?|test(?:s|ing)? for|screening|screened|mammogra\w+|mri|ct scans?|scans?|ultrasound|"
    r"biopsy|"
    r"biops(?:y|ies)|biomarkers?|sensors?|detectors?|detection|diagnostics?|imaging)\b",
    re.IGNORECASE,
)
_FINDS = Wording(
    r"\b(?:detect\w*|diagnos\w+|screen\w*|identif\w+|predict\w*|accura\w+|sensitivity|specificity|"
    r"distinguish\w*|"
    r"spot\w*|find cancer)\b",
    re.IGNORECASE,
)
_TESTED = 2


def _test_duty(document: Document) -> Duty | None:
    """The duty of a report on a test: a false alarm or a missed illness is the harm that a test does."""
    every = readings(document)
    opening = every[:_OPENING]
    told = [r for r in every if _TEST.search(r.sentence.plain) and _FINDS.search(r.sentence.plain)]
    if len(told) < _TESTED or not any(reading in opening for reading in told):
        return None
    test = knowledge.intervention("screening-test")
    anchor = Anchor(told[0], test, tuple(told[0].named("outcome")), None)
    return Duty(anchor, False, frozenset((test.id,)) | main_interventions(document))


_OPENING = 4
"""How many sentences, the headline with them, tell what a report is about."""


def news_duty(document: Document) -> Duty | None:
    """The duty of a report on a study: whatever was tried, readers want to know what harm it did."""
    studied = any(cues(reading.sentence).attribution == "study" for reading in readings(document))
    told = _told(document)
    if studied and len({claim.reading.sentence.index for claim in told}) >= _REPORTED:
        return _duty_of(document, told[0], knowledge.intervention("treatment"))
    return _test_duty(document)


_REPORTED = 1
"""In how many sentences a news report has to tell of an effect."""
