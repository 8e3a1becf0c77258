"""What kind of block each part of Markdown is, with its level, headings, links and prominence."""

from __future__ import annotations

import pytest

from healthlint.document import Link
from healthlint.parsing import parse
from tests.parsing.reading import shape


def test_blocks_in_source_order_with_kinds_and_levels() -> None:
    source = (
        "# Title\n\nIntro *text* goes\non.\n\n- one\n- two\n  - inner\n\n  again two\n\n1. first\n\n"
        "> Said.\n\n| Head | Dose |\n|---|---|\n| a | 5 mg |\n\nTerm\n: Meaning\n\n---\n\nSub\n---\n"
    )
    assert shape(source, "a.md") == [
        "heading1: Title",
        "paragraph: Intro text goes on.",
        "list_item1: one",
        "list_item1: two",
        "list_item2: inner",
        "list_item1: again two",
        "list_item1: first",
        "quote: Said.",
        "cell: Head",
        "cell: Dose",
        "cell: a",
        "cell: 5 mg",
        "list_item1: Term",
        "list_item1: Meaning",
        "heading2: Sub",
    ]


def test_headings_above() -> None:
    blocks = parse("# A\n## B\ntext\n## C\n### D\ntext\n# E\ntext\n", "a.md").blocks
    paths = [block.path for block in blocks]
    assert paths == [(), ("A",), ("A", "B"), ("A",), ("A", "C"), ("A", "C", "D"), (), ("E",)]


def test_headings_in_a_quote_or_a_collapsed_part_end_with_it() -> None:
    source = (
        "## A\n\n> # Q\n> q\n\nafter\n\n<details><summary>More?</summary>\n\nhidden\n\n</details>\n\nlast\n"
    )
    found = [(block.kind, block.path, block.prominence) for block in parse(source, "a.md").blocks]
    assert found == [
        ("heading", (), "normal"),
        ("heading", (), "normal"),
        ("quote", ("Q",), "normal"),
        ("paragraph", ("A",), "normal"),
        ("heading", ("A",), "normal"),
        ("paragraph", ("A", "More?"), "demoted"),
        ("paragraph", ("A",), "normal"),
    ]


def test_links_with_their_ranges_and_targets() -> None:
    source = (
        "A [b *c*](/d) e [f][g], [g], <mailto:h@i.test> and https://j.test/k(l). M[^n]. ![o](p.png)\n\n"
        "[g]: /q\n[^n]: Note.\n"
    )
    block = parse(source, "a.md").blocks[0]
    assert block.text.text == "A b c e f, g, ￼ and ￼. M."
    links = {(block.text.text[k.start : k.end], k.target) for k in block.links}
    assert links == {
        ("b c", "/d"),
        ("f", "/q"),
        ("g", "/q"),
        ("￼", "mailto:h@i.test"),
        ("￼", "https://j.test/k(l)"),
        ("", "#fn:n"),
        ("", "p.png"),
    }
    note = next(k for k in block.links if k.target == "#fn:n")
    assert block.text.text[: note.start].endswith("M")


def test_link_ranges_hold_after_a_bare_address_and_white_space() -> None:
    block = parse(
        "https://a.test/long/address  and   the [next  word](/b) www.c.test [d](/e)\n", "a.md"
    ).blocks[0]
    assert block.text.text == "￼ and the next word ￼ d"
    assert block.links == (
        Link(0, 1, "https://a.test/long/address"),
        Link(10, 19, "/b"),
        Link(20, 21, "https://www.c.test"),
        Link(22, 23, "/e"),
    )


def test_footnotes_and_small_print_are_demoted_and_alternative_text_hidden() -> None:
    source = (
        "Text[^1].\n\n[^1]: Note.\n\n<small>Results may vary from person to person.</small>\n\n"
        "Great. <small>Individual results may vary a lot.</small>\n\n"
        "It is <small>very</small> small.\n\n![A chart](c.png)\n"
    )
    assert shape(source, "a.md") == [
        "paragraph: Text.",
        "paragraph (demoted): Note.",
        "paragraph (demoted): Results may vary from person to person.",
        "paragraph: Great.",
        "paragraph (demoted): Individual results may vary a lot.",
        "paragraph: It is very small.",
        "caption alt (hidden): A chart",
    ]


def test_html_around_markdown() -> None:
    source = (
        '<div class="box">\n\n## In a *box*\n\nText.\n\n</div>\n<p align="center">A <b>b</b> c.</p>\n\n'
        "<nav>\n\n- [Home](/)\n\n</nav>\n\n<ul>\n<li>One\n<li>Two\n</ul>\n"
        "<table><tr><td>A<td>B</table>\n\nLast<br>line.\n"
    )
    assert shape(source, "a.md") == [
        "heading2: In a box",
        "paragraph: Text.",
        "paragraph: A b c.",
        "list_item1: One",
        "list_item1: Two",
        "cell: A",
        "cell: B",
        "paragraph: Last line.",
    ]


def test_an_element_that_is_never_closed_is_noted() -> None:
    document = parse("One.\n\n<nav>\n\nTwo.\n", "a.md")
    assert [block.text.text for block in document.blocks] == ["One."]
    assert document.notes == ("<nav> in line 3 is never closed, so the text after it was left out. Close it.",)


def test_code_in_a_sentence_leaves_one_object() -> None:
    assert shape("Take `5 mg` of `x`.\n", "a.md") == ["paragraph: Take ￼ of ￼."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Helps with\\\n• Sleep\n• Mood\n", ["paragraph: Helps with", "list_item1: Sleep", "list_item1: Mood"]),
        (
            "Open<br>Monday 9-5<br>Closed at weekends\n",
            ["paragraph: Open", "paragraph: Monday 9-5", "paragraph: Closed at weekends"],
        ),
        ("A sentence that goes on  \nand on.\n", ["paragraph: A sentence that goes on and on."]),
        ("First part.<br><br>second part.\n", ["paragraph: First part.", "paragraph: second part."]),
        ("Author: A B\nSource: C D\n", ["paragraph: Author: A B", "paragraph: Source: C D"]),
        ("Dose:  \n1. one  \n2. two\n", ["paragraph: Dose:", "list_item1: one", "list_item1: two"]),
    ],
)
def test_lines_that_are_a_list(source: str, expected: list[str]) -> None:
    assert shape(source, "a.md") == expected


def test_alerts_are_no_quotes() -> None:
    assert shape("> [!WARNING]\n> Do not drive.\n", "a.md") == ["paragraph: Do not drive."]


def test_wiki_links_and_highlights() -> None:
    assert shape("See [[page|the word]], ==now== and ![[scan.png]].\n", "a.md") == [
        "paragraph: See the word, now and ."
    ]
