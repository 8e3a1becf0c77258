"""Examples of rules as test cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.api import AnyRule, Document, Example, Finding, NoOptions, Rule, severities
from healthlint.testing import check_example, example_cases, unmarked
from healthlint.text import Span


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    for block in document.blocks:
        for hit in re.finditer("miracle", block.text.text):
            yield Finding(block.text.span(*hit.span()), "Say what was found.")


RULE: AnyRule = Rule(
    code="XYZ001",
    name="miracle-word",
    severity=severities("warning", "warning", "error", "error", None),
    scope="sentence",
    sources=(),
    check=check,
    good=("It helped 3 of 10 people.",),
    bad=(
        "A [|miracle|] of *a [|miracle|]*.",
        Example("<p>One [|miracle|]</p>", format="html", profile="news"),
    ),
    options=NoOptions,
)


def test_every_example_is_a_case() -> None:
    cases = example_cases([RULE])
    assert [str(case) for case in cases] == ["miracle-word-bad-1", "miracle-word-bad-2", "miracle-word-good-1"]
    for case in cases:
        check_example(case)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (replace(RULE, bad=("A [|miracl|]e.",), good=()), "not found:    'miracl'"),
        (replace(RULE, bad=("A [|miracle|] and a miracle.",), good=()), "not expected: 'miracle'"),
        (replace(RULE, bad=("A miracle.",), good=()), "a bad example has marks"),
        (replace(RULE, bad=(), good=("A [|miracle|].",)), "a good one has none"),
        (replace(RULE, bad=(Example("A [|miracle|].", "professional"),), good=()), "off in the profile"),
    ],
)
def test_what_is_wrong_with_an_example_is_shown(rule: AnyRule, message: str) -> None:
    [case] = example_cases([rule])
    with pytest.raises(AssertionError, match=re.escape(message)):
        check_example(case)


@pytest.mark.parametrize("text", ["[|a", "a|]", "[|a[|b|]|]"])
def test_marks_come_in_pairs(text: str) -> None:
    with pytest.raises(ValueError, match=r"unpaired|without"):
        unmarked(text)


@given(st.lists(st.tuples(st.text("ab \n", max_size=5), st.text("cd", min_size=1, max_size=5)), max_size=5))
def test_marks_map_to_the_spans_of_the_text_without_them(parts: list[tuple[str, str]]) -> None:
    text, spans = unmarked("".join(f"{before}[|{marked}|]" for before, marked in parts))
    assert text == "".join(before + marked for before, marked in parts)
    assert [text[span.start : span.end] for span in spans] == [marked for _, marked in parts]
    assert all(isinstance(span, Span) for span in spans)
