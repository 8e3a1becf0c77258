"""Accuracy on judged pairs, where the shared folder is present."""

from __future__ import annotations

from tests.knowledge.pairs import Pair, read, score
from tests.shared_data import shared_file


def test_decisions_and_errors_are_right_often_enough() -> None:
    result = score(read(shared_file("data", "drugs", "pairs_dev.tsv")))
    assert result.decisions >= 0.95, result.wrong
    assert result.error_precision >= 0.98


def test_score_counts_flags_and_errors() -> None:
    result = score(
        [
            Pair("a", "x", "O", "O", reviewed=True),
            Pair("b", "x", "A", "O", reviewed=True),
            Pair("c", "x", "N", "A", reviewed=False),
            Pair("d", "x", "X", "", reviewed=False),
        ]
    )
    assert (result.decisions, result.statuses) == (0.5, 0.25)
    assert (result.error_precision, result.error_recall) == (0.5, 0.5)
