"""Ties the conditions of public vocabularies to the conditions that are shipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from healthlint.knowledge.build.labels import Indication, Term
from healthlint.knowledge.build.spelling import key

_TOO_GENERAL = 4
"""Broader terms further away than this say nothing useful of an indication."""


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Looks up the shipped condition of an indication by its name, wording or vocabulary id."""

    names: Mapping[str, str]
    terms: Mapping[str, Term]

    @classmethod
    def of(cls, names: Mapping[str, str], terms: Iterable[Term]) -> TermIndex:
        """An index over the shipped names and a vocabulary."""
        return cls(names, {term.id: term for term in terms})

    def direct(self, found: Indication) -> str:
        """The shipped condition that the indication names, or an empty string."""
        term = self.terms.get(found.condition_id)
        for form in (found.condition, *((term.name,) if term else ()), *found.wordings):
            here = self.names.get(key(form)) or self.names.get(form.lower())
            if here:
                return here
        return ""

    def broader(self, found: Indication) -> tuple[str, ...]:
        """The nearest shipped conditions of which the indication is a kind."""
        for level in self._levels(found.condition_id):
            here = {self.names.get(key(term.name), "") for term in level} - {""}
            if here:
                return tuple(sorted(here))
        return ()

    def _levels(self, term_id: str) -> Iterator[list[Term]]:
        level = [term_id]
        for _ in range(_TOO_GENERAL):
            parents = [parent for here in level if here in self.terms for parent in self.terms[here].parents]
            level = list(dict.fromkeys(parents))
            yield [self.terms[parent] for parent in level if parent in self.terms]
