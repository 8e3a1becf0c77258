"""Write a suppression so that it can be read.

## What it flags

A comment that begins with `healthlint-` and a verb that does not exist, and a `healthlint-enable` that ends
nothing.

## Why it matters

A mistyped suppression is an ordinary comment, and its writer thinks that it works.

## Exceptions

Comments that do not begin with `healthlint-`, and anything in code.

## What it cannot see

A suppression with another beginning ("health-lint", "healthlint disable").

## How to fix

Use one of `healthlint-disable-next-line`, `healthlint-disable-line`, `healthlint-disable`, `healthlint-enable`
and `healthlint-disable-file`.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.config.suggest import did_you_mean, one_of
from healthlint.directives.reading import directives
from healthlint.directives.review import ESLINT_COMMENTS, Review, everywhere
from healthlint.directives.syntax import VERBS, Directive
from healthlint.document import Document
from healthlint.finding import Finding
from healthlint.rule import Rule


def check(document: Document, options: Review) -> Iterator[Finding]:
    """One finding for each unknown verb and for each code that `enable` ends in vain."""
    open_codes: set[str] = set()
    for directive in directives(document):
        if not directive.verb:
            yield _unknown_verb(directive)
        named = {options.known.get(code.text, code.text) for code in directive.codes}
        if directive.verb == "disable":
            open_codes |= named
        elif directive.verb == "enable":
            yield from _in_vain(directive, options, open_codes)
            open_codes -= named or set(open_codes)


def _unknown_verb(directive: Directive) -> Finding:
    verbs = tuple(f"healthlint-{verb}" for verb in VERBS)
    hint = did_you_mean(f"healthlint-{directive.word}", verbs)
    return Finding(
        directive.span,
        f"'healthlint-{directive.word}' is no suppression.{hint or f' There are {one_of(verbs)}.'}",
    )


def _in_vain(directive: Directive, review: Review, open_codes: set[str]) -> Iterator[Finding]:
    if not directive.codes and not open_codes:
        yield Finding(directive.span, "Nothing is disabled here that this comment could enable.")
    for code in directive.codes:
        if review.known.get(code.text, code.text) not in open_codes:
            yield Finding(code.span, f"The rule {code.text} is not disabled here, so it cannot be enabled.")


RULE = Rule(
    code="DIR006",
    name="malformed-suppression",
    severity=everywhere("error"),
    scope="document",
    sources=(ESLINT_COMMENTS,),
    options=Review,
    check=check,
    good=(
        "<!-- healthlint-disable EFF002 -- quotations from old adverts -->\n\n*Cures all!*\n\n"
        "<!-- healthlint-enable EFF002 -->\n",
        "<!-- A note to the editor. -->\n\nCall your clinic.\n",
    ),
    bad=(
        "[|<!-- healthlint-disable-nextline EFF002 -- a book title -->|]\n\nRead *The Cure*.\n",
        "Call your clinic.\n\n[|<!-- healthlint-enable -->|]\n",
    ),
)
