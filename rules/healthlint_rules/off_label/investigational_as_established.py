"""Say that a product is still being tested; do not call it safe, effective or available.

## What it flags

A product that is only in trials, by the tables or by the text itself, described as safe, effective, working
or on offer: "a safe and effective treatment", "now available", "book your first dose".

## Why it matters

US law forbids calling an investigational drug safe or effective. Most products that enter trials fail, and a
reader who believes that one works may wait for it or buy a copy.

## Exceptions

Effects that are hedged, given with numbers, or labelled as results of a trial or as not approved. Text that
recruits for a trial. Negation, questions, quotations and debunking. Products after their approval.

## What it cannot see

Approvals after the date of the tables, and trials that the tables do not know. Whether an early result is
strong.

## How to fix

Give the stage and the limits: "In a phase 2 trial people lost weight, but the drug is not approved, and its
long-term effects are not known."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import CFR_312_7, FDA_UNAPPROVED_USES, HNR_AVAILABILITY

_ESTABLISHED = Wording(
    r"\bsafe and effective\b|\bproven (?:safe|effective|treatment)\b"
    r"|\b(?:is|are) (?:now )?(?:here|available)\b|\bnow (?:available|offer\w*)\b"
    r"|\b(?:book|order|buy|get) your (?:first )?(?:dose|session|supply|vial|treatment)\b"
    r"|\b(?:restores?|cures?|heals?|ends?|reverses?)\b",
    re.IGNORECASE,
)
_TESTED = Wording(
    r"\b(?:"
    r"phase (?:[123]|I{1,3})\b|investigational|experimental|in (?:clinical|early|late-stage|human) trials?|"
    r"not (?:yet )?approved|still being tested|trial-only"
    r")\b",
    re.IGNORECASE,
)
_FAIR = Wording(
    r"\b(?:"
    r"may|might|could|not approved|not yet|no |trial(?:s)? (?:of|found|showed|in)|in (?:a|an|one) |"
    r"if approved|hope|whether|enrol\w*|recruit\w*|studied|testing|being tested"
    r")\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each product still in trials that is told as established or on offer."""
    for hit in find(document, _ESTABLISHED):
        text = hit.reading.sentence.plain
        if not hit.stated or hit.cues.counted or _FAIR.search(text):
            continue
        if _TESTED.search(text) or _investigational(hit):
            yield Finding(
                hit.span,
                f"'{hit.text}' presents a product that is still being tested as an established one.",
                "Say where it stands: it is still in trials and is not approved.",
            )


def _investigational(hit: Hit) -> bool:
    """Whether the tables say of what the sentence names that nothing is approved."""
    return any(
        mention.intervention is not None
        and "investigational" in mention.intervention.classes
        and mention.intervention.kind in ("drug", "biologic")
        for mention in hit.reading.named("intervention")
    )


RULE = Rule(
    code="OFF007",
    name="investigational-as-established",
    severity=severities("warning", "warning", "error", None, "suggestion"),
    scope="sentence",
    sources=(CFR_312_7, HNR_AVAILABILITY, FDA_UNAPPROVED_USES),
    options=NoOptions,
    check=check,
    good=(
        "Retatrutide is in phase 3 trials and is not approved.",
        (
            "In an early trial the experimental vaccine raised antibody levels, but it is not known "
            "whether it prevents Lyme disease."
        ),
        "We are looking for volunteers for a trial of MDMA-assisted therapy in people with PTSD.",
        "Ocrelizumab, which the FDA approved in 2017, slows multiple sclerosis.",
    ),
    bad=(
        "Retatrutide is a [|safe and effective|] way to lose weight.",
        "MDMA-assisted therapy [|is now available|] for PTSD.",
        "The experimental vaccine [|cures|] Lyme disease.",
    ),
)
