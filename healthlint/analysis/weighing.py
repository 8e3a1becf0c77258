"""Whether a claim is told as plain fact where its kind of text has to hedge, attribute or count it.

The line differs by profile: "can help" is a promise in an advertisement and a hedge in a leaflet, "studies
show" is an attribution in a news report and none in a leaflet, approved and established uses need no hedge
outside marketing of supplements.
"""

from __future__ import annotations

import re

from healthlint.analysis.claims import Claim
from healthlint.analysis.sections import is_myths, is_risks
from healthlint.document import Document
from healthlint.profile import Profile

_POTENTIAL = re.compile(
    r"\b(?:may|might|could|potential(?:ly)?|possibl[ey]|perhaps|appears?|seems?|suggest(?:s|ed|ing)?|likely|hope[sd]?|hopeful|aims?|"
    r"would|designed|intended|goals?|if|whether|believed|thought|theori\w+|hypothes\w+|proposed|expected|promising|explor\w+|"
    r"investigat\w+|tested|testing|studied|looking (?:at|into)|future|one day|someday)\b",
    re.IGNORECASE,
)
_NEVER_A_SUBJECT = frozenset(("evidence", "body", "people"))


def as_fact(claim: Claim, document: Document) -> bool:
    """Whether the text states the claim as fact, given what its profile accepts."""
    if not claim.asserted or claim.subject.lacking or claim.cues.debunked or claim.cues.limits:
        return False
    block = claim.reading.sentence.block
    if block.name == "alt" or any(is_risks(heading) or is_myths(heading) for heading in block.path[-1:]):
        return False
    if claim.quoted or claim.cues.counted or claim.cues.conditional or reported(claim, document.profile):
        return False
    if document.profile.marketing:
        return _in_marketing(claim, document)
    return _elsewhere(claim, document)


def reported(claim: Claim, profile: Profile) -> bool:
    """Whether the sentence gives the claim to somebody or something that may vouch for it in this profile."""
    heard = claim.cues
    if heard.cited or heard.attribution in ("named", "belief"):
        return not (profile.marketing and heard.attribution == "vague")
    if heard.attribution == "study":
        return True
    return heard.attribution == "vague" and profile.name == "news"


def possible(claim: Claim) -> bool:
    """Whether a word before the claim calls all that follows possible, hoped for or under study."""
    return _POTENTIAL.search(claim.reading.sentence.plain, 0, claim.end) is not None


def _in_marketing(claim: Claim, document: Document) -> bool:
    if claim.hedge >= 2 or claim.mode in ("design", "gerund", "means"):
        return False
    if claim.mode in ("result", "purpose") and possible(claim):
        return False
    if claim.mode == "purpose":
        return bool(claim.intervention) and claim.subject.kind == "none" and claim.pattern == "verb"
    if claim.subject.kind == "evidence" and not claim.subject.intervention:
        return False
    if claim.subject.kind == "body":
        return False
    if claim.subject.kind == "people":
        return bool(claim.subject.intervention)
    return not (claim.settled and document.profile.name == "clinic-marketing")


def _elsewhere(claim: Claim, document: Document) -> bool:
    if claim.hedge >= 1 or possible(claim):
        return False
    if claim.mode not in ("finite", "bullet", "result"):
        return False
    if claim.subject.kind in _NEVER_A_SUBJECT and claim.pattern != "people":
        return False
    record = claim.record
    if record is None:
        return claim.subject.kind == "generic" and claim.pattern == "verb"
    if record.low_risk or claim.settled:
        return False
    if claim.subject.kind in ("none", "other") and claim.mode != "bullet":
        return False
    if claim.reading.sentence.block.kind == "heading" and document.profile.name != "news":
        return False
    return bool(claim.outcomes)
