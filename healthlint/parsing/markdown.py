"""Markdown: CommonMark with the extensions of GitHub, footnotes, definition lists and HTML inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from healthlint.document import Block
from healthlint.parsing.builder import BlockBuilder, Element
from healthlint.parsing.dialects import Dialect, plain_markdown
from healthlint.parsing.html import HtmlReader, is_alternative_text
from healthlint.parsing.offsets import CodePoints
from healthlint.parsing.prose import Prose

if TYPE_CHECKING:
    from pyromark import Options
    from pyromark.event import Event

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLOCK_TAGS = {
    "Paragraph": "p",
    "Item": "li",
    "TableHead": "tr",
    "TableRow": "tr",
    "TableCell": "td",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
}
_BRANCH_TAGS = {"List": "ul", "Table": "table", "FootnoteDefinition": "footnote", "CodeBlock": "pre"}
_LEAVES = frozenset(("p", "pre", *(f"h{level}" for level in range(1, 7))))


def parse_markdown(source: str, start: int, *, mdx: bool = False) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of the Markdown in `source` from `start` on, and notes on what was left out."""
    dialect = plain_markdown(source[start:], mdx=mdx)
    reader = _MarkdownReader(source[:start] + dialect.inert, start, dialect)
    for event, begin, end in events(dialect.text, start):
        reader.read(event, begin, end)
    return reader.finish(), reader.builder.notes(source)


def events(text: str, base: int) -> Iterator[tuple[Event, int, int]]:
    """The events of the Markdown parser on `text`, with their code point ranges; `base` is added to them."""
    from pyromark import events_with_range

    clean = _SURROGATE.sub("\ufffd", text)
    point = CodePoints(clean, base)
    for event, place in events_with_range(clean, options=_options(clean)):
        yield event, point(place["start"]), point(place["end"])


def _options(text: str) -> Options:
    from pyromark import Options

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_GFM
        | Options.ENABLE_DEFINITION_LIST
    )
    if "[[" in text and "]](" not in text:  # [[1]](url) is a link whose text has brackets
        options |= Options.ENABLE_WIKILINKS
    return options


class _MarkdownReader:
    """Turns Markdown events into elements and text for a builder."""

    def __init__(self, text: str, start: int, dialect: Dialect) -> None:
        self.builder = BlockBuilder()
        self._text = text
        self._start = start
        self._dialect = dialect
        self._html = HtmlReader(text, self.builder)
        self._open: list[Element] = []
        self._html_parts: list[str] = []
        self._html_start = self._html_end = -1
        self._alt: list[Prose] = []

    def read(self, event: Any, start: int, end: int) -> None:
        """Take the next event, which stands in the source from `start` to `end`."""
        if isinstance(event, str):
            self._bare(event, start, end)
            return
        ((kind, value),) = event.items()
        if kind == "Text":
            self._add(value, start, end)
        elif kind == "Start":
            self._begin(value, start)
        elif kind == "End":
            self._end(value)
        elif kind == "InlineHtml":
            self._html.feed(self._text[start:end], start)
        elif kind == "Html":
            self._html_line(start, end)
        elif kind == "FootnoteReference":
            self.builder.reference(f"#fn:{value}")
        elif kind in ("Code", "InlineMath", "DisplayMath"):
            (self._alt[-1] if self._alt else self.builder).object(start, end)

    def finish(self) -> tuple[Block, ...]:
        """All blocks, once every event has been read."""
        self._html.finish()
        return self.builder.finish()

    def _bare(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self.builder.flush()
        elif self._alt:
            self._alt[-1].space(start, end)
        else:
            self.builder.line_break(start, end, hard=event == "HardBreak")

    def _add(self, text: str, start: int, end: int) -> None:
        verbatim = self._text[start:end]
        target = self._alt[-1] if self._alt else self.builder
        target.add(verbatim if len(text) == end - start else text, start, end)

    def _begin(self, tag: Any, start: int) -> None:
        name, value = (tag, {}) if isinstance(tag, str) else next(iter(tag.items()))
        if name == "Image":
            self.builder.reference(value["dest_url"])
            self._alt.append(Prose())
        elif name == "Link":
            target = value["dest_url"]
            if value["link_type"] == "Email":
                target = "mailto:" + target
            self._open.append(self.builder.open("a", start, {"href": target}))
        elif name == "HtmlBlock":
            self._html_parts, self._html_start = [], -1
        elif html := self._element(name, value, start):
            self._open.append(self.builder.open(html, start, fixed=html not in _LEAVES))

    def _element(self, name: str, value: Any, start: int) -> str:
        """The HTML element that a Markdown block is, empty for marks inside a block."""
        if name == "Heading":
            return str(value["level"]).lower()
        if name == "BlockQuote":
            return "div" if value else "blockquote"
        if name == "Item":
            return self._dialect.containers.get(start - self._start, "li")
        if name == "CodeBlock" and self._dialect.mdx and value == "Indented":
            return "p"
        return _BLOCK_TAGS.get(name) or _BRANCH_TAGS.get(name, "")

    def _end(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name == "Image":
            alt = self._alt.pop()
            if not self._alt and is_alternative_text(alt.since(0).strip()):
                self.builder.aside(alt, "caption", "alt")
        elif name == "HtmlBlock":
            self._html.feed("".join(self._html_parts), self._html_start)
            self.builder.flush()
        elif name in ("Link", "Heading", "BlockQuote") or name in _BLOCK_TAGS or name in _BRANCH_TAGS:
            self.builder.close_element(self._open.pop())

    def _html_line(self, start: int, end: int) -> None:
        """Gather the lines of an HTML block; markers of quotes before them become white space."""
        if self._html_start < 0:
            self._html_start = start
        else:
            self._html_parts.append(" " * (start - self._html_end))
        self._html_parts.append(self._text[start:end])
        self._html_end = end
