"""Measures the tables on drug and condition pairs whose true status is known.

A pair is written `drug|condition|truth`, with truth A (approved), N (approved, but only narrower: for an age,
as an add-on, as another brand), O (off-label) or X (approved for nothing).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from healthlint import knowledge
from healthlint.analysis.lexicon import Lexicon

_FLAGGED = frozenset({"off-label", "not-found", "never-approved"})
_DECISIONS = {"approved": "A", "limited": "N", "off-label": "O", "not-found": "O", "never-approved": "X"}


@dataclass(frozen=True, slots=True)
class Pair:
    """One judged pair and what the tables say of it. `decision` is "" where they say nothing."""

    drug: str
    condition: str
    truth: str
    decision: str
    reviewed: bool

    @property
    def right(self) -> bool:
        """Whether the tables flag what is not approved, and only that."""
        return (self.truth in "OX") == (self.decision in ("O", "X"))

    @property
    def exact(self) -> bool:
        """Whether the status itself is the true one."""
        return self.truth == self.decision


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of pairs, 0 to 1: `decisions` right; `statuses` exactly right; `error_precision` and
    `error_recall` of the pairs flagged from reviewed rows.
    """

    pairs: int
    decisions: float
    statuses: float
    error_precision: float
    error_recall: float
    wrong: tuple[Pair, ...]


def read(path: Path) -> Iterator[Pair]:
    """The pairs of a file with what the tables say."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            drug, condition, truth = line.split("|")
            yield judge(drug, condition, truth)


def judge(drug: str, condition: str, truth: str) -> Pair:
    """One pair with what the tables say."""
    item, target = _find(_interventions(), drug), _find(_conditions(), condition)
    use = knowledge.use_of(item, target) if item and target else None
    decision = _DECISIONS[use.status] if use else "A" if _settled(item, target) else ""
    return Pair(drug, condition, truth, decision, bool(use and use.reviewed and use.status in _FLAGGED))


def score(pairs: Iterable[Pair]) -> Score:
    """The measures over some pairs."""
    found = tuple(pairs)
    errors = [pair for pair in found if pair.reviewed]
    unapproved = [pair for pair in found if pair.truth in "OX"]
    return Score(
        len(found),
        _share(found, lambda pair: pair.right),
        _share(found, lambda pair: pair.exact),
        _share(errors, lambda pair: pair.truth in "OX"),
        _share(unapproved, lambda pair: pair.reviewed),
        tuple(pair for pair in found if not pair.right),
    )


def _settled(item: str, target: str) -> bool:
    return bool(item and target) and knowledge.established(item, target)


def _share(pairs: Iterable[Pair], counts: Callable[[Pair], bool]) -> float:
    found = list(pairs)
    return sum(counts(pair) for pair in found) / len(found) if found else 1.0


def _find(lexicon: Lexicon[str], name: str) -> str:
    """The id of the longest known name in `name`."""
    matches = sorted(lexicon.find(name), key=lambda match: match.start - match.end)
    return matches[0].value if matches else ""


@cache
def _interventions() -> Lexicon[str]:
    return Lexicon(knowledge.intervention_names())


@cache
def _conditions() -> Lexicon[str]:
    return Lexicon(knowledge.condition_names())


if __name__ == "__main__":
    judged = tuple(read(Path(sys.argv[1])))
    result = score(judged)
    for pair in judged:
        if not pair.exact:
            print("WRONG" if not pair.right else "close", pair)
    print(
        f"{result.pairs} pairs: decisions {result.decisions:.3f}, statuses {result.statuses:.3f}, "
        f"error precision {result.error_precision:.3f}, error recall {result.error_recall:.3f}"
    )
