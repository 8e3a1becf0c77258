"""The formulas against figures that were worked out by hand."""

from __future__ import annotations

import pytest

from healthlint.analysis import formulas
from healthlint.analysis.formulas import Counts

TEXT = Counts(
    sentences=5, words=100, syllables=150, letters=450, characters=460, polysyllables=15, hard_words=12
)


def test_grades() -> None:
    assert formulas.flesch_kincaid(TEXT) == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert formulas.flesch_reading_ease(TEXT) == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    assert formulas.gunning_fog(TEXT) == pytest.approx(0.4 * (20 + 12))
    assert formulas.coleman_liau(TEXT) == pytest.approx(0.0588 * 450 - 0.296 * 5 - 15.8)
    assert formulas.automated_readability(TEXT) == pytest.approx(4.71 * 4.6 + 0.5 * 20 - 21.43)


def test_smog_needs_thirty_sentences() -> None:
    assert formulas.smog(TEXT) is None
    assert formulas.smog(Counts(sentences=30, words=600, polysyllables=36)) == pytest.approx(1.043 * 6 + 3.1291)


def test_consensus_is_the_median_of_the_valid_grades() -> None:
    grades = sorted(
        (
            formulas.flesch_kincaid(TEXT),
            formulas.gunning_fog(TEXT),
            formulas.coleman_liau(TEXT),
            formulas.automated_readability(TEXT),
        )
    )
    assert formulas.consensus(TEXT) == pytest.approx((grades[1] + grades[2]) / 2)


def test_an_empty_text_has_grade_zero() -> None:
    empty = Counts()
    assert formulas.flesch_kincaid(empty) == formulas.gunning_fog(empty) == formulas.coleman_liau(empty) == 0
    assert formulas.automated_readability(empty) == formulas.flesch_reading_ease(empty) == 0


def test_counts_add_up() -> None:
    assert formulas.total([TEXT, TEXT]).words == 200
    assert formulas.total([TEXT]) == TEXT
    assert formulas.total([]) == Counts()
