"""In marketing, one weak word does not soften a disease claim.

## What it flags

A disease claim on a marketing page whose only qualifier is a weak word: may, might, can help, helps,
supports, designed to.

## Why it matters

Readers of advertising take "may help with arthritis" as a promise. The US self-regulatory body and the FTC
say that such words do not lower the evidence that an advertiser needs.

## Exceptions

A source, a number or a statement of limited evidence in the same or the next sentence. A study, a body or a
tradition to which the sentence ascribes the claim. Negation, questions and debunking. Symptoms that are no
disease. Structure and function wording without a disease ("supports normal bone health"). Patient education,
news and texts for professionals, where a hedge is a hedge.

## What it cannot see

Disease claims in brand names, pictures or hashtags. Whether the stated limits are honest. Wording that lets
readers think of a disease without naming it.

## How to fix

State the evidence and its limits ("two small trials, mixed results"), or drop the disease and say what the
product contains.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.cues import Cues, cues
from healthlint.api import Document, Example, Finding, NoOptions, Rule, sentences, severities
from healthlint_rules.authorities import CFR_101_93, FTC_HEALTH_PRODUCTS, NAD_HEALTH_LITE

_ATTRIBUTED = frozenset(("named", "study", "belief"))
_STATEMENTS = frozenset(("finite", "design", "result", "bullet", "imperative", "way"))
"""The grammatical forms in which a claim is made; the others name a purpose or a means."""
_NO_PRODUCT = frozenset(("people", "evidence", "body"))
_PRESCRIBED = frozenset(("drug", "biologic", "vaccine"))


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each disease claim of an advertisement that only a weak word qualifies."""
    seen: set[int] = set()
    for claim in claims(document):
        sentence = claim.reading.sentence
        if sentence.index in seen or not _weak(claim):
            continue
        if any(heard.limits or heard.cited or heard.counted for heard in _around(document, sentence.index)):
            continue
        seen.add(sentence.index)
        yield Finding(
            sentence.span,
            f"'{claim.text}' is a disease claim, and one weak word does not take the promise out of it.",
            "State the evidence and its limits: two small trials found a slight benefit; larger ones did not.",
        )


def _weak(claim: Claim) -> bool:
    """Whether a named illness is claimed with a weak hedge or a design only, off any approved label."""
    heard = claim.cues
    if claim.negated or heard.question or heard.debunked or heard.attribution in _ATTRIBUTED:
        return False
    if claim.mode not in _STATEMENTS or claim.subject.kind in _NO_PRODUCT:
        return False
    if claim.settled and claim.record is not None and claim.record.kind in _PRESCRIBED:
        return False
    return claim.disease and (1 <= claim.hedge <= 3 or claim.mode == "design")


def _around(document: Document, index: int) -> Iterator[Cues]:
    every = sentences(document)
    yield from (cues(every[n]) for n in (index, index + 1) if n < len(every))


RULE = Rule(
    code="EFF012",
    name="hedge-not-enough",
    severity=severities(None, None, "warning", "warning", None),
    scope="sentence",
    sources=(NAD_HEALTH_LITE, FTC_HEALTH_PRODUCTS, CFR_101_93),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "Turmeric capsules may ease knee arthritis a little, but the evidence is limited and the "
            "trials disagree.",
            profile="supplement-marketing",
        ),
        Example("Calcium supports healthy bones.", profile="supplement-marketing"),
        Example("Metformin helps people with type 2 diabetes.", profile="supplement-marketing"),
        Example("Chamomile tea may help you relax.", profile="supplement-marketing"),
    ),
    bad=(
        Example("[|Turmeric capsules may help with rheumatoid arthritis.|]", profile="supplement-marketing"),
        Example("[|Our infusions can help people with PTSD.|]", profile="clinic-marketing"),
        Example(
            "[|The patch is designed to help people with multiple sclerosis.|]", profile="supplement-marketing"
        ),
    ),
)
