"""Say why in every suppression, after two hyphens.

## What it flags

A suppression without a reason. It still hides what it names.

## Why it matters

The next editor, a medical reviewer or a regulator has to see why the text was let through.

## Exceptions

`healthlint-enable`. A suppression that names no rule, which is reported itself.

## What it cannot see

Whether the reason is a good one.

## How to fix

Write two hyphens with spaces around them after the codes, and then the reason in a few words: who looked at
the text, and why the rule does not apply to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.directives.reading import directives
from healthlint.directives.review import ESLINT_COMMENTS, Review, everywhere
from healthlint.document import Document
from healthlint.finding import Finding
from healthlint.rule import Rule


def check(document: Document, _review: Review) -> Iterator[Finding]:
    """One finding for each suppression that names rules and gives no reason."""
    for directive in directives(document):
        if directive.verb not in ("enable", "") and directive.codes and not directive.reason:
            yield Finding(
                directive.span,
                "This suppression does not say why.",
                f"{', '.join(code.text for code in directive.codes)} -- why the rule does not apply here",
            )


RULE = Rule(
    code="DIR004",
    name="suppression-without-reason",
    severity=everywhere("warning"),
    scope="document",
    sources=(ESLINT_COMMENTS,),
    options=Review,
    check=check,
    good=(
        "<!-- healthlint-disable-next-line EFF002 -- hepatitis C is curable -->\n\nThe tablets cure it.\n",
        "---\nhealthlint:\n  ignore:\n    EFF002: hepatitis C is curable\n---\n\nThe tablets cure it.\n",
    ),
    bad=(
        "[|<!-- healthlint-disable-next-line EFF002 -->|]\n\nThe tablets cure it.\n",
        "[|<!-- healthlint-disable-file EFF002 -- -->|]\n\nThe tablets cure it.\n",
    ),
)
