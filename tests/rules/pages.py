"""Pages with a described property, built from neutral paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from healthlint.document import Format

NEUTRAL = tuple(
    Path(__file__).with_name("neutral_paragraphs.txt").read_text(encoding="utf-8").strip().split("\n\n")
)
"""Twelve paragraphs of over fifty words that claim nothing, warn of nothing and send nobody anywhere."""


@dataclass(frozen=True)
class Described:
    """A document and what is said of it: its length, how often words occur, and in which order."""

    text: str
    format: Format = "markdown"
    least_words: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def broken(self) -> list[str]:
        """The parts of the description that the text does not keep."""
        words = len(re.findall(r"[^\W_]+", self.text))
        problems = [f"{words} words"] if words < self.least_words else []
        found = {text: self.text.count(text) for text in self.counts}
        problems += [
            f"{text!r} occurs {found[text]} times" for text, n in self.counts.items() if found[text] != n
        ]
        places = [self.text.find(text) for text in self.order]
        return problems if -1 not in places and places == sorted(places) else [*problems, f"order {places}"]


def page(title: str, *paragraphs: str) -> str:
    """A Markdown page: a title and paragraphs."""
    return "\n\n".join((f"# {title}", *paragraphs)) + "\n"


def sections(count: int) -> tuple[str, ...]:
    """So many sections, each with a heading and a neutral paragraph."""
    return tuple(f"## Part {number}\n\n{NEUTRAL[number]}" for number in range(count))
