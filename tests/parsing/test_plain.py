"""How the lines of plain text are read: paragraphs, headings, lists, and lines that were wrapped by hand."""

from __future__ import annotations

import pytest

from healthlint.parsing import parse
from tests.parsing.reading import shape

LONG = (
    "The dose is raised slowly over some weeks, and the clinic measures your blood pressure at each "
    "visit, because "
    "it may rise."
)


def test_a_file_without_blank_lines_has_a_paragraph_a_line() -> None:
    source = f"All About the Dose\n{LONG}\nIs It Safe?\n{LONG}\n{LONG}\nWhat to Ask\n{LONG}\n"
    assert shape(source, "a.txt") == [
        "heading1: All About the Dose",
        f"paragraph: {LONG}",
        "heading2: Is It Safe?",
        f"paragraph: {LONG}",
        f"paragraph: {LONG}",
        "heading2: What to Ask",
        f"paragraph: {LONG}",
    ]
    assert [block.path for block in parse(source, "a.txt").blocks][-1] == ("All About the Dose", "What to Ask")


def test_lines_wrapped_by_hand_are_joined() -> None:
    source = (
        "The dose is raised slowly over some weeks, and the clinic measures your\n"
        "Blood pressure at each visit, because it may rise. Tell the clinic about\n"
        "all that you take.\n\nshort lines\nof one paragraph\nare joined too.\n"
    )
    assert shape(source, "a.txt") == [
        "paragraph: The dose is raised slowly over some weeks, and the clinic measures your Blood "
        "pressure at each "
        "visit, because it may rise. Tell the clinic about all that you take.",
        "paragraph: short lines of one paragraph are joined too.",
    ]


def test_lists_with_marks() -> None:
    source = (
        "You may feel:\n- sick\n- dizzy, above all\n  when you stand up\n  * at night\n• tired\n"
        "1. First call\n2) Then wait\n"
    )
    assert shape(source, "a.txt") == [
        "paragraph: You may feel:",
        "list_item1: sick",
        "list_item1: dizzy, above all when you stand up",
        "list_item2: at night",
        "list_item1: tired",
        "list_item1: First call",
        "list_item1: Then wait",
    ]


def test_short_lines_in_a_row_are_a_list() -> None:
    source = "Opening hours\nMonday 9-5\nTuesday 9-5\nClosed at weekends\n\nPlease ring the bell.\n"
    assert [line.partition(":")[0] for line in shape(source, "a.txt")][1:4] == ["list_item1"] * 3


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"SIDE EFFECTS\n\n{LONG}\n", "heading1: SIDE EFFECTS"),
        (f"Side effects\n============\n{LONG}\n", "heading1: Side effects"),
        (f"Side effects\n------\n\n{LONG}\n", "heading2: Side effects"),
        (f"### Side effects\n{LONG}\n", "heading3: Side effects"),
        (f"1. Side effects\n\n{LONG}\n", "heading1: Side effects"),
        (f"¿Qué hacer?\n\n{LONG}\n", "heading1: ¿Qué hacer?"),
    ],
)
def test_headings(source: str, expected: str) -> None:
    assert shape(source, "a.txt") == [expected, f"paragraph: {LONG}"]


@pytest.mark.parametrize(
    "line", ["You may feel sick.", "You should tell us if:", "Reviewed by the clinic team", "and so on"]
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert f"paragraph: {line}" in shape(f"{LONG}\n\n{line}\n\n{LONG}\n", "a.txt")


def test_quoted_lines_and_rules() -> None:
    source = f"> One line\n> and another.\n>\n> Again.\n\n-----\n{LONG}\n***\n"
    assert shape(source, "a.txt") == ["quote: One line and another.", "quote: Again.", f"paragraph: {LONG}"]


def test_addresses_are_links() -> None:
    block = parse("See https://a.test/b, please.\n", "a.txt").blocks[0]
    assert block.text.text == "See ￼, please."
    assert block.links[0].target == "https://a.test/b"


@pytest.mark.parametrize("source", ["", "\n\n", "\ufeff", "***\n", " \t\r\n"])
def test_nothing_to_read(source: str) -> None:
    for ending in ("txt", "md", "html", "mdx"):
        assert parse(source, f"a.{ending}").blocks == ()
