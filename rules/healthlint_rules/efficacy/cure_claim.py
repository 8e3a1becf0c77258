"""Keep "cure" for conditions that the treatment really cures.

## What it flags

"Cures", "cured", "heals", "eradicates" or "gets rid of" with a condition that has no established cure by that
treatment.

## Why it matters

"Cure" is the first of the seven words that health journalists are told to avoid, and a sign of fraud in the
eyes of the FDA: almost no chronic condition has one. People who expect a cure may stop what keeps them well.

## Exceptions

No-cure statements and research goals ("search for a cure"). Conditions that are curable: many bacterial
infections, hepatitis C, scabies, cataract, appendicitis, some cancers with stage or evidence. Names and
titles, food ("cured meat"), "cure rate", the legal disclaimer, negation, debunking, questions.

## What it cannot see

Whether this patient's cancer was curable. A cure that is implied without the word ("she never needed insulin
again"). Wounds and fractures that heal by themselves, unless the wording shows it.

## How to fix

Say what the treatment does: controls, eases, clears for a time, removes in how many of a hundred people.
"There is no cure, but inhalers control it well."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.claims import claims
from healthlint.analysis.weighing import as_fact
from healthlint.api import Document, Example, Finding, NoOptions, Rule, Span, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    AHPRA_ADVERTISING,
    CAP_12,
    FDA_HEALTH_FRAUD,
    FTC_HEALTH_PRODUCTS,
    HNR_SEVEN_WORDS,
)

_PROMISE = Wording(
    r"\b(?:"
    r"(?:the|a|an|our|nature['’]s|real|only|natural|miracle|immediate|best|true|permanent|proven)\s+"
    r"(?:(?!can\w*\b|will\b|may\b|does\b|do\b|not\b|never\b|to\b|that\b|home\b|folk\b)\w+\s+){0,2}"
    r"cures?\b(?! rates?\b| SMA\b| period)|"
    r"can (?:now )?be (?:completely )?cured\b|(?:completely|totally|permanently) (?:cured?|heals?|healed)\b|"
    r"cures? (?:for|of)\b|cured (?:her|his|my|their|him|them|me|of)\b"
    r")",
    re.IGNORECASE,
)
_SOUGHT = Wording(
    r"\b(?:"
    r"search|hope|look(?:ing)?|quest|race|find(?:ing)?|found|discover\w*|goal|toward[s]?|no known|"
    r"seek(?:ing)?|working|hunt|need|"
    r"fund\w*|research|until|without|chances?|odds|called|possib\w+|may|might|could|if|rate|home|"
    r"there(?:['’]s| is| are)"
    r")\b",
    re.IGNORECASE,
)
_NO_PROMISE = Wording(
    # far off
    r"\b(?:is|are|remains?|may be|could be) (?:still |probably |likely )*(?:"
    r"(?:a )?(?:long way|years|decades|far) (?:off|away)|out of reach|elusive|unlikely|not|unknown|"
    r"the (?:goal|aim)"
    r")\b|\b(?:has|have) (?:yet|not)\b"
    # what a surgeon can do, and how often
    r"|\bis (?:surgery|surgical|removal|removing|to remove|(?:an? )?\w* ?transplant\w*|lower|higher|rare)\b",
    re.IGNORECASE,
)
"""What goes on after "a cure for this" and takes the promise out of it."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each promise that something cures or gets rid of an illness."""
    seen: set[int] = set()
    for claim in claims(document):
        if claim.kind == "cure" and not claim.curable and as_fact(claim, document):
            seen.add(claim.reading.sentence.index)
            yield _finding(claim.span, claim.text)
    for hit in find(document, _PROMISE):
        sentence = hit.reading.sentence
        if sentence.index in seen or not hit.stated or hit.cues.limits:
            continue
        if _SOUGHT.search(sentence.plain[: hit.match.start()]) or _NO_PROMISE.search(
            sentence.plain, hit.match.end()
        ):
            continue
        ill = [mention.condition for mention in hit.reading.named("outcome")]
        if ill and not any(condition and condition.curable for condition in ill):
            yield _finding(hit.span, hit.text)


def _finding(span: Span, words: str) -> Finding:
    return Finding(
        span,
        f"'{words}' promises a cure, which readers take at its word.",
        "Say what it does and for how many: it eased symptoms in N of 100 people; there is no cure yet.",
    )


RULE = Rule(
    code="EFF002",
    name="cure-claim",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, HNR_SEVEN_WORDS, FDA_HEALTH_FRAUD, AHPRA_ADVERTISING, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        "There is no cure for asthma, but inhalers control it.",
        "Permethrin cream cures most people with scabies.",
        "Researchers are still looking for a cure for Alzheimer's disease.",
        "A cure for migraine is still a long way off.",
        "Taking out part of the bowel cannot cure the disease.",
        "The only cure for appendicitis in pregnancy is surgery.",
        "Someone who looks completely healthy can carry the virus.",
        "Myth: garlic cures the flu.",
        "Can raw honey heal eczema?",
        "Cured ham is high in salt.",
    ),
    bad=(
        "Ginger tea [|cures|] migraine.",
        "Melatonin [|cures|] insomnia for good.",
        "Homeopathy [|heals|] eczema.",
        Example("The tea [|gets rid of|] kidney disease.", profile="supplement-marketing"),
        "Acupuncture has [|cured|] arthritis in old and young.",
    ),
)
