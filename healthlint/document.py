"""A parsed article: blocks of plain text in reading order, each with its way back to the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Literal, TypeVar

from healthlint.profile import DEFAULT_PROFILE, PROFILES, Profile
from healthlint.text import Text

Result = TypeVar("Result")

BlockKind = Literal["heading", "paragraph", "list_item", "cell", "quote", "caption", "field"]
Prominence = Literal["normal", "demoted", "hidden"]
Format = Literal["markdown", "html", "text"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a parsed sentence: its offsets, its dependency label, and the index of its head.

    The head of a sentence's root is the root itself. Labels are those of spaCy's English models (ClearNLP).
    """

    start: int
    end: int
    dep: str
    head: int


Parse = tuple[Word, ...]
"""The words of one sentence in order."""

Parser = Callable[[Sequence[str]], Sequence[Parse]]
"""Gives the parse of each sentence, in the order of the sentences."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a block: the range of the block's text that carries it, and where it leads.

    A footnote reference or an image has an empty range (`start == end`) where its text is not prose.
    """

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table cell, block quote paragraph, caption or front-matter field.

    `level` is the level of a heading (1 to 6; 0 when a format does not say) or the depth of a list item
    (from 1). `path` holds the texts of the headings above, outermost first. `prominence` is "demoted" for
    small print, footnotes and collapsed parts, "hidden" for text that a reader does not see (image
    alternative text, meta description). `name` is the dotted key of a front-matter field ("description",
    "faqs.answer") or of an HTML attribute or head field ("alt", "title", "description").
    """

    kind: BlockKind
    text: Text
    level: int = 0
    path: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    prominence: Prominence = "normal"
    name: str = ""


@dataclass(frozen=True)
class Document:
    """One article as the rules see it.

    `path` is the name to report it under, `source` the decoded text, `metadata` the front matter as parsed
    (empty without one). `provides` names the notices that a page template adds ("risk", "supervision",
    "crisis-line"). `notes` says what the parser had to leave out, for the report. Code is in no block.
    `syntax` is where this run gets its parses from; rules ask through `analysis.syntax.parses`.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, Any] = field(default_factory=dict)
    format: Format = "markdown"
    profile: Profile = PROFILES[DEFAULT_PROFILE]
    provides: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    syntax: Parser | None = field(default=None, repr=False, compare=False)
    _results: dict[Callable[..., Any], Any] = field(
        default_factory=dict[Callable[..., Any], Any], repr=False, compare=False
    )


def analysis(function: Callable[[Document], Result]) -> Callable[[Document], Result]:
    """Make `function` a fact about a document that is worked out at most once, when it is first asked for."""

    @wraps(function)
    def once(document: Document) -> Result:
        results = document._results
        if function not in results:
            results[function] = function(document)
        result: Result = results[function]
        return result

    return once
