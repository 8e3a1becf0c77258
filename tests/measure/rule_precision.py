"""The precision of single rules, from every finding that was held against a label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.measure.row import Row, rate

ENOUGH = 10
"""A rule with fewer judged findings has no figure."""


@dataclass(frozen=True, slots=True)
class RulePrecision:
    """How many findings of a rule were judged, and how many of them were right."""

    right: int
    judged: int

    @property
    def enough(self) -> bool:
        """Whether the share says anything."""
        return self.judged >= ENOUGH

    @property
    def figure(self) -> float:
        """The share that was right, 0 to 1."""
        return rate(self.right, self.judged)


def precision_of(rows: Iterable[Row]) -> Mapping[str, RulePrecision]:
    """What was counted of each rule, by code. A finding that two rows judge counts in both."""
    seen: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        for one in row.judged:
            seen[one.code].append(one.right)
    return {code: RulePrecision(sum(marks), len(marks)) for code, marks in sorted(seen.items())}
