"""Say so when a medicine is described or offered for a use that the regulator has not approved.

## What it flags

A claim or an offer of a medicine for a condition outside its approved uses, or an indication in a list of the
uses of the medicine in the title, in a text that never calls this use off-label, unlicensed, not approved or
investigational. A supplement that is injected or infused counts as a medicine. On a clinic's page a medicine
that is offered counts for the condition in the title. The finding stands on the first claim or offer of each
pair of medicine and condition. "An emerging treatment" does not label a use that the text also offers or
praises.

## Why it matters

Off-label prescribing is legal and common, but nobody has checked the benefit and the risks for that use as
they do for approval, and insurers may not pay. Readers who are not told assume that the medicine was approved
for what they read about.

## Exceptions

Approved pairs, and pairs that `known_uses` lists. In news, a hedged claim of a use that the text calls
experimental or under study. Sections on risks, questions and reference lists; question headings are no
claims, but the text below them is read. Pairs that the tables do not know, for which nothing is said.

## What it cannot see

Approvals outside the United States, and approvals after the date of the table, which the finding prints. Uses
that are approved only together with another medicine, for an age or for a form that the text does not state.
For some pairs the label text was only read by program: they are reported on marketing pages alone, for claims
alone, one level lower and with low confidence.

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
    DRUG_LABELS,
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
        yield Finding(
            pair.anchor.reading.sentence.span,
            _message(pair),
            _label(pair),
            confidence="high" if pair.use.reviewed else "low",
            lowered=not pair.use.reviewed,
        )


def _message(pair: Pair) -> str:
    """What the page leaves out, and from where and when that is known."""
    status = "is not approved" if pair.use.reviewed else "is not among the uses in the label text that we have"
    return (
        f"The use of {pair.drug.name} for {pair.condition.name} {status}, and the page does not say so; "
        f"as of {pair.use.as_of}: {pair.use.source}."
    )


def _label(pair: Pair) -> str:
    """The sentence that would label the use."""
    if pair.use.status == "never-approved":
        return f"Add here: the FDA has not approved {pair.drug.name}."
    return (
        f"Add here: the FDA has not approved {pair.drug.name} for {pair.condition.name}; this use is off-label."
    )


def _certain(pair: Pair, document: Document) -> bool:
    """Whether the pair is sure enough to report: reviewed, or claimed on a page that promotes the drug."""
    return pair.use.reviewed or (document.profile.marketing and pair.anchor.claimed)


RULE = Rule(
    code="OFF001",
    name="off-label-unlabelled",
    severity=severities("warning", "warning", "error", None, "warning"),
    scope="document",
    sources=(
        CFR_202_FAIR_BALANCE,
        FDA_COMPOUNDED_KETAMINE,
        CRANE_2023,
        FDA_UNAPPROVED_USES,
        MHRA_BLUE_GUIDE,
        DRUG_LABELS,
    ),
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
            "[|Trazodone improves sleep in people with insomnia.|] It can make you dizzy and "
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
