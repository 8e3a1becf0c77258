"""Use the short word where a long phrase says no more.

## What it flags

Phrases that have a short equal: "in order to" (to), "prior to" (before), "due to the fact that" (because), "in
the event that" (if), "on a daily basis" (daily) and their like. The abbreviations "eg", "ie" and "etc", for
which the NHS writes "for example", "that is" and a full list.

## Why it matters

Each word that carries nothing delays the word that does. People who read slowly, or in a language that they
are still learning, lose the sentence in the padding. Some screen readers say "eg" as "egg".

## Exceptions

Quotations, headings and titles, tables, reference lists and legal notices. Phrases whose short form depends
on the sentence, such as "with regard to". The professional profile.

## What it cannot see

Padding that is not a set phrase. Whether a label or a form has to be quoted word for word where it does not
stand in quotation marks.

## How to fix

Take the short form that the finding gives. Where it fits every sentence ("prior to", "in order to"), the edit
is safe and may be applied without a look. Others ask for a look at the sentence: quantities, because the verb
may have to change ("a small number of people is", "a few people are"), and phrases that can hang on a noun
("exercise on a daily basis is good for you"). For the abbreviations write the sentence out.

"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from healthlint.analysis.mentions import readings
from healthlint.analysis.running_text import body, quotations
from healthlint.api import Document, Edit, Finding, NoOptions, Rule, Sentence, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import NHS_HEALTH_WRITING, PLAIN_LANGUAGE_WORDS

_OF_DETERMINER = (
    r"(?=\ (?:the|these|those|this|that|my|your|his|her|its|our|their|them|us|you|it|which|whom|what|each|any"
    r"|all|some|both)\b)"
)

_EQUAL: Mapping[str, str] = MappingProxyType(
    {
        "in order to": "to",
        "so as to": "to",
        "prior to": "before",
        "subsequent to": "after",
        "due to the fact that": "because",
        "owing to the fact that": "because",
        "in view of the fact that": "because",
        "in light of the fact that": "because",
        "on account of the fact that": "because",
        "in the event that": "if",
        "until such time as": "until",
        "at this moment in time": "now",
        "at the present time": "now",
        "in close proximity to": "near",
        "in the vicinity of": "near",
        "in lieu of": "instead of",
        "each and every": "each",
    }
)
"""Phrases and words that can stand for each other wherever the phrase has its set meaning; see `_safe`."""

_NEARLY_EQUAL: Mapping[str, str] = MappingProxyType(
    {
        "despite the fact that": "although",
        "in spite of the fact that": "although",
        "notwithstanding the fact that": "although",
        "at this point in time": "now",
        "at that point in time": "then",
        "in the near future": "soon",
        "during the course of": "during",
        "for the duration of": "throughout",
        "on a daily basis": "daily",
        "on a weekly basis": "weekly",
        "on a monthly basis": "monthly",
        "on a regular basis": "regularly",
        "in the absence of": "without",
        "with the exception of": "except for",
        "make use of": "use",
        "makes use of": "uses",
        "making use of": "using",
        "first and foremost": "first",
    }
)
"""Phrases with a short equal that does not fit every sentence: "exercise on a daily basis is", "this is despite
the fact that", "results in the absence of pain", "rules that make use of the drug safer"."""

_COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "a large number of": ("many", "many of"),
        "a small number of": ("a few", "a few of"),
        "a sufficient amount of": ("enough", "enough of"),
        "a sufficient number of": ("enough", "enough of"),
        "the majority of": ("most", "most of"),
    }
)
"""The same for quantities: before a noun, and before a word such as "the". The verb may have to change, too."""

_WRITTEN_OUT: Mapping[str, str] = MappingProxyType({"eg": "for example", "ie": "that is", "etc": "and so on"})

_EQUALS = "|".join(map(re.escape, (*_EQUAL, *_NEARLY_EQUAL)))
_COUNTS = "|".join(map(re.escape, _COUNTED))
_PATTERN = Wording(
    rf"""  \b(?:(?P<equal>{_EQUALS}) | (?P<counted>{_COUNTS})(?P<of>{_OF_DETERMINER})?)\b
        |  (?<![\w.])(?P<short>(?-i:[Ee]\.?g|[Ii]\.?e|etc)\.?)(?=[\s,;:)]|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SECOND_THAT = Wording(r"\b(?:and|or|but)\ that\b", re.IGNORECASE | re.VERBOSE)
"""A second clause that hangs on "the fact", and that "because" could not carry."""
_IN_ORDER = Wording(
    r"""\b(?:
        (?:keep|keeps|kept|keeping|puts?|putting|gets?|got|getting|sets?|setting)\s+(?:[\w’'-]+\s+){0,4}
        |(?:is|are|was|were|be|been|all|do|does|did|doing|done|or)\s+
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
"""What makes "in order" and "so" words of their own: "keep your papers in order to be ready"."""

_SIGNS = frozenset(
    "order so prior subsequent fact event time future course duration basis proximity vicinity absence lieu "
    "exception amount number majority use foremost every eg ie e etc".split()
)
"""Words of which each phrase has one: a sentence without any of them is passed over at once."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield a finding on each phrase, with an edit that is safe where the short form fits every sentence."""
    read = readings(document)
    for sentence in body(document):
        if _SIGNS.isdisjoint(read[sentence.index].lower):
            continue
        quoted = quotations(sentence.plain)
        for found in _PATTERN.finditer(sentence.plain):
            if not any(start <= found.start() < end for start, end in quoted):
                yield _finding(document, sentence, found)


def _finding(document: Document, sentence: Sentence, found: re.Match[str]) -> Finding:
    span = sentence.cut(*found.span())
    short = _in_case_of(found.group(), _short_form(found))
    if found["short"]:
        message = f"Some readers, and some screen readers, stumble over '{found.group()}'; write it out."
        return Finding(span, message, suggestion=short)
    verbatim = " ".join(document.source[span.start : span.end].split()) == found.group()
    return Finding(
        span,
        f"'{found.group()}' says no more than '{short}', and the extra words slow readers down.",
        suggestion=short,
        edit=Edit(span, short, safe=_safe(sentence.plain, found)) if verbatim else None,
    )


def _safe(text: str, found: re.Match[str]) -> bool:
    """Whether the short form fits the sentence whatever else stands in it."""
    phrase = (found["equal"] or "").lower()
    if phrase not in _EQUAL:
        return False
    if phrase.endswith(" that"):
        return _SECOND_THAT.search(text, found.end()) is None
    return phrase not in ("in order to", "so as to") or _IN_ORDER.search(text[: found.start()]) is None


def _short_form(found: re.Match[str]) -> str:
    """What can be written instead, in lower case."""
    if found["equal"]:
        phrase = found["equal"].lower()
        return _EQUAL.get(phrase) or _NEARLY_EQUAL[phrase]
    if found["counted"]:
        alone, before_determiner = _COUNTED[found["counted"].lower()]
        return alone if found["of"] is None else before_determiner
    return _WRITTEN_OUT[found["short"].replace(".", "").lower()]


def _in_case_of(phrase: str, short: str) -> str:
    """`short` with a capital where the phrase begins with one, or all in capitals like it."""
    if len(phrase) > 1 and phrase.isupper():
        return short.upper()
    return short[0].upper() + short[1:] if phrase[0].isupper() else short


RULE = Rule(
    code="REA007",
    name="wordy-phrase",
    severity=severities("suggestion", "suggestion", "suggestion", "suggestion", None),
    scope="sentence",
    sources=(PLAIN_LANGUAGE_WORDS, NHS_HEALTH_WRITING),
    check=check,
    good=(
        "To sleep better, keep the room dark and cool.",
        "Ask the pharmacist before you take a cough syrup.",
        "The label says \"Shake the bottle well prior to each use\" in small type.",
        "## What to do prior to surgery\n\nEat nothing for six hours.",
    ),
    bad=(
        "[|In order to|] sleep better, keep the room dark and cool.",
        "Stop the drops [|in the event that|] your eye turns red, and call us [|prior to|] the next dose.",
        "The cream helps [|the majority of|] people, [|due to the fact that|] it keeps water in the skin.",
        "Take a painkiller, [|e.g.|] paracetamol.",
    ),
    options=NoOptions,
    triggers=(
        "order to", "prior to", "subsequent", "fact that", "event that", "such time", "in time", "present time",
        "near future", "course of", "duration of", "basis", "proximity", "vicinity", "absence", "exception",
        "in lieu", "amount of", "number of", "majority", "use of", "foremost", "each and", "as to", "eg", "e.g",
        "ie", "i.e", "etc",
    ),
)  # fmt: skip
