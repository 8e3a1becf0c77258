"""The words of a text, as readability formulas count them.

A word is a run of letters and digits. Apostrophes and hyphens inside it belong to it ("don't",
"off-label", "GLP-1" are one word), and so do the points and commas of a number ("2.5", "10,000") and the
points of an abbreviation ("e.g."). A slash or a dash separates ("mg/kg" is two words). Addresses of pages
and mail, and reference marks ("[3]", a raised figure), are not words: nobody reads them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"""  (?P<skip> (?:https?://|www\.)\S+ | [\w.+-]{1,64}@\w[\w.-]* | \[\d{1,3}(?:\s?[-–,]\s?\d{1,3})*\] | [⁰¹²³⁴⁵⁶⁷⁸⁹]+ )
        | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?
        | [^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+ (?: (?:['’‐‑-] | (?<=\d)[.,](?=\d)) [^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+ )*
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, with its offsets in the text that it was found in."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of `text` in reading order."""
    for match in _WORD.finditer(text):
        if match["skip"] is None:
            yield Word(match.group(), match.start(), match.end())


def count_words(text: str) -> int:
    """How many words `text` has."""
    return sum(1 for _ in words(text))
