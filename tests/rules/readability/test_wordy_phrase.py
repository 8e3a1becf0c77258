"""REA007: the fixed list, its safe edits, and what is only suggested."""

from __future__ import annotations

import pytest

from healthlint_rules.readability.wordy_phrase import _COUNTED, _EQUAL, _NEARLY_EQUAL, RULE
from tests.rules.readability.findings import find, marked

MODULE = "wordy_phrase"


def mended(source: str, name: str = "page.md") -> str:
    """The text with every safe edit applied."""
    edits = [finding.edit for _, finding in find(MODULE, source, name) if finding.edit and finding.edit.safe]
    for edit in reversed(edits):
        source = source[: edit.span.start] + edit.content + source[edit.span.end :]
    return source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("In order to sleep, rest.", "To sleep, rest."),
        ("Rest prior to the test.", "Rest before the test."),
        ("PRIOR TO USE, shake.", "BEFORE USE, shake."),
        ("Call in the\nevent that it bleeds.", "Call if it bleeds."),
        ("It fades due to the fact that it dries.", "It fades because it dries."),
        ("Stay near, in lieu of a walk.", "Stay near, instead of a walk."),
        ("Do it each and every day until such time as it heals.", "Do it each day until it heals."),
        ("<p>Rest prior to the test.</p>", "<p>Rest before the test.</p>"),
    ],
)
def test_safe_edits(source: str, expected: str) -> None:
    assert mended(source, "page.html" if source.startswith("<") else "page.md") == expected


@pytest.mark.parametrize(
    ("source", "suggestion"),
    [
        ("A small number of children is enough.", "A few"),
        ("A large number of trials has shown it.", "Many"),
        ("The majority of the people copes.", "Most of"),
        ("The majority of which was pain.", "Most of"),
        ("Add a sufficient amount of the syrup.", "enough of"),
        ("A sufficient number of beds is needed.", "Enough"),
        ("She plans a pregnancy in the near future.", "soon"),
        ("Exercise on a daily basis is good for you.", "daily"),
        ("Rest during the course of tablets.", "during"),
        ("The injection results in the absence of pain.", "without"),
        ("The rules make use of opioids safer.", "use"),
        ("This is despite the fact that it hurts.", "although"),
        ("They agree with the exception of smokers.", "except for"),
        ("Rest is first and foremost a habit.", "first"),
        ("It fades due to the fact that it dries and that you scratch.", "because"),
        ("Keep your papers in order to be ready.", "to"),
        ("The files are in order to begin with.", "to"),
        ("Those who do so as to save time regret it.", "to"),
    ],
)
def test_an_edit_that_can_break_the_sentence_is_not_safe(source: str, suggestion: str) -> None:
    [(_, finding)] = find(MODULE, source)
    assert finding.suggestion == suggestion
    assert finding.edit is not None
    assert not finding.edit.safe
    assert mended(source) == source


def test_no_edit_where_markup_stands_inside_the_phrase() -> None:
    [(text, finding)] = find(MODULE, "Rest prior *to* the test.")
    assert text == "prior *to"
    assert finding.edit is None
    assert finding.suggestion == "before"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Take a painkiller (eg ibuprofen).", [("eg", "for example")]),
        ("Take a painkiller, e.g., ibuprofen.", [("e.g.", "for example")]),
        ("Eat fruit, nuts etc.", [("etc.", "and so on")]),
        ("The lid, i.e. the top, comes off.", [("i.e.", "that is")]),
    ],
)
def test_abbreviations_are_only_suggested(source: str, expected: list[tuple[str, str]]) -> None:
    found = find(MODULE, source)
    assert [(text, finding.suggestion) for text, finding in found] == expected
    assert all(finding.edit is None for _, finding in found)


@pytest.mark.parametrize(
    "source",
    [
        "## What to do prior to surgery",
        "> Shake prior to use.",
        "The label reads “Shake the bottle prior to use” in red.",
        "| Prior to |\n| --- |\n| prior to use |",
        "Infective endocarditis (IE) is rare.",
        "`in order to`",
        "Keep the shelf in order. To the left is the door.",
        "The priory is near.",
    ],
)
def test_exceptions(source: str) -> None:
    assert not marked(MODULE, source)


@pytest.mark.parametrize("phrase", [*_EQUAL, *_NEARLY_EQUAL, *_COUNTED, "eg", "i.e.", "etc"])
def test_every_phrase_is_found_and_has_a_trigger(phrase: str) -> None:
    source = f"We say {phrase} words here."
    assert marked(MODULE, source) == [phrase]
    assert any(trigger in source.lower() for trigger in RULE.triggers)
