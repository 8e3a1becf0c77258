"""The measured figures as a table, and in the files that carry them: README, rule pack, floors of the tests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.measure.row import Row, Sense
from tests.measure.rule_precision import ENOUGH, RulePrecision, precision_of

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PRECISION = ROOT / "rules" / "healthlint_rules" / "precision.json"
FLOORS = ROOT / "tests" / "accuracy_floors.json"
BEGIN = "<!-- accuracy: written by python -m tests.accuracy --write-readme -->"
END = "<!-- end of accuracy -->"

_SAMPLE_SPREAD = 0.25
"""The tests read a sample of the pages on which false alarms are counted, which may be worse than all."""


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| set | measure | figure | target | baseline |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        targets = ", ".join(f"{name} {target}" for name, target in row.targets.items()) or "-"
        verdict = {True: " (met)", False: " (missed)", None: ""}[row.met]
        cells = (row.set, f"{row.name}: {row.measure}", _shown(row), targets + verdict, row.baseline)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def rule_table(rules: Mapping[str, RulePrecision]) -> str:
    """The precision of the rules of which enough findings were judged, as a Markdown table."""
    lines = ["| rule | right | judged | precision |", "| --- | --- | --- | --- |"]
    for code, one in rules.items():
        if one.enough:
            lines.append(f"| {code} | {one.right} | {one.judged} | {one.figure:.2f} |")
    return "\n".join(lines) + "\n"


def _shown(row: Row) -> str:
    return ", ".join(f"{name} {figure:.2f}" for name, figure in row.figures.items())


def write_precision(rules: Mapping[str, RulePrecision]) -> None:
    """Write the figures that rules carry, with two decimals."""
    figures = {code: round(one.figure, 2) for code, one in rules.items() if one.enough}
    PRECISION.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def write_readme(rows: Sequence[Row], day: date) -> None:
    """Put the tables between the markers in the README. Raises `ValueError` where a marker is missing."""
    text = README.read_text(encoding="utf-8")
    README.write_text(between_markers(text, "\n".join(_section(rows, day))), encoding="utf-8")


def between_markers(text: str, section: str) -> str:
    """`text` with `section` in place of what stands between the markers. Raises `ValueError` without them."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"README.md needs the lines {BEGIN} and {END}")
    return f"{before}{begin}\n\n{section}\n{end}{after}"


def _section(rows: Sequence[Row], day: date) -> Iterator[str]:
    yield f"Measured on {day.isoformat()} with `python -m tests.accuracy`.\n"
    yield table(rows)
    yield f"Precision of the rules of which at least {ENOUGH} findings met a label:\n"
    yield rule_table(precision_of(rows))


def write_floors(rows: Iterable[Row], margin: float) -> None:
    """Write what the tests ask of each figure with a target: `margin`, a share of the figure, below it."""
    floors = {
        row.name: {
            name: _floor(row.figures[name], target.sense, margin) for name, target in row.targets.items()
        }
        for row in rows
        if row.targets
    }
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


def _floor(figure: float, sense: Sense, margin: float) -> float:
    return round(figure * (1 - margin if sense == "at least" else 1 + margin + _SAMPLE_SPREAD), 3)
