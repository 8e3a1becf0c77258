"""Keep "cure" for conditions that the treatment really cures.

## What it flags

"Cures", "cured", "heals", "eradicates" or "gets rid of" with a condition that has no established cure by that
treatment.

## Why it matters

"Cure" is the first of the seven words that health journalists are told to avoid, and a sign of fraud in the
eyes of the FDA: almost no chronic condition has one. People who expect a cure may stop what keeps them well.

## Exceptions

No-cure statements and research goals ("search for a cure"). Conditions that are curable: many bacterial
infections, hepatitis C, scabies, cataract, appendicitis, some cancers with stage or evidence. Names and
titles, food ("cured meat"), "cure rate", the legal disclaimer, negation, debunking, questions.

## What it cannot see

Whether this patient's cancer was curable. A cure that is implied without the word ("she never needed insulin
again"). Wounds and fractures that heal by themselves, unless the wording shows it.

## How to fix

Say what the treatment does: controls, eases, clears for a time, removes in how many of a hundred people.
"There is no cure, but inhalers control it well."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    AHPRA_ADVERTISING,
    CAP_12,
    FDA_HEALTH_FRAUD,
    FTC_HEALTH_PRODUCTS,
    HNR_SEVEN_WORDS,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each verb of cure that no context makes true."""
    yield from ()


RULE = Rule(
    code="EFF002",
    name="cure-claim",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, HNR_SEVEN_WORDS, FDA_HEALTH_FRAUD, AHPRA_ADVERTISING, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        "There is no cure for asthma, but inhalers control it.",
        "Permethrin cream cures most people with scabies.",
        "Researchers are still looking for a cure for Alzheimer's disease.",
        "Myth: garlic cures the flu.",
        "Can raw honey heal eczema?",
        "Cured ham is high in salt.",
    ),
    bad=(
        "Two bottles of this syrup [|cure|] asthma.",
        "Raw honey [|heals|] eczema.",
        "The tea [|gets rid of|] kidney disease.",
        "The method has [|cured|] arthritis in old and young.",
    ),
)
