"""Say who should not take a treatment, or should ask first, when you tell readers to take it.

## What it flags

A treatment or supplement page that tells the reader to take, use or have something and never says who should
not, or who should ask first: in pregnancy or breastfeeding, in childhood, with liver, kidney or heart
disease, with other medicines.

## Why it matters

An instruction reaches everyone who reads it, also those for whom it is dangerous. DISCERN asks for the risks
of each treatment; NHS medicine pages answer "who can and cannot take it" before anything about dosing.

## Exceptions

News. Pages on which any sentence names such a group, a condition in which to ask, or an interaction. Everyday
self-care such as walking.

## What it cannot see

Whether the groups named are the right ones for this product. Warnings in a picture of the pack, or on a
linked page or in a leaflet, unless the link text names whom they concern.

## How to fix

Add a line before the instruction: "Do not take it if you are pregnant or take blood thinners. Ask a
pharmacist first if you have kidney disease."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.duties import grave, risk_duty
from healthlint.analysis.mentions import Reading, readings
from healthlint.api import Document, Example, Finding, NoOptions, Rule, sentences, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    DISCERN_RISKS,
    FDA_COMPOUNDED_KETAMINE,
    NHS_HEALTH_WRITING,
    TGA_ADVERTISING_CODE,
)

_TAKE = Wording(
    r"(?:^|[.;:]\s)(?:"
    r"take|use|apply|start|inject|drink|swallow|try|add|mix|have|chew|spray|put|place|dissolve"
    r")\b"
    r"|\byou (?:should|can|could|need to|will) (?:take|use|apply|inject)\b",
    re.IGNORECASE,
)
_DOSE = Wording(
    r"\b(?:"
    r"recommended (?:dose|dosage)|once a day|twice a day|"
    r"(?:capsules?|tablets?|gumm(?:y|ies)|softgels?|drops|scoops?|sprays?|pills?) "
    r"(?:a|per|each|every|daily|with)|"
    r"daily dose|\d+\s?mg (?:once|twice|three times|a|per|each|every|daily)"
    r")\b",
    re.IGNORECASE,
)
_WHO = Wording(
    r"\b(?:"
    r"pregnan\w+|breast-?\s?feed\w*|nursing mothers?|trying to (?:get pregnant|conceive)|"
    r"not (?:suitable|recommended|safe|right) for|should (?:not|never|avoid)|shouldn['’]t|must not|"
    r"do not (?:take|use|have|give)|don['’]t (?:take|use|give|have)|avoid (?:it|this|using|taking)?|"
    r"contra-?indicat\w+|who should not|who can(?:['’]t|not)|children under|under (?:12|16|18)|"
    r"(?:liver|kidney|heart) (?:disease|problems?|failure|condition)|other medic\w+|allerg\w+ to|history of|"
    r"if you (?:have|take|are taking|use)|interact\w*|"
    r"ask (?:your|a) (?:doctor|pharmacist|GP|midwife) (?:before|first|if)"
    r")\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where the reader is told to take something and never who should not."""
    if any(_WHO.search(sentence.plain) for sentence in sentences(document)):
        return
    told = next((reading for reading in readings(document) if _instructs(reading, document)), None)
    if told is None:
        return
    duty = risk_duty(document)
    name = next(_grave(told, document), duty.anchor.intervention.name if duty else None)
    if name is not None:
        yield Finding(
            told.sentence.span,
            f"The page tells people to use {name} and never says who should not.",
            f"Add: ask a doctor or pharmacist before you use {name} if you are pregnant or breastfeeding, have "
            "liver, kidney or heart disease, or take other medicines.",
            confidence="medium",
        )


def _instructs(reading: Reading, document: Document) -> bool:
    """Whether a sentence tells the reader to take something that it names, or how much to take."""
    text = reading.sentence.plain
    if reading.sentence.block.kind == "heading":
        return False
    return _DOSE.search(text) is not None or (_TAKE.search(text) is not None and any(_grave(reading, document)))


def _grave(reading: Reading, document: Document) -> Iterator[str]:
    """The interventions with risks that a sentence names."""
    for mention in reading.named("intervention"):
        record = mention.intervention
        if record is not None and grave(record, document.profile.marketing):
            yield record.name


RULE = Rule(
    code="RSK009",
    name="who-should-not-missing",
    severity=severities("suggestion", None, "suggestion", "warning", "suggestion"),
    scope="document",
    sources=(DISCERN_RISKS, NHS_HEALTH_WRITING, TGA_ADVERTISING_CODE, FDA_COMPOUNDED_KETAMINE),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Fish oil\n\n"
            "Do not take fish oil with blood thinners unless your doctor agrees. Swallow two capsules with "
            "dinner to lower your cholesterol.\n",
            profile="supplement-marketing",
        ),
        Example(
            "# Minoxidil foam\n\n"
            "Use minoxidil foam twice a day to slow hair loss. See [who should not use it](#who-should-not).\n"
        ),
        Example(
            "# St John's wort\n\n"
            "Ask a pharmacist before you take St John's wort: it changes how many other medicines work. "
            "Take one tablet every morning to relieve a low mood.\n",
            profile="supplement-marketing",
        ),
        Example(
            "# Kratom\n\n"
            "People take kratom to feel awake. Start with our guide to the plant, and use the form below.\n",
            profile="supplement-marketing",
        ),
        Example("# Walking\n\nWalk for half an hour every day to lower your blood pressure.\n"),
    ),
    bad=(
        Example(
            "# Fish oil\n\n[|Swallow two fish oil capsules with dinner to lower your cholesterol.|]\n",
            profile="supplement-marketing",
        ),
        Example(
            "# Minoxidil foam\n\n"
            "[|Use minoxidil foam twice a day to slow hair loss.|] It can make the scalp itch.\n"
        ),
        Example(
            "# St John's wort\n\n[|Take one St John's wort tablet every morning to relieve a low mood.|]\n",
            profile="supplement-marketing",
        ),
    ),
)
