"""What an advertisement states as fact: "can help" is a promise there, and whoever sells is who speaks."""

from __future__ import annotations

import re

from healthlint.analysis.claims import Claim
from healthlint.analysis.sections import lead_in
from healthlint.analysis.weighing.possibility import POSSIBLE
from healthlint.document import Document
from healthlint.wording import Wording

_IMPERATIVE = Wording(
    r"\W*(?:to\b[^,]*, (?:\w+ly )?)?(?:consider|take|use|try|add|drink|eat|apply|include|incorporate|do|"
    r"practi[cs]e|get|donate|start|combine|mix|wear|sip|choose|enjoy|rub|inhale|diffuse|inject|spray|chew|"
    r"alternat\w+|switch|make|keep|massage|soak|sit|stand|sleep|fast)\b",
    re.IGNORECASE,
)
_USED = Wording(r"\W*(?:used|taken|applied|enjoyed) (?:as|for|in|by|daily)\b", re.IGNORECASE)
"""How a line about a product begins that leaves its name to the label."""
_BY_MEANS = Wording(r"\b(?:by|through) (?:\w+ ){0,2}\w+ing\b", re.IGNORECASE)
_FIRST_PERSON = Wording(r"\bI(?:['’]\w+)?\b")
_WISHED = Wording(r"\b(?:want|wish|love|hope|like|see|watch|ready|deserve|rather)\b", re.IGNORECASE)
_SOUGHT = Wording(
    r"\b(?:find(?:ing)?|seek(?:ing)?|looking for|search(?:ing)? for|choos(?:e|ing)|want|need)\s+"
    r"(?:[\w-]+\s+){0,4}(?:that|which)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""What somebody looks for is not yet found ("find a treatment that brings relief")."""
_BENEFIT_LIST = Wording(
    r"\b(?:benefits?|advantages|results|improve\w*|expect|effects|why|helps?|offers?|features|good for)\b",
    re.IGNORECASE,
)
_PRAISE = Wording(
    r"\b(?:excellent|amazing|outstanding|impressive|remarkable|incredible|\w+ing)\b", re.IGNORECASE
)
_PAST = frozenset(("been", "was", "were", "had", "historically", "traditionally"))
_VAGUE_OBJECTS = frozenset(
    ("problems", "issues", "conditions", "condition", "lines", "different problems", "damage")
)
_SELF_CARE = frozenset(
    "stress|stress levels|sleep|sleep quality|weight|your nervous system|nervous system|mood|hydration|health|"
    "relaxation|connections|mental health|overall health|energy|recovery|breathing|posture|life|body".split("|")
)
_MEDICINES = ("vaccine", "drug", "biologic")
_LABEL = 3
"""Words of a heading that names a topic and promises nothing."""

_OPEN = ("other", "relative")
"""Subjects that words do not recognise: the syntax of the sentence says whether they act on the outcome."""


def weigh(claim: Claim, document: Document) -> bool | None:
    """Whether the claim is told as fact, None where its words leave it open."""
    if claim.mode == "indication":
        return _indicated(claim, document)
    if (
        _held_back(claim)
        or _is_sought(claim)
        or (claim.mode == "imperative" and _advice(claim))
        or _is_label(claim)
    ):
        return False
    if claim.mode == "purpose":
        return _recommended(claim)
    if claim.pattern == "nominal" and claim.mode == "bullet" and not _benefits_listed(claim, document):
        return False
    if _is_vague(claim):
        return claim.subject.kind in ("intervention", "generic", "anaphor") and claim.kind == "treat"
    if not _can_act(claim):
        return False
    if claim.subject.kind == "people" and _we_cure(claim):
        return True
    if claim.established and claim.record is not None and claim.record.kind in _MEDICINES:
        return False
    settled = claim.settled and (claim.kind != "cure" or claim.curable)
    if settled and claim.hedge >= 0 and document.profile.name == "clinic-marketing":
        return False
    return None if claim.pattern == "verb" and claim.subject.kind in _OPEN else True


def _indicated(claim: Claim, document: Document) -> bool:
    """Whether "used to treat" is a promise: "can be used", and where supplements are sold any present use."""
    if claim.kind not in ("treat", "cure", "prevent", "relieve"):
        return False
    if claim.hedge == 1 and not claim.helped:
        return claim.kind != "relieve"
    sold = document.profile.name == "supplement-marketing" and claim.disease and not claim.settled
    return sold and claim.hedge <= 1 and _PAST.isdisjoint(claim.reading.lower[: _word(claim)])


def _word(claim: Claim) -> int:
    """How many words stand before the claim."""
    return sum(word.end <= claim.start for word in claim.reading.words)


def _held_back(claim: Claim) -> bool:
    """Whether the verb group itself hedges, or tells an aim, a way or a manner."""
    if claim.hedge >= 2 or claim.mode in ("design", "gerund", "means"):
        return True
    if claim.mode == "result":
        return POSSIBLE.search(claim.reading.sentence.plain) is not None
    return claim.mode == "purpose" and POSSIBLE.search(claim.reading.sentence.plain, 0, claim.end) is not None


def _is_sought(claim: Claim) -> bool:
    """Whether it tells what a treatment should do that somebody looks for."""
    return _SOUGHT.search(claim.reading.sentence.plain[: claim.start]) is not None


def _recommended(claim: Claim) -> bool:
    """Whether something is to be used for a purpose ("take turmeric to ease pain")."""
    if claim.pattern == "verb" and claim.disease and _USED.match(claim.reading.sentence.plain):
        return True
    if not claim.intervention or claim.pattern != "verb":
        return False
    return _IMPERATIVE.match(claim.reading.sentence.plain) is not None


def _advice(claim: Claim) -> bool:
    """Whether an imperative tells the reader to look after themselves and names nothing to do it with."""
    if any(m.intervention and not m.intervention.low_risk for m in claim.reading.named("intervention")):
        return False
    return claim.text.lower() == "manage" or _SELF_CARE.issuperset(claim.objects)


def _is_label(claim: Claim) -> bool:
    """Whether a heading merely names its topic ("Remedies for panic attacks", "Benefits and risks")."""
    if claim.reading.sentence.block.kind != "heading" or claim.mode not in ("bullet", "imperative"):
        return False
    if claim.pattern in ("remedy", "nominal"):
        return True
    return len(claim.reading.words) <= _LABEL or "benefits" in claim.reading.lower[:1]


def _benefits_listed(claim: Claim, document: Document) -> bool:
    """Whether a bullet stands in a list of benefits: its heading or the line above the list says so."""
    block = claim.reading.sentence.block
    if block.kind not in ("list_item", "cell", "field", "heading"):
        return False
    above = lead_in(document, claim.reading.sentence.block_index)
    return any(_BENEFIT_LIST.search(text) for text in (above[-160:], *block.path[-1:]))


def _is_vague(claim: Claim) -> bool:
    """Whether what it acts on says nothing of its own ("treats problems")."""
    if claim.pattern != "verb" or claim.kind not in ("treat", "relieve"):
        return False
    return _VAGUE_OBJECTS.issuperset(claim.objects)


def _can_act(claim: Claim) -> bool:
    """Whether the subject is something whose effect the sentence can promise."""
    subject = claim.subject
    if claim.pattern == "role":
        return subject.kind in ("intervention", "generic", "anaphor")
    if claim.mode == "way" and subject.kind in ("people", "body", "evidence", "other"):
        return False
    if subject.kind == "evidence":
        praised = claim.pattern == "results" and _PRAISE.search(claim.text) is not None
        return praised or bool(subject.intervention)
    if subject.kind == "body":
        return claim.pattern == "better" and claim.hedge <= 0
    return subject.kind != "people" or _people_can(claim)


def _we_cure(claim: Claim) -> bool:
    """Whether the seller says "we cure" or "we reverse"."""
    return claim.kind in ("cure", "reverse") and "we" in claim.reading.lower[:2]


def _people_can(claim: Claim) -> bool:
    """Whether people are promised something: better health, or an effect by what is sold."""
    if _we_cure(claim):
        return True
    text = claim.reading.sentence.plain
    if _FIRST_PERSON.search(text[: claim.start]):
        return False
    if claim.pattern == "better":
        sure = claim.hedge <= 0 or (claim.hedge == 1 and claim.cues.vague is not None)
        return claim.mode == "finite" and sure and not _WISHED.search(text[: claim.start])
    return bool(claim.subject.intervention) or _BY_MEANS.search(text, claim.end) is not None
