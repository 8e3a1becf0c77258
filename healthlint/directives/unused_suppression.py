"""Remove a suppression that hides nothing.

## What it flags

Each rule that a suppression names although the rule finds nothing there.

## Why it matters

A suppression that has outlived its finding will hide the next claim that somebody writes in its place, and
nobody will see it.

## Exceptions

A rule that did not run: not selected, or off in the profile. A suppression that is expired or names a rule that
does not exist, because other rules say so.

## What it cannot see

Whether two suppressions hide the same finding: both count as used.

## How to fix

Take the rule out of the suppression, or the whole comment if no rule is left in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.directives.reading import directives
from healthlint.directives.review import ESLINT_COMMENTS, RUFF_UNUSED, Review, everywhere
from healthlint.document import Document
from healthlint.finding import Finding
from healthlint.rule import Rule


def check(document: Document, options: Review) -> Iterator[Finding]:
    """One finding for each idle code."""
    for directive in directives(document):
        for code in directive.codes:
            if code.span in options.idle:
                yield Finding(
                    code.span,
                    f"The rule {code.text} finds nothing here that this suppression could hide.",
                    f"Remove {code.text} from the suppression.",
                )


RULE = Rule(
    code="DIR001",
    name="unused-suppression",
    severity=everywhere("warning"),
    scope="document",
    sources=(RUFF_UNUSED, ESLINT_COMMENTS),
    options=Review,
    check=check,
    good=(
        "<!-- healthlint-disable-next-line EFF002 -- an old advert -->\n\nOur ginger tea cures colds.\n",
        "Rest helps most people.\n",
    ),
    bad=(
        "<!-- healthlint-disable-next-line [|EFF002|] -- no longer needed -->\n\nRest helps most people.\n",
        "<!-- healthlint-disable-file [|cure-claim|] -- old campaign page -->\n\nCall your clinic.\n",
    ),
)
