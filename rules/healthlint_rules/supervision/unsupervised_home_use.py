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
tablets. Warnings against home use. Reports of what people do that also name a harm.

## What it cannot see

Supervision that is described in another paragraph or on another page. A video call that passes for
supervision. Treatments that the tables do not hold.

## How to fix

Say that the treatment is given in a clinic and why: "You cannot use it at home, because staff must watch your
breathing." If home use is standard, say who teaches it and what to do when something goes wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint import knowledge
from healthlint.analysis.disclosures.risk import harms
from healthlint.analysis.disclosures.supervision import grade_of, supervision
from healthlint.analysis.mentions import readings
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import CRANE_2023, FDA_COMPOUNDED_KETAMINE, SPRAVATO_LABEL

_HOME = Wording(
    r"\b(?:"
    r"at home|at-home|in your own home|"
    r"from (?:the comfort of )?(?:your )?(?:own )?(?:home|sofa|couch|bed|living room)|self-?\s?inject\w*|"
    r"inject (?:it )?yourself|do it yourself|microdos\w+ (?:\w+ )?(?:on your own|at home|yourself)|"
    r"(?:delivered|shipped|mailed|sent) (?:straight |right |directly )?to your (?:door|home|house)|"
    r"on your own|by yourself|home kit"
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

_ABOUT_RISK = Wording(r"\b(?:consent|disclosure|warnings?|safety|dangers?)\b", re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each high-risk treatment that is presented for home or self use."""
    guarded = {s.reading.sentence.block_index for s in supervision(document).statements if s.grade >= 2}
    named: dict[int, knowledge.Intervention] = {}
    for reading in readings(document):
        for mention in reading.named("intervention"):
            record = mention.intervention
            if record and record.high_risk and "home-standard" not in record.classes:
                named.setdefault(reading.sentence.block_index, record)
    for hit in find(document, _HOME):
        sentence = hit.reading.sentence
        record = named.get(sentence.block_index)
        if (
            record is None
            or any(_ABOUT_RISK.search(h) for h in (*sentence.block.path[-1:], sentence.plain))
            or sentence.block_index in guarded
            or hit.cues.question
            or hit.quoted
        ):
            continue
        if _WARNED.search(sentence.plain) or (harms(hit.reading) and not document.profile.marketing):
            continue
        if grade_of(hit.reading) < 2:
            yield Finding(
                hit.span,
                f"{record.name} is high-risk, and this presents it for use without anybody watching.",
                f"Say where it is given and who is there: {record.name} is given in a clinic, where staff can monitor you.",
            )


RULE = Rule(
    code="SUP004",
    name="unsupervised-home-use",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(FDA_COMPOUNDED_KETAMINE, CRANE_2023, SPRAVATO_LABEL),
    options=NoOptions,
    check=check,
    good=(
        "Keep naloxone at home if anyone in the house uses opioids.",
        "Never take ketamine at home: nobody is there if your breathing slows.",
        "Semaglutide pens are made for use at home once a nurse has shown you how.",
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
