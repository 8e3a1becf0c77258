"""Explain "off-label" once in plain words, or say what the medicine is approved for.

## What it flags

A text that uses "off-label" or "unlicensed" and never says what that means or what the medicine is approved
for. The finding stands on the first sentence that uses the term.

## Why it matters

Most readers do not know the term. Some take it for illegal, others for a brand. NHS writing guidance asks
writers to explain it.

## Exceptions

Texts for professionals. An explanation anywhere in the text: "approved for A, not for B", or "used in a way
that the FDA has not approved". A link from the term to a glossary.

## What it cannot see

Whether the explanation is correct, or clear to this audience. Explanations in pop-ups, images or a page
linked without the term.

## How to fix

Add one sentence: "Off-label means that the medicine is approved, but not for this use." Or say both uses: "It
is approved for depression, not for insomnia."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.approval import OFF_LABEL, approval
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint_rules.authorities import CDC_CLEAR_COMMUNICATION, FDA_COMPOUNDED_KETAMINE, NHS_HEALTH_WRITING


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding at the first "off-label" of a document that never says what it means."""
    if approval(document).explained:
        return
    for hit in find(document, OFF_LABEL, headings=False):
        linked = any(link.start <= hit.match.start() < link.end for link in hit.reading.sentence.block.links)
        if not linked:
            yield Finding(
                hit.reading.sentence.span,
                f"'{hit.text}' is never explained, and the page does not say what the drug is approved for.",
                "Add: off-label means that the medicine is approved, but not for this use.",
            )
            return


RULE = Rule(
    code="OFF003",
    name="off-label-not-explained",
    severity=severities("suggestion", "suggestion", "suggestion", None, None),
    scope="document",
    sources=(NHS_HEALTH_WRITING, FDA_COMPOUNDED_KETAMINE, CDC_CLEAR_COMMUNICATION),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Gabapentin\n\n"
            "Gabapentin is sometimes used off-label to ease anxiety. The FDA approved it for seizures and "
            "for nerve pain after shingles, not for anxiety.\n"
        ),
        Example(
            "# Prazosin\n\n"
            "Some doctors prescribe prazosin off-label for nightmares. Off-label means that the medicine "
            "is approved, but not for this use.\n"
        ),
        Example(
            "# Minoxidil tablets\n\nMinoxidil tablets are used [off-label](/words#off-label) for hair loss.\n",
            profile="news",
        ),
        Example("# Gabapentin\n\nGabapentin treats seizures.\n"),
    ),
    bad=(
        Example(
            "# Gabapentin\n\n"
            "[|Gabapentin is sometimes used off-label to ease anxiety.|] It can make you dizzy and sleepy. "
            "Talk to your doctor before you take it.\n"
        ),
        Example(
            "# Prazosin\n\n"
            "[|Some doctors prescribe prazosin off-label for nightmares.|] It can make you faint when you "
            "stand up.\n"
        ),
        Example(
            "# Minoxidil tablets\n\n"
            "[|Doctors prescribe minoxidil tablets off-label for hair loss.|] They can make ankles swell.\n",
            profile="news",
        ),
    ),
)
