"""Plain text: paragraphs, headings and lists, told from the way the lines are set.

Nothing in plain text says what a line is, so all of this is judged from its look: lines of a paragraph that
was wrapped by hand are joined, a line that stands alone like a title is a heading, and a file without blank
lines is taken as one paragraph a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from healthlint.document import Block, BlockKind
from healthlint.parsing.outline import Outline
from healthlint.parsing.prose import Prose

_LINE = re.compile(r"[^\r\n]+|\r\n?|\n")
_RULE = re.compile(r"[-=_*~#+.\s]{3,}")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTED = re.compile(r"(?:>\s?)+")
_BULLET = re.compile(r"(?:[-–—*+•·▪‣◦●○■□➢➤►✓✔✅☑]|o(?=\s{2,}|\t))\s+(?=\S)|[•▪‣●✓✔✅](?=\S)")
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[ivx]{1,4}[.)])\s+(?=\S)")
_BYLINE = re.compile(
    r"(?:by|date|author|source|(?:(?:last|medically|clinically|first)\s+)?(?:written|reviewed|updated|published|posted))\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->")  # a suppression
_TITLE_CHARACTERS, _TITLE_WORDS = 90, 14
_NARROWEST, _WIDEST = 50, 150  # the widths, in characters, at which people and programs wrap lines
_FULL_STOPS = 0.5  # where more of the long lines end a sentence, each is a paragraph


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: where its text begins and ends, its indentation, and what marks it."""

    start: int
    end: int
    text: str
    indent: int = 0
    mark: str = ""
    gap: bool = False  # whether a blank line or a rule stands before it
    underline: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that make up one block."""

    lines: tuple[_Line, ...]

    @property
    def first(self) -> _Line:
        return self.lines[0]

    @property
    def length(self) -> int:
        return sum(len(line.text) + 1 for line in self.lines) - 1


def parse_plain(source: str, start: int) -> tuple[Block, ...]:
    """The blocks of the plain text in `source` from `start` on."""
    groups = list(_groups(_lines(source, start)))
    outline = Outline()
    depths: list[int] = []
    blocks: list[Block] = []
    for number, group in enumerate(groups):
        kind, level = _kind(groups, number)
        depths = _depths(depths, group.first.indent) if kind == "list_item" else []
        path = outline.above(level) if kind == "heading" else outline.path
        for segment in _prose(group).segments(whole=True):
            if kind == "heading":
                outline.add(level, segment.text.text)
            blocks.append(Block(kind, segment.text, level or len(depths), path, segment.links))
    return tuple(blocks)


def _prose(group: _Group) -> Prose:
    prose = Prose()
    before = group.first
    for line in group.lines:
        prose.space(before.end, line.start)
        prose.add(line.text, line.start, line.end)
        before = line
    return prose


def _depths(open_items: list[int], indent: int) -> list[int]:
    """The indentations of the list items around and including one at `indent`."""
    return [*(outer for outer in open_items if outer < indent), indent]


def _lines(source: str, start: int) -> Iterator[_Line]:
    """The lines that hold text, with what stands between them noted."""
    gap, pending = True, None
    ends = 0
    for match in _LINE.finditer(source, start):
        raw = match.group()
        if raw[0] in "\r\n":
            ends += 1
            gap = gap or ends > 1
            continue
        text = raw.strip()
        if _COMMENT.fullmatch(text):
            ends -= 1  # as if the line were not there
            continue
        if pending and not gap and _underlines(text, pending.text):
            pending, gap = replace(pending, underline=text[0]), True
            continue
        if not text.strip("> ") or _RULE.fullmatch(text):
            gap, ends = gap or bool(text), 0 if text else ends
            continue
        if pending:
            yield pending
        pending = _line(raw, text, match.start(), gap)
        gap, ends = False, 0
    if pending:
        yield pending


def _underlines(line: str, title: str) -> bool:
    """Whether `line` is a row of signs that makes the line before it a heading."""
    return _UNDERLINE.fullmatch(line) is not None and len(title) <= min(3 * len(line), _TITLE_CHARACTERS)


def _line(raw: str, text: str, start: int, gap: bool) -> _Line:
    """One line without the mark that begins it."""
    indent = len(raw) - len(raw.lstrip())
    at = start + indent
    for pattern, mark in ((_HASHES, "#"), (_QUOTED, ">"), (_BULLET, "-"), (_NUMBER, "1")):
        if found := pattern.match(text):
            rest = text[found.end() :].strip()
            if not rest:
                break
            begin = at + text.index(rest, found.end())
            depth = len(found[1]) if mark == "#" else len(raw[:indent].expandtabs(4))
            return _Line(begin, begin + len(rest), rest, depth, mark, gap)
    return _Line(at, at + len(text), text, len(raw[:indent].expandtabs(4)), "", gap)


def _groups(lines: Iterator[_Line]) -> Iterator[_Group]:
    """Join the lines that go on from each other."""
    run: list[_Line] = []
    for line in lines:
        if run and line.gap:
            yield from _split(run)
            run = []
        run.append(line)
    if run:
        yield from _split(run)


def _split(run: Sequence[_Line]) -> Iterator[_Group]:
    """Cut lines without a gap between them where a new block begins."""
    width = _width(run)
    current = [run[0]]
    for line in run[1:]:
        if _goes_on(current[-1], line, width):
            current.append(line)
        else:
            yield _Group(tuple(current))
            current = [line]
    yield _Group(tuple(current))


def _width(run: Sequence[_Line]) -> int:
    """The width at which lines were wrapped by hand, 0 where they were not."""
    width = max((len(line.text) for line in run if " " in line.text), default=0)
    long = [line for line in run[:-1] if len(line.text) > _NARROWEST]
    full = sum(line.text[-1] in ".!?" for line in long)
    wrapped = _NARROWEST <= width <= _WIDEST and full <= len(long) * _FULL_STOPS
    return width if wrapped else 0


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Whether `following` goes on with the paragraph of `line`, in lines wrapped at `width` if at all."""
    if following.mark == ">" and line.mark == ">":
        return True
    if following.mark or line.underline or following.underline or line.mark == "#":
        return False
    opens = following.text.lstrip("\"'“‘([")[:1]
    if not opens.isupper() and not opens.isdigit():
        return width > 0 or line.text[-1] not in ".!?"
    if not width:
        return False
    word = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(word) > width - 3


def _kind(groups: Sequence[_Group], number: int) -> tuple[BlockKind, int]:
    """The kind of a group and, for a heading, its level."""
    group = groups[number]
    line = group.first
    if line.mark == "#" and len(group.lines) == 1:
        return "heading", line.indent
    if line.underline and len(group.lines) == 1:
        return "heading", 1 if line.underline == "=" else 2
    if line.mark == ">":
        return "quote", 0
    if _is_heading(groups, number):
        return "heading", 1 if number == 0 else 2
    if line.mark or _in_bare_list(groups, number):
        return "list_item", 0
    return "paragraph", 0


def _is_heading(groups: Sequence[_Group], number: int) -> bool:
    group, after = groups[number], groups[number + 1] if number + 1 < len(groups) else None
    line = group.first
    if after is None or line.mark == "-" or not _like_title(group) or _BYLINE.match(line.text):
        return False
    if line.text.isupper() and sum(char.isalpha() for char in line.text) > 3:
        return not line.mark or after.first.mark != "1"
    if line.mark == "1":
        return not after.first.mark and after.length > _TITLE_CHARACTERS and after.first.gap
    if number == 0:
        return True
    before = groups[number - 1]
    if not before.first.mark and _like_title(before) and not line.gap and not _is_heading_text(before):
        return False
    return bool(after.first.mark) or (after.length > _TITLE_CHARACTERS and after.length > group.length)


def _is_heading_text(group: _Group) -> bool:
    return group.first.gap or bool(group.first.underline)


def _like_title(group: _Group) -> bool:
    """One short line that begins as a title does and does not end as a sentence or a lead-in does."""
    text = group.first.text
    if len(group.lines) > 1 or len(text) > _TITLE_CHARACTERS or len(text.split()) > _TITLE_WORDS:
        return False
    opens = text.lstrip("\"'“‘(¿¡")[:1]
    return not opens.islower() and any(c.isalpha() for c in text) and text.rstrip("\"'”’)")[-1:] not in ".,;:…"


def _in_bare_list(groups: Sequence[_Group], number: int) -> bool:
    """Whether the group is one of three or more short lines in a row, a list without marks."""
    first = last = number
    while first > 0 and number - first < 2 and not groups[first].first.gap and _like_title(groups[first - 1]):
        first -= 1
    while last + 1 < len(groups) and last - number < 2 and not groups[last + 1].first.gap:
        if not _like_title(groups[last + 1]):
            break
        last += 1
    return _like_title(groups[number]) and last - first >= 2
