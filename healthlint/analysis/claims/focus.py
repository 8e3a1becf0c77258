"""What "it", "they" or "this treatment" means in each sentence: the last intervention named in the section."""

from __future__ import annotations

from collections.abc import Mapping

from healthlint.analysis.mentions import intervention_counts, readings
from healthlint.document import Document, analysis

_RIVALS = frozenset("alternative alternatives unlike than instead versus vs replace replaces".split())
_OFTEN = 2
"""How many sentences have to name what a document is about."""


@analysis
def focus(document: Document) -> Mapping[int, str]:
    """For each sentence, the intervention that "it" or "this treatment" would mean there."""
    counts = intervention_counts(document)
    main = max(counts, key=lambda key: counts[key]) if counts else ""
    main = main if counts.get(main, 0) >= _OFTEN else ""
    found: dict[int, str] = {}
    current = main
    section: tuple[str, ...] = ()
    for reading in readings(document):
        block = reading.sentence.block
        if block.path != section:
            section = block.path
            current = (_named_in_headings(document).get(section[-1], "") if section else "") or main
        found[reading.sentence.index] = current
        for mention in reading.named("intervention"):
            rival = not _RIVALS.isdisjoint(reading.lower[max(0, mention.first - 3) : mention.first])
            if mention.specific and not rival:
                current = mention.id
    return found


@analysis
def _named_in_headings(document: Document) -> Mapping[str, str]:
    """The intervention that each heading names first, by the heading's text; "" where it names none."""
    found: dict[str, str] = {}
    for reading in readings(document):
        block = reading.sentence.block
        if block.kind == "heading" and block.text.text not in found:
            named = (mention.id for mention in reading.named("intervention") if mention.specific)
            found[block.text.text] = next(named, "")
    return found
