"""Whether a claim is told as plain fact where its kind of text has to hedge, attribute or count it.

The line differs by profile: "can help" is a promise in an advertisement and a hedge in a leaflet, "studies
show" is an attribution in a news report and none in a leaflet, approved and established uses need no hedge
outside marketing of supplements.
"""

from __future__ import annotations

import re

from healthlint.analysis.claims import Claim
from healthlint.analysis.cues import saying
from healthlint.analysis.sections import is_myths, is_risks
from healthlint.document import Document
from healthlint.profile import Profile
from healthlint.wording import Wording

_POTENTIAL = Wording(
    r"\b(?:may|might|could|potential(?:ly)?|possibl[ey]|perhaps|appears?|seems?|suggest(?:s|ed|ing)?|likely|"
    r"hope[sd]?|hopeful|aims?|would|designed|intended|goals?|if|whether|believed|thought|theori\w+|hypothes\w+|"
    r"proposed|expected|promising|explor\w+|investigat\w+|tested|testing|studied|looking (?:at|into)|future|"
    r"one day|someday)\b",
    re.IGNORECASE,
)
_IMPERATIVE = Wording(
    r"\W*(?:to\b|(?:consider|take|use|try|add|drink|eat|apply|include|incorporate|do|practi[cs]e|get|donate|"
    r"start|combine|mix|wear|sip|choose|enjoy|rub|inhale|diffuse|inject|spray|chew|alternat\w+|switch|make|"
    r"keep|massage|soak|sit|stand|sleep|fast)\b)",
    re.IGNORECASE,
)
_BY_MEANS = Wording(r"\b(?:by|through) (?:\w+ ){0,2}\w+ing\b", re.IGNORECASE)
_FIRST_PERSON = Wording(r"\bI(?:['’]\w+)?\b")
_WISHED = Wording(r"\b(?:want|wish|love|hope|like|see|watch|ready|deserve)\b", re.IGNORECASE)
_VAGUE_OBJECTS = frozenset(
    ("problems", "issues", "conditions", "condition", "lines", "different problems", "damage")
)
_BENEFIT_LIST = Wording(
    r"\b(?:benefits?|advantages|results|improve\w*|expect|effects|why|helps?|offers?|features|good for)\b",
    re.IGNORECASE,
)
_CAN = frozenset(("can", "could", "may", "might"))
_LEGAL = Wording(r"\b(?:privacy|terms (?:of|and)|notice of|cookies?)\b", re.IGNORECASE)
ANIMALS = Wording(
    r"\b(?:mouse|mice|rats?|rodents?|dogs?|cats?|pets?|horses?|preclinical|in vitro|zebrafish)\b", re.IGNORECASE
)
_SELF_CARE = frozenset(
    (
        "stress",
        "stress levels",
        "sleep",
        "sleep quality",
        "weight",
        "your nervous system",
        "nervous system",
        "mood",
        "hydration",
        "health",
        "relaxation",
        "connections",
        "mental health",
        "overall health",
        "energy",
        "recovery",
        "breathing",
        "posture",
        "life",
        "body",
    )
)
_MECHANICAL = frozenset(
    "brain|neurons|dopamine|serotonin|oxygen|absorption|collagen|collagen production|tissue|tissues|hormone|"
    "hormones|heart rate|blood|cells|muscles|nerves|blood vessels|circulation|blood flow|growth|body|"
    "oxygenation|elimination|bacteria|cortisol|insulin|lives|life|function|health|balance|results|care|mind|"
    "energy|defenses|development|performance|production|activity".split("|")
)
_NEVER_A_SUBJECT = frozenset(("evidence", "body", "people"))


def as_fact(claim: Claim, document: Document) -> bool:
    """Whether the text states the claim as fact, given what its profile accepts."""
    if not claim.asserted or claim.subject.lacking or claim.cues.debunked or claim.cues.limits:
        return False
    block = claim.reading.sentence.block
    if ANIMALS.search(claim.reading.sentence.plain) or _LEGAL.search(" ".join(block.path[:1])):
        return False
    cautionary = is_myths if document.profile.marketing else _is_cautionary
    if block.name == "alt" or any(cautionary(heading) for heading in block.path[-1:]):
        return False
    if claim.quoted or claim.cues.conditional or reported(claim, document.profile):
        return False
    if claim.cues.counted and not document.profile.marketing:
        return False
    if document.profile.marketing:
        return _in_marketing(claim, document)
    return _elsewhere(claim, document)


def _is_cautionary(heading: str) -> bool:
    return is_risks(heading) or is_myths(heading)


def reported(claim: Claim, profile: Profile) -> bool:
    """Whether the sentence gives the claim to somebody or something that may vouch for it in this profile."""
    heard = claim.cues
    if heard.cited or heard.attribution == "named":
        return True
    if 0 <= heard.believed < claim.end:
        return True
    if profile.marketing:
        return heard.attribution == "study" and heard.counted
    if heard.attribution == "study" or saying(claim.reading.sentence.plain):
        return True
    return heard.attribution == "vague" and profile.name == "news"


def possible(claim: Claim) -> bool:
    """Whether a word before the claim calls all that follows possible, hoped for or under study."""
    return _POTENTIAL.search(claim.reading.sentence.plain, 0, claim.end) is not None


def _texts(claim: Claim) -> set[str]:
    text = claim.reading.sentence.plain
    return {text[outcome.start : outcome.end].lower() for outcome in claim.outcomes}


def block_is_label(claim: Claim) -> bool:
    """Whether a heading merely names its topic ("Remedies for panic attacks", "Benefits and risks")."""
    if claim.reading.sentence.block.kind != "heading" or claim.mode not in ("bullet", "imperative"):
        return False
    return (
        claim.pattern in ("remedy", "nominal")
        or len(claim.reading.words) <= _LABEL
        or "benefits" in claim.reading.lower[:1]
    )


_LABEL = 3


def _advice(claim: Claim) -> bool:
    """Whether an imperative tells the reader to look after themselves and names nothing to do it with."""
    if any(m.intervention and not m.intervention.low_risk for m in claim.reading.named("intervention")):
        return False
    return _SELF_CARE.issuperset(_texts(claim))


def benefits_listed(claim: Claim, document: Document) -> bool:
    """Whether a bullet stands in a list of benefits: its heading or the line above the list says so."""
    block = claim.reading.sentence.block
    if block.kind not in ("list_item", "cell", "field", "heading"):
        return False
    number = claim.reading.sentence.block_index - 1
    while number >= 0 and document.blocks[number].kind in ("list_item", "cell"):
        number -= 1
    above = document.blocks[number].text.text if number >= 0 else ""
    return any(_BENEFIT_LIST.search(text) for text in (above[-160:], *block.path[-1:]))


def _in_marketing(claim: Claim, document: Document) -> bool:
    if claim.mode == "indication":
        return claim.hedge == 1 and claim.kind in ("treat", "cure", "prevent") and not claim.helped
    if claim.hedge >= 2 or claim.mode in ("design", "gerund", "means"):
        return False
    if claim.mode == "result" and _POTENTIAL.search(claim.reading.sentence.plain):
        return False
    if claim.mode == "purpose" and possible(claim):
        return False
    if claim.mode == "purpose":
        return (
            bool(claim.intervention)
            and claim.pattern == "verb"
            and _IMPERATIVE.match(claim.reading.sentence.plain) is not None
        )
    if claim.mode == "imperative" and _advice(claim):
        return False
    if block_is_label(claim):
        return False
    if claim.pattern == "role" and claim.subject.kind not in ("intervention", "generic", "anaphor"):
        return False
    if claim.mode == "way" and claim.subject.kind not in (
        "intervention",
        "anaphor",
        "generic",
        "relative",
        "practice",
        "none",
    ):
        return False
    if claim.pattern == "nominal" and claim.mode == "bullet" and not benefits_listed(claim, document):
        return False
    if (
        _VAGUE_OBJECTS.issuperset(_texts(claim))
        and claim.kind in ("treat", "relieve")
        and claim.pattern == "verb"
    ):
        return claim.subject.kind in ("intervention", "generic", "anaphor") and claim.kind == "treat"
    if claim.subject.kind == "evidence" and not claim.subject.intervention:
        return False
    if claim.subject.kind == "body":
        return claim.pattern == "better" and claim.hedge <= 0
    if claim.subject.kind == "people":
        if claim.kind in ("cure", "reverse") and "we" in claim.reading.lower[:2]:
            return True
        before = claim.reading.sentence.plain[: claim.start]
        if _FIRST_PERSON.search(before):
            return False
        if claim.pattern == "better":
            return claim.mode == "finite" and claim.hedge <= 0 and not _WISHED.search(before)
        return (
            bool(claim.subject.intervention)
            or _BY_MEANS.search(claim.reading.sentence.plain, claim.end) is not None
        )
    if claim.established and claim.record is not None and claim.record.kind in ("vaccine", "drug", "biologic"):
        return False
    return not (claim.settled and claim.hedge >= 0 and document.profile.name == "clinic-marketing")


_ENDPOINTS = frozenset(
    "death deaths mortality survival overall survival complications lives life expectancy death risk risk of "
    "death dying".split()
    + ["overall survival", "life expectancy", "death risk", "death rates", "odds of survival"]
)


def _elsewhere(claim: Claim, document: Document) -> bool:
    news = document.profile.name == "news"
    strong = claim.kind in ("cure", "treat", "reverse") and claim.pattern == "verb"
    if claim.hedge >= (2 if news and strong and not claim.helped else 1) or possible(claim):
        return False
    if claim.mode == "result" and not _CAN.isdisjoint(claim.reading.lower):
        return False
    if claim.pattern == "proof" and news and claim.subject.kind != "people":
        return claim.mode == "finite"
    if claim.pattern in ("better", "role", "answer", "results", "proof") or "useful" in claim.text.lower():
        return False
    if news and _ENDPOINTS & _texts(claim) and claim.subject.kind not in ("people", "evidence", "body"):
        return claim.mode in ("finite", "result") and claim.pattern in ("verb", "nominal")
    if claim.mode not in ("finite", "bullet", "result") or (
        claim.mode == "bullet" and (claim.pattern != "verb" or claim.start > 1)
    ):
        return False
    if claim.subject.kind in _NEVER_A_SUBJECT and claim.pattern != "people":
        return False
    record = claim.record
    if record is None:
        return news and claim.subject.kind == "generic" and claim.pattern == "verb"
    if claim.subject.kind in ("relative", "generic", "practice") and not news:
        return False
    if record.low_risk or claim.settled or _MECHANICAL.issuperset(_texts(claim)):
        return False
    if claim.subject.kind in ("none", "other") and claim.mode != "bullet":
        return False
    if claim.reading.sentence.block.kind == "heading" and document.profile.name != "news":
        return False
    return bool(claim.outcomes)
