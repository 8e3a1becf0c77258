"""How long a text is, and how far apart two of its sentences stand."""

from __future__ import annotations

from collections.abc import Iterable

from healthlint.api import Document, Sentence, sentences


def word_count(counted: Iterable[Sentence]) -> int:
    """The words of some sentences; a word is what stands between white space."""
    return sum(len(sentence.plain.split()) for sentence in counted)


def words_between(document: Document, one: Sentence, other: Sentence) -> int:
    """The words from the beginning of one sentence to that of the other, whichever comes first."""
    low, high = sorted((one.index, other.index))
    return word_count(sentences(document)[low:high])
