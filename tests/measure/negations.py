"""Clinical sentences in which one concept is affirmed or denied, against what the scope of negation says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from healthlint.analysis.clauses import clause_starts
from healthlint.analysis.lexicon import tokens
from healthlint.analysis.scope import denied
from tests.measure.check import read_rows
from tests.measure.row import Counts, Row


def rows(path: Path) -> Iterator[Row]:
    """Whether a concept is found to be denied in its clause; sentences without its words are left out."""
    decisions: list[tuple[bool, bool]] = []
    errors: list[str] = []
    for row in read_rows(path):
        flagged = _denied(row["text"], row["meta"]["concept"])
        if flagged is None:
            continue
        wanted = row["label"] == "negated"
        decisions.append((wanted, flagged))
        if wanted != flagged:
            errors.append(f"{'missed' if wanted else 'false alarm'} in {row['id']}: {row['text'][:200]!r}")
    counts = Counts.of(decisions)
    yield Row(
        name="negation",
        set="negation_negex",
        measure="concepts denied in their clause (clinical notes)",
        figures=counts.scores,
        counts=str(counts),
        baseline="-",
        errors=errors,
    )


def _denied(text: str, concept: str) -> bool | None:
    """Whether a negator of the clause stands before the concept; None where its words are not in the text."""
    start = text.lower().find(concept.lower())
    words = tuple(tokens(text))
    at = next((number for number, word in enumerate(words) if word.end > start), None)
    if start < 0 or at is None:
        return None
    return denied([word.lower for word in words], at, clause_starts(text, words)[at])
