"""Whether a harm word names what a treatment is for, or what the document is about."""

from __future__ import annotations

import re

from healthlint import knowledge
from healthlint.analysis.claims import Claim
from healthlint.analysis.disclosures.risk.harms import Harm
from healthlint.analysis.disclosures.risk.wordings import CAUSE, RISK_OF, SIDE
from healthlint.analysis.mentions import Reading, readings
from healthlint.document import Document, analysis
from healthlint.wording import Wording

_TARGET = Wording(
    r"\b(?:treat\w*|reliev\w+|eas(?:e|es|ing)|reduc\w+|prevent\w*|for|of|with|against|manag\w+|fight\w*|from|"
    r"helps?|sooth\w+|in|alleviat\w+|lower\w*|improv\w+|suffer\w*|control\w*|cases|to)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


def is_topic(reading: Reading, harm: Harm, claimed: list[Claim]) -> bool:
    """Whether the harm word is what the intervention is for ("relieves pain", "treatment of depression")."""
    if any(o.start < harm.end and harm.start < o.end for claim in claimed for o in claim.outcomes):
        return True
    if _treated(reading, harm):
        return True
    before = reading.sentence.plain[: harm.start]
    target = _TARGET.search(before)
    if target is None or SIDE.search(before):
        return False
    tie = max((m.end() for pattern in (CAUSE, RISK_OF, SIDE) for m in pattern.finditer(before)), default=-1)
    return tie < target.start()


@analysis
def _topics(document: Document) -> frozenset[str]:
    """The conditions that the title, the description and the first two sentences name."""
    found: set[str] = set()
    for reading in readings(document):
        block = reading.sentence.block
        if (
            reading.sentence.index < 2
            or block.kind == "field"
            or (block.kind == "heading" and block.level <= 1)
        ):
            found.update(m.id for m in reading.named("outcome") if m.id and m.disease)
    return frozenset(found)


def of_the_topic(document: Document, reading: Reading, harm: Harm) -> bool:
    """Whether the harm word is the illness that the document is about, or stands in a name."""
    text = reading.sentence.plain
    if harm.start > 0 and (text[harm.start].isupper() or _COMPOUND.search(text, 0, harm.start)):
        return True
    if _MODIFIES.match(text, harm.end):
        return True
    overlapping = (m.id for m in reading.named("outcome") if m.start < harm.end and harm.start < m.end)
    return not _topics(document).isdisjoint(overlapping)


_COMPOUND = re.compile(
    r"(?:\b(?!drug|treatment|dose|opioid|steroid)[\w]+-|\b(?:food|sugar|gambling|internet|gaming|phone|"
    r"shopping) )$",
    re.IGNORECASE,
)
"""What makes a harm word part of another word ("HIV-infected", "food addiction")."""
_MODIFIES = re.compile(
    r"[ -](?:medic\w+|relief|reliev\w+|management|killers?|control|clinics?|drugs?|therap\w+|treatments?|"
    r"specialists?|"
    r"scores?|patients?|sufferers?|survivors?|centers?|centres?|research\w*)\b",
    re.IGNORECASE,
)
"""What makes a harm word say what something is for ("pain medicines", "cancer survivors")."""


def _treated(reading: Reading, harm: Harm) -> bool:
    """Whether an intervention in the sentence is approved or established for what the harm word names."""
    conditions = [m.id for m in reading.named("outcome") if m.id and m.start < harm.end and harm.start < m.end]
    for mention in reading.named("intervention"):
        for condition in conditions:
            use = knowledge.use_of(mention.id, condition) if mention.id else None
            if mention.id and (
                knowledge.established(mention.id, condition) or (use and use.status == "approved")
            ):
                return True
    return False
