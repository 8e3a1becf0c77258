"""The examples of rules as test cases, for the built-in rules and for rule packs of others.

In a test module of a rule pack:

    import pytest
    from healthlint.testing import ExampleCase, check_example, example_cases
    from my_rules import rules

    @pytest.mark.parametrize("case", example_cases(rules()), ids=str)
    def test_example(case: ExampleCase) -> None:
        check_example(case)

A bad example marks each expected finding with `[|` and `|]`; a good one has no marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from healthlint.document import Document, Format
from healthlint.parsing import parse
from healthlint.profile import PROFILES
from healthlint.rule import AnyRule, Example
from healthlint.text import Span

_MARK = re.compile(r"\[\||\|\]")
_NAMES: Mapping[Format, str] = MappingProxyType(
    {"markdown": "example.md", "html": "example.html", "text": "example.txt"}
)


@dataclass(frozen=True, slots=True)
class ExampleCase:
    """One example of a rule. `number` counts from 1 among the rule's good or bad examples."""

    rule: AnyRule
    example: Example
    bad: bool
    number: int

    def __str__(self) -> str:
        return f"{self.rule.name}-{'bad' if self.bad else 'good'}-{self.number}"


def example_cases(rules: Iterable[AnyRule]) -> tuple[ExampleCase, ...]:
    """Every good and bad example of the rules."""
    return tuple(
        ExampleCase(rule, Example(example) if isinstance(example, str) else example, bad, number)
        for rule in rules
        for bad, examples in ((True, rule.bad), (False, rule.good))
        for number, example in enumerate(examples, 1)
    )


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its marks, and the spans that they marked. Raises `ValueError` for unpaired marks."""
    parts: list[str] = []
    spans: list[Span] = []
    opened: int | None = None
    length = at = 0
    for mark in _MARK.finditer(text):
        parts.append(text[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if (mark.group() == "[|") is not (opened is None):
            raise ValueError(f"unpaired '{mark.group()}' at {mark.start()}")
        if opened is None:
            opened = length
        else:
            spans.append(Span(opened, length))
            opened = None
    if opened is not None:
        raise ValueError("'[|' without '|]'")
    return "".join((*parts, text[at:])), tuple(spans)


def example_document(example: Example) -> Document:
    """The example as the rule sees it, without its marks."""
    text, _ = unmarked(example.text)
    name = _NAMES[example.format]
    return parse(text, name, format=example.format, profile=PROFILES[example.profile])


def check_example(case: ExampleCase) -> None:
    """Assert that the rule finds exactly the marked spans; the message shows what it found instead."""
    _, expected = unmarked(case.example.text)
    assert bool(expected) is case.bad, f"{case}: a bad example has marks and a good one has none"
    severity = case.rule.severity.get(case.example.profile)
    assert severity is not None, f"{case}: the rule is off in the profile {case.example.profile}"
    document = example_document(case.example)
    found = {finding.span for finding in case.rule.check(document, case.rule.options())}
    shown = "\n".join(
        (
            f"{case} in {case.example.profile}",
            *(f"  not found:    {document.source[s.start : s.end]!r}" for s in sorted(set(expected) - found)),
            *(f"  not expected: {document.source[s.start : s.end]!r}" for s in sorted(found - set(expected))),
        )
    )
    assert found == set(expected), shown
