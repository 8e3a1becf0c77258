"""HTML, as pages of their own and inside Markdown."""

from __future__ import annotations

import re

from healthlint.document import Block, Prominence
from healthlint.parsing.builder import BlockBuilder
from healthlint.parsing.elements import VOID
from healthlint.parsing.prose import Prose
from healthlint.parsing.tags import Token, attribute_text, tokens
from healthlint.parsing.templates import without_templates

_FILE_NAME = re.compile(r"[^\s]+\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?|ico|mp4|pdf)", re.IGNORECASE)
_FOR_SHARING = frozenset(("og:title", "og:description", "twitter:title", "twitter:description"))
_META_NAMES = _FOR_SHARING | {"description", "abstract"}
_PLACEHOLDERS = frozenset(
    ("image", "img", "photo", "picture", "logo", "icon", "alt", "placeholder", "untitled")
)


def parse_html(source: str, start: int) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of the HTML page in `source` from `start` on, and notes on what was left out."""
    builder = BlockBuilder()
    text = without_templates(source)
    reader = HtmlReader(text, builder)
    reader.feed(text[start:], start)
    reader.finish()
    return builder.finish(), builder.notes(source)


class HtmlReader:
    """Feeds HTML to a builder. `source` is what the offsets count in."""

    def __init__(self, source: str, builder: BlockBuilder) -> None:
        self._source = source
        self._builder = builder
        self._title: Prose | None = None
        self._fields: set[str] = set()
        self._shared: list[tuple[Prose, str]] = []

    def feed(self, text: str, offset: int) -> None:
        """Read HTML that stands in the source from `offset` on."""
        builder = self._builder
        for token in tokens(text, offset):
            kind = token.kind
            if kind == "text":
                if self._title is None:
                    builder.add(token.data, token.start, token.end)
                else:
                    self._title.add(token.data, token.start, token.end)
            elif kind == "start":
                self._start(token)
            elif kind == "end":
                self._end(token)
            elif self._title is None:
                builder.add(token.data, token.start, token.end)
            else:
                self._title.add(token.data, token.start, token.end)

    def _start(self, token: Token) -> None:
        tag, builder = token.data, self._builder
        if tag == "title" and not builder.left_out:
            self._title = Prose()
        elif tag not in VOID:
            builder.open(tag, token.start, token.attributes)
        elif tag == "br":
            builder.line_break(token.start, token.end, hard=True)
        elif tag == "hr":
            builder.flush()
        elif tag == "img":
            self._image(token)
        elif tag == "meta":
            self._meta(token)

    def _end(self, token: Token) -> None:
        if token.data == "title" and self._title is not None:
            self._field(self._title, "title", "normal")
            self._title = None
        elif token.data == "br":
            self._builder.line_break(token.start, token.end, hard=True)
        elif token.data not in VOID:
            self._builder.close(token.data, token.start)

    def _image(self, token: Token) -> None:
        alt = token.attributes.get("alt", "").strip()
        self._builder.reference(token.attributes.get("src", ""))
        if is_alternative_text(alt) and token.attributes.get("aria-hidden") != "true":
            self._builder.aside(attribute_text(self._source, token, "alt"), "caption", "alt")

    def _meta(self, token: Token) -> None:
        name = (token.attributes.get("name") or token.attributes.get("property") or "").lower()
        if name in _META_NAMES:
            value = attribute_text(self._source, token, "content")
            if name in _FOR_SHARING:
                self._shared.append((value, name))
            else:
                self._field(value, name, "hidden")

    def _field(self, prose: Prose, name: str, prominence: Prominence) -> None:
        self._fields.add(prose.since(0).strip())
        self._builder.aside(prose, "field", name, prominence)

    def finish(self) -> None:
        """Add the texts for social networks where they say something else than the title and description."""
        for prose, name in self._shared:
            if prose.since(0).strip() not in self._fields:
                self._field(prose, name, "hidden")
        self._shared = []


def is_alternative_text(text: str) -> bool:
    """Whether the alternative text of an image says something, rather than being a file name or a stand-in."""
    return bool(text) and not _FILE_NAME.fullmatch(text) and text.lower() not in _PLACEHOLDERS
