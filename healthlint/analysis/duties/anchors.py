"""Anchors: the sentences that claim, offer or advise an intervention, and so create duties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
SOLD = Wording(
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
    r"legislation|lawsuit|market|medicare|medicaid|rebates?|reimburs\w*|insur\w+|interact\w*|"
    r"(?:if |when )?you(?: are|['’]re|['’]ve been)? (?:tak(?:e|ing)|use|using)|"
    r"(?:people|anyone|those|patients|women|men) (?:who (?:are )?)?tak(?:e|ing)|certain medic\w+|"
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
    sold = _CONSIDERED.search(text) is not None or (marketing and SOLD.search(text) is not None)
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
        record = mention.specific
        if record and not _is_left_out(reading, mention):
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
            if named[here].specific:
                yield named[here]


_ANIMALS = Wording(
    r"\b(?:mouse|mice|rats?|rodents?|animals?|preclinical|in vitro|cells? in a dish)\b", re.IGNORECASE
)


def _only_reported(claim: Claim) -> bool:
    """Whether the text merely reports what others believe, denies it, or tells of animals."""
    if claim.quoted or believed(claim):
        return True
    return _ANIMALS.search(claim.reading.sentence.plain) is not None


def believed(claim: Claim) -> bool:
    """Whether a claim is told as a belief, or denied."""
    return claim.cues.debunked or 0 <= claim.cues.believed < claim.end
