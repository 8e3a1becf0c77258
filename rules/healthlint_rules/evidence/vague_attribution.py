"""Name the study or the body: "studies show" is no source.

## What it flags

"Studies show", "research has shown", "experts say", "doctors agree", "it is well known" with a claim of
benefit, harm or number, and no link, citation, named study, body or journal in that sentence or the next.

## Why it matters

The reader cannot check it, and often there is nothing to check: the phrase lends a claim the weight of
science without its limits. JAMA, QUEST and DISCERN all count attribution among the marks of good health
information.

## Exceptions

A citation mark, a link, a footnote, "(Smith 2021)", a named body or journal. A summary that is followed
within two sentences by the named study. Statements of uncertainty ("more research is needed", "researchers do
not know"). Hedged hypotheses about a mechanism. Questions, negation and debunking. On patient-education pages
with a list of references the finding is one level lower.

## What it cannot see

Whether the source says what the text says, or is any good. A year alone is no source, and a name alone may be
anybody's. Attribution by a caption or a logo.

## How to fix

Name the study, its size and its year, and link it: "In SELECT, a trial of 17,604 adults (2023), ...". For
settled knowledge cite the guideline, or state it without the phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    DISCERN_SOURCES,
    FTC_HEALTH_PRODUCTS,
    HNR_EVIDENCE,
    JAMA_BENCHMARKS,
    QUEST,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each attribution to nobody in particular that carries a claim."""
    yield from ()


RULE = Rule(
    code="EVD001",
    name="vague-attribution",
    severity=severities("warning", "warning", "warning", "warning", "warning"),
    scope="sentence",
    sources=(JAMA_BENCHMARKS, QUEST, DISCERN_SOURCES, HNR_EVIDENCE, FTC_HEALTH_PRODUCTS),
    options=NoOptions,
    check=check,
    good=(
        (
            "SELECT, a trial of 17,604 adults, showed that semaglutide lowers the risk of heart attacks in "
            "people with heart disease."
        ),
        "More studies are needed to show whether turmeric eases knee pain.",
        "Researchers believe that the nerve may become too sensitive, but nobody knows why.",
        "Do studies show that yoga reduces panic attacks?",
        (
            "[Studies show](https://doi.org/10.1056/NEJMoa2307563) that semaglutide lowers the risk of "
            "heart attacks."
        ),
        (
            "Studies show that semaglutide lowers the risk of heart attacks. The largest was SELECT, "
            "published in the New England Journal of Medicine in 2023."
        ),
    ),
    bad=(
        "[|Studies show|] that turmeric eases knee pain.",
        "[|Experts agree|] that fasting improves type 2 diabetes.",
        "[|Research has shown|] that yoga reduces panic attacks.",
        "[|It is well known|] that zinc shortens colds.",
    ),
)
