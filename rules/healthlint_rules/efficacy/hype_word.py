"""Leave out sensational words and say what was found.

## What it flags

Hype: breakthrough, miracle, revolutionary, revolutionise, game-changer, wonder drug, holy grail,
cutting-edge, life-changing, astonishing, unprecedented. "Promising", "shows promise", "hope" and "dramatic"
count less. Headings and rhetorical questions count too. A word that is hedged, questioned or quoted from a
named person is reported one level lower. The same word is reported once for each file.

## Why it matters

In a study of news on cancer drugs, half the drugs called a breakthrough or the like were not approved, and
one in seven had never been given to people. Such words raise hopes that the evidence does not.

## Exceptions

"Breakthrough Therapy" as a designation; breakthrough pain, bleeding, infection or seizure. Names that contain
such a word. "Dramatic" in the sense of drama, "revolution" in history. Negated or criticised hype ("not a
miracle cure", "hyped as a breakthrough").

## What it cannot see

Hype without such words: exclamation marks, pictures, stories. Irony. Whether something really is the first of
its kind.

## How to fix

Replace the word with the finding: "the first drug that slowed the disease in a large trial". If a source used
the word, quote and name the source, and add what the evidence is.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import FDA_HEALTH_FRAUD, HNR_SENSATIONAL, HNR_SEVEN_WORDS, SUPERLATIVES_2016


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on the first use of each sensational word, lowered where the text does not own it."""
    yield from ()


RULE = Rule(
    code="EFF004",
    name="hype-word",
    severity=severities("warning", "warning", "warning", "warning", "warning"),
    scope="sentence",
    sources=(HNR_SEVEN_WORDS, SUPERLATIVES_2016, HNR_SENSATIONAL, FDA_HEALTH_FRAUD),
    options=NoOptions,
    check=check,
    good=(
        "The antibody has Breakthrough Therapy designation from the FDA.",
        "Ask the nurse about medicine for breakthrough pain.",
        "The plaster is no miracle cure, and most people need exercise as well.",
        "After the Industrial Revolution, many people moved to cities.",
    ),
    bad=(
        "A [|breakthrough|] in migraine care has reached our town.",
        "# The [|revolutionary|] way to treat back pain\n",
        "Could this pill be a [|game-changer|] for eczema?",
        "Pharmacists call the plaster a [|wonder drug|] for sore knees.",
    ),
)
