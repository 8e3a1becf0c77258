"""Name the rules that a suppression is for.

## What it flags

A suppression without the code or name of a rule. It hides nothing.

## Why it matters

A blanket suppression would also hide what nobody has seen yet, such as the next claim.

## Exceptions

`healthlint-enable`, which ends every open range when it names no rule.

## What it cannot see

Whether a suppression names more rules than it needs; those that hide nothing are reported as unused.

## How to fix

Write the codes or names of the rules after the verb, with commas between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.directives.reading import directives
from healthlint.directives.review import RUFF_BLANKET, Review, everywhere
from healthlint.document import Document
from healthlint.finding import Finding
from healthlint.rule import Rule


def check(document: Document, _review: Review) -> Iterator[Finding]:
    """One finding for each suppression without codes."""
    for directive in directives(document):
        if directive.verb not in ("enable", "") and not directive.codes:
            yield Finding(
                directive.span,
                "This suppression names no rule and hides nothing.",
                f"healthlint-{directive.verb} EFF002 -- why the rule does not apply here",
            )


RULE = Rule(
    code="DIR003",
    name="blanket-suppression",
    severity=everywhere("error"),
    scope="document",
    sources=(RUFF_BLANKET,),
    options=Review,
    check=check,
    good=(
        "<!-- healthlint-disable EFF002 -- quotations from old adverts -->\n\n*Cures all!*\n\n"
        "<!-- healthlint-enable -->\n",
        "`<!-- healthlint-disable-file -->` in code is an example.\n",
    ),
    bad=(
        "[|<!-- healthlint-disable-next-line -- the editor likes it -->|]\n\nThis tea cures colds.\n",
        "[|<!-- healthlint-disable-file -->|]\n\nThis tea cures colds.\n",
    ),
)
