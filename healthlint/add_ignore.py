"""Write suppressions for the findings of a text, and change nothing else in it.

Each finding gets the narrowest suppression that its place allows: before its block, on its line in a list, and
for the whole file where no comment can stand (front matter, attributes). Each is tried by checking the text
again: what does not hide its finding is replaced by one for the whole file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from healthlint.diagnostic import Diagnostic
from healthlint.directives.review import FAMILY
from healthlint.directives.syntax import Verb
from healthlint.document import Block, Document
from healthlint.edits import apply, newline_of
from healthlint.finding import Edit
from healthlint.parsing.frontmatter import read_front_matter
from healthlint.text import LineIndex, Span

ROUNDS = 8
"""How often a text is checked again: behind a finding that is hidden, another may come up."""

_CONTAINER = re.compile(r"[ \t>]*")
_LIST_MARK = re.compile(r"(?:[-+*•:]|\d{1,9}[.)])[ \t]")
_LINE_TAIL = re.compile(r"[ \t]*\\?[ \t]*$")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n?|\n)?")
_BEFORE_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>[ \t]*(?:\r\n?|\n)?)?", re.IGNORECASE)
_ENDS_COMMENT = re.compile(r"--!?>|\*/|[\r\n]")


class ReasonError(ValueError):
    """A reason that cannot stand in a comment."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A text with suppressions, how many were written, and the findings that they could not hide."""

    text: str
    written: int
    left: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Where a suppression is written, and what surrounds it there."""

    offset: int
    verb: Verb
    before: str = ""
    after: str = ""


def require_reason(reason: str) -> None:
    """Raise `ReasonError` for a reason that would end its comment."""
    if _ENDS_COMMENT.search(reason):
        raise ReasonError("a reason is one line without the signs that end a comment (-->, */)")


def add_ignores(document: Document, check: Callable[[str], Sequence[Diagnostic]], reason: str = "") -> Ignored:
    """The text of the document with a suppression for each finding that `check` has in it.

    Raises `ReasonError` for a reason that would end its comment.
    """
    require_reason(reason)
    wanted: Mapping[_Place, frozenset[str]] = {}
    text = document.source
    left: tuple[Diagnostic, ...] = ()
    for _ in range(ROUNDS):
        edits = tuple(_edits(document, wanted, reason))
        text = apply(document.source, edits)
        left = tuple(found for found in check(text) if not found.rule.code.startswith(FAMILY))
        more = _with(wanted, document, left, edits)
        if more == wanted:
            break
        wanted = more
    return Ignored(text, len(wanted), left)


def _with(
    wanted: Mapping[_Place, frozenset[str]],
    document: Document,
    left: Sequence[Diagnostic],
    edits: Sequence[Edit],
) -> Mapping[_Place, frozenset[str]]:
    """The places, and those for the findings `left`. What stays in spite of its place goes to the file."""
    whole = _file_place(document)
    found = dict(wanted)
    for diagnostic in left:
        code = diagnostic.rule.code
        place = _place(document, _unshifted(diagnostic.finding.span.start, edits))
        if code in wanted.get(place, ()):
            place = whole
        found[place] = found.get(place, frozenset()) | {code}
    for_file = found.get(whole, frozenset())
    local = {place: codes - for_file for place, codes in found.items() if place != whole}
    kept = {place: codes for place, codes in local.items() if codes}
    return {**kept, whole: for_file} if for_file else kept


def _unshifted(offset: int, edits: Sequence[Edit]) -> int:
    """Where an offset of the text with the insertions `edits` stands without them."""
    shift = 0
    for edit in edits:
        if offset < edit.span.start + shift + len(edit.content):
            break
        shift += len(edit.content)
    return offset - shift


def _edits(document: Document, wanted: Mapping[_Place, frozenset[str]], reason: str) -> Iterator[Edit]:
    mdx = document.path.lower().endswith(".mdx")
    start, end = ("{/* ", " */}") if mdx else ("<!-- ", " -->")
    why = f" -- {reason}" if reason else ""
    for place in sorted(wanted):
        comment = f"{start}healthlint-{place.verb} {', '.join(sorted(wanted[place]))}{why}{end}"
        yield Edit(Span(place.offset, place.offset), place.before + comment + place.after)


def _place(document: Document, offset: int) -> _Place:
    """Where to write a suppression for a finding at `offset`."""
    number = _block_at(document.blocks, offset)
    if number is None:
        return _file_place(document)
    block = document.blocks[number]
    if block.name == "alt" and document.format == "markdown":
        return _on_line(document, offset)
    if block.name or block.prominence == "hidden":
        return _file_place(document)
    if document.format == "html":
        return _in_html(document, block)
    first = block
    if block.kind == "cell":
        while number and document.blocks[number - 1].kind == "cell":
            number -= 1
        first = document.blocks[number]
    head, line = _line_before(document.source, first.text.whole.start)
    container = _CONTAINER.match(head)
    indent = container.group() if container else ""
    if document.format == "markdown" and _LIST_MARK.match(head, len(indent)):
        return _on_line(document, offset)
    return _Place(line, "disable-next-line", indent, newline_of(document.source))


def _block_at(blocks: Sequence[Block], offset: int) -> int | None:
    """The number of the smallest block around `offset`."""
    around = [
        (span.end - span.start, number)
        for number, span in enumerate(block.text.whole for block in blocks)
        if span.start <= offset < span.end
    ]
    return min(around)[1] if around else None


def _line_before(source: str, offset: int) -> tuple[str, int]:
    """What stands in the line before `offset`, and where the line begins; a byte order mark is before it."""
    starts = LineIndex(source).starts
    line = starts[bisect_right(starts, offset) - 1] or int(source.startswith("\ufeff"))
    return source[line:offset], line


def _on_line(document: Document, offset: int) -> _Place:
    index = LineIndex(document.source)
    row = index.row(offset)
    text = index.line(row)
    tail = _LINE_TAIL.search(text)
    length = tail.start() if tail else len(text)
    return _Place(index.starts[row - 1] + length, "disable-line", " ")


def _in_html(document: Document, block: Block) -> _Place:
    start = block.text.whole.start
    head, line = _line_before(document.source, start)
    if head.strip():
        return _Place(start, "disable-next-line")
    return _Place(line, "disable-next-line", head, newline_of(document.source))


def _file_place(document: Document) -> _Place:
    source = document.source
    at = read_front_matter(source, document.format).end
    if source[:at].strip("\ufeff"):
        before_body = _REST_OF_LINE.match(source, at)
    else:
        before_body = _BEFORE_HTML.match(source, at) if document.format == "html" else None
    at = before_body.end() if before_body else at
    newline = newline_of(source)
    before = newline if at and source[at - 1] not in "\ufeff\r\n" else ""
    return _Place(at, "disable-file", before, newline * (2 if document.path.lower().endswith(".mdx") else 1))
