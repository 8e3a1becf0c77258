"""Do not sell or praise a treatment as a way around a health professional.

## What it flags

Phrases that present avoiding a professional as an advantage: no prescription needed, without seeing a doctor,
skip the doctor, no doctor visit, cancel your appointment, replaces therapy.

## Why it matters

The check that is skipped is the one that finds the wrong diagnosis, the dangerous combination or the
pregnancy. Advertising codes do not allow text that discourages people from essential treatment, and HONcode
asks that a site support, not replace, the relation between patient and doctor.

## Exceptions

Facts about medicines sold over the counter ("you can buy ibuprofen without a prescription"). Warnings
("beware of sites that sell without a prescription"). Negation and debunking. Everyday self-care ("you do not
need to see a doctor for a cold").

## What it cannot see

Services that hide the missing professional behind a form. Irony. Whether a product may legally be sold
without a prescription in the reader's country.

## How to fix

Say how the professional is involved: "A doctor reviews your answers and may ask to see you before
prescribing." If nobody is, do not advertise that.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import CAP_12, FDA_COMPOUNDED_KETAMINE, HON_COMPLEMENTARITY, MHRA_BLUE_GUIDE


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each phrase that sells avoiding a professional."""
    yield from ()


RULE = Rule(
    code="SUP003",
    name="bypasses-professional",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(HON_COMPLEMENTARITY, CAP_12, MHRA_BLUE_GUIDE, FDA_COMPOUNDED_KETAMINE),
    options=NoOptions,
    check=check,
    good=(
        "Be wary of websites that sell antibiotics with no prescription needed.",
        "You can buy ibuprofen without a prescription in most shops.",
        "Never stop insulin without seeing a doctor.",
        "The app does not replace your therapist.",
    ),
    bad=(
        "Order sleeping tablets online, [|no prescription needed|].",
        "You can start testosterone [|without seeing a doctor|].",
        "[|Skip the doctor|] and treat your thyroid from your phone.",
        "Our app [|replaces your therapist|] and your antidepressants.",
    ),
)
