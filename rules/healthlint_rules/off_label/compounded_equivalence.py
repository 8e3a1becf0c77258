"""Do not present a compounded or copied medicine as the same as an approved brand.

## What it flags

A compounded or copied medicine that is equated with an approved one: same active ingredient as a brand,
generic version of a brand that has none, compounded version of a brand, identical to.

## Why it matters

Nobody has compared the two: compounded medicines are made to order and are not reviewed for safety, effect or
quality. FDA warning letters of 2025 and 2026 to sellers of compounded GLP-1 drugs quote these very phrases.

## Exceptions

Statements that a compounded medicine is not approved or not the same. True approved generics. A question is
exempt outside marketing only: on a seller's page a question such as "is it the same as Wegovy?" was among the
claims that the FDA cited.

## What it cannot see

Generics that were approved after the date of the tables. Likeness that is only suggested, by a name, a colour
or a picture of the pen.

## How to fix

Write what is known: "Compounded semaglutide is not FDA-approved. The FDA has not checked that it is the same
as Wegovy."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import FDA_UNAPPROVED_GLP1


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each phrase that equates a compounded or copied medicine with a brand."""
    yield from ()


RULE = Rule(
    code="OFF006",
    name="compounded-equivalence",
    severity=severities("warning", "warning", "error", None, "suggestion"),
    scope="sentence",
    sources=(FDA_UNAPPROVED_GLP1,),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "The FDA has not reviewed compounded tirzepatide, which may differ from Zepbound.",
            profile="clinic-marketing",
        ),
        Example("Generic sertraline has the same active ingredient as Zoloft."),
        Example("Compounded semaglutide is not identical to Ozempic."),
        Example("Is compounded tirzepatide the same as Mounjaro?"),
    ),
    bad=(
        Example(
            "Our compounded semaglutide has the [|same active ingredient as Wegovy|].",
            profile="clinic-marketing",
        ),
        Example("We now stock [|generic Zepbound|] for half the price.", profile="clinic-marketing"),
        Example("Compounded semaglutide is [|identical to Ozempic|]."),
        Example("Is compounded tirzepatide the [|same as Mounjaro|]?", profile="clinic-marketing"),
    ),
)
