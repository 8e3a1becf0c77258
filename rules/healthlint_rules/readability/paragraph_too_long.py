"""Break text into paragraphs that a reader can take in at a glance.

## What it flags

A paragraph, list item or front-matter text of more words than the profile allows (patients and news 150,
marketing 100, professionals 250), or for patients of more than six sentences. The finding stands on its first
sentence.

## Why it matters

People scan a page before they read it, and a block without a break gives the eye nothing to hold on to. The
US plain language guidelines keep paragraphs to 150 words and three to eight sentences; the NHS keeps them to
three sentences.

## Exceptions

Quotations, tables, reference lists and legal notices. A plain-text file without a single blank line gets one
finding for the whole file: there it is the line breaks that are missing, not the paragraphs that are long.

## What it cannot see

Whether the paragraph is about one thing. How wide the text is set: 150 words fill a telephone screen twice.

## How to fix

Find where the topic turns and start a new paragraph there. Give each question a paragraph of its own under a
heading that asks it, and put steps or parallel facts in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from healthlint.analysis.mentions import readings
from healthlint.analysis.running_text import is_body
from healthlint.analysis.words import count_words
from healthlint.api import Document, Example, Finding, Rule, Sentence, sentences, severities
from healthlint_rules.authorities import NHS_HOW_WE_WRITE, PLAIN_LANGUAGE_PARAGRAPHS

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)")
_SHORT = (
    "The nurse will call you in. She checks your name and your birthday. You lie on your side. The test takes "
    "ten minutes. It may feel odd. It should not hurt."
)
_FILLER = (
    "the nurse writes down what you eat and drink, how you slept, which medicines you took and whether you "
    "felt sick, dizzy or short of breath on the day before"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The limits."""

    words: int = field(
        default=0,
        metadata={"help": "The most words that a paragraph may have; 0 takes the profile's limit.", "min": 0},
    )
    sentences: int = field(
        default=0,
        metadata={"help": "The most sentences that it may have; 0 takes the profile's limit.", "min": 0},
    )


@dataclass(frozen=True, slots=True)
class _Paragraph:
    first: Sentence
    words: int
    sentences: int


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield a finding on the first sentence of each long paragraph."""
    profile = document.profile
    words = options.words or profile.paragraph_words
    most = options.sentences or profile.paragraph_sentences
    long = tuple(_longer(document, words, most))
    limit = f"{words} words" if most is None else f"{words} words or {most} sentences"
    if document.format == "text" and long and not _BLANK_LINE.search(document.source):
        yield Finding(long[0].first.span, _file_message(len(long), limit))
        return
    for paragraph in long:
        yield Finding(
            paragraph.first.span,
            f"The paragraph that begins here has {paragraph.words} words in {paragraph.sentences} "
            f"sentence{'s' * (paragraph.sentences > 1)}, and readers skip blocks of more than {limit}.",
        )


def _longer(document: Document, words: int, most: int | None) -> Iterator[_Paragraph]:
    """The blocks of body text that are over a limit. A block never has more words than tokens."""
    read = readings(document)
    for number, group in groupby(sentences(document), key=lambda sentence: sentence.block_index):
        block = list(group)
        crowded = most is not None and len(block) > most
        if not crowded and sum(len(read[sentence.index].words) for sentence in block) <= words:
            continue
        length = count_words(document.blocks[number].text.text)
        if (crowded or length > words) and is_body(document, number):
            yield _Paragraph(block[0], length, len(block))


def _file_message(long: int, limit: str) -> str:
    several = f"{long} of its paragraphs have" if long > 1 else "a paragraph of it has"
    return f"The file has no blank line between paragraphs, and {several} more than {limit}; set them apart."


RULE = Rule(
    code="REA003",
    name="paragraph-too-long",
    severity=severities("suggestion", "suggestion", "suggestion", "suggestion", "suggestion"),
    scope="section",
    sources=(PLAIN_LANGUAGE_PARAGRAPHS, NHS_HOW_WE_WRITE),
    check=check,
    good=(
        _SHORT,
        "The scan takes about half an hour.",
        Example(f"{_SHORT} You can go home after that. Bring a friend if you like.", profile="news"),
    ),
    bad=(
        f"[|On each day of your stay {_FILLER}.|] On some days {_FILLER}. On your last day {_FILLER}. After "
        f"that, {_FILLER}. Once a week {_FILLER}.",
        f"You can eat before the test.\n\n[|Please come early.|] {_SHORT} You can go home after that.",
    ),
    options=Options,
)
