"""Builds the blocks of a document from opening and closing elements and the text between them.

Both HTML and Markdown speak to it in terms of HTML elements, so that HTML inside Markdown nests as it should.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from healthlint.document import Block, BlockKind, Prominence
from healthlint.parsing.elements import CODE, INLINE, SUMMARY_LEVEL, Context, Contexts
from healthlint.parsing.outline import Outline
from healthlint.parsing.prose import Prose, Segment
from healthlint.text import LineIndex

_NO_ATTRIBUTES: Mapping[str, str] = {}
_NOTE_MARK = re.compile(
    r"[\s\[\](),;*†‡§¶–-]*(?:\d{1,3}(?:[\s\[\](),;–-]+\d{1,3})*|[a-z])?[\s\[\](),;*†‡§¶–-]*"
)
_EXPONENT = re.compile(r"\b(?:10|[cdkmnµ]?m|kg|s|ft|R|r|χ)$")
_PAGE_LINK = re.compile(r"(?:skip|jump) to |(?:back to top|read more)\W*$", re.IGNORECASE)
_LAYOUT_WORDS = 40  # a table cell with more words than this is a column of a page, not a cell
_SMALL_WORDS = 5  # small print of fewer words stays in its sentence


@dataclass(slots=True)
class Element:
    """An element that is open.

    `fixed` ones are closed by whoever opened them, not by an end tag. `outer` is the context of the block that
    it belongs to, `left_out` the index of the outermost element that keeps it out of the blocks.
    """

    tag: str
    at: int
    index: int
    context: Context
    outer: Context
    block: bool = True
    fixed: bool = False
    left_out: int = 0
    outline: tuple[tuple[int, str], ...] | None = None
    prose: Prose | None = None
    mark: int = 0


class BlockBuilder:
    """Takes elements and text in source order and gives the blocks they make up."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._contexts = Contexts()
        outermost = self._contexts.outermost
        self._stack = [Element("", 0, 0, outermost, outermost, fixed=True)]
        self._by_tag: defaultdict[str, list[int]] = defaultdict(list)
        self._fixed = [0]
        self._prose = Prose()
        self._outline = Outline()

    @property
    def left_out(self) -> bool:
        """Whether the text that comes next is in no block."""
        return self._stack[-1].context.left_out

    def open(
        self, tag: str, at: int, attributes: Mapping[str, str] = _NO_ATTRIBUTES, *, fixed: bool = False
    ) -> Element:
        """Open an element whose tag stands at offset `at`."""
        block = tag not in INLINE and not ("-" in tag and len(self._prose) > 0)
        if block:
            self.flush()
            self._close_implied(tag)
        parent = self._stack[-1]
        context = self._contexts.inside(parent.context, tag, attributes)
        outer = context if block else parent.outer
        element = Element(tag, at, len(self._stack), context, outer, block, fixed, parent.left_out)
        if context.left_out and not parent.context.left_out:
            element.left_out = element.index
        if tag in ("details", "blockquote"):
            element.outline = self._outline.save()
        elif tag == "footer" and context.menu:
            element.outline = self._outline.save()
            self._outline.restore(())
        if not block and not context.left_out:
            self._open_inline(element, attributes)
        self._by_tag[tag].append(element.index)
        if fixed:
            self._fixed.append(element.index)
        self._stack.append(element)
        return element

    def _open_inline(self, element: Element, attributes: Mapping[str, str]) -> None:
        element.prose, element.mark = self._prose, len(self._prose)
        if element.tag == "a":
            self._prose.open_link(attributes.get("href", ""))
        elif element.tag == "q":
            self._prose.add("“", element.at, element.at + 3)
        elif element.tag in CODE:
            self._prose.object(element.at, element.at + 1)
            element.context = self._contexts.inside(element.context, "script")
            element.left_out = element.index

    def _close_implied(self, tag: str) -> None:
        """Close what the start of block element `tag` ends: a paragraph, or the list item or cell before it."""
        floor = max(self._fixed[-1], self._stack[-1].left_out - 1)
        if tag in ("li", "dt", "dd"):
            floor = max(floor, self._last("ul"), self._last("ol"), self._last("dl"))
            ended = max(self._last("li"), self._last("dt"), self._last("dd"))
        elif tag in ("td", "th", "tr"):
            floor = max(floor, self._last("table"))
            ended = self._last("tr") if tag == "tr" else max(self._last("td"), self._last("th"))
        else:
            floor = max(floor, self._last("td"), self._last("th"))
            ended = self._last("p")
        if ended > floor:
            self._pop_to(ended)

    def _last(self, tag: str) -> int:
        found = self._by_tag.get(tag)
        return found[-1] if found else -1

    def close(self, tag: str, at: int) -> None:
        """Close the element that an end tag belongs to; one that cannot be closed here only ends a block."""
        index = self._last(tag)
        if index > self._fixed[-1] or (index > 0 and self._stack[index].left_out == index):
            if tag == "q" and not self.left_out:
                self._prose.add("”", at, at + 4)
            self._pop_to(index)
        elif tag == "p" or (index > 0 and tag not in INLINE):
            self.flush()

    def close_element(self, element: Element) -> None:
        """Close this element and whatever is still open in it, if it is still open itself."""
        if element.index < len(self._stack) and self._stack[element.index] is element:
            self._pop_to(element.index)

    def _pop_to(self, index: int) -> None:
        if any(element.block for element in self._stack[index:]):
            self.flush()
        while len(self._stack) > index:
            element = self._stack.pop()
            self._by_tag[element.tag].pop()
            if element.fixed:
                self._fixed.pop()
            if element.outline is not None:
                self._outline.restore(element.outline)
            if element.prose is self._prose:
                self._close_inline(element)
            elif element.tag == "a":
                self._prose.close_link()

    def _close_inline(self, element: Element) -> None:
        prose = self._prose
        if element.tag == "a":
            prose.close_link()
        elif element.tag == "sup" and len(prose) > element.mark:
            mark = prose.since(element.mark)
            before = prose.since(max(element.mark - 12, 0))[: -len(mark)].rstrip()
            if before and _NOTE_MARK.fullmatch(mark) and not _EXPONENT.search(before):
                prose.take_back(element.mark)
        elif (
            element.context.demoted
            and not self._stack[-1].context.demoted
            and prose.since(element.mark).strip().count(" ") >= _SMALL_WORDS - 1
        ):
            prose.demote(element.mark, len(prose))

    def add(self, text: str, start: int, end: int) -> None:
        """Add text that stands for the source from `start` to `end`."""
        if not self._stack[-1].context.left_out:
            self._prose.add(text, start, end)

    def object(self, start: int, end: int) -> None:
        """Add something inside a sentence that is no prose."""
        if not self.left_out:
            self._prose.object(start, end)

    def line_break(self, start: int, end: int, *, hard: bool) -> None:
        """Add a line break inside a block."""
        if not self.left_out:
            self._prose.line_break(start, end, hard=hard)

    def reference(self, target: str) -> None:
        """Add a link without text: a footnote reference or an image."""
        if not self.left_out:
            self._prose.mark(target)

    def aside(self, prose: Prose, kind: BlockKind, name: str, prominence: Prominence = "hidden") -> None:
        """Add a block beside the running text, such as the alternative text of an image."""
        if not self.left_out:
            path = self._outline.path if kind == "caption" else ()
            for part in prose.segments(whole=True):
                self._blocks.append(Block(kind, part.text, 0, path, part.links, prominence, name))

    def flush(self) -> None:
        """End the block that is being gathered."""
        if not len(self._prose):
            self._prose.forget_marks()
            return
        prose, link = self._prose, self._prose.link_target
        self._prose = Prose()
        context = self._stack[-1].outer
        for segment in prose.segments(whole=context.kind == "heading"):
            self._add_block(segment, context)
        if link is not None:
            self._prose.open_link(link, again=True)

    def _add_block(self, segment: Segment, context: Context) -> None:
        text = segment.text.text
        if _is_link(segment) and (context.menu or _PAGE_LINK.match(text)):
            return
        kind, level, path = context.kind, 0, self._outline.path
        if kind == "heading":
            level = context.level if context.level < SUMMARY_LEVEL else 0
            path = self._outline.above(context.level)
            self._outline.add(context.level, text)
        elif kind == "cell" and text.count(" ") >= _LAYOUT_WORDS:
            kind = "paragraph"
        elif kind == "list_item" or (segment.bullet and kind == "paragraph"):
            kind, level = "list_item", max(context.depth, 1)
        demoted = context.demoted or segment.demoted
        prominence: Prominence = "hidden" if context.unseen else "demoted" if demoted else "normal"
        self._blocks.append(Block(kind, segment.text, level, path, segment.links, prominence))

    def finish(self) -> tuple[Block, ...]:
        """All blocks in source order."""
        self.flush()
        return tuple(sorted(self._blocks, key=_block_start))

    def notes(self, source: str) -> tuple[str, ...]:
        """A note for each element that keeps text out of the blocks and is never closed."""
        lost = [b for a, b in pairwise(self._stack) if b.context.left_out and not a.context.left_out]
        rows = LineIndex(source)
        return tuple(
            f"<{element.tag}> in line {rows.row(element.at)} is never closed, so the text after it was left "
            f"out. Close it."
            for element in lost
        )


def _block_start(block: Block) -> int:
    return block.text.pieces[0].source_start


def _is_link(segment: Segment) -> bool:
    """Whether all of the text is links."""
    covered = sum(link.end - link.start for link in segment.links)
    return covered > 0 and covered >= len(segment.text.text.replace(" ", ""))
