"""The published readability formulas, each from counts alone.

All but the Flesch reading ease give a US school grade. Coefficients are those of the original papers: Flesch
1948, Kincaid and others 1975, Gunning 1952, McLaughlin 1969, Coleman and Liau 1975, Senter and Smith 1967.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from math import sqrt
from operator import attrgetter
from statistics import median

GRADES_PER_SYLLABLE = 11.8
"""What one more syllable a word adds to the Flesch-Kincaid grade."""

SMOG_SENTENCES = 30
"""The fewest sentences that SMOG was made for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas need to know of a text.

    `characters` are letters and digits; `polysyllables` words of three or more syllables; `hard_words` those
    of them that Gunning calls hard: no names, no compounds of easy words, none whose third syllable is an
    ending.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    letters: int = 0
    characters: int = 0
    polysyllables: int = 0
    hard_words: int = 0


_FIGURES = attrgetter(*(field.name for field in fields(Counts)))


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of texts put together."""
    return Counts(*map(sum, zip(*map(_FIGURES, counts), strict=True)))


def flesch_kincaid(counts: Counts) -> float:
    """The Flesch-Kincaid grade; 0 for an empty text."""
    if not (counts.words and counts.sentences):
        return 0.0
    return (
        0.39 * counts.words / counts.sentences + GRADES_PER_SYLLABLE * counts.syllables / counts.words - 15.59
    )


def flesch_reading_ease(counts: Counts) -> float:
    """The Flesch reading ease: 100 very easy, 0 very hard; 0 for an empty text."""
    if not (counts.words and counts.sentences):
        return 0.0
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


def gunning_fog(counts: Counts) -> float:
    """The Gunning Fog index; 0 for an empty text."""
    if not (counts.words and counts.sentences):
        return 0.0
    return 0.4 * (counts.words / counts.sentences + 100 * counts.hard_words / counts.words)


def smog(counts: Counts) -> float | None:
    """The SMOG grade, or `None` below 30 sentences."""
    if counts.sentences < SMOG_SENTENCES:
        return None
    return 1.043 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291


def coleman_liau(counts: Counts) -> float:
    """The Coleman-Liau index; 0 for an empty text."""
    if not counts.words:
        return 0.0
    return 5.88 * counts.letters / counts.words - 29.6 * counts.sentences / counts.words - 15.8


def automated_readability(counts: Counts) -> float:
    """The Automated Readability Index; 0 for an empty text."""
    if not (counts.words and counts.sentences):
        return 0.0
    return 4.71 * counts.characters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def consensus(counts: Counts) -> float:
    """The median of the grades that the text is long enough for."""
    grades = [
        flesch_kincaid(counts),
        gunning_fog(counts),
        coleman_liau(counts),
        automated_readability(counts),
        smog(counts),
    ]
    return median(grade for grade in grades if grade is not None)
