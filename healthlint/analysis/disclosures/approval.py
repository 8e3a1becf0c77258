"""Approval status: where an article says that a use is off-label, unapproved or still being tested.

Grades of a statement: L1 implicit (being studied, experimental, emerging), L2 named (off-label, not approved,
unlicensed), L3 explained (what it is approved for, or what off-label means).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from healthlint.analysis.cues import cues
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.sections import in_references
from healthlint.document import Document, analysis
from healthlint.wording import Wording

_REGULATOR = (
    r"(?:FDA|Food and Drug Administration|MHRA|EMA|TGA|Health Canada|European Medicines Agency|"
    r"regulators?|NICE)"
)
OFF_LABEL = Wording(
    r"\boff[- ](?:label|licen[cs]e)\b|\bunlicen[cs]ed (?:use|uses|indication|medicines?)\b", re.IGNORECASE
)
_NAMED = Wording(
    rf"\boff[- ](?:label|licen[cs]e)\b|\bunlicen[cs]ed\b|\bunapproved\b|\bnon-?{_REGULATOR}[- ]approved\b"
    rf"|\b(?:not|never|n['’]t|nor|neither|yet to be|without|lacks?|lack of|no|hasn['’]t|isn['’]t|"
    rf"aren['’]t)\s+(?:\w+[\s-]+){{0,4}}?(?:{_REGULATOR}[- ])?(?:approv(?:ed|al)|licen[cs](?:ed|e)|"
    rf"authori[sz](?:ed|ation)|cleared|indicated|evaluated)\b"
    r"|\b(?:does|do|did) not (?:carry|have|hold) (?:an? |any )?(?:\w+ )?(?:indication|approval|licen[cs]e)\b"
    rf"|\b{_REGULATOR} (?:has|have|had|did|does) ?(?:not|n['’]t|never) (?:yet )?(?:\w+ )?(?:approved?|"
    rf"licen[cs]ed?|authori[sz]ed?|reviewed?|evaluated?)\b"
    rf"|\bno (?:\w+ )?approved (?:use|uses|indication|medical use)\b|\boutside (?:of )?(?:its|their|the) "
    rf"(?:licen[cs]e|label|approved|labell?ed)\b",
    re.IGNORECASE,
)
_IMPLICIT = Wording(
    r"\b(?:investigational|experimental|(?:being|been|also) (?:studied|tested|investigated|researched|explored|"
    r"evaluated)|under (?:study|investigation)|in (?:clinical |late-stage |early |human |ongoing )*trials?|"
    r"phase [123i]+|(?:is|are) testing|(?:is|are) studying|still (?:being )?(?:tested|studied)|emerging|"
    r"research(?:ers)? (?:is|are) (?:exploring|testing|studying)|clinical trials?|pilot study|compassionate "
    r"use|research use only|new drug application|seeking (?:FDA )?approval|awaiting approval|candidate|illegal|"
    r"prohibited|banned)\b",
    re.IGNORECASE,
)
EXPLAINED = Wording(
    rf"\boff[- ](?:label|licen[cs]e)\b[^.]{{0,60}}\b(?:means?|which means|refers? to|is when|i\.e\.|that is|in "
    rf"other words)\b"
    rf"|\b(?:called|known as|term(?:ed)?|described as|referred to as)\s+[\"“‘']?off[- ](?:label|licen[cs]e)"
    rf"|\b(?:approved|licen[cs]ed|authori[sz]ed|indicated|cleared)\s+(?:\w+\s+){{0,6}}?(?:for|as|"
    rf"to)\b[^.]{{2,120}}\b(?:not|but|rather than|only|n['’]t|never)\b"
    rf"|\b(?:approved|licen[cs]ed|authori[sz]ed) (?:medicines?|drugs?|products?|treatments?) (?:in a way|"
    rf"in ways|"
    rf"for (?:a|an|some|another|other)) [^.]{{0,60}}\b(?:not|n['’]t|never|no|other than|different)\b"
    rf"|\b(?:for a (?:use|purpose|reason|condition)|in a way|for something|for uses|in ways|outside what|other "
    rf"than|different from what|a use) (?:\w+ ){{0,6}}?(?:approved|licen[cs]ed|label)\b"
    rf"|\b(?:is|are|was|were|been) (?:only |already |first |officially )?(?:{_REGULATOR}[- ])?(?:approved|"
    rf"licen[cs]ed) (?:by the \w+ )?(?:in \w+ )?(?:only )?(?:for|as|to)\b|\b{_REGULATOR} (?:\w+ )?(?:approved|"
    rf"licen[cs]ed|cleared) (?:it|the|this|\w+)(?: \w+){{0,4}} (?:for|as|to|in)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatusStatement:
    """A sentence about approval status: its grade, and the interventions that it names ("" ids left out)."""

    reading: Reading
    grade: int
    interventions: frozenset[str]
    regulator: bool


@dataclass(frozen=True, slots=True)
class Approval:
    """Every statement about approval status in reading order, and whether off-label is ever explained."""

    statements: tuple[StatusStatement, ...]
    explained: bool

    def labels(self, least: int = 2) -> tuple[StatusStatement, ...]:
        """The statements of at least this grade."""
        return tuple(statement for statement in self.statements if statement.grade >= least)


_REGULATOR_NAME = Wording(rf"\b{_REGULATOR}\b")


@analysis
def approval(document: Document) -> Approval:
    """What the document says about approval status."""
    found = []
    explained = False
    for reading in readings(document):
        if in_references(document, reading.sentence.block_index):
            continue
        text = reading.sentence.plain
        if EXPLAINED.search(text) and not cues(reading.sentence).question:
            explained = True
        if grade := _grade(text):
            ids = frozenset(m.id for m in reading.named("intervention") if m.id)
            found.append(StatusStatement(reading, grade, ids, _REGULATOR_NAME.search(text) is not None))
    return Approval(tuple(found), explained)


def _grade(text: str) -> int:
    if _NAMED.search(text):
        return 3 if EXPLAINED.search(text) else 2
    return 1 if _IMPLICIT.search(text) else 0
