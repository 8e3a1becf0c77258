"""Off-label pairs: a drug that an article claims or offers for a condition it is not approved for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from healthlint import knowledge
from healthlint.analysis.disclosures.approval import StatusStatement, approval
from healthlint.analysis.duties import Anchor, anchors
from healthlint.analysis.mentions import Mention
from healthlint.document import Document, analysis

_DRUGS = frozenset(("drug", "biologic"))


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair, where the article first makes it, and the statements that label it.

    `labels` are the statements of L1 and better that speak of this drug, or of no drug at all.
    """

    drug: knowledge.Intervention
    condition: knowledge.Condition
    use: knowledge.Use
    anchor: Anchor
    labels: tuple[StatusStatement, ...]

    @property
    def grade(self) -> int:
        """The best label, 0 to 3."""
        return max((label.grade for label in self.labels), default=0)


@analysis
def pairs(document: Document) -> tuple[Pair, ...]:
    """Every off-label pair of the document at its first anchor, in reading order."""
    found: dict[tuple[str, str], Pair] = {}
    for anchor in anchors(document):
        drug = anchor.intervention
        if drug.kind not in _DRUGS or drug.classes & {"group", "generic"}:
            continue
        for outcome in _uses(anchor):
            key = (drug.ingredient or drug.id, outcome.id)
            use = knowledge.use_of(drug.id, outcome.id)
            if key in found or use is None or use.status not in ("off-label", "not-found", "never-approved"):
                continue
            found[key] = Pair(drug, knowledge.condition(outcome.id), use, anchor, _labels(document, drug))
    return tuple(found.values())


def _uses(anchor: Anchor) -> Iterator[Mention]:
    for outcome in anchor.outcomes:
        record = outcome.condition
        if record is not None and record.kind != "function":
            yield outcome


def _labels(document: Document, drug: knowledge.Intervention) -> tuple[StatusStatement, ...]:
    same = {drug.id, drug.ingredient} - {""}
    found = []
    for statement in approval(document).statements:
        named = {
            identity
            for identity in statement.interventions
            if not knowledge.intervention(identity).classes & {"generic", "group"}
        }
        family = named | {knowledge.intervention(identity).ingredient for identity in named}
        if not named or family & same:
            found.append(statement)
    return tuple(found)
