"""Sentences of every block, with their way back to the source.

A list item, a table cell, a heading and a front-matter field end a sentence whether or not they are
punctuated: a bullet list read as one sentence is the commonest error of readability tools.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from healthlint.document import Block, Document, analysis
from healthlint.text import Span, Text

Result = TypeVar("Result")

_BOUNDARY = re.compile(
    r"""(?<=[.!?…])(?:["'”’)\]*]|\[\d{1,3}(?:[-,–]\d{1,3})*\])*   # end mark with closing quotes, citations
        \s+(?=["'“‘(\[]*[^\W_]|[-–•*])""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|cf|approx|etc|Fig|No|Nos|al|Inc|Ltd|Co|Corp|Dept|Est|Vol|pp?
            |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|max|min|temp|ca|resp|incl|hr|hrs|tsp|tbsp|oz|lb|wt
            |e\.?\ ?g|i\.?\ ?e|U\.S|U\.K|a\.m|p\.m|Ph\.?D|M\.D|B\.Sc|R\.N|N\.H\.S|F|b\.i\.d|t\.i\.d|q\.d)
        |(?<![\w.])[A-Z](?:\.[A-Z])*)\.$""",
    re.VERBOSE,
)
_NEVER_LAST = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|cf|approx|Fig|al|e\.?\ ?g|i\.?\ ?e)|(?<![\w.])[A-HJ-Z](?:\.[A-Z])*)\.$"
)
_LETTERED = re.compile(
    r"\b(?:[Vv]itamins?|[Hh]epatitis|[Tt]ype|[Gg]roup|[Ii]nfluenza|[Ff]actor|[Pp]art|[Ss]train)\s+[A-Z]\.$"
)
"""Names that end in a letter ("vitamin D."), whose full stop ends the sentence before a capital."""
_STARTS_LOWER = re.compile(r"[\"'“‘(\[]*[a-z\d]")
_CAPITAL = re.compile(r"[\"'“‘(\[]*[A-Z]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `index` counts in the document, `position` (0 to 1) is the share of words before it."""

    text: Text
    block: Block
    block_index: int
    index: int
    position: float
    _facts: dict[Callable[..., Any], Any] = field(
        default_factory=dict[Callable[..., Any], Any], repr=False, compare=False
    )

    @property
    def plain(self) -> str:
        """The sentence as plain text."""
        return self.text.text

    @property
    def span(self) -> Span:
        """The sentence's source span."""
        return self.text.whole

    def cut(self, start: int, end: int) -> Span:
        """The source span of a part, offsets in the sentence."""
        return self.text.span(start, end)


def sentence_fact(function: Callable[[Sentence], Result]) -> Callable[[Sentence], Result]:
    """Make `function` a fact about a sentence that is worked out at most once, when it is first asked for."""

    @wraps(function)
    def once(sentence: Sentence) -> Result:
        facts = sentence._facts
        if function not in facts:
            facts[function] = function(sentence)
        result: Result = facts[function]
        return result

    return once


def split(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence of `text`, without surrounding white space."""
    found: list[tuple[int, int]] = []
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        before, after = text[start : boundary.start()], text[boundary.end() :]
        tail = before[-14:]
        if before.endswith((".", "…")):
            last = tail.endswith("al.") or _LETTERED.search(tail)
            if _NEVER_LAST.search(tail) and not (last and _CAPITAL.match(after)):
                continue
            if _ABBREVIATION.search(tail) and not _CAPITAL.match(after):
                continue
            if _STARTS_LOWER.match(after) and not after[:1].isdigit() and not before.endswith(("!", "?")):
                continue
        _add(text, start, boundary.start() + len(boundary.group().rstrip()), found)
        start = boundary.end()
    _add(text, start, len(text), found)
    return found


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        begin = start + len(part) - len(part.lstrip())
        found.append((begin, begin + len(stripped)))


@analysis
def sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence of the document in reading order."""
    cuts = [
        (block, number, block.text.cut(start, end))
        for number, block in enumerate(document.blocks)
        for start, end in split(block.text.text)
    ]
    words = [cut.text.count(" ") + 1 for _, _, cut in cuts]
    total, before = max(sum(words), 1), 0
    found: list[Sentence] = []
    for index, (block, number, cut) in enumerate(cuts):
        found.append(Sentence(cut, block, number, index, before / total))
        before += words[index]
    return tuple(found)


@analysis
def sentence_starts(document: Document) -> tuple[int, ...]:
    """The source offset at which each sentence begins, for looking up the sentence of a finding."""
    return tuple(sentence.span.start for sentence in sentences(document))
