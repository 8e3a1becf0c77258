"""Claims: which sentences say that an intervention does something for an illness, a symptom or a function.

A claim is found by words (an effect verb, adjective or noun with an outcome that fits it) and weighed by the
verb group that carries it, the subject of its clause and the cues of its sentence. What is a claim and how
sure it is told are facts of the text; whether it is acceptable is for the rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis import effects
from healthlint.analysis.claims.by_phrase import BY_PATTERN, EXPRESSIONS
from healthlint.analysis.claims.by_verb import by_verb
from healthlint.analysis.claims.claim import Claim, Pattern
from healthlint.analysis.claims.context import Context
from healthlint.analysis.claims.focus import focus
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.sections import in_references
from healthlint.document import Document, analysis
from healthlint.wording import possible

__all__ = ["Claim", "Pattern", "claimed", "claims"]


@analysis
def claims(document: Document) -> tuple[Claim, ...]:
    """Every claim of the document in reading order."""
    found: list[Claim] = []
    meant = focus(document)
    for reading in readings(document):
        if in_references(document, reading.sentence.block_index):
            continue
        seen: list[Claim] = []
        for claim in _claims(reading, meant.get(reading.sentence.index, ""), document.profile.marketing):
            if not any(claim.start < other.end and other.start < claim.end for other in seen):
                seen.append(claim)
        found.extend(sorted(seen, key=lambda claim: claim.start))
    return tuple(found)


@analysis
def claimed(document: Document) -> frozenset[int]:
    """The indexes of the sentences that assert a claim."""
    return frozenset(claim.reading.sentence.index for claim in claims(document) if claim.asserted)


def _claims(reading: Reading, focus: str, marketing: bool) -> Iterator[Claim]:
    text = reading.sentence.plain
    context: Context | None = None
    for effect in effects.verbs(reading):
        context = context or Context(reading, focus, marketing)
        if claim := by_verb(context, effect):
            yield claim
    here = possible(text)
    for pattern, expression in EXPRESSIONS:
        for match in expression.finditer(text) if here & expression.bits else ():
            context = context or Context(reading, focus, marketing)
            if claim := BY_PATTERN[pattern](context, match, pattern):
                yield claim
