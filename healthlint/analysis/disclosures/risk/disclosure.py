"""What a document says of harms, and how much that is."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from healthlint import knowledge
from healthlint.analysis.disclosures.risk.harms import Harm
from healthlint.analysis.mentions import Reading
from healthlint.wording import Wording


def _families(ids: Collection[str]) -> frozenset[str]:
    """The interventions with the ingredients of those that are brands."""
    return frozenset(ids) | {knowledge.intervention(identity).ingredient for identity in ids} - {""}


_GENERAL = frozenset(
    ("surgery", "vaccines", "dietary-supplements", "supplement", "herbal-medicine", "herbal-remedy")
)
"""Words for a whole kind, which an article also uses for the one that it is about ("the operation")."""


def _stands_for(identity: str, wanted: frozenset[str]) -> bool:
    """Whether an intervention is a general word for one of these."""
    kind = knowledge.intervention(identity).kind
    return identity in _GENERAL and any(knowledge.intervention(other).kind == kind for other in wanted)


def _any_drug(ids: frozenset[str]) -> bool:
    return any(knowledge.intervention(identity).kind in ("drug", "biologic", "vaccine") for identity in ids)


_DRUGS_BLAMED = Wording(
    r"\W*(?:(?:unlike|most|many|some|all|the|other|these|those|conventional|prescription|western|modern|"
    r"pharmaceutical|synthetic|strong|common|but|and|while|whereas|standard|over-the-counter) )*(?:drugs?|"
    r"medications?|medicines?|pharmaceuticals?|painkillers|pills)\b",
    re.IGNORECASE,
)
"""A sentence that blames drugs, which names no harm of a herb, a food or a procedure."""


@dataclass(frozen=True, slots=True)
class RiskStatement:
    """A sentence that names harms of the intervention, or (no harms) that speaks of risk in general."""

    reading: Reading
    harms: tuple[Harm, ...]
    minimised: bool = False
    taken_up: frozenset[str] = frozenset()

    @property
    def interventions(self) -> frozenset[str]:
        """The ids of the interventions that it is about: that it names, or takes up with "it" or "they"."""
        return self.reading.interventions or self.taken_up

    def is_about(self, wanted: frozenset[str]) -> bool:
        """Whether it is about one of these interventions, or about none in particular."""
        about = {identity for identity in self.interventions if not _stands_for(identity, wanted)}
        if about:
            return not wanted.isdisjoint(_families(about))
        return (
            bool(self.interventions)
            or _any_drug(wanted)
            or not _DRUGS_BLAMED.match(self.reading.sentence.plain)
        )


@dataclass(frozen=True, slots=True)
class RiskDisclosure:
    """The statements of a document that name harms, and those that speak of risk in general."""

    named: tuple[RiskStatement, ...]
    generic: tuple[RiskStatement, ...]

    def about(self, interventions: Collection[str]) -> RiskDisclosure:
        """What is said of these interventions, or of none by name."""
        wanted = _families(interventions)
        return RiskDisclosure(
            tuple(statement for statement in self.named if statement.is_about(wanted)),
            tuple(statement for statement in self.generic if statement.is_about(wanted)),
        )

    @property
    def concepts(self) -> frozenset[str]:
        """Every distinct harm named."""
        return frozenset(harm.concept for statement in self.named for harm in statement.harms)

    @property
    def grade(self) -> int:
        """0 to 3, as in the module's docstring."""
        if not self.named:
            return 1 if self.generic else 0
        serious = any(harm.serious for statement in self.named for harm in statement.harms)
        grade = 3 if len(self.concepts) >= 3 or serious else 2
        return grade - 1 if all(statement.minimised for statement in self.named) else grade

    @property
    def best(self) -> RiskStatement | None:
        """The statement that names most harms, or the first generic one."""
        if self.named:
            return max(self.named, key=lambda statement: len(statement.harms))
        return self.generic[0] if self.generic else None
