"""Short ways to write down what a parser should make of a text."""

from __future__ import annotations

import re

from healthlint.document import Block, Document
from healthlint.parsing import parse
from healthlint.text import Span

WORD = "lumen"
"""The word that position tests look for; where it is prose it stands between `[|` and `|]`."""


def places(document: Document, word: str = WORD) -> list[Span]:
    """The source span of each occurrence of `word` in the blocks, in source order."""
    pattern = re.compile(rf"(?<!\w){word}(?!\w)")
    found = (block.text.span(*m.span()) for block in document.blocks for m in pattern.finditer(block.text.text))
    return sorted(found)


def marked(text: str) -> tuple[str, list[Span]]:
    """The text without its `[|` and `|]`, and the spans between them."""
    parts = re.split(r"\[\||\|\]", text)
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part))
    return "".join(parts), [Span(ends[at], ends[at + 1]) for at in range(1, len(parts), 2)]


def check_places(text: str, path: str, word: str = WORD) -> None:
    """Assert that `word` is found where the marks are and nowhere else."""
    source, expected = marked(text)
    document = parse(source, path)
    assert places(document, word) == expected, [block.text.text for block in document.blocks]


def shape(source: str, path: str) -> list[str]:
    """Each block as `kind: text`, with its level, name and prominence where it has them."""
    return [_described(block) for block in parse(source, path).blocks]


def _described(block: Block) -> str:
    name = f" {block.name}" if block.name else ""
    level = str(block.level) if block.level else ""
    prominence = "" if block.prominence == "normal" else f" ({block.prominence})"
    return f"{block.kind}{level}{name}{prominence}: {block.text.text}"
