"""Trigger words never keep a pattern from a text in which it matches."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from healthlint.wording import Wording
from healthlint.wording.alternatives import one_of, split
from healthlint.wording.gate import Gate
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


def gate_of(expression: str, flags: re.RegexFlag) -> Gate | None:
    sets = necessary(expression, flags, common)
    return Gate.of([("probe", [" ".join(triggers) for triggers in sets])]) if sets else None


def passes(made: Gate, text: str) -> bool:
    return made.of_text(text) & made.needs["probe"] == made.needs["probe"]


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE], ids=str)
@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_matches_holds_the_triggers(expression: str, flags: re.RegexFlag, data: st.DataObject) -> None:
    made = gate_of(expression, flags)
    if made is None:
        return
    before, after = data.draw(st.text(max_size=6)), data.draw(st.text(max_size=6))
    text = before + data.draw(st.from_regex(re.compile(expression, flags))) + after
    if re.search(expression, text, flags):
        assert passes(made, text)


@given(st.text(alphabet="abcdeéK\u212a\u0130\u0131\u017fs IİiS-'’1²%_", max_size=30))
@settings(max_examples=500, deadline=None)
def test_odd_letters_are_no_way_around(text: str) -> None:
    for expression in (r"\bis\b", r"\bsi", r"ki", r"se\b", r"²|%|1", r"a[é²]s?"):
        made = gate_of(expression, re.IGNORECASE)
        if made and re.search(expression, text, re.IGNORECASE):
            assert passes(made, text)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\b(?:cures?|heals?)\b", [{"^cure$", "^cures$", "^heal$", "^heals$"}]),
        (r"\b(?:no|little)\s+(?:\w+\s+){0,4}(?:evidence|proof)\b", [{"evidence$", "proof$"}]),
        (r"\b(?:ask|tell) (?:\w+ )*doctors?\b", [{"doctor$", "doctors$"}, {"^ask$", "^tell$"}]),
        (r"\bwarn\w*", [{"^warn"}]),
        (r"\d+ mg\b", [{"^mg$"}, {"0"}]),
        (r"\d+\s?%", [{"%"}, {"0"}]),
        (r"\w+", []),
        (r"\bthe\b|\w", []),
    ],
)
def test_the_rarest_parts_are_taken(expression: str, expected: list[set[str]]) -> None:
    rarity = {"0": 0.3, "%": 0.1, "^mg$": 0.1, "^no$": 0.9, "^little$": 0.9, "^ask$": 0.2, "^tell$": 0.2}
    found = necessary(expression, re.IGNORECASE, lambda trigger: rarity.get(trigger, 0.01))
    assert list(map(set, found)) == expected


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        (r"a|b|c", ("a", "b", "c")),
        (r"\b(?:a|b)\b|[|(]x|\|y", (r"\b(?:a|b)\b", "[|(]x", r"\|y")),
        (r"[]|]a|[^]|]b|\\|c", ("[]|]a", "[^]|]b", "\\\\", "c")),
        (r"(?=a|b)c|(?<!d|e)f|(?i:g|h)", (r"(?=a|b)c", "(?<!d|e)f", "(?i:g|h)")),
        (r"(a|b)|c", ("(a|b)|c",)),
        (r"(?P<name>a)|c", ("(?P<name>a)|c",)),
        ("", ("",)),
    ],
)
def test_alternatives_are_parted_at_the_top_only(expression: str, parts: tuple[str, ...]) -> None:
    assert split(expression, 0) == parts
    assert split(expression, re.VERBOSE) == (expression,)


@given(st.text(alphabet="abc ", max_size=30), st.integers(0, 5))
def test_alternatives_find_what_the_expression_finds(text: str, start: int) -> None:
    expression = r"ab|a+b?c|b(?!a)|\bca\b|c c|abc"
    wording, plain = Wording(expression), re.compile(expression)
    assert len(wording.parts) == 6
    assert [m.span() for m in wording.finditer(text, start)] == [m.span() for m in plain.finditer(text, start)]
    for method in ("search", "match"):
        ours, theirs = getattr(wording, method)(text, start), getattr(plain, method)(text, start)
        assert (ours and ours.span()) == (theirs and theirs.span())


@given(st.lists(st.text(alphabet="ab c-", min_size=1, max_size=8).map(str.strip).filter(bool), min_size=1))
def test_one_of_many_phrases_is_each_of_them_the_longest_first(phrases: list[str]) -> None:
    expression = re.compile(one_of(phrases))
    for phrase in phrases:
        found = expression.match(phrase)
        assert found is not None
        assert len(found.group()) == len(phrase)


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


def test_an_alternative_that_cannot_match_is_not_compiled() -> None:
    known = next(
        each
        for each in trigger_words.wordings()
        if len(each.parts) > 1 and all(part.needs for part in each.parts)
    )
    fresh = Wording(known.expression, known.flags)
    assert fresh.search("Zzz zzz.") is None
    assert not any("compiled" in vars(part) for part in fresh.parts)


@pytest.fixture(scope="module")
def shipped() -> list[Wording]:
    return trigger_words.wordings()


def test_the_table_is_up_to_date(shipped: list[Wording]) -> None:
    assert len(shipped) > 100
    command = [sys.executable, "-m", "tests.trigger_words", "--check"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run python -m tests.trigger_words: {done.stdout}{done.stderr}"


def test_on_real_sentences_gated_and_ungated_matches_are_the_same(shipped: list[Wording]) -> None:
    texts = trigger_words.example_sentences()
    for path in sorted(shared_path("data", "articles").rglob("*.md"))[::25]:
        texts += path.read_text(encoding="utf-8", errors="replace").splitlines()
    for each in shipped:
        plain = re.compile(each.expression, each.flags)
        for text in texts:
            found = [match.span() for match in each.finditer(text)]
            assert found == [match.span() for match in plain.finditer(text)], (each.expression, text)
