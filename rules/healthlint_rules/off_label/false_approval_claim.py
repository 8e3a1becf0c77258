"""Call a product approved only when the regulator approved that product for that use.

## What it flags

"FDA-approved", "approved by the MHRA" and the like on something that is not: a use outside the label, a
supplement, a compounded medicine, a clinic, a procedure, a cosmetic, a stem-cell product, an app.

## Why it matters

A false approval claim is the one statement that tells readers to stop asking. It is illegal for drugs and
supplements, and a study of ketamine advertising found it on real sites.

## Exceptions

Negation ("not FDA-approved") and conditions ("if it were approved"). Comparison with the approved product
("unlike FDA-approved Spravato"). Devices that are "cleared". Approved pairs.

## What it cannot see

Approvals after the date of the tables, in other countries, or of products that the tables do not hold. A logo
or a seal in a picture.

## How to fix

State what is true: "Ketamine is approved as an anaesthetic, not for depression." "The FDA does not approve
supplements."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    CAP_12,
    CRANE_2023,
    FDA_COMPOUNDED_KETAMINE,
    FDA_UNAPPROVED_GLP1,
    FTC_HEALTH_PRODUCTS,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each approval phrase that is attached to something not approved."""
    yield from ()


RULE = Rule(
    code="OFF004",
    name="false-approval-claim",
    severity=severities("error", "error", "error", "error", "error"),
    scope="sentence",
    sources=(CRANE_2023, FTC_HEALTH_PRODUCTS, FDA_UNAPPROVED_GLP1, FDA_COMPOUNDED_KETAMINE, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        "Ketamine is not FDA-approved for anxiety.",
        "No probiotic capsule is FDA-approved, because the agency does not approve supplements.",
        "Semaglutide (Wegovy) is FDA-approved for weight management.",
        "Unlike the FDA-approved pen, a compounded copy has not been checked by the agency.",
        "If the stem cell injection were approved by the FDA, its label would say so.",
    ),
    bad=(
        "Ask about our [|FDA-approved|] ketamine drip for anxiety.",
        "These [|FDA-approved|] probiotic capsules calm a bloated stomach.",
        "Our stem cell injections are [|approved by the FDA|].",
        "All our compounded tirzepatide is [|FDA-approved|].",
    ),
)
