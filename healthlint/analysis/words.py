"""The words of a text, as readability formulas count them.

A word is a run of letters and digits. Apostrophes and hyphens inside it belong to it ("don't",
"off-label", "GLP-1" are one word), and so do the points and commas of a number ("2.5", "10,000") and the
points of an abbreviation ("e.g."). A slash or a dash separates ("mg/kg" is two words). Addresses of pages
and mail, and reference marks ("[3]", a raised figure that ends a word), are not words: nobody reads them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from healthlint.analysis.sentences import Sentence, sentence_fact

_WORD = re.compile(
    r"""  (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?
        | [^\W_]+ (?: (?:['’‐‑-] | (?<=\d)[.,](?=\d)) [^\W_]+ )*
    """,
    re.VERBOSE,
)
_UNREAD = re.compile(
    r"""  (?:https?://|www\.)\S+ | [\w.+-]{1,64}@\w[\w.-]*
        | \[\d{1,3}(?:\s?[-–,]\s?\d{1,3})*\] | [⁰¹²³⁴⁵⁶⁷⁸⁹]+(?!['’]?[^\W_])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, with its offsets in the text that it was found in."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """The words of `text` in reading order."""
    return _WORD.findall(_read_out(text))


@sentence_fact
def sentence_words(sentence: Sentence) -> tuple[str, ...]:
    """The words of a sentence in reading order."""
    return tuple(words(sentence.plain))


def placed_words(text: str) -> Iterator[Word]:
    """The words of `text` in reading order, with their places."""
    for match in _WORD.finditer(_read_out(text)):
        yield Word(match.group(), match.start(), match.end())


def count_words(text: str) -> int:
    """How many words `text` has."""
    return len(words(text))


def _read_out(text: str) -> str:
    """`text` with spaces in place of what is not read out."""
    if text.isascii() and not ("@" in text or "[" in text or "://" in text or "www." in text):
        return text
    return _UNREAD.sub(lambda found: " " * len(found.group()), text)
