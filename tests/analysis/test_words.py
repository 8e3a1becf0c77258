"""What counts as a word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.analysis.lexicon import tokens
from healthlint.analysis.words import count_words, placed_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't take it off-label.", ["Don't", "take", "it", "off-label"]),
        ("It’s a GLP‑1 drug.", ["It’s", "a", "GLP‑1", "drug"]),
        (
            "Take 2.5 mg, at most 10,000 units a day.",
            ["Take", "2.5", "mg", "at", "most", "10,000", "units", "a", "day"],
        ),
        ("0.5 mg/kg and/or rest", ["0.5", "mg", "kg", "and", "or", "rest"]),
        ("fruit, e.g. apples, in the U.S. market", ["fruit", "e.g.", "apples", "in", "the", "U.S.", "market"]),
        ("10–20 minutes — no more", ["10", "20", "minutes", "no", "more"]),
        ("as shown before [3] and later [4, 7-9].", ["as", "shown", "before", "and", "later"]),
        ("as shown¹² before", ["as", "shown", "before"]),
        ("see https://example.org/a-b?c=d or ask me@example.org now", ["see", "or", "ask", "now"]),
        ("10²¹ is no 0²0", ["10", "is", "no", "0²0"]),
        ("naïve café", ["naïve", "café"]),
        ("— … !", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert count_words(text) == len(expected)


@given(st.text())
def test_words_stand_where_they_say_and_in_order(text: str) -> None:
    found = list(placed_words(text))
    assert [word.text for word in found] == words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(any(character.isalnum() for character in word.text) for word in found)


@given(st.text())
def test_there_are_never_more_words_than_tokens(text: str) -> None:
    assert count_words(text) <= len(tokens(text))
