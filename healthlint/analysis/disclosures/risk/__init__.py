"""Risk disclosure: which harms an article names, how fully, and where.

Grades: R0 no harm named, R1 generic wording only ("side effects may occur"), R2 one or two named harms tied
to the intervention, R3 three or more distinct harms or a serious one. Harms are normalised to concepts
(abuse, addiction, misuse and dependence are one), so that synonyms cannot inflate the grade.
"""

from __future__ import annotations

import re

from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.cues import cues
from healthlint.analysis.disclosures.risk.disclosure import RiskDisclosure, RiskStatement
from healthlint.analysis.disclosures.risk.harms import Harm, concepts_of, harms, injuries
from healthlint.analysis.disclosures.risk.ties import caused, risked, tied
from healthlint.analysis.disclosures.risk.topic import is_topic, of_the_topic
from healthlint.analysis.disclosures.risk.wordings import DENIED, SIDE, TAKING_UP
from healthlint.analysis.disclosures.supervision import BOILERPLATE
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.sections import in_references, is_myths, is_risks, lead_in
from healthlint.document import Document, analysis
from healthlint.wording import Wording

__all__ = ["Harm", "RiskDisclosure", "RiskStatement", "concepts_of", "harms", "risks"]

_MECHANISM = Wording(
    r"\b(?:works?|acts?) (?:by|on|through)\b|\breceptors?\b|\bneurotransmitters?\b", re.IGNORECASE
)
GENERIC = Wording(
    r"\b(?:side[- ]?effects?|adverse (?:effects?|events?|reactions?)|complications?|risks?|dangers?|downsides?|"
    r"drawbacks?|hazards?|harms?|cautions?)\b",
    re.IGNORECASE,
)
_MINIMISED = Wording(
    r"\b(?:only|just|merely)\s+(?:\w+\s+){0,2}(?:minor|mild|slight|a little|temporary)|\bnothing to worry "
    r"about\b|\bnegligible\b|\bsmall price\b|\bminor and\b",
    re.IGNORECASE,
)
_LEAD_IN = Wording(
    r"\b(?:side[- ]?effects?|risks?|adverse|reactions?|complications?|warnings?|harms?|dangers?|cause|"
    r"contra-?indicat\w+|symptoms of an allergic|call (?:your|a|999|911)|stop (?:taking|using))\b[^.?!]*:?$",
    re.IGNORECASE,
)


@analysis
def risks(document: Document) -> RiskDisclosure:
    """The harms that the document names and ties to an intervention, and its generic wording about risk."""
    claimed: dict[int, list[Claim]] = {}
    for claim in claims(document):
        claimed.setdefault(claim.reading.sentence.index, []).append(claim)
    named: list[RiskStatement] = []
    generic: list[RiskStatement] = []
    for reading in readings(document):
        sentence = reading.sentence
        if in_references(document, sentence.block_index) or sentence.block.prominence == "hidden":
            continue
        if any(is_myths(heading) for heading in sentence.block.path[-1:]):
            continue
        if statement := _statement(document, reading, claimed.get(sentence.index, [])):
            (named if statement.harms else generic).append(statement)
    return RiskDisclosure(tuple(named), tuple(generic))


def _statement(document: Document, reading: Reading, claimed: list[Claim]) -> RiskStatement | None:
    text = reading.sentence.plain
    heard = cues(reading.sentence)
    if heard.question and reading.sentence.block.kind != "heading":
        return None
    if _MECHANISM.search(text) or BOILERPLATE.search(text):
        return None
    under = any(is_risks(heading) for heading in reading.sentence.block.path[-2:])
    in_list = reading.sentence.block.kind in ("list_item", "cell")
    listed = in_list and _LEAD_IN.search(lead_in(document, reading.sentence.block_index)) is not None
    found: tuple[Harm, ...] = tuple(
        harm
        for harm in harms(reading)
        if (not heard.quoted(harm.start, harm.end) or _reported(document, reading, harm))
        and not _denied(text, harm)
        and not is_topic(reading, harm, claimed)
        and not of_the_topic(document, reading, harm)
        and (listed or tied(document, reading, harm, under))
    )
    found += injuries(reading)
    if found:
        return RiskStatement(reading, found, _MINIMISED.search(text) is not None, _taken_up(document, reading))
    if document.profile.name == "news" and _NONE_FOUND.search(text):
        return RiskStatement(reading, (Harm(0, 0, "none-found", False),))
    if GENERIC.search(text) and reading.sentence.block.kind != "heading" and _about_intervention(reading):
        return RiskStatement(reading, ())
    return None


def _reported(document: Document, reading: Reading, harm: Harm) -> bool:
    """Whether a news report lets a source say that the treatment causes the harm."""
    before = reading.sentence.plain[: harm.start]
    if document.profile.name != "news":
        return False
    if SIDE.search(before) or _TAKEN.search(before) or caused(reading, before):
        return True
    return risked(before) and bool(reading.interventions)


_TAKEN = Wording(
    r"\b(?:percent|%|patients|people|users) (?:of patients )?(?:will |may |can )?report\w*\b", re.IGNORECASE
)


def _taken_up(document: Document, reading: Reading) -> frozenset[str]:
    """The interventions that the sentence before names, where this one begins with "they" or "it"."""
    if TAKING_UP.isdisjoint(reading.lower[:2]) or not reading.sentence.index:
        return frozenset()
    previous = readings(document)[reading.sentence.index - 1]
    same = previous.sentence.block_index == reading.sentence.block_index
    return previous.interventions if same else frozenset()


_NONE_FOUND = Wording(
    r"\b(?:no|none|without|nor|similar|comparable|few(?:er)?|not(?= (?:\w+ ){0,3}(?:any|adverse|side|"
    r"serious)))\b"
    r"[^.;:]{0,60}\b(?:adverse (?:events?|effects?|"
    r"reactions?)|side[- ]effects?|complications?|toxicit\w+|safety (?:concerns?|issues?|"
    r"signals?))\b[^.;]{0,80}\b(?:reported|observed|found|seen|noted|occurred|recorded|group|groups|"
    r"participants|patients|study|trial|detected)\b"
    r"|\b(?:reported|observed|found|saw|noted|recorded|had|experienced|showed) no\b[^.;]{0,40}\b(?:adverse|"
    r"side[- ]effects?|complications?|toxicit(?:y|ies))"
    r"|\b(?:none|nobody|no one) (?:(?:of|among|in) [^.;]{0,40}?)?(?:had|experienced|reported|developed|"
    r"suffered)\b[^.;]{0,40}"
    r"\b(?:adverse|side[- ]effects?|complications?)"
    r"|\bno (?:\w+ )?(?:reported|observed|increase in|difference in) (?:\w+ ){0,4}(?:adverse (?:events?|"
    r"effects?)|"
    r"side[- ]effects?|complications?)",
    re.IGNORECASE,
)
"""A trial that reports to have found no harm, which in a news report is a disclosure."""


def _denied(text: str, harm: Harm) -> bool:
    return DENIED.search(text, 0, harm.start) is not None


_INTERVENTION_WORDS = frozenset(
    "it its they them this these treatment treatments therapy medicine medicines medication medications drug "
    "drugs tablet tablets dose doses injection injections infusion infusions procedure surgery operation "
    "supplement supplements vaccine product side overdose withdrawal taking using use used long-term high use "
    "you users people patients some effects symptoms reactions adverse".split()
)


def _about_intervention(reading: Reading) -> bool:
    """Whether a sentence speaks of an intervention rather than of an illness."""
    if any(True for _ in reading.named("intervention")):
        return True
    first = next((m for m in reading.named("outcome")), None)
    heads = set(reading.lower[:12])
    if (
        first is not None
        and first.first <= 1
        and first.disease
        and not heads & {"treatment", "therapy", "medicine", "side"}
    ):
        return False
    return bool(heads & _INTERVENTION_WORDS)
