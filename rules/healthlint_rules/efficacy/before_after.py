"""Do not promote a treatment with before-and-after pictures.

## What it flags

Text, captions, image descriptions or file names that announce a before-and-after comparison of a treatment: a
gallery, photos, pictures, results, transformations.

## Why it matters

Such pictures show the best case, chosen and lit by the seller, and imply that the reader will get the same.
Ahpra and the UK code restrict them, for some treatments entirely.

## Exceptions

Clinical instructions ("before and after surgery, do not eat"). Measurements with numbers and source. "Before"
and "after" as words of time.

## What it cannot see

The pictures themselves, if neither text, caption, description nor file name says what they are. Whether the
people in them gave their consent.

## How to fix

Describe the usual result in words and numbers, with how long it lasts. Where pictures are allowed, show
typical results and say how they were chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, FTC_HEALTH_PRODUCTS


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each phrase that announces a before-and-after comparison."""
    yield from ()


RULE = Rule(
    code="EFF011",
    name="before-after",
    severity=severities(None, None, "warning", "warning", None),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, AHPRA_ADVERTISING, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        Example("Wash your hands before and after you change the dressing.", profile="clinic-marketing"),
        Example("Blood pressure was taken before and after the infusion.", profile="clinic-marketing"),
        Example("Rest before surgery, and drive only two days after it.", profile="clinic-marketing"),
    ),
    bad=(
        Example("Browse our [|before and after gallery|] of lip filler.", profile="clinic-marketing"),
        Example(
            "See the [|before-and-after photos|] of our weight-loss injections.", profile="clinic-marketing"
        ),
        Example(
            "Botox for frown lines\n\n![[|Before and after pictures|] of a forehead](forehead.jpg)\n",
            profile="clinic-marketing",
        ),
    ),
)
