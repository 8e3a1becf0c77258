"""Phrases in context: what a rule needs to look for wording and still know its exceptions.

A rule declares a pattern; `find` gives each place where it stands with what its clause and sentence say of
it. The exceptions that hold for every sentence rule (denied, asked, debunked, ascribed to somebody) are
facts of the hit, so that each rule decides which of them clear it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from healthlint.analysis.clauses import clause_starts
from healthlint.analysis.cues import Cues, cues
from healthlint.analysis.mentions import Reading, Role, readings
from healthlint.analysis.scope import denied
from healthlint.analysis.sections import in_references, is_myths
from healthlint.document import Document, analysis
from healthlint.text import Span
from healthlint.wording import Wording, possible


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase in a sentence. `denied` is true when a negation stands before it in its own clause."""

    reading: Reading
    cues: Cues
    match: re.Match[str]
    denied: bool
    myth: bool

    @property
    def text(self) -> str:
        """The matched words."""
        return self.match.group()

    @property
    def span(self) -> Span:
        """The source span of the matched words."""
        return self.reading.sentence.cut(self.match.start(), self.match.end())

    @property
    def quoted(self) -> bool:
        """Whether the phrase stands in words ascribed to somebody."""
        return self.cues.quoted(self.match.start(), self.match.end())

    @property
    def rejected(self) -> bool:
        """Whether the text denies, doubts or debunks what the phrase says."""
        return self.denied or self.cues.debunked or self.myth

    @property
    def stated(self) -> bool:
        """Whether the text says it in its own voice: does not reject it, quote it or ask about it."""
        return not (self.rejected or self.quoted or self.cues.question)

    def names(self, role: Role) -> bool:
        """Whether its sentence names something in a role: a treatment, or what a treatment acts on."""
        return any(mention.role == role for mention in self.reading.mentions)


@analysis
def _possible(document: Document) -> tuple[int, tuple[int, ...]]:
    """The bits of the wordings that can match somewhere in the document, and in each of its sentences."""
    each = tuple(possible(reading.sentence.plain) for reading in readings(document))
    return reduce(or_, each, 0), each


def find(document: Document, pattern: Wording, *, headings: bool = True) -> Iterator[Hit]:
    """Every place of a pattern in the prose of a document, reference lists left out."""
    bits = pattern.bits
    anywhere, each = _possible(document)
    if not bits & anywhere:
        return
    for reading in [reading for reading, here in zip(readings(document), each, strict=True) if bits & here]:
        sentence = reading.sentence
        if not headings and sentence.block.kind == "heading":
            continue
        matches = list(pattern.finditer(sentence.plain))
        if not matches or in_references(document, sentence.block_index):
            continue
        heard = cues(sentence)
        starts = clause_starts(sentence.plain, reading.words)
        myth = any(is_myths(heading) for heading in sentence.block.path[-1:])
        for match in matches:
            at = next((n for n, word in enumerate(reading.words) if word.end > match.start()), 0)
            first = starts[at] if starts else 0
            yield Hit(reading, heard, match, denied(reading.lower, at, first), myth)
