"""Grades against people's ratings of sentences, and against pairs of a technical and a plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from healthlint.analysis import formulas
from healthlint.analysis.readability import count
from healthlint.analysis.sentences import split
from healthlint.analysis.words import words
from tests.measure.check import read_rows
from tests.measure.row import Row, rate


def ratings(path: Path) -> Iterator[Row]:
    """How closely the grade of a sentence follows how hard people found it."""
    found = read_rows(path)
    grades = [formulas.flesch_kincaid(count(words(row["text"]))) for row in found]
    yield Row(
        name="sentence grades",
        set="readability_medical_sentences",
        measure="correlation of the Flesch-Kincaid grade with people's ratings",
        figures={"r": correlation(grades, [row["label"] for row in found])},
        counts=f"{len(found)} sentences",
        baseline="r .48 (SMOG)",
    )


def summaries(path: Path) -> Iterator[Row]:
    """How often a plain-language summary has a lower grade than its technical abstract."""
    pairs: dict[str, dict[str, float]] = {}
    for row in read_rows(path):
        name, kind = row["id"].rsplit("-", 1)
        pairs.setdefault(name, {})[kind] = grade_of(row["text"])
    whole = [pair for pair in pairs.values() if len(pair) == 2]
    right = sum(pair["pls"] < pair["tech"] for pair in whole)
    yield Row(
        name="summary order",
        set="cochrane_pls",
        measure="summaries with a lower grade than their abstract",
        figures={"in order": rate(right, len(whole))},
        counts=f"{right} of {len(whole)} pairs",
        baseline=".74 (sentences split at every full stop)",
    )


def grade_of(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    return formulas.flesch_kincaid(formulas.total(count(words(text[start:end])) for start, end in split(text)))


def correlation(first: Sequence[float], second: Sequence[float]) -> float:
    """Pearson's r of two lists of the same length."""
    mean_first, mean_second = sum(first) / len(first), sum(second) / len(second)
    together = sum((a - mean_first) * (b - mean_second) for a, b in zip(first, second, strict=True))
    apart = sum((a - mean_first) ** 2 for a in first) * sum((b - mean_second) ** 2 for b in second)
    return float(together / apart**0.5)
