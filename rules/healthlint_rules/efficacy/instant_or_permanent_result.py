"""Do not promise instant or permanent results.

## What it flags

Promises of speed or of permanence: overnight, instantly, in just three days, in minutes, permanently, for
good, once and for all, forever.

## Why it matters

Quick and lasting results are what sells a fraud: FDA and FTC lists of warning signs open with them. For most
conditions the effect takes weeks and may fade.

## Exceptions

Onset facts with a source or from the label ("starts to work in about 30 minutes"). Harms and warnings
("permanent hearing loss"). Procedures that are permanent, such as a vasectomy. Negation. Emergencies ("call
immediately"). "Overnight" as a time of day, "for good reason".

## What it cannot see

Whether the speed given is right. A before-and-after picture that implies speed. "Soon" and "quickly", which
are too common to judge.

## How to fix

Give the usual time and how long the effect lasts: "Most people notice a change after two to four weeks; after
a year, half still feel better."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import FDA_HEALTH_FRAUD, FTC_GUT_CHECK, FTC_HEALTH_PRODUCTS, HNR_BENEFITS


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each promise of speed or permanence."""
    yield from ()


RULE = Rule(
    code="EFF006",
    name="instant-or-permanent-result",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(FDA_HEALTH_FRAUD, FTC_GUT_CHECK, FTC_HEALTH_PRODUCTS, HNR_BENEFITS),
    options=NoOptions,
    check=check,
    good=(
        "The painkiller starts to work in about 30 minutes.",
        "Loud noise can damage your hearing permanently.",
        "A vasectomy permanently prevents pregnancy.",
        "No cream removes eczema overnight.",
        "Wear the splint overnight, and for good reason: it keeps the wrist straight.",
    ),
    bad=(
        "Feel your anxiety fade [|instantly|].",
        "Lose ten pounds [|in just 7 days|].",
        "The laser removes eczema [|for good|].",
        "Our patch ends sciatica [|overnight|].",
    ),
)
