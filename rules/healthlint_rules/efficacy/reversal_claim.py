"""Do not promise to reverse or regrow what medicine cannot.

## What it flags

Reverse, undo, repair, regenerate, regrow, restore or reset a chronic condition or an organ: reverse diabetes,
regrow cartilage, reset your hormones, heal your gut.

## Why it matters

These verbs promise more than relief: they say that the disease will be gone. For most chronic conditions no
treatment does that, and the phrase is common in warning letters to sellers.

## Exceptions

Clinical uses: reversing an overdose, a blood thinner or anaesthesia, vasectomy reversal. Remission of type 2
diabetes with criteria and source. "Reversible". Negation, questions and question headings.

## What it cannot see

Whether a remission was lasting. "Detox" and "cleanse" without one of these verbs. Reversal implied by a
before and after picture.

## How to fix

Use the measured term: "In DiRECT, 46 in 100 people were in remission after one year" or "can slow the loss of
bone".
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import CAP_12, FDA_HEALTH_FRAUD, FTC_HEALTH_PRODUCTS


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each sentence that promises to reverse a chronic condition."""
    yield from ()


RULE = Rule(
    code="EFF008",
    name="reversal-claim",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, FDA_HEALTH_FRAUD, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        "Flumazenil reverses sedation caused by benzodiazepines.",
        "No supplement reverses fatty liver disease.",
        "Can weight loss reverse fatty liver disease?",
        "A vasectomy reversal does not always work.",
    ),
    bad=(
        "[|Milk thistle reverses fatty liver disease.|]",
        "[|Collagen powder regrows cartilage in worn knees.|]",
        "[|A ten-day cleanse resets your hormones.|]",
    ),
)
