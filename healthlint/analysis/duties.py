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
    |potential|promis\w+
    |we\ (?:(?:can|also|may|will|often|usually)\ )*(?:use|perform|give|do|carry\ out|adjust))\b""",
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
    r"legislation|lawsuit|market|interact\w*|(?:if |when )?you(?: are|['’]re|['’]ve been)? (?:tak(?:e|ing)|"
    r"use|using)|(?:people|anyone|those|patients|women|men) (?:who (?:are )?)?tak(?:e|ing)|certain medic\w+|"
    r"other medic\w+|history|contaminat\w+|adulterat\w+|illicit\w*)\b",
    re.IGNORECASE,
)
"""Words with which an intervention is a comparison, a rival, a matter of policy or of warning, not an offer."""

_LEFT_OUT = Wording(
    r"\b(?:without|no|non|unlike|instead of|rather than|than|versus|vs\.?|(?:replace\w*|alternatives?|addicted|"
    r"compared|similar|exposed|allergic) (?:of|to|with|for)|in place of|free (?:of|from)|(?:should|must|do|"
    r"does|can)(?:n['’]t| not)|wean\w* "
    r"off|stop\w*|quit\w*|not)[\s-]+(?:[\w'’-]+[\s,]+){0,2}$"
    r"|\bavoid(?:s|ing)?\s+(?:[\w'’-]+[\s,]+){0,7}$",
    re.IGNORECASE,
)
"""What stands before an intervention that the text leaves out, stops or compares with."""

_FREE = Wording(
    r"[- ]free\b|[- ](?:induced|associated|related|dependent|withdrawal|addict\w*)\b", re.IGNORECASE
)
"""What stands behind the name of something that is left out, or to blame."""

_DOES_HARM = Wording(r"\b(?:leads? to|(?:can|may|could|might) (?:cause|trigger|worsen))\b", re.IGNORECASE)
"""Words with which an intervention is to blame."""

INVASIVE = Wording(
    r"\b(?:inject\w*|infusions?|infused(?! (?:with|in)\b)|intravenous\w*|intramuscular\w*|IV|IM)\b"
)
_ON_THE_SKIN = Wording(r"\b(?:topical\w*|serums?|facials?|skin ?care|exfoliat\w*)\b", re.IGNORECASE)
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
            if _left_out(reading, claim.intervention):
                continue
            yield Anchor(reading, knowledge.intervention(claim.intervention), claim.outcomes, claim)
            for mention in _beside(reading, claim.intervention):
                yield Anchor(reading, knowledge.intervention(mention.id), claim.outcomes, claim)
    text = reading.sentence.plain
    advised = _is_advised(reading) or (marketing and _is_title(reading) and _PRAISED.search(text) is not None)
    if made or not (advised or OFFER.search(text) or _CONSIDERED.search(text)):
        return
    outcomes = tuple(reading.named("outcome"))
    heard = cues(reading.sentence)
    sold = _CONSIDERED.search(text) is not None or (marketing and _SOLD.search(text) is not None)
    if (
        _COMPARED.search(text) is not None
        or not (outcomes or sold or advised)
        or (not sold and _DOES_HARM.search(text) is not None)
        or _ANIMALS.search(reading.sentence.plain)
        or heard.debunked
        or heard.quotes
        or _is_denied(reading, advised)
    ):
        return
    for mention in reading.named("intervention"):
        record = mention.intervention
        if record and "generic" not in record.classes and not _is_left_out(reading, mention):
            yield Anchor(reading, record, outcomes, None)


def _is_denied(reading: Reading, advised: bool) -> bool:
    """Whether a sentence denies what it names; in advice, only what stands before the first thing to take."""
    first = next((m.first for m in reading.named("intervention")), len(reading.lower))
    return any(word in NEGATORS for word in (reading.lower[:first] if advised else reading.lower))


_TREATING = Wording(
    r"\b(?:treat(?:s|ing|ment|ments)?|reliev(?:e|ing)|eas(?:e|ing)|manag(?:e|ing)|self-care|home remedies|"
    r"what you can do|help yourself|look after yourself)\b",
    re.IGNORECASE,
)
_TAKE = re.compile(r"\W*(?:you can (?:also )?)?(?:take|use|try|apply)\b(?! (?:care|time|part))", re.IGNORECASE)
_DO_NOT = re.compile(r"\W*(?:don['’]?t|do not|avoid|never)\b", re.IGNORECASE)
_PRAISED = Wording(r"\b(?:best|top|benefits?|for|why)\b", re.IGNORECASE)


def _is_advised(reading: Reading) -> bool:
    """Whether a sentence tells the reader to take something, under a heading about treatment."""
    path = reading.sentence.block.path[-2:]
    if any(_DO_NOT.match(heading) for heading in path):
        return False
    return _TAKE.match(reading.sentence.plain) is not None and any(_TREATING.search(h) for h in path)


def _is_title(reading: Reading) -> bool:
    block = reading.sentence.block
    return (block.kind == "heading" and block.level <= 1) or (
        block.kind == "field" and block.name.endswith("title")
    )


def _is_left_out(reading: Reading, mention: Mention) -> bool:
    """Whether a sentence names an intervention as left out, stopped, to blame, or only to compare with it."""
    text = reading.sentence.plain
    return bool(_LEFT_OUT.search(text, 0, mention.start) or _FREE.match(text, mention.end))


def _left_out(reading: Reading, identity: str) -> bool:
    """Whether every mention of an intervention in a sentence leaves it out; never where none names it."""
    named = [mention for mention in reading.named("intervention") if mention.id == identity]
    return bool(named) and all(_is_left_out(reading, mention) for mention in named)


_LISTED = re.compile(r",(?: (?:and|or))?(?: \w+)? ?|,? (?:and|or|&)(?: \w+)? ")
"""What joins the items of a list, with one word before the next item."""


def _beside(reading: Reading, identity: str) -> Iterator[Mention]:
    """The interventions that stand in one list with the one that a claim is about."""
    named = list(reading.named("intervention"))
    at = next((n for n, mention in enumerate(named) if mention.id == identity), None)
    if at is None:
        return
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(named):
            left, right = sorted((named[here], named[here + step]), key=lambda mention: mention.start)
            if not _LISTED.fullmatch(reading.sentence.plain[left.end : right.start]):
                break
            here += step
            record = named[here].intervention
            if record and "generic" not in record.classes:
                yield named[here]


_ANIMALS = Wording(
    r"\b(?:mouse|mice|rats?|rodents?|animals?|preclinical|in vitro|cells? in a dish)\b", re.IGNORECASE
)


def _only_reported(claim: Claim) -> bool:
    """Whether the text merely reports what others believe, denies it, or tells of animals."""
    if claim.quoted or _believed(claim):
        return True
    return _ANIMALS.search(claim.reading.sentence.plain) is not None


def _believed(claim: Claim) -> bool:
    """Whether a claim is told as a belief, or denied."""
    return claim.cues.debunked or 0 <= claim.cues.believed < claim.end


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
    if duty := _duty(document, lambda record: grave(record, marketing)):
        return duty
    if marketing:
        return _product_duty(document)
    return _news_duty(document) if document.profile.name == "news" else None


def _everyday(record: knowledge.Intervention | None) -> bool:
    """Whether a claim is about food, exercise or other everyday things."""
    return record is not None and (record.low_risk or record.kind in ("food", "practice"))


_SWALLOWED = Wording(
    r"\b(?:take|one|two|three|\d+) (?:\w+ ){0,2}(?:capsules?|tablets?|softgels?|gummies|drops|scoops?|"
    r"pills?)\b",
    re.IGNORECASE,
)
_SEVERAL = 2


def _product_duty(document: Document) -> Duty | None:
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
        if claim.pattern != "role" and not _believed(claim)
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


def _news_duty(document: Document) -> Duty | None:
    """The duty of a report on a study: whatever was tried, readers want to know what harm it did."""
    studied = any(cues(reading.sentence).attribution == "study" for reading in readings(document))
    told = _told(document)
    if studied and len({claim.reading.sentence.index for claim in told}) >= _REPORTED:
        return _duty_of(document, told[0], knowledge.intervention("treatment"))
    return _test_duty(document)


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
    if len({a.reading.sentence.index for a in able}) < _PROMOTED and not _short(document):
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
    return _SOLD.search(anchor.reading.sentence.plain) is not None


def _short(document: Document) -> bool:
    return sum(len(reading.words) for reading in readings(document)) < _SHORT


def _high_risk(anchor: Anchor) -> bool:
    """Whether the intervention is of the high-risk class, or is offered as an injection or infusion."""
    if anchor.intervention.high_risk:
        return True
    if anchor.intervention.kind == "vaccine" or "home-standard" in anchor.intervention.classes:
        return False
    text = anchor.reading.sentence.plain
    return INVASIVE.search(text) is not None and _ON_THE_SKIN.search(text) is None
