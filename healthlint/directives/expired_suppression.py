"""Review a suppression whose day has passed.

## What it flags

A suppression with `until=` after that day. It hides nothing any more, so its findings are back. A day that is
not written like `2027-01-31` counts as passed.

## Why it matters

A day is set so that somebody looks again, for example when a trial ends or a label changes.

## Exceptions

The day itself: it is the last one on which the suppression works.

## What it cannot see

Whether what the day was set for has happened earlier.

## How to fix

Mend the text, or give a new day and the reason for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.directives.reading import directives
from healthlint.directives.review import ESLINT_COMMENTS, Review, everywhere
from healthlint.document import Document
from healthlint.finding import Finding
from healthlint.rule import Rule


def check(document: Document, options: Review) -> Iterator[Finding]:
    """One finding for each suppression that has expired."""
    for directive in directives(document):
        if directive.verb not in ("enable", "") and directive.expired(options.today):
            known = directive.last_day is not None
            yield Finding(
                directive.span,
                f"This suppression ended on {directive.until} and hides nothing any more."
                if known
                else f"'{directive.until}' is no day like 2027-01-31, so this suppression hides nothing.",
                "Mend the text, or give a new day and the reason for it.",
            )


RULE = Rule(
    code="DIR005",
    name="expired-suppression",
    severity=everywhere("warning"),
    scope="document",
    sources=(ESLINT_COMMENTS,),
    options=Review,
    check=check,
    good=(
        "<!-- healthlint-disable-next-line EFF002 until=9999-12-31 -- hepatitis C is curable -->\n\n"
        "The tablets cure it.\n",
        "<!-- healthlint-disable-next-line EFF002 -- hepatitis C is curable -->\n\nThe tablets cure it.\n",
    ),
    bad=(
        "[|<!-- healthlint-disable-next-line EFF002 until=2019-06-30 -- waits for the trial -->|]\n\n"
        "The tablets cure it.\n",
        "[|<!-- healthlint-disable-file EFF002 until=summer -- waits for the trial -->|]\n\n"
        "The tablets cure it.\n",
    ),
)
