"""Name a rule that exists in every suppression.

## What it flags

A code or name in a suppression that no rule has. Case counts: rules are written `EFF002` or `cure-claim`. A
family (`EFF`) is no rule.

## Why it matters

A suppression with a mistyped code hides nothing, and its writer thinks that it does.

## Exceptions

None: every rule of every installed rule pack is known, whether it is on or off.

## What it cannot see

Rules of a pack that is not installed here: they are not known.

## How to fix

Write the code or the name as the report of the finding shows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.config.suggest import did_you_mean
from healthlint.directives.reading import directives
from healthlint.directives.review import RUFF_INVALID, Review, everywhere
from healthlint.document import Document
from healthlint.finding import Finding
from healthlint.rule import FAMILIES, Rule


def check(document: Document, options: Review) -> Iterator[Finding]:
    """One finding for each code that is not known."""
    for directive in directives(document):
        for code in directive.codes:
            if code.text not in options.known:
                yield Finding(code.span, f"There is no rule '{code.text}'.{_hint(code.text, options)}")


def _hint(text: str, review: Review) -> str:
    if text in FAMILIES or text == "ALL":
        return " A suppression names single rules, not families."
    return did_you_mean(text, review.known)


RULE = Rule(
    code="DIR002",
    name="unknown-suppressed-rule",
    severity=everywhere("error"),
    scope="document",
    sources=(RUFF_INVALID,),
    options=Review,
    check=check,
    good=(
        "<!-- healthlint-disable-next-line EFF002 -- hepatitis C is curable -->\n\nThe tablets cure it.\n",
        "<!-- healthlint-disable-next-line cure-claim -- a book title -->\n\nRead *The Cure*.\n",
    ),
    bad=(
        "<!-- healthlint-disable-next-line [|EFF999|] -- hepatitis C is curable -->\n\nThe tablets cure it.\n",
        "<!-- healthlint-disable-file [|eff002|] -- an archive page -->\n\nCall your clinic.\n",
    ),
)
