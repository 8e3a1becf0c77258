"""Keep sentences short enough to be read in one go.

## What it flags

A sentence of more words than the profile allows: 25 for patients and marketing, 30 for news. Above 35 words
(news: 40) the finding is one severity higher. The five longest of a file are listed, and the last of them
says how many more there are.

## Why it matters

A reader holds a sentence in mind until it ends. The longer it is, the more of it is gone by then, and in
health text it is often the condition or the exception that is lost. The NHS writes sentences of up to 20
words; the US plain language guidelines ask for one idea in each.

## Exceptions

Words in brackets are not counted, so that a gloss costs nothing, and neither are reference marks. A sentence
that opens a list counts up to the colon. Quotations, tables, headings, reference lists and legal notices are
left out.

## What it cannot see

Whether a long sentence is well built: some carry thirty words with ease. Whether a short one is a fragment.

## How to fix

End the sentence at the first place where it could end, and begin the next one with its subject. Turn three or
more parallel parts into a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from healthlint.analysis.running_text import body, is_quotation
from healthlint.analysis.words import count_words, sentence_words
from healthlint.api import Document, Example, Finding, Rule, Sentence, severities
from healthlint_rules.authorities import NHS_HOW_WE_WRITE, PLAIN_LANGUAGE_SENTENCES

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WHOLE = frozenset("([:")
"""Signs without which there is nothing to leave out of a sentence."""
_LIST = re.compile(r":(?=\s*(?:[-–•*]|\d{1,2}[.)])\s)|:(?=[^:]*;[^;]*;)")
"""A colon that opens a list inside the block: bullets, numbers, or three parts between semicolons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The limits."""

    words: int = field(
        default=0,
        metadata={"help": "The most words that a sentence may have; 0 takes the profile's limit.", "min": 0},
    )
    warning_words: int = field(
        default=0,
        metadata={"help": "Above so many words the severity goes up; 0 takes the profile's limit.", "min": 0},
    )
    listed: int = field(default=5, metadata={"help": "How many sentences of a file are listed.", "min": 1})


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield the longest of the sentences that are over the limit, in reading order."""
    profile = document.profile
    limit = options.words or profile.sentence_words
    high = options.warning_words or profile.sentence_words_warning
    if limit is None:
        return
    lengths = (
        (length_of(sentence), sentence) for sentence in body(document) if not is_quotation(sentence.plain)
    )
    long = [(length, sentence) for length, sentence in lengths if length > limit]
    worst = sorted(long, key=lambda pair: -pair[0])[: options.listed]
    shown = sorted(worst, key=lambda pair: pair[1].index)
    for number, (length, sentence) in enumerate(shown, 1):
        more = len(long) - len(shown) if number == len(shown) else 0
        yield Finding(sentence.span, _message(length, limit, more), raised=high is not None and length > high)


def length_of(sentence: Sentence) -> int:
    """The words of a sentence without brackets, up to the colon of a list."""
    if _WHOLE.isdisjoint(sentence.plain):
        return len(sentence_words(sentence))
    text = _BRACKETS.sub(" ", sentence.plain)
    opens = _LIST.search(text)
    return count_words(text[: opens.start()] if opens else text)


def _message(length: int, limit: int, more: int) -> str:
    rest = ""
    if more:
        rest = f"; {more} more sentence{'s are' if more > 1 else ' is'} over the limit in this file"
    return (
        f"This sentence has {length} words, and above {limit} readers lose the beginning before the end{rest}."
    )


RULE = Rule(
    code="REA002",
    name="sentence-too-long",
    severity=severities("suggestion", "suggestion", "suggestion", "suggestion", None),
    scope="sentence",
    sources=(NHS_HOW_WE_WRITE, PLAIN_LANGUAGE_SENTENCES),
    check=check,
    good=(
        "Insulin lowers your blood sugar. Check it before you drive. Stop the car if you feel shaky.",
        "You may need a different dose (your nurse will work it out from your weight, your age, how well your "
        "kidneys work and the other medicines that you take) before you travel.",
        "Tell the clinic before your scan if you have any of these:\n\n- a pacemaker\n- a metal clip or plate\n"
        "- a cochlear implant\n- tattoos on the part of the body that is scanned\n- a fear of small spaces",
        Example(
            "The committee found that people who took the tablets for a year had fewer attacks than before, "
            "although some of them stopped because of the side effects.",
            profile="news",
        ),
    ),
    bad=(
        "[|If you have ever had a reaction to an injection, or if you carry an adrenaline pen because of an "
        "allergy, tell the nurse who gives you the vaccine before she prepares the dose.|]",
        "Rest your ankle. [|You can start to walk on it again once the swelling has gone down and the pain has "
        "eased, but do not run, jump or carry anything heavy until your physiotherapist says so.|]",
        "- Keep the patch dry.\n- [|Take the old patch off in the evening, fold it in half with the sticky "
        "sides together, and put it out of reach of children and pets before you stick the new one on another "
        "part of your skin.|]",
    ),
    options=Options,
)
