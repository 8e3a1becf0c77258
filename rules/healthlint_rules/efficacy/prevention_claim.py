"""Do not say that a product or habit prevents a disease unless that is established.

## What it flags

A sentence that says as plain fact that a product, food or habit prevents, stops or wards off a disease, or
protects from it.

## Why it matters

Prevention takes large, long trials to show, and many popular products failed them: vitamin D did not prevent
cancer in a trial of 25,871 adults. For a supplement such a sentence is a disease claim, which the law
forbids.

## Exceptions

Vaccines and the disease that they cover. Established preventives: condoms and sexually transmitted
infections, sunscreen and sunburn, folic acid and neural tube defects, hand washing, PrEP, statins in labelled
groups. "Helps prevent" or "lowers the chance" with a source. Instructions ("to prevent falls, remove loose
rugs"). Negation. Names of organisations.

## What it cannot see

Whether the study behind a hedge is sound. Prevention implied by "immune support" or by a picture. Preventives
that the tables do not hold.

## How to fix

Say by how much, in whom and by which study, or say that it is not known: "It is not clear whether garlic
lowers the chance of a heart attack."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.claims import claims
from healthlint.analysis.weighing import as_fact
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import CAP_12, CFR_101_93, FTC_HEALTH_PRODUCTS, HNR_EVIDENCE


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each sentence in which something prevents a disease as plain fact."""
    seen: set[int] = set()
    for claim in claims(document):
        sentence = claim.reading.sentence
        if claim.kind != "prevent" or sentence.index in seen or not as_fact(claim, document):
            continue
        if any(outcome.value == "bad" for outcome in claim.outcomes):
            seen.add(sentence.index)
            yield Finding(
                sentence.span,
                f"'{claim.text}' promises to prevent illness, as plain fact.",
                "Give both numbers of the study: N in 100 who took it got ill, and N in 100 who did not.",
            )


RULE = Rule(
    code="EFF007",
    name="prevention-claim",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, CFR_101_93, CAP_12, HNR_EVIDENCE),
    options=NoOptions,
    check=check,
    good=(
        "The chickenpox vaccine prevents chickenpox in most children.",
        "Sunscreen prevents sunburn.",
        "Vitamin D did not prevent cancer in VITAL, a trial of 25,871 adults.",
        "To prevent blisters, wear dry socks.",
        "Folic acid before pregnancy helps prevent neural tube defects.",
    ),
    bad=(
        "[|Garlic capsules prevent heart attacks.|]",
        "[|Zinc lozenges ward off the flu.|]",
        "[|Spirulina protects you against diabetes.|]",
    ),
)
