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

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import CRANE_2023, FDA_COMPOUNDED_KETAMINE, SPRAVATO_LABEL


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each phrase that places a high-risk treatment in unsupervised hands."""
    yield from ()


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
