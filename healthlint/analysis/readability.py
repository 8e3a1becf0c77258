"""How hard the running text of an article is to read, and what makes it so.

The grade is Flesch-Kincaid's, on sentences and syllables that are counted here. Beside it stands a
topic-neutral grade, in which the names of the interventions and conditions that the article is about count
one syllable: a writer cannot choose a shorter word for "amyotrophic lateral sclerosis".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from healthlint.analysis import formulas
from healthlint.analysis.formulas import Counts
from healthlint.analysis.mentions import readings
from healthlint.analysis.running_text import prose
from healthlint.analysis.sentences import Sentence
from healthlint.analysis.syllables import syllables
from healthlint.analysis.words import placed_words, sentence_words
from healthlint.document import Document, analysis

MIN_WORDS = 100
MIN_SENTENCES = 5
LISTED = 5
"""How many costly sentences and words are named."""

_ENGLISH_WORDS = frozenset(
    "the of and to in is for that you it are with or your can be this not if by from have has may was".split()
)
_ENGLISH_SHARE = 0.05
"""Of those words: on real pages 0.003 at most in other languages, 0.13 and more in English."""

_HARD_SYLLABLES = 3
_ENDING = re.compile(r"(?:es|ed|ing)$")


@dataclass(frozen=True, slots=True)
class MeasuredSentence:
    """A sentence with its words and counts. `topic` holds the indexes of the words that name the topic."""

    sentence: Sentence
    words: tuple[str, ...]
    topic: frozenset[int]
    counts: Counts

    @property
    def saved(self) -> int:
        """The syllables that are saved when each word of the topic counts one."""
        return sum(syllables(self.words[index]) - 1 for index in self.topic)


@dataclass(frozen=True, slots=True)
class CostlySentence:
    """A sentence and the grades that it adds to the text."""

    measured: MeasuredSentence
    grades: float


@dataclass(frozen=True, slots=True)
class CostlyWord:
    """A word in lower case, how often it occurs, and the grades that its occurrences add to the text."""

    text: str
    times: int
    grades: float


@dataclass(frozen=True)
class Readability:
    """The reading grade of a document and what it was measured on."""

    measured: tuple[MeasuredSentence, ...]

    @cached_property
    def counts(self) -> Counts:
        """The counts of all measured sentences."""
        return formulas.total(sentence.counts for sentence in self.measured)

    @cached_property
    def neutral(self) -> Counts:
        """The same with words that name the topic as one syllable."""
        saved = sum(sentence.saved for sentence in self.measured)
        return replace(self.counts, syllables=self.counts.syllables - saved)

    @property
    def enough(self) -> bool:
        """Whether there is enough text for a verdict."""
        return self.counts.words >= MIN_WORDS and self.counts.sentences >= MIN_SENTENCES

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade."""
        return formulas.flesch_kincaid(self.counts)

    @property
    def grade_topic_neutral(self) -> float:
        """The Flesch-Kincaid grade with the names of the topic as one syllable."""
        return formulas.flesch_kincaid(self.neutral)

    @cached_property
    def costliest_sentences(self) -> tuple[CostlySentence, ...]:
        """The five sentences that pull the grade up most, worst first.

        A sentence adds its share of the words times what its own grade is above that of the text.
        """
        costs = (CostlySentence(each, self._added_by(each.counts)) for each in self.measured)
        return tuple(
            sorted((cost for cost in costs if cost.grades > 0), key=lambda cost: -cost.grades)[:LISTED]
        )

    @cached_property
    def costliest_words(self) -> tuple[CostlyWord, ...]:
        """The five words whose further syllables add most, worst first; names of the topic left out."""
        times = Counter(
            word.lower().replace("’", "'")
            for sentence in self.measured
            for index, word in enumerate(sentence.words)
            if index not in sentence.topic
        )
        each = formulas.GRADES_PER_SYLLABLE / max(self.counts.words, 1)
        costs = (CostlyWord(word, count, each * (syllables(word) - 1) * count) for word, count in times.items())
        costly = sorted((cost for cost in costs if cost.grades > 0), key=lambda cost: (-cost.grades, cost.text))
        return tuple(costly[:LISTED])

    @property
    def metrics(self) -> Mapping[str, float | int | str | None]:
        """The figures for a report, rounded; empty where nothing was measured."""
        counts = self.counts
        if not counts.words:
            return {}
        smog = formulas.smog(counts)
        return {
            "grade": round(self.grade, 1),
            "grade_topic_neutral": round(self.grade_topic_neutral, 1),
            "grade_consensus": round(formulas.consensus(counts), 1),
            "flesch_reading_ease": round(formulas.flesch_reading_ease(counts), 1),
            "gunning_fog": round(formulas.gunning_fog(counts), 1),
            "smog": None if smog is None else round(smog, 1),
            "coleman_liau": round(formulas.coleman_liau(counts), 1),
            "automated_readability": round(formulas.automated_readability(counts), 1),
            "sentences": counts.sentences,
            "words": counts.words,
            "syllables": counts.syllables,
            "words_per_sentence": round(counts.words / counts.sentences, 1),
        }

    def _added_by(self, counts: Counts) -> float:
        share = counts.words / max(self.counts.words, 1)
        return (formulas.flesch_kincaid(counts) - self.grade) * share


@analysis
def readability(document: Document) -> Readability:
    """The readability of the running text of a document; nothing is measured of a text that is not English."""
    topics = topic_ids(document)
    read = readings(document)
    measured = tuple(
        measure(
            sentence,
            [(found.start, found.end) for found in read[sentence.index].mentions if found.id in topics],
        )
        for sentence in prose(document)
    )
    return Readability(measured if _is_english(measured) else ())


def _is_english(measured: tuple[MeasuredSentence, ...]) -> bool:
    """Whether common English words are common; always, where there are too few words to tell."""
    texts = [text.lower() for each in measured for text in each.words]
    common = sum(text in _ENGLISH_WORDS for text in texts)
    return len(texts) < MIN_WORDS or common >= _ENGLISH_SHARE * len(texts)


@analysis
def topic_ids(document: Document) -> frozenset[str]:
    """The ids of the interventions and conditions that the title, the headings or the front matter name."""
    return frozenset(
        mention.id
        for reading in readings(document)
        if reading.sentence.block.kind in ("heading", "field")
        for mention in reading.mentions
        if mention.id and not (mention.intervention and "generic" in mention.intervention.classes)
    )


def measure(sentence: Sentence, topic: Sequence[tuple[int, int]] = ()) -> MeasuredSentence:
    """The words and counts of one sentence. `topic` are the ranges in it that name the topic."""
    texts = sentence_words(sentence)
    named = frozenset(
        index
        for index, word in enumerate(placed_words(sentence.plain) if topic else ())
        if any(start < word.end and word.start < end for start, end in topic)
    )
    return MeasuredSentence(sentence, texts, named, count(texts))


def count(texts: Sequence[str]) -> Counts:
    """The counts of one sentence, given its words."""
    if not texts:
        return Counts(sentences=1)
    weights = [_weigh(texts[0], False), *(_weigh(text, True) for text in texts[1:])]
    return Counts(1, len(texts), *map(sum, zip(*weights, strict=True)))


@lru_cache(maxsize=50_000)
def _weigh(word: str, inside: bool) -> tuple[int, int, int, bool, bool]:
    """What a word adds to the counts; `inside` when other words of the sentence stand before it."""
    spoken = syllables(word)
    letters = sum(map(str.isalpha, word))
    characters = sum(map(str.isalnum, word))
    return spoken, letters, characters, spoken >= _HARD_SYLLABLES, _is_hard(word, spoken, inside)


def _is_hard(word: str, spoken: int, inside: bool) -> bool:
    """Whether a word of `spoken` syllables is hard in Gunning's sense."""
    if spoken < _HARD_SYLLABLES or (inside and word[0].isupper()):
        return False
    if "-" in word:
        return any(_is_hard(part, syllables(part), False) for part in word.split("-") if part)
    return spoken > _HARD_SYLLABLES or syllables(_ENDING.sub("", word.lower())) >= _HARD_SYLLABLES
