"""Trigger words never keep a pattern from a text in which it matches."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from healthlint.wording import Wording, digest
from healthlint.wording.gate import Gate, gate
from healthlint.wording.necessary import necessary
from tests import trigger_words
from tests.shared_data import shared_path

EXPRESSIONS = (
    r"\bmg\b",
    r"\bmg[²\s]",
    r"\b(?:cures?|heals?|stud(?:y|ies))\b",
    r"\b(?:no|little) (?:\w+ ){0,3}(?:evidence|proof)\b",
    r"licen[cs]ed?|\bcaf[eé]s?\b",
    r"(?:very\s+){2,}safe",
    r"(?:[\w-]+,\s*)+and \w+ly",
    r"^if\b|\bunless$",
    r"don['’]t|can(?:no|['’])t",
    r"\d+\s?%|\b95\s?% ?CI\b",
    r"(?<!\w)self-?\s?inject\w*",
    r"\bA&E\b|[“”]",
    r"(?=foo)\w+bar|(?!x)yes",
    r"(a+b)+c|[a-z]+",
    r"\bGPs?\b",
    r"non\Bsense|x_y|a1b2",
    r"(?P<one>aa)(?P=one)|b(?:c|d(?:e|f))g{1,2}",
    r"(?i:Straße)|Iſ|K",
    r"",
)


def common(trigger: str) -> float:
    """Stands in for how often a trigger occurs."""
    return 1 / len(trigger)


def gate_of(expression: str, flags: re.RegexFlag) -> tuple[Gate, frozenset[str] | None]:
    words = necessary(expression, flags, common)
    return Gate.of([("probe", words or ())]), words


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE], ids=str)
@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_matches_holds_a_trigger(expression: str, flags: re.RegexFlag, data: st.DataObject) -> None:
    made, words = gate_of(expression, flags)
    if words is None:
        return
    before, after = data.draw(st.text(max_size=6)), data.draw(st.text(max_size=6))
    text = before + data.draw(st.from_regex(re.compile(expression, flags))) + after
    if re.search(expression, text, flags):
        assert made.of_text(text) & made.bits["probe"]


@given(st.text(alphabet="abcdeéK\u212a\u0130\u0131\u017fs IİiS-'’1²%_", max_size=30))
@settings(max_examples=500, deadline=None)
def test_odd_letters_are_no_way_around(text: str) -> None:
    for expression in (r"\bis\b", r"\bsi", r"ki", r"se\b", r"²|%|1", r"a[é²]s?"):
        made, words = gate_of(expression, re.IGNORECASE)
        if words and re.search(expression, text, re.IGNORECASE):
            assert made.of_text(text) & made.bits["probe"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\b(?:cures?|heals?)\b", {"^cure$", "^cures$", "^heal$", "^heals$"}),
        (r"\b(?:no|little)\s+(?:\w+\s+){0,4}(?:evidence|proof)\b", {"evidence$", "proof$"}),
        (r"\bwarn\w*", {"^warn"}),
        (r"\d+ mg\b", {"^mg$"}),
        (r"\d+\s?%", {"%"}),
        (r"\w+", None),
        (r"\bthe\b|\w", None),
    ],
)
def test_the_rarest_part_is_taken(expression: str, expected: set[str] | None) -> None:
    rarity = {"0": 0.3, "%": 0.1, "^mg$": 0.1, "^no$": 0.9, "^little$": 0.9}
    found = necessary(expression, re.IGNORECASE, lambda trigger: rarity.get(trigger, 0.01))
    assert found == (None if expected is None else frozenset(expected))


def test_a_wording_works_like_its_expression() -> None:
    text = "It cures colds; it CURES coughs, and it heals."
    wording, plain = Wording(r"\bcures?\b|\bheals?\b", re.IGNORECASE), re.compile(r"(?i)\bcures?\b|\bheals?\b")
    assert [m.span() for m in wording.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert [m.span() for m in wording.finditer(text, 5, 30)] == [m.span() for m in plain.finditer(text, 5, 30)]
    first = wording.search(text, 5)
    assert first is not None
    assert first.span() == (19, 24)
    assert wording.match(text) is None
    assert wording.match(text, 3) is not None


def test_a_wording_without_a_match_is_not_compiled() -> None:
    known = next(
        each for each in trigger_words.wordings() if digest(each.expression, each.flags) in gate().bits
    )
    fresh = Wording(known.expression, known.flags)
    assert fresh.search("Zzz zzz.") is None
    assert "compiled" not in vars(fresh)


@pytest.fixture(scope="module")
def shipped() -> list[Wording]:
    return trigger_words.wordings()


def test_the_table_is_up_to_date() -> None:
    command = [sys.executable, "-m", "tests.trigger_words", "--check"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run python -m tests.trigger_words: {done.stdout}{done.stderr}"


def test_on_real_sentences_gated_and_ungated_matches_are_the_same(shipped: list[Wording]) -> None:
    texts = trigger_words.example_sentences()
    for path in sorted(shared_path("data", "articles").rglob("*.md"))[::25]:
        texts += path.read_text(encoding="utf-8", errors="replace").splitlines()
    for each in shipped:
        for text in texts:
            if each.search(text) is None:
                assert each.compiled.search(text) is None, (each.expression, text)
