"""One claim: what is said to do what, and how the sentence says it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from healthlint import knowledge
from healthlint.analysis.cues import Cues
from healthlint.analysis.effects import Kind
from healthlint.analysis.mentions import Mention, Reading
from healthlint.analysis.scope import Mode
from healthlint.analysis.subjects import Subject
from healthlint.text import Span

Pattern = Literal[
    "verb",
    "effective",
    "remedy",
    "nominal",
    "benefits",
    "people",
    "works",
    "outcome",
    "better",
    "role",
    "answer",
    "proof",
    "results",
]


@dataclass(frozen=True)
class Claim:
    """One claim in one sentence. `start` and `end` are the offsets of the words that carry it.

    `hedge` is the level of the verb group and of "in some people"-like qualifiers, -1 to 4; `intervention` is
    the id of what the claim is about, named here, taken up by "it" or "this treatment", or "" when the text
    leaves it open; `subject` is what stands before the verb. `outcomes` are what it acts on.
    """

    reading: Reading
    cues: Cues
    kind: Kind
    pattern: Pattern
    start: int
    end: int
    mode: Mode
    hedge: int
    negated: bool
    helped: bool
    subject: Subject
    intervention: str
    outcomes: tuple[Mention, ...]

    @property
    def span(self) -> Span:
        """The source span of the words that carry the claim."""
        return self.reading.sentence.cut(self.start, self.end)

    @property
    def text(self) -> str:
        """The words that carry the claim."""
        return self.reading.sentence.plain[self.start : self.end]

    @property
    def objects(self) -> frozenset[str]:
        """What it acts on, in lower case as the text has it."""
        text = self.reading.sentence.plain.lower()
        return frozenset(text[outcome.start : outcome.end] for outcome in self.outcomes)

    @property
    def record(self) -> knowledge.Intervention | None:
        """What the tables know of the intervention."""
        return knowledge.intervention(self.intervention) if self.intervention else None

    @cached_property
    def quoted(self) -> bool:
        """Whether the claim stands in words ascribed to somebody."""
        return self.cues.quoted(self.start, self.end)

    @property
    def disease(self) -> bool:
        """Whether it is about a named disease."""
        return any(outcome.disease for outcome in self.outcomes)

    @property
    def curable(self) -> bool:
        """Whether one of the outcomes is an illness that treatment cures."""
        return any(outcome.condition is not None and outcome.condition.curable for outcome in self.outcomes)

    @property
    def asserted(self) -> bool:
        """Whether the text itself states it: not denied, asked, debunked, or a mere purpose."""
        return not (self.negated or self.cues.question or self.mode == "noun")

    @property
    def established(self) -> bool:
        """Whether nobody doubts the pair (a vaccine and its disease)."""
        ids = [outcome.id for outcome in self.outcomes if outcome.id]
        if not self.intervention:
            return False
        if knowledge.intervention(self.intervention).kind == "vaccine" and len(ids) < len(self.outcomes):
            return True
        return any(knowledge.established(self.intervention, key) for key in ids)

    @property
    def settled(self) -> bool:
        """Whether the pair is approved or established, so that plain words are fair."""
        if not self.intervention:
            return False
        if self.established:
            return True
        named = [outcome.id for outcome in self.outcomes if outcome.id]
        if not named:  # "it eases the symptoms" of the illness that the sentence names
            named = [mention.id for mention in self.reading.named("outcome") if mention.disease and mention.id]
        uses = [knowledge.use_of(self.intervention, identity) for identity in named]
        return any(use is not None and use.status in ("approved", "limited") for use in uses)
