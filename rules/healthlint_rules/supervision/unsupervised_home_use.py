"""Do not present a high-risk treatment as something to use alone or at home.

## What it flags

A treatment of high risk (controlled, psychedelic, anaesthetic, infused, injected without being standard at
home) that is offered or described for home or self use: at home, self-inject, do it yourself, on your own,
delivered to your door, with no word about supervision in the same paragraph.

## Why it matters

At home nobody notices slowed breathing, a fall or a panic reaction in time. The FDA alert on compounded
ketamine names home use as the added danger, and esketamine may not leave the clinic at all.

## Exceptions

Treatments for which home use is the standard of care: insulin, GLP-1 pens, naloxone, adrenaline pens, allergy
tablets. Supervision in the same paragraph. Warnings against home use, and sentences or headings on safety,
consent or warnings. Questions and quotations. Outside marketing, reports of what people do that also name a
harm.

## What it cannot see

Supervision that is described in another paragraph or on another page. A video call that passes for
supervision. Treatments that the tables do not hold.

## How to fix

Say that the treatment is given in a clinic and why: "You cannot use it at home, because staff must watch your
breathing." If home use is standard, say who teaches it and what to do when something goes wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from healthlint import knowledge
from healthlint.analysis.disclosures.risk import harms
from healthlint.analysis.disclosures.supervision import grade_of, supervision
from healthlint.analysis.mentions import readings
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import CRANE_2023, FDA_COMPOUNDED_KETAMINE, SPRAVATO_LABEL

_HOME = Wording(
    r"\b(?:"
    r"at home|at-home|in your own home|"
    r"from (?:the comfort of )?(?:your )?(?:own )?(?:home|sofa|couch|bed|living room)|self-?\s?inject\w*|"
    r"inject (?:it )?yourself|do it yourself|microdos\w+ (?:\w+ )?(?:on your own|at home|yourself)|"
    r"(?:delivered|shipped|mailed|sent) (?:straight |right |directly )?to your (?:door|home|house)|"
    r"on your own(?! \w+s\b)|by yourself|home kit"
    r")\b",
    re.IGNORECASE,
)
_WARNED = Wording(
    r"\b(?:"
    r"do not|don['’]t|never|cannot|can['’]t|not|dangerous|unsafe|avoid|illegal|more dangerous|risk\w*|warn\w*|"
    r"should not|no one|nobody|isn['’]t"
    r")\b",
    re.IGNORECASE,
)
_STAYING = Wording(
    # at home afterwards, or hospital care that comes to the home
    r"\b(?:"
    r"rest|recover\w*|relax|sleep|stay|drive you|someone|dogs?|pets?|"
    r"hospital[- ]at[- ]home|(?:hospital|nursing) care"
    r")\b",
    re.IGNORECASE,
)
_ABOUT_RISK = Wording(r"\b(?:consent|disclosure|warnings?|safety|dangers?)\b", re.IGNORECASE)

_GUARDED = 2
"""The least grade of a statement that says how the use is supervised."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each high-risk treatment that is presented for home or self use."""
    high_risk = _high_risk(document)
    said = supervision(document).statements
    guarded = {s.reading.sentence.block_index for s in said if s.grade >= _GUARDED}
    for hit in find(document, _HOME):
        block = hit.reading.sentence.block_index
        if block not in high_risk or block in guarded or _excused(hit, document.profile.marketing):
            continue
        if _of_something_harmless(hit):
            continue
        name = high_risk[block].name
        yield Finding(
            hit.span,
            f"Treatment with {name} is high-risk, and this presents it for use without anybody watching.",
            f"Say where and by whom it is given: {name} is given in a clinic, where staff can monitor you.",
        )


def _high_risk(document: Document) -> Mapping[int, knowledge.Intervention]:
    """The first intervention of high risk of each block that names one, by the number of the block."""
    named: dict[int, knowledge.Intervention] = {}
    for reading in readings(document):
        for mention in reading.named("intervention"):
            record = mention.specific
            if record and _watched(record):
                named.setdefault(reading.sentence.block_index, record)
    return named


def _of_something_harmless(hit: Hit) -> bool:
    """Whether what is kept or used at home is something else ("keep naloxone at home")."""
    before = [m.specific for m in hit.reading.named("intervention") if m.end <= hit.match.start()]
    last = before[-1] if before else None
    return last is not None and not _watched(last)


def _watched(record: knowledge.Intervention) -> bool:
    """Whether somebody has to watch while it is given."""
    return record.high_risk and "home-standard" not in record.classes


def _excused(hit: Hit, marketing: bool) -> bool:
    """Whether the sentence asks, quotes, warns or says how the use is supervised, or stands under a warning."""
    sentence = hit.reading.sentence
    if hit.cues.question or hit.quoted or _WARNED.search(sentence.plain) or _STAYING.search(sentence.plain):
        return True
    if any(_ABOUT_RISK.search(text) for text in (*sentence.block.path[-1:], sentence.plain)):
        return True
    return (not marketing and bool(harms(hit.reading))) or grade_of(hit.reading) >= _GUARDED


RULE = Rule(
    code="SUP004",
    name="unsupervised-home-use",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(FDA_COMPOUNDED_KETAMINE, CRANE_2023, SPRAVATO_LABEL),
    options=NoOptions,
    check=check,
    good=(
        "Inject insulin at home once a nurse has shown you how.",
        "Never take ketamine at home: nobody is there if your breathing slows.",
        "After a ketamine infusion you need the rest of the day to recover at home.",
        "Semaglutide pens are made for use at home once a nurse has shown you how.",
        "Keep naloxone at home when somebody in the family takes opioids.",
        (
            "Some people take psilocybin on their own, and several have ended up in hospital with panic "
            "and injuries."
        ),
    ),
    bad=(
        "Take your psilocybin dose [|at home|] with the lights turned low.",
        "Have your ketamine lozenges [|delivered to your door|].",
        "With this kit you can [|self-inject|] ketamine between gym sessions.",
    ),
)
