"""Do not turn normal life into a disease, or inflate how many people are ill.

## What it flags

A normal state or a risk factor described as a disease, or a number of sufferers without a source: "millions
suffer in silence", "you may already have", "ageing is a disease".

## Why it matters

Labels make healthy people patients, with tests, treatments and worry that they do not need. HealthNewsReview
has a criterion of its own for it, and the Australian code forbids it.

## Exceptions

Screening guidance with a source. Prevalence with number and source. Quotations of definitions. Public-health
alerts.

## What it cannot see

Whether the borders of a diagnosis are sound. A questionnaire that finds something in everyone. Pictures of
sad people.

## How to fix

Say how common and how serious it is, with a source, and that it can be normal: "Feeling tired after lunch is
common and rarely a sign of disease."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import HNR_DISEASE_MONGERING, TGA_ADVERTISING_CODE


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each phrase that makes a disease of a normal state or inflates its spread."""
    yield from ()


RULE = Rule(
    code="EFF014",
    name="disease-mongering",
    severity=severities("suggestion", "suggestion", "warning", "warning", None),
    scope="sentence",
    sources=(HNR_DISEASE_MONGERING, TGA_ADVERTISING_CODE),
    options=NoOptions,
    check=check,
    good=(
        (
            "The World Health Organization estimates that 46% of adults with high blood pressure do not "
            "know that they have it."
        ),
        "Grey hair is not a disease.",
        "You may already have had this vaccine as a child.",
        "Is menopause a disease?",
    ),
    bad=(
        "Millions of men [|suffer in silence|] from low testosterone.",
        "If you forget names, [|you may already have|] early dementia.",
        "Grey hair [|is a disease|], and it can be treated.",
    ),
)
