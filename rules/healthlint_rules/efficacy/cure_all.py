"""Do not let one product treat a list of unrelated conditions.

## What it flags

A sentence in which one product or treatment helps four or more conditions of at least three body systems, or
is offered for them on a marketing page. The number of conditions can be set in the options. In marketing also
"a wide range of conditions" and its like.

## Why it matters

"One product does it all" is the first warning sign in the FDA's list of health frauds: unrelated diseases
have different causes, and nothing treats them all.

## Exceptions

Sentences with a source; the many uses of a class such as steroids ("doctors use ... for many conditions").
Directories of services. Lists of side effects, of risks and of symptoms. Lists of what a clinic does not
treat. Questions, debunking, and what is told as a belief or a tradition.

## What it cannot see

Whether each single pair is true. Lists that are spread over several list items, pages or tabs. Conditions
that the tables do not hold.

## How to fix

Keep the conditions for which there is evidence, each with its source, and drop the rest. A page for each use
leaves room for the benefit and the harms of that use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sized
from dataclasses import dataclass, field

from healthlint.analysis.claims import claimed
from healthlint.analysis.cues import cues
from healthlint.analysis.duties import OFFER
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.scope import NEGATORS
from healthlint.api import Document, Example, Finding, Rule, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    CRANE_2023,
    FDA_HEALTH_FRAUD,
    FTC_HEALTH_PRODUCTS,
    HNR_DISEASE_MONGERING,
)


@dataclass(frozen=True)
class Options:
    """How long a list is suspicious."""

    conditions: int = field(
        default=4,
        metadata={"help": "how many conditions of different body systems are too many", "min": 2, "max": 20},
    )


_SYSTEMS = 3
"""How many body systems the conditions must belong to, so that they are unrelated."""
_EVERYTHING = Wording(
    r"\b(?:long list|host|wide (?:range|variety|array|spectrum)|broad (?:range|spectrum)|multitude|myriad|"
    r"plethora) of (?:\w+ ){0,2}"
    r"(?:conditions|ailments|illnesses|diseases|disorders|health (?:problems|issues))\b",
    re.IGNORECASE,
)
"""Illnesses in general, which an advertisement need not even list."""
_NOT_A_PROMISE = Wording(
    r"""\b(?:
        # a list of harms, signs or risks
        side[-\ ]?effects?|signs|symptoms?\ (?:includ\w+|of|such)|risks?|caus(?:e|es|ed)|factors?
        |contribut\w*|deriv(?:e|es|ed)|result(?:s|ed)?\ from|due\ to|comorbidit\w+
        # the many uses of a class of medicines
        |doctors?\ use|used\ (?:for|in)\ many|such\ as|do(?:es)?\ not
        # a directory of services, a finding of a study
        |specialt(?:y|ies)|departments?|associated|linked|increase
        # a warning, or whom it is for
        |avoid|history\ of|if\ you\ have|people\ with|patients\ with|allerg\w+\ to|complications?|tell\ your
        # a law
        |bill|endorses?|legislation|withdrawal
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield one finding on each sentence in which one thing helps four or more unrelated conditions."""
    for reading in readings(document):
        sentence = reading.sentence
        records = [m.condition for m in reading.named("outcome") if m.condition is not None]
        ill = {record.id: record for record in records if record.kind != "function"}
        systems = {record.system for record in ill.values()} - {"general"}
        everything = document.profile.marketing and _EVERYTHING.search(sentence.plain) is not None
        if not everything and (len(ill) < options.conditions or len(systems) < _SYSTEMS):
            continue
        heard = cues(sentence)
        if heard.debunked or heard.question or heard.cited or heard.believed >= 0:
            continue
        if _NOT_A_PROMISE.search(sentence.plain):
            continue
        if sentence.index in claimed(document) or _offered(reading, document):
            yield Finding(
                sentence.span,
                f"One treatment is said to help {_many(ill)} unrelated conditions, as cure-alls are sold.",
                "Keep the one that was studied: in one trial of N people with it, N in 100 got better.",
            )


def _offered(reading: Reading, document: Document) -> bool:
    """Whether a marketing page offers something for the conditions that the sentence lists."""
    if not document.profile.marketing or not NEGATORS.isdisjoint(reading.lower):
        return False
    first = next(reading.named("outcome"), None)
    if first is not None and reading.lower[max(first.first - 1, 0)] == "for":
        return True
    named = any(mention.role == "intervention" for mention in reading.mentions)
    return named or OFFER.search(reading.sentence.plain) is not None


def _many(ill: Sized) -> str:
    return str(len(ill)) if len(ill) > 1 else "many"


RULE = Rule(
    code="EFF009",
    name="cure-all",
    severity=severities("warning", "warning", "warning", "warning", "suggestion"),
    scope="sentence",
    sources=(FDA_HEALTH_FRAUD, FTC_HEALTH_PRODUCTS, HNR_DISEASE_MONGERING, CRANE_2023),
    options=Options,
    check=check,
    good=(
        "For centuries people have taken black seed for asthma, gout, anxiety and hair loss.",
        "Doctors use prednisolone for many conditions, such as asthma, lupus, gout and eczema.",
        "Side effects of the tonic include acne, headache, insomnia and diarrhea.",
        "Ozone therapy does not help asthma, arthritis, infertility or depression.",
        "Our hospital has departments for asthma, diabetes, psoriasis and depression.",
    ),
    bad=(
        "[|Ozone therapy helps asthma, arthritis, infertility, depression and psoriasis.|]",
        "[|Black seed oil relieves acne, migraine, diabetes and memory loss.|]",
        Example("[|Ozone therapy treats a wide range of illnesses.|]", profile="clinic-marketing"),
        "[|This tonic treats gout, anxiety, asthma and hair loss.|]",
    ),
)
