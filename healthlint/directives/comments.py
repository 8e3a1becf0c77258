"""The comments of a source in which suppressions may stand. What stands in code is no comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from healthlint.document import Document
from healthlint.text import LineIndex, Span

_HTML_END = re.compile(r"--!?>")
_MDX = re.compile(r"\{\s*/\*(.*?)\*/\s*\}", re.DOTALL)
_LINE = re.compile(r"^[ \t]*(<!--(.*?)-->)[ \t]*$", re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\r\n]")
_CODE_TAGS = frozenset({"pre", "code", "samp", "kbd"})


@dataclass(frozen=True, slots=True)
class Comment:
    """The text between the marks of a comment, its offset, and the source span with the marks."""

    body: str
    start: int
    span: Span


def comments(document: Document) -> Iterator[Comment]:
    """The comments of a document: HTML comments, MDX comments in Markdown, comment lines in plain text."""
    source = document.source
    if document.format == "text":
        for line in _LINE.finditer(source):
            yield Comment(line.group(2), line.start(2), Span(*line.span(1)))
        return
    from healthlint.parsing.frontmatter import read_front_matter

    start = read_front_matter(source, document.format).end
    if document.format == "html":
        yield from _html(source[start:], start)
    else:
        yield from _markdown(source, start, mdx=document.path.lower().endswith(".mdx"))


def _html(text: str, offset: int = 0) -> Iterator[Comment]:
    """The comments of HTML that stands in the source from `offset` on, except inside code."""
    from turbohtml import TokenType, tokenize

    starts = LineIndex(text).starts
    depth = 0
    for token in tokenize(text):
        if token.type == TokenType.START_TAG and token.tag in _CODE_TAGS and not token.self_closing:
            depth += 1
        elif token.type == TokenType.END_TAG and token.tag in _CODE_TAGS:
            depth = max(depth - 1, 0)
        elif token.type == TokenType.COMMENT and not depth:
            at = starts[token.line - 1] + token.col
            end = _HTML_END.search(text, at + 4) if text.startswith("<!--", at) else None
            if end is not None:
                body = text[at + 4 : end.start()]
                yield Comment(body, offset + at + 4, Span(offset + at, offset + end.end()))


def _markdown(source: str, start: int, *, mdx: bool) -> Iterator[Comment]:
    """HTML comments from the HTML in Markdown, and MDX comments from what is not code."""
    code: list[Span] = []
    for span, kind in _parts(source, start, mdx=mdx):
        if kind == "code":
            code.append(span)
        else:
            yield from _html(source[span.start : span.end], span.start)
    text = _blanked(source, [Span(0, start), *code])
    for comment in _MDX.finditer(text):
        yield Comment(source[slice(*comment.span(1))], comment.start(1), Span(*comment.span()))


def _parts(source: str, start: int, *, mdx: bool) -> Iterator[tuple[Span, Literal["code", "html"]]]:
    """The code in Markdown, and its HTML: each block of it, and each tag or comment inside a sentence."""
    from healthlint.parsing.markdown import events

    for event, begin, end in events(source[start:], start):
        if not isinstance(event, dict):
            continue
        ((kind, value),) = event.items()
        if kind == "Start" and isinstance(value, dict) and "CodeBlock" in value:
            if not (mdx and value["CodeBlock"] == "Indented"):
                yield Span(begin, end), "code"
        elif kind == "Code":
            yield Span(begin, end), "code"
        elif kind == "InlineHtml" or (kind == "Start" and value == "HtmlBlock"):
            yield Span(begin, end), "html"


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with white space in the place of the spans, which come in order."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (text[at : span.start], _NOT_NEWLINE.sub(" ", text[span.start : span.end]))
        at = span.end
    return "".join((*parts, text[at:]))
