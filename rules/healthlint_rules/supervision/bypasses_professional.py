"""Do not sell or praise a treatment as a way around a health professional.

## What it flags

Phrases that present avoiding a professional as an advantage: no prescription needed, without seeing a doctor,
skip the doctor, no doctor visit, cancel your appointment, replaces therapy.

## Why it matters

The check that is skipped is the one that finds the wrong diagnosis, the dangerous combination or the
pregnancy. Advertising codes do not allow text that discourages people from essential treatment, and HONcode
asks that a site support, not replace, the relation between patient and doctor.

## Exceptions

Facts about medicines sold over the counter ("you can buy ibuprofen without a prescription"); in marketing
only where they stand before the phrase. Warnings ("beware of sites that sell without a prescription") and
words on the law. A sentence that names a professional before the phrase, unless the phrase says "without".
Negation, questions, quotations and debunking.

## What it cannot see

Services that hide the missing professional behind a form. Irony. Whether a product may legally be sold
without a prescription in the reader's country.

## How to fix

Say how the professional is involved: "A doctor reviews your answers and may ask to see you before
prescribing." If nobody is, do not advertise that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.disclosures.supervision import titles
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import CAP_12, FDA_COMPOUNDED_KETAMINE, HON_COMPLEMENTARITY, MHRA_BLUE_GUIDE

_BYPASS = Wording(
    # nobody needed
    r"\bno (?:"
    r"prescription|doctor(?:['’]s)?(?: visits?| appointments?)?|referral|office visit|waiting room|appointment"
    r")s?\s*(?:is |are )?(?:needed|required|necessary)\b"
    r"|\b(?:with )?no (?:prescription|awkward doctor visit|doctor['’]?s? visits?)\b"
    r"|\bwithout (?:(?:ever )?(?:seeing|visiting|needing|having to see|going to) )?(?:a |any |your |the )?"
    r"(?:doctor|prescription|physician|GP)\b"
    # passed over, or replaced
    r"|\bskip the (?:doctor|clinic|waiting room|pharmacy|doctor['’]s office)\b"
    r"|\breplaces? (?:therapy|your (?:doctor|therapist|medicines?|medications?|pills))\b"
    r"|\bcancel your (?:next )?(?:appointment|session)s?\b"
    # treatment given up
    r"|\b(?:ditch|throw away|bin|quit|come off|stop taking) your (?:\w+ )?"
    r"(?:medicines?|medications?|meds|pills|antidepressants?|statins?|drugs)\b"
    # the reader as doctor
    r"|\binstead of (?:seeing|going to) (?:a|the|your) (?:doctor|GP|physician)\b|\bbe your own doctor\b"
    r"|\bdiagnose (?:yourself|\w+(?: \w+)? without)\b"
    r"|\bno need (?:for|to see) (?:a |the |your )?(?:doctor|prescription|GP)\b",
    re.IGNORECASE,
)
_WARNING = Wording(
    r"\b(?:"
    r"beware|do not|don['’]t|never|avoid|illegal|dangerous|unsafe|should not|shouldn['’]t|risky?|scam|warn\w*|"
    r"fake|over the counter|over-the-counter|you can buy|available|paracetamol|ibuprofen|pharmac\w+|cold|"
    r"unless|usually|before|abruptly|suddenly|side effects?|can buy|laws?|sold"
    r")\b",
    re.IGNORECASE,
)
_SELF_CARE = Wording(r"\b(?:often|usually|mild|minor|yourself|most people)\b", re.IGNORECASE)
"""Words with which a text that informs says what people may well treat by themselves."""

_UNLAWFUL = Wording(
    r"\b(?:illegal\w*|unlawful\w*|criminal\w*|against the law|be wary|warn\w*)\b", re.IGNORECASE
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each sentence that sells doing without a professional."""
    for hit in find(document, _BYPASS):
        if _excused(hit) or _warned(hit, document.profile.marketing):
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' sells doing without the professional who keeps this treatment safe.",
            "Say who has to be involved: a doctor checks whether this is right for you and prescribes it.",
        )


def _excused(hit: Hit) -> bool:
    """Whether the phrase is denied, debunked, asked about or quoted; a "no" of its own denies nothing."""
    denied = hit.denied and "no " not in hit.text.lower()
    return denied or hit.myth or hit.cues.debunked or hit.quoted or hit.cues.question


def _warned(hit: Hit, marketing: bool) -> bool:
    """Whether the sentence warns of doing so, states a fact about the trade, or names a professional before."""
    text = hit.reading.sentence.plain
    before, after = text[: hit.match.start()], text[hit.match.end() :]
    if _UNLAWFUL.search(text) or _WARNING.search(before):
        return True
    if not marketing and (_WARNING.search(after) or _SELF_CARE.search(before)):
        return True
    return "without" not in hit.text.lower() and titles().search(before) is not None


RULE = Rule(
    code="SUP003",
    name="bypasses-professional",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(HON_COMPLEMENTARITY, CAP_12, MHRA_BLUE_GUIDE, FDA_COMPOUNDED_KETAMINE),
    options=NoOptions,
    check=check,
    good=(
        "Be wary of websites that sell antibiotics with no prescription needed.",
        "You can buy ibuprofen without a prescription in most shops.",
        "Never stop insulin without seeing a doctor.",
        "The app does not replace your therapist.",
        "You can often treat a mild sore throat without seeing your GP.",
    ),
    bad=(
        "Order sleeping tablets online, [|no prescription needed|].",
        "You can start testosterone [|without seeing a doctor|].",
        "[|Skip the doctor|] and treat your thyroid from your phone.",
        "Our app [|replaces your therapist|] and your antidepressants.",
    ),
)
