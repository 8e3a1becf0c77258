"""Do not promise to reverse or regrow what medicine cannot.

## What it flags

Reverse, undo, repair, regenerate, regrow, restore or reset a chronic condition or an organ: reverse diabetes,
regrow cartilage, reset your hormones, heal your gut.

## Why it matters

These verbs promise more than relief: they say that the disease will be gone. For most chronic conditions no
treatment does that, and the phrase is common in warning letters to sellers.

## Exceptions

Clinical uses: reversing an overdose, a blood thinner or anaesthesia, vasectomy reversal, repair by surgery.
Remission. "Reversible". Negation, questions and question headings, quotations. Outside marketing only claims
about a condition count; in marketing, "reset your hormones" and the like do as well, unless the sentence is
hedged, gives numbers or states limits.

## What it cannot see

Whether a remission was lasting. "Detox" and "cleanse" without one of these verbs. Reversal implied by a
before and after picture.

## How to fix

Use the measured term: "In DiRECT, 46 in 100 people were in remission after one year" or "can slow the loss of
bone".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.claims import claims
from healthlint.analysis.weighing import as_fact
from healthlint.api import Document, Example, Finding, NoOptions, Rule, Sentence, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import CAP_12, FDA_HEALTH_FRAUD, FTC_HEALTH_PRODUCTS

_REVERSAL = Wording(
    r"\b(?:"
    r"revers(?:e|es|ed|ing)|regrow(?:s|ing)?|regenerat(?:e|es|ing)|reset(?:s|ting)?|rebuild(?:s|ing)?|"
    r"undo(?:es)?|repair(?:s|ing)?|rewir(?:e|es|ing)"
    r")\s+(?:your |the |years of |\w+ ){0,3}(?:"
    r"diabetes|cartilage|hormones?|metabolism|gut|ag(?:e)?ing|arthritis|heart disease|hair loss|nerves?|"
    r"thyroid|liver|immune system|brain|joints?|damage|body|disease|dementia|alzheimer['’]?s?|kidneys?|skin|"
    r"cells"
    r")\b"
    r"|\b(?:is|are|can be) (?:\w+ ){0,2}revers(?:ed|ible)\b(?=[^.;]*\b(?:treatments?|diet\w*|lifestyle|"
    r"supplements?|"
    r"herbs?|therap\w+|exercise|food|fasting|protocol|remed\w+|natural\w*)\b)",
    re.IGNORECASE,
)
_CLINICAL = Wording(
    r"\b(?:"
    r"overdose|anticoagula\w+|anaesthe\w+|anesthe\w+|vasectom\w+|blood thinn\w+|sedation|neuromuscular|"
    r"remission|surger(?:y|ies)|surgeons?|surgical\w*|hernias?|opioid|warfarin|heparin|tear|ligament|fracture|valve"
    r")\b",
    re.IGNORECASE,
)
_HEDGES = frozenset(("may", "might", "could"))


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each sentence that promises to reverse, regrow or reset."""
    seen: set[int] = set()
    for claim in claims(document):
        sentence = claim.reading.sentence
        if (
            claim.kind == "reverse"
            and sentence.index not in seen
            and not _CLINICAL.search(sentence.plain)
            and as_fact(claim, document)
        ):
            seen.add(sentence.index)
            yield _finding(sentence, claim.text)
    for hit in find(document, _REVERSAL) if document.profile.marketing else ():
        sentence = hit.reading.sentence
        if sentence.index in seen or not hit.stated or hit.cues.limits or hit.cues.counted:
            continue
        if _CLINICAL.search(sentence.plain) or not _HEDGES.isdisjoint(hit.reading.lower):
            continue
        seen.add(sentence.index)
        yield _finding(sentence, hit.text)


def _finding(sentence: Sentence, words: str) -> Finding:
    return Finding(
        sentence.span,
        f"'{words}' promises to turn back a condition that treatment at best slows or eases.",
        "Say what changed, in whom and for how long: N in 100 people had normal test results after a year.",
    )


RULE = Rule(
    code="EFF008",
    name="reversal-claim",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, FDA_HEALTH_FRAUD, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        "Flumazenil reverses sedation caused by benzodiazepines.",
        Example("Surgeons repair the damage with a mesh.", profile="clinic-marketing"),
        "No supplement reverses fatty liver disease.",
        "Can weight loss reverse fatty liver disease?",
        "A vasectomy reversal does not always work.",
    ),
    bad=(
        "[|Milk thistle reverses fatty liver disease.|]",
        "[|Collagen powder regrows cartilage in worn knees.|]",
        Example("[|A ten-day cleanse resets your hormones.|]", profile="supplement-marketing"),
    ),
)
