"""What a document is about, and how long it is."""

from __future__ import annotations

from healthlint.analysis.mentions import readings
from healthlint.document import Document, analysis


@analysis
def main_interventions(document: Document) -> frozenset[str]:
    """The ids of the interventions that the document is about.

    Those that its title, a heading or its description names, and those that several sentences name. In a text
    of a few lines, every one is.
    """
    named: dict[str, int] = {}
    main: set[str] = set()
    words = 0
    for reading in readings(document):
        words += len(reading.words)
        ids = reading.interventions
        for identity in ids:
            named[identity] = named.get(identity, 0) + 1
        if reading.sentence.block.kind in ("heading", "field"):
            main |= ids
    least = 1 if words < _SHORT else _OFTEN
    return frozenset(main | {identity for identity, count in named.items() if count >= least})


_SHORT = 120
_OFTEN = 2


def short(document: Document) -> bool:
    """Whether it is a text of a few lines."""
    return sum(len(reading.words) for reading in readings(document)) < _SHORT
