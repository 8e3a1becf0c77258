"""From the bytes of a file to a `Document`: decoding, front matter, and one module for each format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from healthlint.document import Block, Document, Format
from healthlint.parsing.decode import SIZE_LIMIT, DecodeError, ParseError, decode, require_size
from healthlint.profile import DEFAULT_PROFILE, PROFILES, Profile

__all__ = [
    "ENDINGS",
    "SIZE_LIMIT",
    "DecodeError",
    "ParseError",
    "decode",
    "format_of",
    "parse",
    "require_size",
]

ENDINGS: Mapping[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
}
"""The file name endings that say what format a file is in."""


def format_of(path: str) -> Format | None:
    """The format that the ending of `path` stands for, None when it stands for none."""
    return ENDINGS.get(PurePath(path).suffix.lower())


def parse(
    source: str,
    path: str,
    *,
    format: Format | None = None,  # noqa: A002
    profile: Profile = PROFILES[DEFAULT_PROFILE],
    provides: frozenset[str] = frozenset(),
) -> Document:
    """Parse one article. Without `format` the ending of `path` decides, and where it does not, the first tag.

    Raises `ParseError` where nothing of the source can be read.
    """
    from healthlint.parsing.frontmatter import read_front_matter

    form = format or format_of(path) or _look(source)
    front = read_front_matter(source, form)
    blocks, notes = _body(source, front.end, form, path)
    return Document(
        path=path,
        source=source,
        blocks=(*front.blocks, *blocks),
        metadata=front.metadata,
        format=form,
        profile=profile,
        provides=provides,
        notes=(*front.notes, *notes),
    )


def _look(source: str) -> Format:
    """HTML or XML where the text begins and ends with a tag, else plain text."""
    start = source[:200].lstrip("\ufeff \t\r\n")
    tagged = start[:1] == "<" and (start[1:2].isalpha() or start[1:2] in ("!", "?"))
    return "html" if tagged and source[-200:].rstrip().endswith(">") else "text"


def _body(source: str, start: int, form: Format, path: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks after the front matter, and notes. Parsers are imported when they are needed."""
    if form == "markdown":
        from healthlint.parsing.markdown import parse_markdown

        return parse_markdown(source, start, mdx=path.lower().endswith(".mdx"))
    if form == "html":
        from healthlint.parsing.html import parse_html

        return parse_html(source, start)
    from healthlint.parsing.plain import parse_plain

    return parse_plain(source, start), ()
