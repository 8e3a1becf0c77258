"""Drugs and conditions with a known truth against what the knowledge tables say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from healthlint import knowledge
from tests.measure.row import Row, Target, rate

_APPROVED = frozenset(("approved", "limited"))
_FLAGGED = frozenset(("off-label", "not-found", "never-approved"))
_EXACT = {"A": "approved", "N": "limited", "O": "off-label", "X": "never-approved"}


def rows(path: Path) -> Iterator[Row]:
    """Decisions on `drug|condition|truth` lines: A approved, N more narrowly, O off-label, X never approved.

    A decision is right when it says approved (with or without limits) of A and N, and not approved of O and X;
    a pair that the tables do not know is wrong. Errors are raised for reviewed pairs only.
    """
    right = exact = errors_right = errors_raised = flags_right = flags = total = 0
    wrong: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        drug, condition, truth = line.split("|")
        status, reviewed = _decision(drug, condition)
        total += 1
        not_approved = truth in "OX"
        good = status in (_FLAGGED if not_approved else _APPROVED)
        right += good
        exact += status == _EXACT[truth]
        if status in _FLAGGED:
            flags += 1
            flags_right += not_approved
            if reviewed:
                errors_raised += 1
                errors_right += not_approved
        if not good:
            wrong.append(f"{drug} for {condition}: truth {truth}, decided {status or 'unknown'}")
    yield Row(
        name="pairs",
        set="drugs/pairs_dev.tsv",
        measure="approved or not, by the tables; flags that are errors",
        figures={
            "decision": rate(right, total),
            "error precision": rate(errors_right, errors_raised),
            "flag precision": rate(flags_right, flags),
            "exact status": rate(exact, total),
        },
        targets={"decision": Target(0.95), "error precision": Target(0.98)},
        counts=f"{right} of {total} right; {errors_right} of {errors_raised} errors right",
        baseline="decision .94, flag precision .95",
        errors=wrong,
    )


def _decision(drug: str, condition: str) -> tuple[str, bool]:
    """The status of a pair, "" where the tables cannot tell, and whether a person checked it."""
    item = _identity(drug, knowledge.intervention_names())
    target = _identity(condition, knowledge.condition_names())
    if not (item and target):
        return "", False
    use = knowledge.use_of(item, target)
    if use is None:
        return ("approved" if knowledge.established(item, target) else ""), False
    return use.status, use.reviewed


def _identity(name: str, names: Mapping[str, str]) -> str:
    return names.get(name) or names.get(name.lower()) or ""
