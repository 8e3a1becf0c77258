"""Do not promise a result: no treatment works for everyone.

## What it flags

Words that promise the outcome: guaranteed, 100% effective, always works, works for everyone, never fails,
results you can count on.

## Why it matters

No treatment has a certain result, and a promise makes people blame themselves when it fails. UK, Australian
and US advertising rules forbid it.

## Exceptions

Negation ("no treatment works for everyone", "we cannot guarantee"), questions, quotations, sentences with a
source. Money-back guarantees and other promises about price, quality or delivery. Instructions ("always wash
your hands").

## What it cannot see

Promises in other words ("you have nothing to lose"). Irony. Figures that are stated correctly and still
mislead.

## How to fix

Give the share of people whom it helped, and compared with what: "Six in ten people felt better; with a dummy
tablet it was four in ten."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.claims import claimed
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    AHPRA_ADVERTISING,
    CAP_12,
    FTC_HEALTH_PRODUCTS,
    MHRA_BLUE_GUIDE,
    TGA_ADVERTISING_CODE,
)

_PROMISE = Wording(
    r"\bguarantee(?:s|d|ing)?\b"
    r"|\b100\s?% (?:effective|success\w*|accurate|accuracy|cure\w*|reliable|recovery|results)\b"
    r"|\b(?:works?|effective) (?:for everyone|every time|for every \w+|no matter what|on everyone)\b"
    r"|\balways works?\b(?! (?:with|by))|\bnever fails?\b|\b(?:fail|fool)[- ]?proof\b"
    r"|\bresults you can (?:count|rely|depend) on\b|\bcan['’]?t fail\b"
    r"|\b(?:will|you['’]ll) always (?:leave|feel|get|see|work|help|find)\b"
    r"|\b(?:irrefutable|undoubted|unfailing|infallible)\b|\bsuccess (?:is )?(?:assured|certain)\b"
    r"|\b(?:9[0-9]|100)\s?% success rate\b|\b(?:can|will) definitely\b|\balmost always\b|\bsurefire\b"
    r"|\bsure[- ]fire\b|\bwithout fail\b",
    re.IGNORECASE,
)
_OF_THE_SALE = Wording(
    r"\b(?:money[- ]back|satisfaction|refund|price|quality|purity|delivery|warranty|lowest|privacy)\b",
    re.IGNORECASE,
)
_RESULT = Wording(
    r"\b(?:"
    r"results?|works?|relief|improve\w*|lose|loss|success\w*|cure\w*|stop|better|recover\w*|effective\w*|"
    r"heal\w*|outcomes?|pain|sleep|quit"
    r")\b",
    re.IGNORECASE,
)
_EVERYDAY = frozenset(("can definitely", "will definitely", "almost always", "without fail"))
"""Words that promise a result only where a sentence claims an effect."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each promise of a result."""
    for hit in find(document, _PROMISE):
        text, words = hit.reading.sentence.plain, hit.text.lower()
        if not hit.stated or hit.cues.cited or _OF_THE_SALE.search(text):
            continue
        if words.startswith("guarantee") and not _RESULT.search(text):
            continue
        if words in _EVERYDAY and hit.reading.sentence.index not in claimed(document):
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' promises a result, and no treatment works for everyone.",
            "Give the result that is typical: about N in 100 people get better; we cannot promise it.",
        )


RULE = Rule(
    code="EFF003",
    name="guaranteed-outcome",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(MHRA_BLUE_GUIDE, TGA_ADVERTISING_CODE, AHPRA_ADVERTISING, CAP_12, FTC_HEALTH_PRODUCTS),
    options=NoOptions,
    check=check,
    good=(
        "No diet works for everyone.",
        "Nobody can guarantee that the treatment will help you.",
        "Always take the tablets with food.",
        "Always work with a qualified provider on your pain.",
        "Condoms are not 100% effective.",
    ),
    bad=(
        "Results are [|guaranteed|] after three sessions.",
        "The spray is [|100% effective|] against migraine.",
        "This diet [|works for everyone|].",
        "The patch [|never fails|].",
    ),
)
