"""A sentence that may hold claims, with what its claims share."""

from __future__ import annotations

from functools import cached_property

from healthlint.analysis.claims.claim import Claim, Pattern
from healthlint.analysis.clauses import clause_starts
from healthlint.analysis.cues import Cues, cues
from healthlint.analysis.effects import Kind
from healthlint.analysis.mentions import Mention, Reading
from healthlint.analysis.scope import Scope, denied
from healthlint.analysis.subjects import subject_of

_SHOWING = frozenset(
    "show shows shown prove proves proven suggest support find found demonstrate indicate".split()
)
_NONE = frozenset(("no", "none", "neither", "nothing", "nobody"))


class Context:
    """A sentence with what several of its claims share, worked out when first needed."""

    def __init__(self, reading: Reading, focus: str, marketing: bool) -> None:
        self.reading = reading
        self.focus = focus
        self.marketing = marketing

    @cached_property
    def cues(self) -> Cues:
        return cues(self.reading.sentence)

    @cached_property
    def starts(self) -> list[int]:
        return clause_starts(self.reading.sentence.plain, self.reading.words)

    @cached_property
    def listed(self) -> frozenset[int]:
        """The indexes of the words that a comma stands before."""
        text, words = self.reading.sentence.plain, self.reading.words
        return frozenset(n for n in range(1, len(words)) if "," in text[words[n - 1].end : words[n].start])

    @cached_property
    def outcomes(self) -> list[Mention]:
        return list(self.reading.named("outcome"))

    def word_at(self, offset: int) -> int:
        """The index of the word at or after an offset."""
        words = self.reading.words
        return next((n for n, word in enumerate(words) if word.end > offset), len(words) - 1)

    def _none(self, clause: int, left: int) -> bool:
        """Whether the subject is nothing at all ("no treatment", "none of these medicines")."""
        before = self.reading.lower[clause:left]
        if not _NONE.isdisjoint(before):
            return True
        return any(word in _SHOWING and denied(before, n, 0, 3) for n, word in enumerate(before))

    def claim(
        self,
        kind: Kind,
        pattern: Pattern,
        where: Scope,
        start: int,
        end: int,
        clause: int,
        outcomes: tuple[Mention, ...],
    ) -> Claim:
        subject = subject_of(self.reading, clause, where.left, end)
        hedge = max(where.hedge, 1) if kind == "help" and where.hedge >= 0 else where.hedge
        if self.cues.some and hedge < 3:
            hedge = 3
        elif self.cues.many and 0 <= hedge < 2:
            hedge = 2
        identity = subject.intervention or (
            self.focus if subject.kind == "anaphor" or (subject.kind == "none" and self.marketing) else ""
        )
        return Claim(
            self.reading,
            self.cues,
            kind,
            pattern,
            start,
            end,
            where.mode,
            hedge,
            where.negated or self._none(clause, where.left),
            where.helped,
            subject,
            identity,
            outcomes,
        )
