"""REA007: the fixed list, its safe edits, and what is only suggested."""

from __future__ import annotations

import pytest

from healthlint_rules.readability.wordy_phrase import _COUNTED, _EQUAL, RULE
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
        ("The majority of people cope.", "Most people cope."),
        ("The majority of the people cope.", "Most of the people cope."),
        ("Take it on a daily basis.", "Take it daily."),
        ("<p>Rest prior to the test.</p>", "<p>Rest before the test.</p>"),
    ],
)
def test_safe_edits(source: str, expected: str) -> None:
    assert mended(source, "page.html" if source.startswith("<") else "page.md") == expected


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


@pytest.mark.parametrize("phrase", [*_EQUAL, *_COUNTED, "eg", "i.e.", "etc"])
def test_every_phrase_is_found_and_has_a_trigger(phrase: str) -> None:
    source = f"We say {phrase} words here."
    assert marked(MODULE, source) == [phrase]
    assert any(trigger in source.lower() for trigger in RULE.triggers)
