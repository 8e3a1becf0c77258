"""Off-label pairs: a drug that an article claims or offers for a condition it is not approved for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from healthlint import knowledge
from healthlint.analysis.claims import Claim
from healthlint.analysis.disclosures.approval import StatusStatement, approval
from healthlint.analysis.duties import INVASIVE, OFFER, Anchor, anchors
from healthlint.analysis.mentions import Mention, Reading, readings
from healthlint.analysis.scope import NEGATORS
from healthlint.analysis.sections import is_risks
from healthlint.document import Document, analysis
from healthlint.wording import Wording

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
    every = sorted(
        (*anchors(document), *_indicated(document), *_on_topic(document)),
        key=lambda anchor: anchor.reading.sentence.index,
    )
    for anchor in every:
        drug = anchor.intervention
        injected = INVASIVE.search(anchor.reading.sentence.plain) is not None
        if not _is_drug(drug, injected) or not _states(anchor):
            continue
        for outcome in (*anchor.outcomes, *_of_people(anchor)):
            if not outcome.id:
                continue
            condition = knowledge.condition(outcome.id)
            key = (drug.ingredient or drug.id, condition.id)
            use = knowledge.use_of(drug.id, condition.id)
            if key in found or use is None or use.status not in ("off-label", "not-found", "never-approved"):
                continue
            if condition.kind != "function" or (use.status == "never-approved" and use.reviewed):
                found[key] = Pair(drug, condition, use, anchor, _labels(document, drug, condition))
    return tuple(found.values())


_PEOPLE_WITH = Wording(
    r"\b(?:people|patients|those|adults|women|men|children|anyone|someone|veterans) (?:with|who have|"
    r"living with|"
    r"(?:who )?suffer(?:ing)? (?:from|with)) (?:\w+ )?$",
    re.IGNORECASE,
)


def _of_people(anchor: Anchor) -> Iterator[Mention]:
    """The illness of those whom a claim says are helped, where the function that it names is part of it."""
    if anchor.claim is None or any(outcome.disease for outcome in anchor.outcomes):
        return
    systems = {outcome.condition.system for outcome in anchor.outcomes if outcome.condition} - {"general"}
    for mention in anchor.reading.named("outcome"):
        condition = mention.condition
        if (
            condition
            and condition.system in systems
            and _PEOPLE_WITH.search(anchor.reading.sentence.plain, 0, mention.start)
        ):
            yield mention


def _is_drug(record: knowledge.Intervention, injected: bool = False) -> bool:
    """Whether something counts as a drug: by its kind, or because it is injected or infused."""
    if record.classes & {"group", "generic"}:
        return False
    return record.kind in _DRUGS or (
        record.kind == "supplement" and (injected or bool(record.classes & {"injected", "infused"}))
    )


def _states(anchor: Anchor) -> bool:
    """Whether the anchor says what the drug is for, rather than mention both."""
    claim = anchor.claim
    if claim is None:
        return True
    if _in_brackets_of_another(claim):
        return False
    if claim.cues.attribution in ("study", "named") and claim.hedge >= 0:
        return False
    return claim.pattern != "nominal" or claim.mode != "bullet"


def _in_brackets_of_another(claim: Claim) -> bool:
    """Whether a claim stands in brackets behind the name of something else ("B (used for C)")."""
    text = claim.reading.sentence.plain
    opened = text.rfind("(", 0, claim.start)
    if opened < 0 or ")" in text[opened : claim.start]:
        return False
    last = [m for m in claim.reading.named("intervention") if m.end <= opened][-1:]
    return bool(last) and last[0].id != claim.intervention and opened - last[0].end < _CLOSE


_CLOSE = 25
"""How far, in characters, a bracket may stand behind the name that it explains."""

_INDICATIONS = Wording(
    r"\b(?:indications?|indicated|uses?|used for|what (?:it|is \w+) (?:is )?(?:used )?for|treats)\b",
    re.IGNORECASE,
)


def _indicated(document: Document) -> Iterator[Anchor]:
    """Conditions that stand in a list of indications of the document's main drug."""
    drug = _title_drug(document)
    if drug is None:
        return
    for reading in readings(document):
        block = reading.sentence.block
        listed = block.kind in ("list_item", "cell") and any(_INDICATIONS.search(h) for h in block.path[-1:])
        if listed and NEGATORS.isdisjoint(reading.lower):
            yield Anchor(reading, drug, tuple(reading.named("outcome")), None)


def _on_topic(document: Document) -> Iterator[Anchor]:
    """Drugs that a clinic's page offers for the condition in its title, without naming it again."""
    if document.profile.name != "clinic-marketing":
        return
    topic = next((m for r in _titles(document) for m in r.named("outcome") if m.disease), None)
    if topic is None:
        return
    for reading in readings(document):
        block = reading.sentence.block
        if any(m.disease for m in reading.named("outcome")) or not NEGATORS.isdisjoint(reading.lower):
            continue
        if block.kind == "list_item" or OFFER.search(reading.sentence.plain):
            for mention in reading.named("intervention"):
                if mention.intervention is not None and not any(is_risks(h) for h in block.path[-1:]):
                    yield Anchor(reading, mention.intervention, (topic,), None)


def _titles(document: Document) -> Iterator[Reading]:
    """The title in the front matter and the first heading."""
    every = readings(document)
    yield from (
        r for r in every if r.sentence.block.kind == "field" and r.sentence.block.name.endswith("title")
    )
    yield from [r for r in every if r.sentence.block.kind == "heading"][:1]


def _title_drug(document: Document) -> knowledge.Intervention | None:
    named = (m.intervention for r in _titles(document) for m in r.named("intervention"))
    return next((record for record in named if record is not None and _is_drug(record)), None)


def _labels(
    document: Document, drug: knowledge.Intervention, condition: knowledge.Condition
) -> tuple[StatusStatement, ...]:
    """The statements about approval of this drug, by name or heading, or of none, for this use or of none."""
    same = {drug.id, drug.ingredient} - {""}
    found = []
    for statement in approval(document).statements:
        named = _specific(statement.interventions) or _heading_drugs(document, statement.reading)
        family = named | {knowledge.intervention(identity).ingredient for identity in named}
        if (not named or family & same) and _of_use(statement, condition):
            found.append(statement)
    return tuple(found)


def _of_use(statement: StatusStatement, condition: knowledge.Condition) -> bool:
    """Whether a statement about approval names this condition, one of its kind, or none.

    In a list, each item speaks of its own condition alone.
    """
    named = [
        m.condition for m in statement.reading.named("outcome") if m.condition is not None and m.value == "bad"
    ]
    if statement.reading.sentence.block.kind in ("list_item", "cell"):
        return not named or any(condition.id in {other.id, *other.same} for other in named)
    kin = {condition.id, *condition.parents, *condition.same}
    return not named or any(kin & {other.id, *other.parents, *other.same} for other in named)


def _specific(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(key for key in ids if not knowledge.intervention(key).classes & {"generic", "group"})


def _heading_drugs(document: Document, reading: Reading) -> frozenset[str]:
    """The drugs that the nearest heading above a sentence names."""
    path = reading.sentence.block.path
    return _drugs_of_headings(document).get(path[-1], frozenset()) if path else frozenset()


@analysis
def _drugs_of_headings(document: Document) -> Mapping[str, frozenset[str]]:
    """The drugs that each heading below another one names, by the heading's text."""
    found: dict[str, frozenset[str]] = {}
    for reading in readings(document):
        block = reading.sentence.block
        if block.kind == "heading" and block.path and block.text.text not in found:
            found[block.text.text] = _specific(m.id for m in reading.named("intervention") if m.id)
    return found
