"""Put the off-label notice beside the claim, not at the other end of the page.

## What it flags

An approval notice that stands too far from the first claim for its pair: more than two sentences away, in
another paragraph, and not in the first 30% of the text. In marketing it must stand in the section of the
claim and within 150 words of it. There is one finding for each medicine.

## Why it matters

A label works when it is read together with the claim. Readers who stop after the first paragraph, or who see
only the card with the offer, never meet a notice in the footer.

## Exceptions

A heading above the claim that contains "off-label". Outside marketing, a summary box at the top of the page.
Documents of fewer than 250 words. Pairs whose approval status nobody has reviewed.

## What it cannot see

Layout: a notice that the design places beside the claim, or one that scrolls along. Notices in images or
pop-ups.

## How to fix

Add the status to the sentence of the first claim ("used off-label for ...") or to the next one. A later,
longer explanation can stay where it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.offlabel import Pair, pairs
from healthlint.api import Document, Example, Finding, NoOptions, Related, Rule, Sentence, sentences, severities
from healthlint_rules.authorities import CFR_101_93, FDA_RISK_INFORMATION, FDA_UNAPPROVED_USES
from healthlint_rules.lengths import word_count, words_between

_SHORT = 250
"""In texts of fewer words nothing is far."""
_SENTENCES = 2
"""How many sentences away a label is still near, outside marketing."""
_WORDS = 150
"""How many words away it is still near in the same section, in marketing."""
_EARLY = 0.3
"""The part of the text in which a label is seen by all, outside marketing."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding for each off-label pair whose label stands far from its first claim."""
    if word_count(sentences(document)) < _SHORT:
        return
    seen: set[str] = set()
    for pair in pairs(document):
        labels = [label.reading.sentence for label in pair.labels if label.grade >= 2]
        if not labels or pair.drug.id in seen or not pair.use.reviewed:
            continue
        seen.add(pair.drug.id)
        if not any(_near(pair, label, document) for label in labels):
            yield Finding(
                pair.anchor.reading.sentence.span,
                f"The page says that this use of {pair.drug.name} is off-label, but far from this first claim.",
                f"Say it here: this is an off-label use of {pair.drug.name}.",
                related=(Related(labels[0].span, "the label stands here"),),
            )


def _near(pair: Pair, label: Sentence, document: Document) -> bool:
    """Whether whoever reads the first claim of a pair meets the label."""
    anchor = pair.anchor.reading.sentence
    if label.index == anchor.index:
        return True
    if label.block.kind == "heading":
        return label.block.text.text in anchor.block.path
    if document.profile.marketing:
        return label.block.path == anchor.block.path and words_between(document, anchor, label) <= _WORDS
    close = label.block_index == anchor.block_index or abs(label.index - anchor.index) <= _SENTENCES
    return close or label.position <= _EARLY


_HISTORY = (
    "Chemists first made the substance half a century ago, and it has been sold as a tablet ever since. "
    "The tablets are white, round and scored across the middle, so that they can be halved. They come in "
    "boxes of thirty and in larger bottles for hospitals. The name on the box may differ from one pharmacy "
    "to the next, because several companies make it. Ask for the same make each month if the change of "
    "colour confuses you.\n\n"
    "Keep the box in a dry place, not in the bathroom. Heat and damp spoil tablets sooner than the printed "
    "date suggests. A weekly pill box helps many people remember which days are done. If you travel, carry "
    "the tablets in your hand luggage, in the original box, with a copy of the prescription. Customs "
    "officers in some countries ask for it. Take what is left over back to a pharmacy, and do not put it "
    "in the bin or down the drain.\n\n"
    "Prices differ. A month's supply costs less than a sandwich in one shop and four times as much in the "
    "next, so it is worth asking. Mail-order pharmacies deliver within three days. Some insurers want a "
    "form first, and the form asks for your name, your date of birth and the number on your card. Copies "
    "of old forms are kept for two years. Receipts can be printed at any time, and the office sends a list "
    "of all payments in spring. Students and people over sixty pay a lower fee in some regions, so ask "
    "before you pay.\n\n"
)

RULE = Rule(
    code="OFF002",
    name="off-label-label-far",
    severity=severities("suggestion", "suggestion", "warning", None, None),
    scope="section",
    sources=(FDA_RISK_INFORMATION, FDA_UNAPPROVED_USES, CFR_101_93),
    options=NoOptions,
    check=check,
    good=(
        Example(
            ("# Trazodone\n\nTrazodone is used off-label: it improves sleep in people with insomnia.\n\n")
            + _HISTORY
        ),
        Example(
            ("# Trazodone\n\n## Off-label use\n\nTrazodone improves sleep in people with insomnia.\n\n")
            + _HISTORY
            + "Trazodone is not approved for insomnia.\n"
        ),
        Example(
            "# Propranolol\n\n"
            "Propranolol relieves stage fright.\n\n"
            "Take it an hour before you go on stage.\n\n"
            "Ask a doctor first.\n\n"
            "Propranolol is not approved for stage fright.\n"
        ),
    ),
    bad=(
        Example(
            "# Trazodone\n\n[|Trazodone improves sleep in people with insomnia.|]\n\n"
            + _HISTORY
            + "Trazodone is not approved for insomnia; this is an off-label use.\n"
        ),
        Example(
            (
                "# Ketamine infusions\n\n"
                "[|Our ketamine infusions relieve obsessive-compulsive disorder.|]\n\n"
                "## About the medicine\n\n"
            )
            + _HISTORY
            + (
                "## Legal notes\n\n"
                "Ketamine is not FDA-approved for obsessive-compulsive disorder. Its use here is off-label.\n"
            ),
            profile="clinic-marketing",
        ),
        Example(
            "# Propranolol\n\n[|Propranolol relieves stage fright.|]\n\n"
            + _HISTORY
            + "Propranolol is unlicensed for stage fright.\n",
            profile="news",
        ),
    ),
)
