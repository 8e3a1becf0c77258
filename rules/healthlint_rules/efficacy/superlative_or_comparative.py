"""Do not rank treatments without a named comparison and its source.

## What it flags

Best, #1, most effective, safest, superior to, better, safer or stronger than something else, with no named
comparison, number and source.

## Why it matters

A ranking is a claim about every alternative at once, and it is rarely tested. US law calls a comparative
claim without substantial evidence false advertising; the UK code and Ahpra ask for proof as well.

## Exceptions

A comparison with number and source. Instructions ("best taken with food", "the best way to store"). Hedged
clinical guidance with a citation. The reader's own preference ("choose what works best for you"). Negation.

## What it cannot see

Whether the cited study supports the ranking. Rankings by picture or order. "Leading" and "trusted" as plain
praise of a company.

## How to fix

Name both sides, the measure and the study: "In SELECT (17,604 adults) 6.5% on semaglutide and 8.0% on placebo
had a heart attack or stroke or died of one." Otherwise drop the ranking.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, CFR_202_COMPARATIVE, FDA_COMPOUNDED_KETAMINE


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each superlative or comparison that stands without a source."""
    yield from ()


RULE = Rule(
    code="EFF005",
    name="superlative-or-comparative",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(CFR_202_COMPARATIVE, CAP_12, AHPRA_ADVERTISING, FDA_COMPOUNDED_KETAMINE),
    options=NoOptions,
    check=check,
    good=(
        "Take the tablet at the time that works best for you.",
        "The best way to store insulin pens is in the fridge.",
        "The implant is not safer than surgery.",
        (
            "In SELECT, a trial of 17,604 adults, semaglutide was better than placebo at preventing heart "
            "attacks and strokes (6.5% against 8.0%)."
        ),
    ),
    bad=(
        "We offer the [|most effective|] treatment for migraine.",
        "Krill oil is the [|best|] supplement for arthritis.",
        "The new implant is [|safer than|] surgery.",
        "Meet the [|#1|] remedy for gout.",
    ),
)
