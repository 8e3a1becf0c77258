"""The measured accuracy stays where it was: floors for every figure that has a target.

`python -m tests.accuracy --write-floors 0.03` raises the floors after an improvement.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

import pytest

from tests import accuracy
from tests.measure.publish import BEGIN, END, FLOORS, between_markers, rule_table, table
from tests.measure.row import Counts, Judged, Row, Target
from tests.measure.rule_precision import ENOUGH, precision_of

CONTROL_PAGES = 150
"""The control pages that a test run reads; the script reads all of them."""

FLOORED: Mapping[str, Mapping[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))


@cache
def rows_of(name: str) -> Mapping[str, Row]:
    """The rows that are measured together with `name`. Cached, because one pass gives several."""
    names = next(measure.names for measure in accuracy.MEASURES if name in measure.names)
    return {row.name: row for row in accuracy.measured(names, sample=CONTROL_PAGES)}


@pytest.mark.parametrize("name", FLOORED)
def test_figures_keep_their_floors(name: str) -> None:
    row = rows_of(name).get(name)
    if row is None:
        pytest.skip("the labelled texts are not here; set HEALTHLINT_SHARED to the folder that holds them")
    for figure, bound in FLOORED[name].items():
        floor = Target(bound, row.targets[figure].sense)
        assert floor.met(row.figures[figure]), (
            f"{figure} {row.figures[figure]:.3f}, floor {floor}; {row.counts}"
        )


def test_every_row_with_a_target_has_a_floor() -> None:
    known = {row.name: set(row.targets) for name in FLOORED for row in rows_of(name).values() if row.targets}
    for name, figures in known.items():
        assert set(FLOORED[name]) == figures


def test_counts() -> None:
    counts = Counts.of([(True, True)] * 6 + [(False, True)] * 2 + [(True, False)] * 3 + [(False, False)] * 4)
    assert counts.precision == pytest.approx(6 / 8)
    assert counts.recall == pytest.approx(6 / 9)
    assert counts.f1 == pytest.approx(12 / 17)
    assert counts.balanced_accuracy == pytest.approx((6 / 9 + 4 / 6) / 2)
    assert counts.weighted_f1 == pytest.approx((9 * 12 / 17 + 6 * 8 / 13) / 15)
    assert Counts().f1 == Counts().balanced_accuracy == 0


def test_precision_needs_enough_findings() -> None:
    judged = [Judged("EFF001", True)] * (ENOUGH - 1) + [Judged("EFF001", False)] + [Judged("EFF002", True)]
    found = precision_of([Row(name="a", set="s", measure="m", figures={}, judged=judged)])
    assert found["EFF001"].enough
    assert found["EFF001"].figure == pytest.approx(0.9)
    assert not found["EFF002"].enough
    assert "EFF002" not in rule_table(found)


def test_the_table_says_what_is_met() -> None:
    reached = Row(name="a", set="s", measure="m", figures={"F1": 0.9}, targets={"F1": Target(0.8)})
    over = Row(name="b", set="s", measure="m", figures={"n": 2}, targets={"n": Target(1, "at most")})
    assert (reached.met, over.met) == (True, False)
    lines = table([reached, over]).splitlines()
    assert lines[2].startswith("| s | a: m | F1 0.90 | F1 ≥ 0.8 (met) |")
    assert "(missed)" in lines[3]


def test_the_section_of_the_readme_is_replaced() -> None:
    text = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert between_markers(text, "new") == f"before\n{BEGIN}\n\nnew\n{END}\nafter\n"
    with pytest.raises(ValueError, match="README"):
        between_markers("no markers", "new")
