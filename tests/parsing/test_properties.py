"""What holds for every text: maps are exact, blocks are in order, and nothing but `ParseError` is raised."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.document import Document, Format
from healthlint.parsing import ParseError, decode, parse

_WORDS = ["alpha", "beta", "gamma", "delta", "épsilon", "ζήτα", "हिन्दी", "x\u0301y", "ok👍🏽"]
_PLACES = ("md", "mdx", "html", "txt")

word = st.sampled_from(_WORDS)
words = st.lists(word, min_size=1, max_size=5).map(" ".join)


def wrapped(before: str, after: str) -> st.SearchStrategy[str]:
    return words.map(lambda text: f"{before}{text}{after}")


inline = st.one_of(
    words,
    wrapped("**", "**"),
    wrapped("*", "*"),
    wrapped("[", "](http://a.test/b)"),
    wrapped("<b>", "</b>"),
    wrapped("&amp; ", " &lt;"),
    wrapped("\\* ", " \\_"),
    wrapped("`", "`"),
    wrapped("![", "](a.png)"),
    st.just("https://a.test/b"),
    st.just("[^1]"),
)
line = st.lists(inline, min_size=1, max_size=4).map(" ".join)
paragraph = st.lists(line, min_size=1, max_size=3).map("\n".join)
markdown_block = st.one_of(
    paragraph,
    line.map(lambda text: f"## {text}"),
    line.map(lambda text: f"{text}\n==="),
    paragraph.map(lambda text: "> " + text.replace("\n", "\n> ")),
    st.lists(line, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {text}" for text in lines)),
    paragraph.map(lambda text: "1. " + text.replace("\n", "\n   ") + "\n\n   - inner"),
    st.tuples(line, line).map(lambda cells: f"| {cells[0]} | {cells[1]} |\n|---|---|\n| a | b |"),
    line.map(lambda text: f"[^1]: {text}"),
    paragraph.map(lambda text: f"<div>\n{text}\n</div>"),
    line.map(lambda text: f"<details><summary>{text}</summary>\n\n{text}\n\n</details>"),
    paragraph.map(lambda text: f"```\n{text}\n```"),
    st.sampled_from(["---", "{% include a %}", "<!-- alpha -->", "::: note"]),
)
html_text = st.one_of(
    words, wrapped("<em>", "</em>"), wrapped("&eacute;&nbsp;", "&#32;"), wrapped('<a href="/b">', "</a>")
)
html_line = st.lists(html_text, min_size=1, max_size=4).map(" ".join)
html_block = st.builds(
    lambda tag, text: f"<{tag}>{text}</{tag}>",
    st.sampled_from(["p", "h2", "div", "li", "td", "blockquote", "small", "script", "nav", "details", "pre"]),
    html_line,
)
plain_block = st.one_of(
    st.lists(words, min_size=1, max_size=3).map("\n".join),
    words.map(str.upper),
    words.map(lambda text: f"- {text}\n  {text}"),
    words.map(lambda text: f"{text}\n-----"),
)
documents = st.one_of(
    st.tuples(st.just("md"), st.lists(markdown_block, max_size=6).map("\n\n".join)),
    st.tuples(
        st.just("md"),
        st.lists(markdown_block, max_size=6).map("\n\n".join).map(lambda t: t.replace("\n", "\r\n")),
    ),
    st.tuples(st.just("html"), st.lists(html_block, max_size=6).map("\n".join)),
    st.tuples(st.just("txt"), st.lists(plain_block, max_size=6).map("\n\n".join)),
)


def check(document: Document) -> None:
    """Assert what holds for the blocks of every document."""
    source = document.source
    before = 0
    for block in document.blocks:
        text = block.text.text
        assert text
        assert text == " ".join(text.split())
        reached = 0
        for piece in block.text.pieces:
            assert piece.text_start == reached
            reached = piece.text_end
            assert 0 <= piece.source_start <= piece.source_end <= len(source)
            if piece.verbatim:
                raw = source[piece.source_start : piece.source_end]
                shown = text[piece.text_start : piece.text_end]
                pairs = zip(re.sub(r"\s", " ", raw), shown, strict=True)
                assert all(there == here or here == "\ufffc" for there, here in pairs)
        assert reached == len(text)
        for link in block.links:
            assert 0 <= link.start <= link.end <= len(text)
        span = block.text.whole
        assert 0 <= span.start < span.end <= len(source)
        assert span.start >= before
        before = span.start


@given(documents)
@settings(max_examples=120, deadline=None)
def test_verbatim_pieces_are_the_source(document: tuple[str, str]) -> None:
    ending, source = document
    check(parse(source, f"a.{ending}"))


@given(documents)
@settings(max_examples=80, deadline=None)
def test_every_word_leads_back_to_itself(document: tuple[str, str]) -> None:
    ending, source = document
    for block in parse(source, f"a.{ending}").blocks:
        for found in re.finditer("|".join(map(re.escape, _WORDS)), block.text.text):
            span = block.text.span(*found.span())
            assert source[span.start : span.end] == found.group()


@given(st.lists(paragraph, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_prose_of_a_paragraph_is_lost(paragraphs: list[str]) -> None:
    source = "\n\n".join(paragraphs)
    kept = " ".join(block.text.text for block in parse(source, "a.md").blocks)
    prose = re.sub(r"`[^`]*`", "", source)
    for found in _WORDS:
        assert kept.count(found) == prose.count(found)


@given(st.text(max_size=300), st.sampled_from(_PLACES))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(source: str, ending: str) -> None:
    _check_or_refuse(source, ending)


_SIGNS = [
    *"<>/\"'=&;#*_`[]()!|-+~:{}%$^\\ \n\r\t.0aA\u00ad\ufeff\ue000\ue001\ue002\u2028",
    "---\n",
    "+++\n",
    "<b>",
    "</p>",
    "<a href=x>",
    "<sup>",
    "</sup>",
    "<details>",
    "<script>",
    "{{",
    "}}",
    "{%",
    "import a from 'b'\n",
    "!!! note\n    ",
    "https://a.b/",
    "title: a\n",
    "[^1]",
    "&amp;",
    "é",
]


@given(st.lists(st.sampled_from(_SIGNS), max_size=60).map("".join), st.sampled_from(_PLACES))
@settings(max_examples=300, deadline=None)
def test_any_markup_is_read_or_refused(source: str, ending: str) -> None:
    _check_or_refuse(source, ending)


def _check_or_refuse(source: str, ending: str) -> None:
    try:
        document = parse(source, f"a.{ending}")
    except ParseError:
        return
    blocks = tuple(block for block in document.blocks if block.kind != "field")
    check(Document(document.path, source, blocks))


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    text = ""
    with contextlib.suppress(ParseError):
        text = decode(data)
    assert "\x00" not in text


_FLOODS = (
    r"[ ![]( *a_ <a <b> <div> </div> > - {{ {% ==a &a ` a@ <sup>1</sup> http:// |a [^1] x.com/a a\nb {a} <A "
    r"export\tconst\ta={\n A:\tb\n <details>\n\n a\\\nB !!!\ta\n\n\tb\n"
).split(" ")


@pytest.mark.parametrize("form", ["markdown", "html", "text"])
@pytest.mark.parametrize("unit", _FLOODS)
def test_floods_are_read(unit: str, form: Format) -> None:
    unit = unit.replace(r"\n", "\n").replace(r"\t", " ") + " " * (unit in "->")
    source = unit * (10_000 // len(unit))
    check(parse(source, "a", format=form))
