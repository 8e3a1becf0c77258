"""Keys: equal for what gives equal results, and for nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from healthlint.engine import keys
from healthlint.engine.keys import Keys, canonical
from healthlint.packs import Packs
from healthlint.settings import make_settings


@dataclass(frozen=True)
class Point:
    x: int
    names: frozenset[str]


def test_order_that_means_nothing_makes_no_difference() -> None:
    assert canonical({"a": 1, "b": {2, 3}}) == canonical({"b": {3, 2}, "a": 1})
    assert canonical(Point(1, frozenset("abc"))) == canonical(Point(1, frozenset("cab")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1, 2), (2, 1)),
        ("1", 1),
        (None, "None"),
        (("a", "b"), ("a, b",)),
        (Point(1, frozenset("a")), Point(2, frozenset("a"))),
        (re.compile("a"), re.compile("a", re.IGNORECASE)),
    ],
)
def test_what_differs_stays_different(one: object, other: object) -> None:
    assert canonical(one) != canonical(other)


def test_a_set_reads_the_same_in_every_process() -> None:
    program = "from healthlint.engine.keys import canonical; print(canonical(frozenset('abcdefgh')))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_text_name_and_settings_make_the_key() -> None:
    made, chosen = Keys(), make_settings(packs=Packs({}))
    key = made.text(b"text", "a.md", chosen)
    assert made.text(b"text", "a.md", replace(chosen)) == key
    others = [
        made.text(b"texts", "a.md", chosen),
        made.text(b"text", "b.md", chosen),
        made.text(b"text", "a.md", replace(chosen, profile="news")),
        made.text(b"text", "a.md", replace(chosen, provides=frozenset({"risk"}))),
        made.text(b"text", "a.md", replace(chosen, format="text")),
    ]
    assert len({key, *others}) == len(others) + 1


def test_new_code_makes_new_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "some_rules"
    package.mkdir()
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    before = keys._code.__wrapped__("some_rules")
    assert keys._code.__wrapped__("some_rules") == before
    (package / "table.tsv").write_text("a\tb\n")
    after = keys._code.__wrapped__("some_rules")
    assert after != before
    (package / "table.tsv").write_text("a\tbc\n")
    assert keys._code.__wrapped__("some_rules") not in (before, after)
