"""Do not use a patient's story as proof that a treatment works.

## What it flags

A story or quotation from a patient, a star rating or "our patients tell us" that carries the claim of an
effect: "I was cured", "changed my life", "no longer need my tablets".

## Why it matters

One story says nothing about the next person: those who got no better are not on the page. The FTC asks for
what people can generally expect; in Australia testimonials about clinical care are illegal.

## Exceptions

Stories about experience, care or coping without an effect. A story with typical results, a trial or the word
that not everyone benefits in the same sentence. Outside marketing, stories that nobody tells of himself or
herself. Questions and debunking. Stories of harm.

## What it cannot see

Whether the person exists. Numbers that stand in another sentence. Effects that the story only implies ("I am
back on my bike"). Videos and star ratings in pictures.

## How to fix

Tell the story for the experience, and give the numbers beside it: "One in three people slept better, two in
three noticed no change."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    AHPRA_ADVERTISING,
    FDA_HEALTH_FRAUD,
    FTC_ENDORSEMENTS,
    HNR_BENEFITS,
    TGA_ADVERTISING_CODE,
)

_STORY = Wording(
    # a quotation with an effect
    r"[“\"](?=[^”\"]*\b(?:I|my|me|we|our|she|he|her|his)\b)[^”\"]{0,240}\b(?:"
    r"gone|cured|healed|changed my life|saved my life|threw away|thrown away|"
    r"no longer (?:need|take|have|suffer)|shrank|melted|pain[- ]free|off my med\w*|disappeared|lost \d+|"
    r"never felt better|feel (?:amazing|like a new|so much better|incredible)|life[- ]changing|"
    r"worked (?:wonders|for me)|my \w+ (?:is|was|are|were) (?:finally )?(?:gone|better)|amazing results|"
    r"miracle"
    r")\b[^”\"]{0,160}[”\"]"
    # what the seller says that customers say
    r"|\bour (?:patients|clients|customers|members|users) (?:"
    r"tell us|say|report|love|rave|have (?:seen|reported|lost|experienced)|notice|feel|experience|see"
    r")\b[^.?!]{0,90}\b(?:"
    r"gone|cured|threw away|no longer|better|pain[- ]free|amazing|relief|results|improv\w+|lost|difference|"
    r"transform\w*"
    r")\b"
    # ratings
    r"|\bfive[- ]stars?\b|★★★★|\b5[- ]star reviews?\b"
    # a story in the first or third person
    r"|\b(?:it|this|they|\w+) (?:has |have )?(?:completely |totally |literally )?(?:changed|saved) my life\b"
    r"|\b(?:cured|healed|ended|fixed|got rid of) my\b"
    r"|\bhelped my (?:\w+ ){0,4}(?:so much|a lot|sleep|son|daughter)\b"
    r"|\b(?:my|her|his) (?:[\w-]+ ){0,3}(?:"
    r"headaches?|pain|depression|anxiety|acne|symptoms|fibroids|psoriasis|eczema|migraines?|arthritis|cancer"
    r") (?:\w+ )?(?:disappeared|vanished|went away|is gone|was gone|are gone|were gone|cleared|improved)\b"
    r"|\b(?:customers|clients|people|patients|users|parents|we|I) (?:have )?"
    r"(?:seen?|noticed?|reported?|experienced?|find|found|felt) (?:\w+ ){0,3}"
    r"(?:improvements?|results|relief|changes|difference|revived)\b"
    r"|\bI (?:no longer|finally|instantly) (?:need|feel|have|felt|sleep)\b"
    r"|\bwithin (?:a|one|two) (?:day|week|month)s? (?:he|she|I|my \w+) (?:was|were|could|had|felt)\b",
    re.IGNORECASE,
)
_BALANCED = Wording(
    r"\b(?:"
    r"not well understood|not everyone|did not|does not work|others? (?:did|do) not|individual results|"
    r"no (?:good )?evidence|typical|on average|about \d+ in \d+|\d+ (?:in|out of) \d+|placebo|trial|study|"
    r"survey|limited|unknown|however|only some"
    r")\b",
    re.IGNORECASE,
)
_PERSONAL = Wording(r"\b(?:I|my|me|our (?:patients|clients|customers|members))\b|stars?\b|★", re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each patient story that stands as proof of an effect."""
    for hit in find(document, _STORY):
        heard, text = hit.cues, hit.reading.sentence.plain
        if heard.debunked or heard.question or heard.limits or heard.some or _BALANCED.search(text):
            continue
        if not document.profile.marketing and not _PERSONAL.search(text):
            continue
        yield Finding(
            hit.span,
            "A patient's story stands as proof; it cannot show what happens to most people.",
            "Add beside it what is typical: about N in 100 people get this result, and the others do not.",
        )


RULE = Rule(
    code="EFF010",
    name="testimonial-as-proof",
    severity=severities("warning", "warning", "warning", "warning", None),
    scope="sentence",
    sources=(FTC_ENDORSEMENTS, AHPRA_ADVERTISING, FDA_HEALTH_FRAUD, HNR_BENEFITS, TGA_ADVERTISING_CODE),
    options=NoOptions,
    check=check,
    good=(
        "“The nurse explained every step,” says one patient.",
        "“The tablets made me so dizzy that I fell,” says one patient.",
        "Some patients have reported less pain, but it is not known how long it lasts.",
        "Our patients tell us that the waiting room is too small.",
    ),
    bad=(
        "[|“Two sessions cured me of my migraine,”|] writes one reader.",
        "[|“The tea changed my life: my arthritis pain is gone,”|] says a customer.",
        "[|Our patients tell us that their migraines are gone|].",
        "[|Five stars|]! [|My eczema cleared|] in a week.",
    ),
)
