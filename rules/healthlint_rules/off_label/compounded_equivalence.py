"""Do not present a compounded or copied medicine as the same as an approved brand.

## What it flags

A compounded or copied medicine that is equated with an approved one: same active ingredient as a brand,
generic version of a brand that has none, compounded version of a brand, identical to.

## Why it matters

Nobody has compared the two: compounded medicines are made to order and are not reviewed for safety, effect or
quality. FDA warning letters of 2025 and 2026 to sellers of compounded GLP-1 drugs quote these very phrases.

## Exceptions

Statements that a compounded medicine is not approved or not the same. Quotations and debunking. True approved
generics. Questions, except where a page sells compounded drugs: "is it the same as Wegovy?" was among the
claims that the FDA cited.

## What it cannot see

Generics that were approved after the date of the tables. Likeness that is only suggested, by a name, a colour
or a picture of the pen.

## How to fix

Write what is known: "Compounded semaglutide is not FDA-approved. The FDA has not checked that it is the same
as Wegovy."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import FDA_UNAPPROVED_GLP1

_COPIED = r"Ozempic|Wegovy|Mounjaro|Zepbound|Saxenda"
_BRANDS = (
    rf"(?:{_COPIED}|Victoza|Rybelsus|Viagra|Cialis|Spravato|Botox|brand[- ]name|the brand|name[- ]brand|branded"
    r"|semaglutide|tirzepatide)"
)
_SAME = Wording(
    r"\b(?:"
    r"(?:contains? |has |have |with |uses? )?the same (?:active )?"
    r"(?:ingredient|drug|medication|medicine|molecule|formula|thing)s?(?: \w+)? "
    r"(?:as|in|found in|used in|that(?:['’]s| is) in)(?: both)?(?: the)? "
    rf"{_BRANDS}|"
    rf"generic (?:version of )?(?:{_COPIED})|"
    rf"compounded (?:version|form) of {_BRANDS}|"
    rf"(?:identical|equivalent|comparable|the same|just as (?:safe|effective|good)) (?:to|as) {_BRANDS}|"
    rf"(?:just )?as effective as {_BRANDS}"
    r")\b",
    re.IGNORECASE,
)
_FAIR = Wording(r"\b(?:not|n['’]t|never|no|unlike|misleading|warn\w*|FDA has|differ\w*)\b", re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each compounded or copied drug that is presented as the approved brand."""
    for hit in find(document, _SAME):
        if hit.rejected or hit.quoted or _FAIR.search(hit.reading.sentence.plain) or _asked(hit, document):
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' presents a compounded or copied drug as the approved one, which nobody has checked.",
            "Say what is known: the FDA has not checked this compounded drug for safety, effect or quality.",
        )


def _asked(hit: Hit, document: Document) -> bool:
    """Whether it is a mere question; where compounded drugs are sold, a question suggests its answer."""
    suggestive = document.profile.marketing and "compounded" in document.source.lower()
    return hit.cues.question and not suggestive


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
        Example(
            "Is tirzepatide the same as Mounjaro? Yes, Mounjaro is a brand of it.", profile="clinic-marketing"
        ),
    ),
    bad=(
        Example(
            "Our compounded semaglutide [|has the same active ingredient as Wegovy|].",
            profile="clinic-marketing",
        ),
        Example("We now stock [|generic Zepbound|] for half the price.", profile="clinic-marketing"),
        Example("Compounded semaglutide is [|identical to Ozempic|]."),
        Example("Is compounded tirzepatide [|the same as Mounjaro|]?", profile="clinic-marketing"),
    ),
)
