"""One row of the accuracy table, and the counts that its figures come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Sense = Literal["at least", "at most"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Decisions by outcome. All rates are 0 to 1, and 0 where nothing was counted."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    @classmethod
    def of(cls, decisions: Iterable[tuple[bool, bool]]) -> Counts:
        """The counts of pairs (wanted, flagged)."""
        met = list(decisions)
        return cls(
            tp=met.count((True, True)),
            fp=met.count((False, True)),
            fn=met.count((True, False)),
            tn=met.count((False, False)),
        )

    @property
    def precision(self) -> float:
        """Share of the flagged that was wanted."""
        return rate(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Share of the wanted that was flagged."""
        return rate(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return rate(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def weighted_f1(self) -> float:
        """F1 of both classes, weighted by their sizes."""
        other = Counts(self.tn, self.fn, self.fp, self.tp)
        wanted, unwanted = self.tp + self.fn, self.fp + self.tn
        return rate(wanted * self.f1 + unwanted * other.f1, wanted + unwanted)

    @property
    def balanced_accuracy(self) -> float:
        """Mean of the recalls of both classes."""
        return (self.recall + rate(self.tn, self.tn + self.fp)) / 2

    @property
    def scores(self) -> dict[str, float]:
        """Precision, recall and F1 by name."""
        return {"precision": self.precision, "recall": self.recall, "F1": self.f1}

    def __str__(self) -> str:
        return f"{self.tp} right, {self.fp} wrong, {self.fn} missed, {self.tn} rightly silent"


def rate(part: float, whole: float) -> float:
    """`part` of `whole`, 0 where there is nothing."""
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure must reach: `bound` at least, or at most."""

    bound: float
    sense: Sense = "at least"

    def met(self, figure: float) -> bool:
        """Whether a figure reaches it."""
        return figure >= self.bound if self.sense == "at least" else figure <= self.bound

    def __str__(self) -> str:
        return f"{'≥' if self.sense == 'at least' else '≤'} {self.bound:g}"


@dataclass(frozen=True, slots=True)
class Judged:
    """How often one finding of a rule was held against a label, and whether the label agreed."""

    code: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure on one set. `figures` are by name; `targets` name the figures that have one.

    `counts` says what the figures were counted from, `baseline` what a plain word list reaches, `errors` are
    the cases that went wrong, one line each. `judged` feeds the precision of single rules.
    """

    name: str
    set: str
    measure: str
    figures: Mapping[str, float]
    targets: Mapping[str, Target] = field(default_factory=dict)
    counts: str = ""
    baseline: str = ""
    errors: Sequence[str] = ()
    judged: Sequence[Judged] = ()

    @property
    def met(self) -> bool | None:
        """Whether every target is reached; None where there is none."""
        if not self.targets:
            return None
        return all(target.met(self.figures[name]) for name, target in self.targets.items())
