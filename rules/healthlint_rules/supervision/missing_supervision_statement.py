"""Lead the reader to a qualified health professional when a treatment needs one.

## What it flags

A page that claims a benefit of a prescription, injected, controlled, compounded or otherwise supervised
treatment, offers it, or says how to use it, and nowhere sends the reader to a health professional about it.
In marketing, supplements and procedures count as well. "Ask our team" or "do your own research" sends them to
nobody. The finding stands on the first claim or offer.

## Why it matters

Such treatments are safe only after somebody has checked the diagnosis, the dose, other medicines and the
follow-up. The FDA alert on compounded ketamine describes people harmed at home because nobody watched;
HONcode, DISCERN and the UK advertising code all ask that a text support the contact with a professional.

## Exceptions

Texts without a treatment of that class, lifestyle pages, texts for professionals. In patient education the
statement may stand anywhere on the page. One statement is enough. A notice that the page template adds counts
when the configuration lists it under `provides`.

## What it cannot see

Whether the professional named is the right one. Advice in an image, a form or a chat window. A supervised
product under a name that the tables do not hold.

## How to fix

Say who and when: "Talk to your doctor or pharmacist before you start, stop or change finasteride." For
treatments of high risk say that they are given only by qualified staff who watch for problems.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.supervision import supervision
from healthlint.analysis.duties import supervision_duty
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    CAP_12,
    DISCERN_SHARED_DECISIONS,
    FDA_COMPOUNDED_KETAMINE,
    HON_COMPLEMENTARITY,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding at the first claim or offer of a document that sends the reader to no professional."""
    duty = supervision_duty(document)
    if duty is None or "supervision" in document.provides or supervision(document).grade > 0:
        return
    name = duty.anchor.intervention.name
    yield Finding(
        duty.anchor.reading.sentence.span,
        f"Treatment with {name} needs a health professional, and the page never sends the reader to one.",
        f"Add: use {name} only under the care of a qualified health professional."
        if duty.high_risk
        else f"Add: talk to your doctor before you start {name}.",
        confidence="high" if duty.anchor.claimed else "medium",
    )


RULE = Rule(
    code="SUP001",
    name="missing-supervision-statement",
    severity=severities("warning", "suggestion", "error", "warning", None),
    scope="document",
    sources=(FDA_COMPOUNDED_KETAMINE, HON_COMPLEMENTARITY, CAP_12, DISCERN_SHARED_DECISIONS),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Ketamine nasal spray\n\n"
            "Ketamine nasal spray may ease anxiety. It can cause confusion and bladder problems. Use it "
            "only while a doctor or nurse is with you.\n"
        ),
        Example(
            "# Semaglutide\n\n"
            "Semaglutide helps you lose weight. It can cause nausea and gallstones. Our doctors check your "
            "history before they prescribe it.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Tretinoin cream\n\n"
            "Tretinoin cream treats acne. It can make your skin red and sore. Talk to your pharmacist "
            "before you start.\n"
        ),
        Example("# Tretinoin\n\nTretinoin: a relative of vitamin A, used in creams.\n"),
    ),
    bad=(
        Example(
            "# Ketamine nasal spray\n\n"
            "[|Ketamine nasal spray eases anxiety.|] It can cause confusion and bladder problems.\n"
        ),
        Example(
            "# Semaglutide\n\n"
            "[|Semaglutide helps you lose weight.|] It can cause nausea and gallstones. Ask our team about "
            "prices.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Tretinoin cream\n\n"
            "[|Tretinoin cream treats acne.|] Put a pea-sized amount on dry skin at night. It can make "
            "your skin red and sore.\n"
        ),
    ),
)
