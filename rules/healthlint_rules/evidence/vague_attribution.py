"""Name the study or the body: "studies show" is no source.

## What it flags

"Studies show", "research has shown", "experts say", "doctors agree", "it is well known" with a claim of
benefit, or with a treatment and a number, a condition or a harm, and no link, citation, named study, body or
journal in that sentence or the next two.

## Why it matters

The reader cannot check it, and often there is nothing to check: the phrase lends a claim the weight of
science without its limits. JAMA, QUEST and DISCERN all count attribution among the marks of good health
information.

## Exceptions

A citation mark, a link, a footnote, "(Smith 2021)", a named body or journal. A summary that is followed
within two sentences by the named study, or that points back to one ("these studies"). What a named person
says. Statements of uncertainty ("more research is needed", "researchers do not know"). Hedged hypotheses
about a mechanism. Questions, debunking and quotations. Experts and data on law, trade or politics. On
patient-education pages with a list of references the finding is one level lower.

## What it cannot see

Whether the source says what the text says, or is any good. A year alone is no source, and a name alone may be
anybody's. Attribution by a caption or a logo.

## How to fix

Name the study, its size and its year, and link it: "In SELECT, a trial of 17,604 adults (2023), ...". For
settled knowledge cite the guideline, or state it without the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.claims import claimed
from healthlint.analysis.cues import Cues, cues
from healthlint.analysis.disclosures.risk import harms
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.sections import in_references, reference_blocks
from healthlint.api import Document, Finding, NoOptions, Rule, Sentence, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    DISCERN_SOURCES,
    FTC_HEALTH_PRODUCTS,
    HNR_EVIDENCE,
    JAMA_BENCHMARKS,
    QUEST,
)

_UNCERTAIN = Wording(
    r"\b(?:"
    r"may involve|is ongoing|are ongoing|more (?:research|studies)|do(?:es)? not know|don['’]t know|"
    r"not (?:fully |yet )?(?:known|understood|clear)|unclear|genes|plays? a (?:part|role)|mechanism|"
    r"receptors?|believe (?:that )?(?:it|this|they) (?:may|might|could)"
    r")\b",
    re.IGNORECASE,
)
_NEXT = 2
"""How many sentences later the named study may follow."""
_HEDGES = frozenset(("may", "might", "could"))
_BACK = Wording(
    r".{0,6}?\b(?:the|these|those|this|our|their|its)\b|(?:researchers|scientists|data|investigators)\b",
    re.IGNORECASE,
)
_OTHER_WITNESS = Wording(
    r"\b(?:legal|security|industry|policy|economic|federal|state|police|census|financial|market) "
    r"(?:experts?|data|research|analysts?)\b"
    r"|\b(?:sample|detect|trial can|included|did not report|reported on|needed)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-z]+\b"
    r"[^.?!]{0,80}\b(?:said|says|told|explains?|explained|added|notes?|noted)\b"
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each "studies show" that names no study, body or link nearby."""
    every = readings(document)
    listed = any(reference_blocks(document).values())
    named_before = False
    for reading in every:
        sentence, heard = reading.sentence, cues(reading.sentence)
        if heard.vague is not None and not in_references(document, sentence.block_index):
            named_after = any(_named(cues(other.sentence)) for other in every[sentence.index + 1 :][:_NEXT])
            named = named_after or (named_before and _points_back(sentence, heard.vague[0]))
            if not named and not _excused(reading, heard) and _says_something(reading, heard, document):
                yield Finding(
                    sentence.cut(*heard.vague),
                    f"'{sentence.plain[slice(*heard.vague)]}' names no study, so nobody can check it.",
                    "Name the study and link to it: a 2019 review of N trials in N people found that ...",
                    lowered=listed and document.profile.name == "patient-education",
                )
        named_before = named_before or _named(heard) or heard.attribution == "study"


def _points_back(sentence: Sentence, start: int) -> bool:
    """Whether the words at `start` speak of a study that was named before ("these studies show")."""
    return _BACK.match(sentence.plain[max(0, start - 6) :]) is not None


def _excused(reading: Reading, heard: Cues) -> bool:
    """Whether the sentence asks, denies, limits, quotes or names who says it, or is about something else."""
    text = reading.sentence.plain
    if heard.question or heard.cited or heard.attribution == "named" or heard.limits or heard.debunked:
        return True
    if _SPEAKER.search(text) or _OTHER_WITNESS.search(text):
        return True
    if not _HEDGES.isdisjoint(reading.lower) and (_UNCERTAIN.search(text) or heard.believed >= 0):
        return True
    return heard.quoted(*(heard.vague or (0, 0)))


def _named(heard: Cues) -> bool:
    """Whether the sentence names a source that can be looked up."""
    return heard.cited or heard.attribution == "named"


def _says_something(reading: Reading, heard: Cues, document: Document) -> bool:
    """Whether a benefit, a harm or a number of a treatment or habit stands next to the attribution."""
    if reading.sentence.index in claimed(document):
        return True
    roles = {mention.role for mention in reading.mentions}
    return "intervention" in roles and ("outcome" in roles or heard.counted or bool(harms(reading)))


RULE = Rule(
    code="EVD001",
    name="vague-attribution",
    severity=severities("warning", "warning", "warning", "warning", "warning"),
    scope="sentence",
    sources=(JAMA_BENCHMARKS, QUEST, DISCERN_SOURCES, HNR_EVIDENCE, FTC_HEALTH_PRODUCTS),
    options=NoOptions,
    check=check,
    good=(
        (
            "SELECT, a trial of 17,604 adults, showed that semaglutide lowers the risk of heart attacks in "
            "people with heart disease."
        ),
        "More studies are needed to show whether turmeric eases knee pain.",
        "Researchers believe that the nerve may become too sensitive, but nobody knows why.",
        "Do studies show that yoga reduces panic attacks?",
        (
            "[Studies show](https://doi.org/10.1056/NEJMoa2307563) that semaglutide lowers the risk of "
            "heart attacks."
        ),
        (
            "Studies show that semaglutide lowers the risk of heart attacks. The largest was SELECT, "
            "published in the New England Journal of Medicine in 2023."
        ),
    ),
    bad=(
        "[|Studies show|] that turmeric eases knee pain.",
        "[|Experts agree|] that fasting improves type 2 diabetes.",
        "[|Research has shown|] that yoga reduces panic attacks.",
        "[|It is well known that|] zinc shortens colds.",
    ),
)
