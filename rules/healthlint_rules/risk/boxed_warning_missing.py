"""Mention what the boxed warning of a drug is about when you describe its benefit.

## What it flags

A text that claims a benefit of a drug whose US label carries a boxed warning and mentions none of the
subjects of that warning, in technical or everyday words, anywhere: for example tendon damage for
fluoroquinolones, suicidal thoughts in young people for antidepressants, thyroid tumours for semaglutide.
There is one finding for each drug, on its first claim.

## Why it matters

A boxed warning is the strongest that the US regulator gives: it names harms that can kill or disable, or that
need monitoring. A reader who learns of the benefit and not of the warning has been told the smaller half.

## Exceptions

Drugs for which nothing is claimed, and claims in a quotation. News briefs of fewer than 150 words. Classes of
drugs ("statins"), because a warning concerns a drug. Reference lists and sections on risks.

## What it cannot see

Warnings that were added or lifted after the date of the table, and warnings outside the United States.
Whether the mention concerns this drug, and is prominent enough. The other subjects of a warning of which one
is mentioned. Drugs and brands that the table does not hold.

## How to fix

Add one sentence in plain words: "Ciprofloxacin can damage tendons and nerves, so it is kept for infections
that other antibiotics do not suit." Look the warning up in the current label before you write it.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.risk import concepts_of, harms, risks
from healthlint.analysis.duties import anchors
from healthlint.analysis.mentions import readings
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import CFR_202_FAIR_BALANCE, DRUG_LABELS, SPRAVATO_LABEL

_BRIEF = 150
"""News of fewer words is not held to it."""
_STEM = 6
"""How many letters of a word are compared, so that its endings do not matter."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for each claimed drug whose boxed warning the document does not touch."""
    every = readings(document)
    if document.profile.name == "news" and sum(len(reading.words) for reading in every) < _BRIEF:
        return
    named = {harm.concept for reading in every for harm in harms(reading)} | risks(document).concepts
    stems = {word[:_STEM] for reading in every for word in reading.lower}
    seen: set[str] = set()
    for anchor in anchors(document):
        drug = anchor.intervention
        if drug.id in seen or not drug.boxed or "group" in drug.classes:
            continue
        if anchor.claim is None or anchor.claim.quoted:
            continue
        seen.add(drug.id)
        if any(concepts_of(topic) & named or _stems(topic) <= stems for topic in drug.boxed):
            continue
        yield Finding(
            anchor.reading.sentence.span,
            f"The page leaves out the boxed warning of {drug.name} in its US label ({', '.join(drug.boxed)}).",
            f"Name it in plain words where the benefit is claimed: {drug.name} can cause {drug.boxed[0]}.",
            confidence="medium",
        )


def _stems(topic: str) -> set[str]:
    """The stems of the words of a topic, little words left out."""
    return {word[:_STEM] for word in topic.lower().replace("-", " ").split() if len(word) > 3}


RULE = Rule(
    code="RSK007",
    name="boxed-warning-missing",
    severity=severities("warning", "suggestion", "error", None, "warning"),
    scope="document",
    sources=(CFR_202_FAIR_BALANCE, SPRAVATO_LABEL, DRUG_LABELS),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Ciprofloxacin\n\n"
            "Ciprofloxacin treats urinary tract infections. It can cause tendon damage, so doctors "
            "keep it for infections that other antibiotics do not suit.\n"
        ),
        Example(
            "# Sertraline\n\n"
            "Sertraline relieves depression and panic attacks. In the first weeks, people under 25 are "
            "more likely to have thoughts of suicide and need closer follow-up.\n"
        ),
        Example(
            "# Packing for a long trip\n\n"
            "Some travellers carry ciprofloxacin. Ask at a travel clinic what to pack.\n"
        ),
        Example(
            "# Storing tirzepatide\n\n"
            "Keep tirzepatide pens in the fridge, away from the freezer compartment.\n",
            profile="clinic-marketing",
        ),
    ),
    bad=(
        Example(
            "# Ciprofloxacin\n\n"
            "[|Ciprofloxacin treats urinary tract infections.|] It can cause nausea. Drink plenty of water "
            "with it.\n"
        ),
        Example(
            "# Tirzepatide programme\n\n"
            "[|Tirzepatide helps adults with obesity lose weight.|] It can cause nausea and diarrhea. Your "
            "first call with our doctor is free.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Sertraline\n\n"
            "[|Sertraline relieves depression and panic attacks.|] It can cause nausea, a dry mouth and "
            "trouble sleeping.\n"
        ),
    ),
)
