"""Which rules a selection leaves on, and what is wrong with one."""

from __future__ import annotations

import pytest

from healthlint.config.model import ConfigError, Step
from healthlint.select import active_rules
from tests.word_rules import packs, word_rule

PACKS = packs(word_rule("EFF001", "a"), word_rule("EFF002", "b"), word_rule("RSK001", "c"))


def on(*steps: Step) -> list[str]:
    return [active.rule.code for active in active_rules(PACKS, steps, ())]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((), ["EFF001", "EFF002", "RSK001"]),
        ((Step("a", ("EFF",)),), ["EFF001", "EFF002"]),
        ((Step("a", ("eff001", "word-rsk001")),), ["EFF001", "RSK001"]),
        ((Step("a", ignore=("EFF",)),), ["RSK001"]),
        ((Step("a", ("ALL",), ignore=("EFF002",)),), ["EFF001", "RSK001"]),
        ((Step("a", ("EFF001",), ignore=("EFF",)),), ["EFF001"]),
        ((Step("a", ("EFF",), ignore=("EFF",)),), []),
        ((Step("a", ("EFF",)), Step("b", extend_select=("RSK001",))), ["EFF001", "EFF002", "RSK001"]),
        ((Step("a", ignore=("EFF",)), Step("b", extend_select=("EFF002",))), ["EFF002", "RSK001"]),
        ((Step("a", ignore=("EFF002",)), Step("b", ("EFF",))), ["EFF001", "EFF002"]),
        ((Step("a", ()),), []),
    ],
)
def test_later_steps_and_more_exact_selectors_win(steps: tuple[Step, ...], expected: list[str]) -> None:
    assert on(*steps) == expected


def test_options_of_later_tables_win_key_by_key() -> None:
    tables = (
        ("healthlint.toml", {"EFF001": {"words": 30, "severity": "error"}}),
        ("command line", {"word-eff001": {"words": 40}}),
    )
    first = active_rules(PACKS, (), tables)[0]
    assert (first.options.words, first.level) == (40, "error")


@pytest.mark.parametrize(
    ("steps", "tables", "words"),
    [
        ((Step("x", ("EFF0001",)),), (), "x: unknown rule 'EFF0001'. Did you mean 'EFF001'?"),
        ((Step("x", ignore=("word-eff01",)),), (), "Did you mean 'word-eff001'?"),
        ((Step("x", ignore=("REA",)),), (), "unknown rule 'REA'."),
        ((), (("x", {"EFF001": {"words": 4}}),), "x: 'rules.EFF001.words' must be between 5 and 100, not 4."),
        ((), (("x", {"EFF001": {"wrods": 4}}),), "unknown key 'rules.EFF001.wrods'. Did you mean 'words'?"),
        ((), (("x", {"EFF1": {}}),), "x: unknown rule 'rules.EFF1'."),
        ((), (("x", {"EFF001": {"severity": "high"}}),), "'rules.EFF001.severity' must be error, warning"),
    ],
)
def test_what_is_wrong_is_said(
    steps: tuple[Step, ...], tables: tuple[tuple[str, dict[str, dict[str, object]]], ...], words: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        active_rules(PACKS, steps, tables)
    [problem] = caught.value.problems
    assert words in problem
