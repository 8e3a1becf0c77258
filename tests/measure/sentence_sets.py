"""Labelled sentences: claims that regulators objected to, and sentences of press releases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from healthlint.diagnostic import FileReport
from tests.measure.check import check_all, codes_of, read_rows
from tests.measure.row import Counts, Judged, Row, Target, rate

_CLAIM_FAMILIES = ("EFF", "ALT", "OFF")
_SAFETY = frozenset(("RSK005", "RSK006"))
_AS_FACT = ("efficacy_as_fact", "safety_as_fact")


def violative(path: Path) -> Iterator[Row]:
    """Advertising claims that a regulator objected to: how many are flagged at all."""
    met = list(_checked(path, "supplement-marketing"))
    missed = [
        f"missed ({row['meta'].get('kind')}): {row['text'][:200]!r}"
        for row, report in met
        if not any(code.startswith(_CLAIM_FAMILIES) or code in _SAFETY for code in codes_of(report))
    ]
    yield Row(
        name="violative",
        set="violative_claims",
        measure="claims flagged by EFF, ALT, OFF, RSK005, RSK006 (supplement-marketing)",
        figures={"flagged": rate(len(met) - len(missed), len(met))},
        targets={"flagged": Target(0.90)},
        counts=f"{len(met) - len(missed)} of {len(met)}",
        baseline=".57",
        errors=missed,
    )


def adjudicated(path: Path) -> Iterator[Row]:
    """Sentences of press releases: effect or safety told as fact against all others."""
    decisions: list[tuple[bool, bool]] = []
    errors: list[str] = []
    judged: list[Judged] = []
    for row, report in _checked(path, "news"):
        wanted = row["label"] in _AS_FACT
        found = sorted(code for code in codes_of(report) if code.startswith("EFF") or code in _SAFETY)
        decisions.append((wanted, bool(found)))
        judged += [Judged(code, wanted) for code in found]
        if wanted != bool(found):
            what = "missed" if wanted else f"false alarm {', '.join(found)}"
            errors.append(f"{what} ({row['label']}): {row['text'][:200]!r}")
    counts = Counts.of(decisions)
    yield Row(
        name="adjudicated",
        set="efficacy_adjudicated",
        measure="effect or safety told as fact, by EFF, RSK005, RSK006 (news)",
        figures=counts.scores,
        targets={"F1": Target(0.80)},
        counts=str(counts),
        baseline="F1 .63",
        errors=errors,
        judged=judged,
    )


def _checked(path: Path, profile: str) -> Iterator[tuple[dict[str, Any], FileReport]]:
    found = read_rows(path)
    yield from zip(found, check_all((("text.md", row["text"]) for row in found), profile), strict=True)
