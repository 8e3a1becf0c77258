"""Do not use a patient's story as proof that a treatment works.

## What it flags

A story or quotation from a patient, a star rating or "our patients tell us" that carries the claim of an
effect: "I was cured", "changed my life", "no longer need my tablets".

## Why it matters

One story says nothing about the next person: those who got no better are not on the page. The FTC asks for
what people can generally expect; in Australia testimonials about clinical care are illegal.

## Exceptions

Stories about experience, care or coping without an effect. Quotations about a trial. A story together with
typical results in numbers. News with data on how typical it is. Stories of harm.

## What it cannot see

Whether the person exists. Effects that the story only implies ("I am back on my bike"). Videos and star
ratings in pictures.

## How to fix

Tell the story for the experience, and give the numbers beside it: "About 4 in 10 people feel better, 6 in 10
do not."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    AHPRA_ADVERTISING,
    FDA_HEALTH_FRAUD,
    FTC_ENDORSEMENTS,
    HNR_BENEFITS,
    TGA_ADVERTISING_CODE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each phrase in which a patient's story stands as proof of an effect."""
    yield from ()


RULE = Rule(
    code="EFF010",
    name="testimonial-as-proof",
    severity=severities("warning", "warning", "warning", "warning", None),
    scope="sentence",
    sources=(FTC_ENDORSEMENTS, AHPRA_ADVERTISING, FDA_HEALTH_FRAUD, HNR_BENEFITS, TGA_ADVERTISING_CODE),
    options=NoOptions,
    check=check,
    good=(
        "“The nurse explained every step,” says one patient.",
        "“The tablets made me so dizzy that I fell,” says one patient.",
        "Some patients have reported less pain, but it is not known how long it lasts.",
        "Our patients tell us that the waiting room is too small.",
    ),
    bad=(
        "“Two sessions [|cured me|] of my migraine,” writes one reader.",
        "“The tea [|changed my life|]: my arthritis pain is gone,” says a customer.",
        "[|Our patients tell us|] that their migraines are gone.",
        "[|Five stars|]! My eczema cleared in a week.",
    ),
)
