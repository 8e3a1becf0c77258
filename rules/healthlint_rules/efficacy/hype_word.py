"""Leave out sensational words and say what was found.

## What it flags

Hype: breakthrough, miracle, revolutionary, revolutionise, game-changer, wonder drug, holy grail,
cutting-edge, life-changing, astonishing, unprecedented. In news, "promising", "shows promise", "new hope" and
"dramatic" count as well, one level lower. Headings and rhetorical questions count too. A word that is hedged,
questioned or quoted from a named person is reported one level lower. The same word is reported once for each
file.

## Why it matters

In a study of news on cancer drugs, half the drugs called a breakthrough or the like were not approved, and
one in seven had never been given to people. Such words raise hopes that the evidence does not.

## Exceptions

"Breakthrough Therapy" as a designation; breakthrough pain, bleeding, infection or seizure. Names that contain
such a word. "Dramatic" in the sense of drama, "revolution" in history. Negated or criticised hype ("not a
miracle cure", "hyped as a breakthrough").

## What it cannot see

Hype without such words: exclamation marks, pictures, stories. Irony. Whether something really is the first of
its kind.

## How to fix

Replace the word with the finding: "the first drug that slowed the disease in a large trial". If a source used
the word, quote and name the source, and add what the evidence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.mentions import Reading
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint_rules.authorities import FDA_HEALTH_FRAUD, HNR_SENSATIONAL, HNR_SEVEN_WORDS, SUPERLATIVES_2016

_HYPE = re.compile(
    r"\bbreak-?throughs?\b(?!\s+(?:pain|bleeding|seizures?|infections?|cases?|cancer pain|symptoms|headaches?))"
    r"|\bmirac(?:le|les|ulous|ulously)\b|\brevolutioni[sz]\w*|\brevolutionary\b|\bgame[- ]chang\w+|\bwonder[- ](?:drug|cure|pill)s?\b"
    r"|\bholy grail\b|\bcutting[- ]edge\b|\blife[- ]changing\b|\bmagic(?:al)? (?:bullet|pill|cure)\b|\blike magic\b|\bground-?breaking\b"
    r"|\bastonishing\b|\bunprecedented\b|\bmind[- ]blowing\b|\bparadigm[- ]shift\w*|\bsilver bullet\b|\btransformative\b"
    r"|\bstate[- ]of[- ]the[- ]art\b|\bnext[- ]generation\b|\bsecret weapon\b|\bsuperfoods?\b",
    re.IGNORECASE,
)
_MILD = re.compile(
    r"\b(?:shows?|showed|showing|holds?|great|real) promise\b|\bpromising\b|\bnew hope\b|\bdramatic(?:ally)?\b",
    re.IGNORECASE,
)
_DESIGNATION = re.compile(
    r"\bbreakthrough[- ]therapy\b|\bdesignation\b|\bBreakthrough (?:Prize|Award|Device)\b", re.IGNORECASE
)
_ABOUT_KNOWLEDGE = re.compile(
    r"\b(?:understanding|knowledge|discover\w*|stud(?:y|ies)|research|science|technology|imaging|diagnos\w+|detection|event|award|prize|"
    r"history|conference|how (?:the|we|our))\b",
    re.IGNORECASE,
)
_TREATMENT = re.compile(
    r"\b(?:treat\w*|therap\w+|drugs?|medicines?|medications?|cures?|remed\w+|pills?|vaccines?|supplements?|procedures?|surgery|healing|"
    r"patients?|relief|routine|health|wellness|protocol|program(?:me)?|infusions?|formula|weight|results|lifestyle|device|care)\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each hype word that is used of a treatment, once a word and file."""
    news = document.profile.name == "news"
    patterns = (_HYPE, _MILD) if news else (_HYPE,)
    counts: dict[str, int] = {}
    found: list[tuple[str, Hit, bool]] = []
    for pattern in patterns:
        for hit in find(document, pattern):
            if (
                hit.rejected
                or _DESIGNATION.search(hit.reading.sentence.plain)
                or not _of_treatment(hit.reading)
            ):
                continue
            found.append((hit.text.lower(), hit, pattern is _MILD))
            counts[hit.text.lower()] = counts.get(hit.text.lower(), 0) + 1
    for word, hit, mild in found:
        yield Finding(
            hit.span,
            f"'{hit.text}' sells rather than informs"
            + (f" ({counts[word]} times here)." if counts[word] > 1 else "."),
            "Say what is new and what it did: in a trial of N people, N in 100 got better.",
            lowered=mild or _softened(hit),
        )


def _of_treatment(reading: Reading) -> bool:
    text = reading.sentence.plain
    if _ABOUT_KNOWLEDGE.search(text) and not any(True for _ in reading.named("intervention")):
        return False
    return any(True for _ in reading.named("intervention")) or _TREATMENT.search(text) is not None


def _softened(hit: Hit) -> bool:
    """Whether the sentence asks, hedges or ascribes it: reported one level down."""
    words = set(hit.reading.lower)
    return (
        hit.cues.question
        or hit.quoted
        or hit.cues.attribution != "none"
        or bool(words & {"could", "may", "might"})
    )


RULE = Rule(
    code="EFF004",
    name="hype-word",
    severity=severities("warning", "warning", "warning", "warning", "warning"),
    scope="sentence",
    sources=(HNR_SEVEN_WORDS, SUPERLATIVES_2016, HNR_SENSATIONAL, FDA_HEALTH_FRAUD),
    options=NoOptions,
    check=check,
    good=(
        "The antibody has Breakthrough Therapy designation from the FDA.",
        "Ask the nurse about medicine for breakthrough pain.",
        "The plaster is no miracle cure, and most people need exercise as well.",
        "After the Industrial Revolution, many people moved to cities.",
    ),
    bad=(
        "A [|breakthrough|] in migraine care has reached our town.",
        "# The [|revolutionary|] way to treat back pain\n",
        "Could this pill be a [|game-changer|] for eczema?",
        "Pharmacists call the plaster a [|wonder drug|] for sore knees.",
    ),
)
