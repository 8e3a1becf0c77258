"""Tell the reader what to do: "not medical advice" alone is no advice to see anybody.

## What it flags

A page with claims or advice whose only words about professionals are a legal line: "for informational
purposes only", "not medical advice", "not a substitute for professional advice". Such a line protects the
publisher and gives the reader nothing to do. The finding stands on that line.

## Why it matters

Readers skip legal lines, and whoever reads one still does not know whom to ask or when. HONcode and the
advertising guidance of the FTC and the TGA ask for information that helps people decide, not for a
disclaimer.

## Exceptions

A legal line next to a statement that directs the reader ("talk to your doctor before you change your
insulin"). Pages without advice or claims. A notice that the page template adds counts when the configuration
lists it under `provides`.

## What it cannot see

Legal lines in a footer that the page template adds, and whether the statement that directs the reader is
prominent enough.

## How to fix

Keep the legal line if you need it and add an action: "Ask a pharmacist before you take it with other
medicines."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.supervision import supervision
from healthlint.analysis.duties import anchors, risk_duty, supervision_duty
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import FTC_HEALTH_PRODUCTS, HON_COMPLEMENTARITY, TGA_ADVERTISING_CODE


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where a legal line is all that the page says about professional advice."""
    said = supervision(document)
    if said.grade != 1 or said.best is None or "supervision" in document.provides:
        return
    if supervision_duty(document) is None and risk_duty(document) is None and not anchors(document):
        return
    yield Finding(
        said.best.reading.sentence.span,
        "A legal line is all the page says about professional advice; it does not tell the reader what to do.",
        "Add what to do: talk to your doctor before you start, stop or change this treatment.",
    )


RULE = Rule(
    code="SUP005",
    name="boilerplate-only-disclaimer",
    severity=severities("suggestion", None, "warning", "suggestion", None),
    scope="document",
    sources=(HON_COMPLEMENTARITY, FTC_HEALTH_PRODUCTS, TGA_ADVERTISING_CODE),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Testosterone therapy\n\n"
            "Testosterone therapy may restore energy in men with low levels. It can thicken the blood, "
            "cause acne and lower sperm counts. This website is for information only: ask your doctor for "
            "a blood test first.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Metformin\n\n"
            "Metformin lowers blood sugar. It can cause nausea and, rarely, lactic acidosis. Talk to your "
            "doctor before you stop taking it.\n"
        ),
        Example(
            "# Terms of use\n\n"
            "The content of this website is for information only. Do not copy it without permission.\n"
        ),
    ),
    bad=(
        Example(
            "# Testosterone therapy\n\n"
            "Testosterone therapy restores energy and muscle strength. It can thicken the blood, cause "
            "acne and lower sperm counts. [|This website is for information only.|]\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Berberine\n\n"
            "Berberine lowers blood sugar in type 2 diabetes. It can cause constipation. [|Nothing on this "
            "page is medical advice.|]\n",
            profile="supplement-marketing",
        ),
        Example(
            "# Metformin\n\n"
            "Metformin lowers blood sugar. It can cause nausea and, rarely, lactic acidosis. [|This "
            "article is not a substitute for professional medical advice.|]\n"
        ),
    ),
)
