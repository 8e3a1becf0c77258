"""What kind of block each part of an HTML page is, and what of it is no prose."""

from __future__ import annotations

import pytest

from healthlint.parsing import parse
from tests.parsing.reading import shape


def test_page() -> None:
    source = """<!doctype html><html><head><title>Page &amp; title</title>
<meta content='What it "says"' name=description><meta property="og:title" content="Page &amp; title">
<meta property="og:description" content="Shared text"></head><body>
<a href="#main">Skip to content</a>
<header><a href="/">Clinic</a><ul><li><a href="/a">A</a></li></ul><h1>Top</h1></header>
<main><article><header><h2>Sub</h2></header>
<p>First<br>paragraph.<p>Second <a href="/b">link</a>.
<ul><li>One<ul><li>Inner</ul><li><p>Two</p><p>More</p></ul>
<dl><dt>Term<dd>Meaning</dl>
<blockquote><p>Said.</p><ul><li>In it.</ul></blockquote>
<figure><img src=a.png alt="A scan"><figcaption>Fig. 1</figcaption></figure>
<table><caption>Doses</caption><tr><th>Drug<td>5&nbsp;mg<tr><td>Other</table>
<button>Book now</button>
</article></main>
<footer><nav>Menu</nav><p>Not medical advice.</p><p><a href="/p">Privacy</a></p></footer></body></html>"""
    assert shape(source, "a.html") == [
        "field title: Page & title",
        'field description (hidden): What it "says"',
        "field og:description (hidden): Shared text",
        "heading1: Top",
        "heading2: Sub",
        "paragraph: First paragraph.",
        "paragraph: Second link.",
        "list_item1: One",
        "list_item2: Inner",
        "list_item1: Two",
        "list_item1: More",
        "list_item1: Term",
        "list_item1: Meaning",
        "quote: Said.",
        "quote: In it.",
        "caption alt (hidden): A scan",
        "caption: Fig. 1",
        "caption: Doses",
        "cell: Drug",
        "cell: 5 mg",
        "cell: Other",
        "paragraph: Book now",
        "paragraph (demoted): Not medical advice.",
    ]


def test_a_footer_belongs_to_no_section() -> None:
    blocks = parse("<h1>A</h1><p>b</p><footer><p>c</p></footer>", "a.html").blocks
    assert [block.path for block in blocks] == [(), ("A",), ()]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<details><summary>S</summary>In</details>Out",
            ["heading: S", "paragraph (demoted): In", "paragraph: Out"],
        ),
        ("<details open><summary>S</summary>In</details>", ["heading: S", "paragraph: In"]),
        ('<p class="fine-print">Small.</p>', ["paragraph (demoted): Small."]),
        ('<p style="font-size: 8px">Small.</p>', ["paragraph (demoted): Small."]),
        ('<div class="accordion collapse">Shut</div>', ["paragraph (demoted): Shut"]),
        ('<p class="sr-only">Unseen</p>', ["paragraph (hidden): Unseen"]),
        ("<dialog>Shut</dialog><dialog open>Open</dialog>", ["paragraph: Open"]),
    ],
)
def test_prominence(source: str, expected: list[str]) -> None:
    assert shape(source, "a.html") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Works.<sup>1</sup> Yes", "Works. Yes"),
        ("Works<sup><a href='#r1'>[1, 2]</a></sup> well", "Works well"),
        ("5 m<sup>2</sup> and 10<sup>9</sup> cells, 1<sup>st</sup>", "5 m2 and 109 cells, 1st"),
        ("CO<sub>2</sub>", "CO2"),
        ("Run <code>a b</code> now", "Run ￼ now"),
        ("She said <q>yes</q> twice", "She said “yes” twice"),
        ("a<wbr>b&shy;c&zwnj;d&ZeroWidthSpace;e", "abc\u200cde"),
        ("x &lt;b&gt; y", "x <b> y"),
        ("one<span> two</span> <b> three </b> four", "one two three four"),
        ("<my-tag>a</my-tag> b <my-tag>c</my-tag>", "a"),
    ],
)
def test_text_of_a_sentence(source: str, expected: str) -> None:
    assert parse(f"<p>{source}</p>", "a.html").blocks[0].text.text == expected


def test_reference_marks_stay_as_links_without_text() -> None:
    block = parse("<p>Works<sup><a href='#r1'>1</a></sup> well</p>", "a.html").blocks[0]
    assert [(k.start, k.end, k.target) for k in block.links] == [(5, 5, "#r1")]


def test_a_link_around_blocks_covers_each() -> None:
    blocks = parse('<a href="/x"><h3>Head</h3><p>Text</p></a><p>Out</p>', "a.html").blocks
    assert [[(k.start, k.end, k.target) for k in block.links] for block in blocks] == [
        [(0, 4, "/x")],
        [(0, 4, "/x")],
        [],
    ]


def test_long_text_in_a_layout_table_is_a_paragraph() -> None:
    words = " ".join(["word"] * 50)
    assert shape(f"<table><tr><td>{words}<td>short</table>", "a.html") == [f"paragraph: {words}", "cell: short"]


def test_template_code_in_html() -> None:
    source = (
        "{% extends 'a' %}<p>Hello {{ name }}, <?php if ($a->b) { ?>welcome<?php } ?>.</p><img alt='{{ x }}'>"
    )
    assert shape(source, "a.html") == ["paragraph: Hello ￼, welcome."]


def test_stray_end_tags_and_unclosed_elements() -> None:
    source = "</div><p>One</li> and</b> two<div>three<p>four</div>five<nav>menu"
    document = parse(source, "a.html")
    assert [block.text.text for block in document.blocks] == ["One and two", "three", "four", "five"]
    assert document.notes == ("<nav> in line 1 is never closed, so the text after it was left out. Close it.",)


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("<!DOCTYPE html><p>Text</p>\n", "html"),
        ("\ufeff\n<?xml version='1.0'?><a>Text</a>", "html"),
        ("<section><p>Text</p></section>", "html"),
        ("Text <b>", "text"),
        ("<5 mg is a low dose.", "text"),
        ("<Dose> is what we call it.", "text"),
    ],
)
def test_html_is_recognised_without_an_ending(source: str, form: str) -> None:
    assert parse(source, "page").format == form
