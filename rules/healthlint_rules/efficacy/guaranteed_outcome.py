"""Do not promise a result: no treatment works for everyone.

## What it flags

Words that promise the outcome: guaranteed, 100% effective, always works, works for everyone, never fails,
results you can count on.

## Why it matters

No treatment has a certain result, and a promise makes people blame themselves when it fails. UK, Australian
and US advertising rules forbid it.

## Exceptions

Negation ("no treatment works for everyone", "we cannot guarantee"). Money-back guarantees. Instructions
("always wash your hands"). Consumer-rights text.

## What it cannot see

Promises in other words ("you have nothing to lose"). Irony. Figures that are stated correctly and still
mislead.

## How to fix

Give the share of people whom it helped, and compared with what: "Six in ten people felt better; with a dummy
tablet it was four in ten."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    AHPRA_ADVERTISING,
    CAP_12,
    FTC_HEALTH_PRODUCTS,
    MHRA_BLUE_GUIDE,
    TGA_ADVERTISING_CODE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each promise of a result."""
    yield from ()


RULE = Rule(
    code="EFF003",
    name="guaranteed-outcome",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(MHRA_BLUE_GUIDE, TGA_ADVERTISING_CODE, AHPRA_ADVERTISING, CAP_12, FTC_HEALTH_PRODUCTS),
    options=NoOptions,
    check=check,
    good=(
        "No diet works for everyone.",
        "Nobody can guarantee that the treatment will help you.",
        "Always take the tablets with food.",
        "Condoms are not 100% effective.",
    ),
    bad=(
        "Results are [|guaranteed|] after three sessions.",
        "The spray is [|100% effective|] against migraine.",
        "This diet [|works for everyone|].",
        "The patch [|never fails|].",
    ),
)
