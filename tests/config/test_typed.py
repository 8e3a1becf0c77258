"""Plain data into dataclasses: what fits, what does not, and what the message says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from healthlint.config.typed import build


@dataclass(frozen=True)
class Inner:
    depth: int = 0


@dataclass(frozen=True)
class Shape:
    words: int = field(default=25, metadata={"min": 5, "max": 100})
    share: float | None = field(default=0.5, metadata={"min": 0})
    mode: Literal["strict", "lenient"] = "strict"
    allow: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    known_uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inner: Inner = Inner()
    flag: bool = False
    secret: int = field(default=1, metadata={"internal": True})


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"words": 30}, {"words": 30}),
        ({"share": 1}, {"share": 1.0}),
        ({"share": "off"}, {"share": None}),
        ({"mode": "lenient"}, {"mode": "lenient"}),
        ({"allow": ["a", "b"]}, {"allow": ("a", "b")}),
        ({"kinds": ["a", "a"]}, {"kinds": frozenset({"a"})}),
        ({"known-uses": {"ketamine": ["pain"]}}, {"known_uses": {"ketamine": ("pain",)}}),
        ({"known_uses": {}}, {"known_uses": {}}),
        ({"inner": {"depth": 2}}, {"inner": Inner(2)}),
        ({"flag": True}, {"flag": True}),
    ],
)
def test_values_that_fit(table: dict[str, Any], expected: dict[str, Any]) -> None:
    shape, problems = build(Shape, table, "rules.x")
    assert problems == ()
    assert {name: getattr(shape, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"words": "30"}, "'rules.x.words' must be a whole number, not '30'."),
        ({"words": True}, "'rules.x.words' must be a whole number, not true."),
        ({"words": 4}, "'rules.x.words' must be between 5 and 100, not 4."),
        ({"words": 101}, "'rules.x.words' must be between 5 and 100, not 101."),
        ({"share": -1}, "'rules.x.share' must be at least 0, not -1.0."),
        ({"share": float("nan")}, "'rules.x.share' must be a finite number, not nan."),
        ({"flag": 1}, "'rules.x.flag' must be true or false, not 1."),
        ({"allow": "a"}, "'rules.x.allow' must be a list in square brackets, not 'a'."),
        ({"allow": [1]}, "'rules.x.allow[0]' must be a text in quotes, not 1."),
        ({"known-uses": []}, "'rules.x.known-uses' must be a table, not []."),
        ({"mode": "strickt"}, "must be strict or lenient, not 'strickt'. Did you mean 'strict'?"),
        ({"wrods": 3}, "unknown key 'rules.x.wrods'. Did you mean 'words'?"),
        ({"zzz": 3}, "unknown key 'rules.x.zzz'. The keys here are words, share, mode, allow"),
        ({"secret": 3}, "unknown key 'rules.x.secret'."),
        ({"inner": {"depht": 1}}, "unknown key 'rules.x.inner.depht'. Did you mean 'depth'?"),
    ],
)
def test_values_that_do_not_fit(table: dict[str, Any], message: str) -> None:
    shape, problems = build(Shape, table, "rules.x")
    assert len(problems) == 1
    assert message in problems[0]
    assert shape == Shape()


def test_every_problem_is_named() -> None:
    _, problems = build(Shape, {"words": 1, "flag": "yes", "nope": 2}, "")
    assert len(problems) == 3


def test_a_table_that_is_none() -> None:
    assert build(Shape, ["words"], "rules.x")[1] == ("rules.x must be a table, not ['words'].",)
