"""Say so when a medicine is described or offered for a use that the regulator has not approved.

## What it flags

A claim or an offer of a medicine for a condition outside its approved uses, in a text that never calls this
use off-label, unlicensed, not approved or investigational. The finding stands on the first claim or offer of
each pair of medicine and condition. "An emerging treatment" does not label a use that the text also offers or
praises.

## Why it matters

Off-label prescribing is legal and common, but nobody has checked the benefit and the risks for that use as
they do for approval, and insurers may not pay. Readers who are not told assume that the medicine was approved
for what they read about.

## Exceptions

Approved pairs. Texts that say no more than that the use is being studied. Passing mentions in references.
Pairs that the tables do not know, for which nothing is said. Question headings are no claims, but the text
below them is read.

## What it cannot see

Approvals outside the United States, and approvals after the date of the table, which the finding prints. Uses
that are approved only together with another medicine, for an age or for a form that the text does not state.
Label text was read by program for some pairs: these are reported with less confidence than reviewed ones.

## How to fix

Put the status next to the claim: "Trazodone is approved for depression. Giving it for sleep is an off-label
use." If the use is approved where you publish, list it under `known_uses`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from healthlint.analysis.offlabel import Pair, pairs
from healthlint.api import Document, Example, Finding, Rule, severities
from healthlint_rules.authorities import (
    CFR_202_FAIR_BALANCE,
    CRANE_2023,
    FDA_COMPOUNDED_KETAMINE,
    FDA_UNAPPROVED_USES,
    MHRA_BLUE_GUIDE,
)


@dataclass(frozen=True)
class Options:
    """Uses that the publisher knows to be approved where it publishes."""

    known_uses: tuple[str, ...] = field(
        default=(),
        metadata={"help": 'uses to accept as approved, each written as "medicine: condition"'},
    )


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield one finding for each off-label pair that the document never labels."""
    known = {use.lower().replace(" ", "") for use in options.known_uses}
    for pair in pairs(document):
        if f"{pair.drug.name}:{pair.condition.name}".lower().replace(" ", "") in known:
            continue
        claim = pair.anchor.claim
        enough = 1 if document.profile.name == "news" and (claim is None or claim.hedge >= 2) else 2
        if pair.grade >= enough or not _certain(pair, document):
            continue
        drug, condition = pair.drug.name, pair.condition.name
        status = (
            "is not approved" if pair.use.reviewed else "is not among the uses in the label text that we have"
        )
        yield Finding(
            pair.anchor.reading.sentence.span,
            f"{drug} for {condition} {status} ({pair.use.source}, {pair.use.as_of}), and the page does not say so.",
            f"Add here: {drug} is not FDA-approved for {condition}; doctors who use it this way do so off-label."
            if pair.use.status != "never-approved"
            else f"Add here: {drug} is not FDA-approved.",
            confidence="high" if pair.use.reviewed else "low",
            lowered=not pair.use.reviewed,
        )


def _certain(pair: Pair, document: Document) -> bool:
    """Whether the pair is sure enough to report: checked by a person, or a drug that the page promotes."""
    return pair.use.reviewed or (document.profile.marketing and pair.anchor.claimed)


RULE = Rule(
    code="OFF001",
    name="off-label-unlabelled",
    severity=severities("warning", "warning", "error", None, "warning"),
    scope="document",
    sources=(CFR_202_FAIR_BALANCE, FDA_COMPOUNDED_KETAMINE, CRANE_2023, FDA_UNAPPROVED_USES, MHRA_BLUE_GUIDE),
    options=Options,
    check=check,
    good=(
        Example(
            "# Trazodone\n\n"
            "Trazodone is not approved for insomnia, but doctors often prescribe it off-label to help "
            "people sleep. It can make you dizzy.\n"
        ),
        Example("# Trazodone\n\nTrazodone treats depression. It can make you dizzy and sleepy.\n"),
        Example(
            "# Ketamine\n\nResearchers are studying ketamine for obsessive-compulsive disorder.\n",
            profile="news",
        ),
        Example(
            "# Spironolactone\n\n"
            "## Does spironolactone clear acne?\n\n"
            "The FDA has not approved spironolactone for acne. Some doctors prescribe it off-label.\n"
        ),
    ),
    bad=(
        Example(
            "# Trazodone\n\n"
            "[|Trazodone helps people with insomnia sleep through the night.|] It can make you dizzy and "
            "dry your mouth. Talk to your doctor before you take it.\n"
        ),
        Example(
            "# Ketamine infusions\n\n"
            "[|Our ketamine infusions relieve obsessive-compulsive disorder.|] They can cause "
            "dissociation, high blood pressure and bladder problems. A doctor stays with you throughout.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Spironolactone\n\n"
            "[|Spironolactone clears acne in women.|] It can make you dizzy and change your periods. Talk "
            "to your doctor before you take it.\n"
        ),
    ),
)
