"""The tokens of HTML with their exact place in the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from healthlint.parsing.prose import Prose

TokenKind = Literal["text", "reference", "start", "end"]

_BARE_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\s*/?>\s*")
_TAG_NAME = re.compile(r"<[^\s/>]+")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_NONE: Mapping[str, str] = {}


class Token(NamedTuple):
    """A run of text, a character reference, a start tag or an end tag; `data` is its plain text or tag name."""

    kind: TokenKind
    data: str
    start: int
    end: int
    attributes: Mapping[str, str] = _NONE


def tokens(text: str, offset: int = 0) -> Iterator[Token]:
    """The tokens of `text`, which stands in the source from `offset` on. Comments and the like are left out."""
    if bare := _BARE_TAG.fullmatch(text):
        kind: TokenKind = "end" if bare[1] else "start"
        yield Token(kind, bare[2].lower(), offset, offset + bare.end())
        return
    from turbohtml import TokenType, tokenize

    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # the tokenizer would count CRLF as one
    if "</>" in text:
        text = text.replace("</>", "<!>")  # it would join the text around it
    lines = (offset, *(offset + line_end.end() for line_end in re.finditer("\n", text)))
    for token in tokenize(text, resolve_references=False, capture_source=True):
        start = lines[token.line - 1] + token.col
        match token.type:
            case TokenType.TEXT:
                data = token.data or ""
                yield Token("text", data, start, start + len(data))
            case TokenType.CHARACTER_REFERENCE:
                yield Token("reference", token.data or "", start, start + len(token.source or ""))
            case TokenType.START_TAG:
                end = start + len(token.source or "")
                yield Token("start", token.tag or "", start, end, dict(token.attrs) if token.attrs else _NONE)
            case TokenType.END_TAG:
                yield Token("end", token.tag or "", start, start + len(token.source or ""))


def attribute_text(source: str, tag: Token, name: str) -> Prose:
    """The value of an attribute of `tag` as prose, with its place in `source`."""
    prose = Prose()
    end = tag.end - 1
    opening = _TAG_NAME.match(source, tag.start, end)
    if opening is None:
        return prose
    for attribute in _ATTRIBUTE.finditer(source, opening.end(), end):
        if attribute[1].lower() == name and attribute.lastindex and attribute.lastindex > 1:
            begin, finish = attribute.span(attribute.lastindex)
            _add_value(prose, source, begin, finish)
            break
    return prose


def _add_value(prose: Prose, source: str, begin: int, finish: int) -> None:
    at = begin
    for reference in _REFERENCE.finditer(source, begin, finish):
        prose.add(source[at : reference.start()], at, reference.start())
        prose.add(html.unescape(reference.group()), *reference.span())
        at = reference.end()
    prose.add(source[at:finish], at, finish)
