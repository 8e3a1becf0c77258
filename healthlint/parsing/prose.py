"""The text of one block, gathered run by run with its way back to the source.

White space is folded as a reader sees it: any run of it becomes one space. What is no prose but stands inside
a sentence (inline code, a bare URL, a template variable) becomes one U+FFFC, the Unicode object replacement
character, so that the sentence still reads and no word of it is invented.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from healthlint.document import Link
from healthlint.parsing.masks import OBJECT, unmasked
from healthlint.parsing.pieces import Run, runs_of
from healthlint.parsing.urls import without_urls
from healthlint.text import Text

_ODD = re.compile(
    r"(?P<space>\s{2,}|[^\S ])|(?P<nothing>[\u00ad\u200b\u2060\ufeff\ue000]+)"
    r"|(?P<object>\ue001+)|(?P<cut>\ue002+)"
)
_ODD_CHARACTER = re.compile(
    "[\t-\r\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ue000-\ue002\ufeff]"
)
_BULLET = re.compile(r"(?:[•·▪▫‣⁃◦●○■□◆❖➢➤►▶✓✔✅☑❌✗✘–—*-]|\d{1,2}[.)])(?:\ufe0f)?\s+(?=\S)")
_SOFT_BULLET = re.compile(r"[•·▪▫‣⁃◦●○■□◆❖➢➤►▶✓✔✅☑](?:\ufe0f)?\s*(?=\S)")
_LABEL = re.compile(r"[A-Z][\w ()/&-]{0,24}:\s")
_CAPITAL_START = re.compile(r"[\"'“‘(\[]*[A-Z\d]")
_LONG_LINE = 60  # a line that is broken by hand near the margin goes on in the next one


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a block that is a block of its own: its text, links, and what its markup said about it."""

    text: Text
    links: tuple[Link, ...]
    demoted: bool = False
    bullet: bool = False


class Prose:
    """Gathers runs of text, links and places where the block may end, and cuts them into segments."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._length = 0
        self._spaced = True
        self._links: list[Link] = []
        self._link: tuple[int, str] | None = None
        self._again = False
        self._cuts: list[int] = []
        self._breaks: list[tuple[int, bool]] = []
        self._demoted: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return self._length

    @property
    def link_target(self) -> str | None:
        """Where the link that is open leads, if one is."""
        return self._link[1] if self._link else None

    def add(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for the source from `start` to `end`."""
        if len(text) != end - start:
            self._add_atom(text, start, end)
            return
        if "  " not in text and not _ODD_CHARACTER.search(text):
            self._put(text, start)
            return
        at = 0
        for odd in _ODD.finditer(text):
            self._put(text[at : odd.start()], start + at)
            at = odd.end()
            self._add_odd(odd, start + odd.start(), start + at)
        self._put(text[at:], start + at)

    def _add_odd(self, odd: re.Match[str], start: int, end: int) -> None:
        kind = odd.lastgroup
        if kind == "space":
            self.space(start, end)
        elif kind == "object":
            self.object(start, end)
        elif kind == "cut":
            self.cut()

    def _add_atom(self, text: str, start: int, end: int) -> None:
        folded = " ".join(text.split())
        if text[:1].isspace():
            self.space(start, end)
        plain = _ODD.sub("", folded)
        if plain:
            self._append(plain, start, end)
            if text[-1].isspace():
                self.space(end, end)

    def _put(self, text: str, start: int) -> None:
        if self._spaced and text[:1] == " ":
            text, start = text[1:], start + 1
        if text:
            self._append(text, start, start + len(text))

    def _append(self, text: str, start: int, end: int) -> None:
        self._runs.append((text, start, end))
        self._length += len(text)
        self._spaced = text[-1] == " "

    def space(self, start: int, end: int) -> None:
        """Add white space that stands in the source from `start` to `end`."""
        if not self._spaced:
            self._append(" ", start, end)

    def object(self, start: int, end: int, target: str = "") -> None:
        """Add one object replacement character for something that is no prose, a link if it has a target."""
        self._append(OBJECT, start, end)
        if target:
            self._links.append(Link(self._length - 1, self._length, target))

    def line_break(self, start: int, end: int, *, hard: bool) -> None:
        """Add a line break: white space in a sentence, the end of a block in a list of lines."""
        self.space(start, end)
        self._breaks.append((self._length, hard))

    def cut(self) -> None:
        """End the block here, and begin another of the same kind."""
        self._cuts.append(self._length)

    def open_link(self, target: str, *, again: bool = False) -> None:
        """Begin a link; one that is open ends. With `again` it goes on from the block before."""
        self.close_link()
        self._link, self._again = (self._length, unmasked(target)), again

    def close_link(self) -> None:
        """End the link that is open, if one is."""
        if self._link:
            start, target = self._link
            if target and (self._length > start or not self._again):
                self._links.append(Link(start, self._length, target))
            self._link = None

    def mark(self, target: str) -> None:
        """Add a link without text: a footnote reference or an image."""
        self._links.append(Link(self._length, self._length, unmasked(target)))

    def forget_marks(self) -> None:
        """Drop the links of a block that turned out to have no text."""
        if self._links and not self._length:
            self._links = []

    def since(self, offset: int) -> str:
        """The text from `offset` on."""
        found: list[str] = []
        length = self._length
        for text, _, _ in reversed(self._runs):
            if length <= offset:
                break
            length -= len(text)
            found.append(text[max(offset - length, 0) :])
        return "".join(reversed(found))

    def take_back(self, offset: int) -> None:
        """Remove the text from `offset` on; links in it stay as links without text."""
        while self._runs and self._length > offset:
            text, start, end = self._runs.pop()
            self._length -= len(text)
            if self._length < offset:
                keep = offset - self._length
                self._append(text[:keep], start, start + keep if len(text) == end - start else end)
        self._spaced = not self._runs or self._runs[-1][0][-1] == " "
        for at in range(len(self._links) - 1, -1, -1):
            link = self._links[at]
            if link.end <= offset:
                break
            self._links[at] = Link(min(link.start, offset), offset, link.target)

    def demote(self, start: int, end: int) -> None:
        """Make the text from `start` to `end` a block of its own, in small print."""
        self._cuts += (start, end)
        self._demoted.append((start, end))

    def segments(self, *, whole: bool = False) -> Iterator[Segment]:
        """The blocks that the text makes up; one at most with `whole`."""
        self.close_link()
        if not self._runs:
            return
        links = sorted(self._links, key=_link_start)
        if not self._cuts and (whole or not self._breaks):
            segment = _segment(self._runs, links, bullets=not whole)
            if segment:
                yield segment
            return
        text = Text.build(self._runs)
        bounds = (0, self._length) if whole else self._bounds(text.text)
        demoted = set(self._demoted)
        waiting = deque(links)
        for start, end in pairwise(bounds):
            inside: list[Link] = []
            while waiting and (waiting[0].start < end or end == self._length):
                inside.append(waiting.popleft())
            waiting.extendleft(Link(end, k.end, k.target) for k in inside if k.end > end)
            inside = [Link(k.start - start, min(k.end, end) - start, k.target) for k in inside]
            runs = list(runs_of(text, start, end))
            segment = _segment(
                runs, inside, bullets=not whole, broken=start > 0, demoted=(start, end) in demoted
            )
            if segment:
                yield segment

    def _bounds(self, text: str) -> tuple[int, ...]:
        cuts = set(self._cuts)
        begin, last_hard = 0, -1
        for at, hard in self._breaks:
            if (hard and at == last_hard) or _ends_block(text[begin:at], text[at : at + 80], hard):
                cuts.add(at)
            begin, last_hard = at, at if hard else -1
        return (0, *sorted(cut for cut in cuts if 0 < cut < len(text)), len(text))


def _ends_block(before: str, after: str, hard: bool) -> bool:
    """Whether a line break between two lines ends a block."""
    if not hard:
        labels = _LABEL.match(before) and _LABEL.match(after)
        return labels is not None or _SOFT_BULLET.match(after) is not None
    if _BULLET.match(after):
        return True
    line = before.rstrip()
    if not line or not _CAPITAL_START.match(after):
        return False
    return line[-1] == ":" or (line[-1] not in ".!?,;…" and len(line) <= _LONG_LINE)


def _segment(
    runs: list[Run], links: list[Link], *, bullets: bool, broken: bool = False, demoted: bool = False
) -> Segment | None:
    """The block that `runs` make up, without white space around it, a bullet before it, and bare URLs in it.

    After a line break (`broken`) more signs count as bullets than at the start of a paragraph.
    """
    text = Text.build(runs)
    plain = text.text
    bullet = _SOFT_BULLET.match(plain) if bullets else None
    if bullets and broken and not bullet:
        bullet = _BULLET.match(plain)
    begin = bullet.end() if bullet else 0
    if plain[begin : begin + 1] == " ":
        begin += 1
    finish = len(plain) - 1 if plain.endswith(" ") else len(plain)
    if not any(map(str.isalnum, plain[begin:finish])):
        return None
    if begin or finish < len(plain):
        text = Text.build(runs_of(text, begin, finish))
        links = [Link(_within(k.start - begin, text), _within(k.end - begin, text), k.target) for k in links]
    return Segment(*without_urls(text, tuple(links)), demoted=demoted, bullet=bullet is not None)


def _within(offset: int, text: Text) -> int:
    return min(max(offset, 0), len(text))


def _link_start(link: Link) -> int:
    return link.start
