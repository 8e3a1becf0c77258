"""Do not sell care with urgency or fear.

## What it flags

Pressure on a marketing page: only a few places left, act now, book today before the offer ends, don't wait
until it is too late, before your pain becomes permanent.

## Why it matters

Fear and haste keep people from comparing, asking or sleeping on it. Ahpra, the TGA and the UK codes forbid
advertising that plays on them.

## Exceptions

True emergency advice ("call 911 now if ..."). Dates of vaccine clinics and deadlines. Quotations, negation
and debunking. Appointment notices, and other plain facts about opening times.

## What it cannot see

Countdown timers, colours and pop-ups. Fear that a picture or a story raises without any of the phrases.
Whether a deadline is real.

## How to fix

Say how to book and what it costs, without a deadline. Where waiting is dangerous, say which signs need care
and how soon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, MHRA_BLUE_GUIDE, TGA_ADVERTISING_CODE

_PRESSURE = Wording(
    r"\b(?:only|just) (?:\d+|a few|two|three|five) (?:\w+ ){0,2}"
    r"(?:spots?|places?|slots?|spaces?|appointments?|left|remaining)\b"
    r"|\blimited (?:spots|spaces|places|availability|time (?:only|offer))\b"
    r"|\b(?:act|book|order|call) (?:now|today|fast)\b"
    r"(?=[^.]*\b(?:before|or|while|spots?|offer|discount|save|left|too late)\b)"
    r"|\b(?:"
    r"act now|while supplies last|offer ends|today only|last chance|don['’]t miss out|hurry|spots are filling"
    r")\b"
    r"|\b(?:don['’]t|do not|why) wait (?:until|any longer|for it|another)\b"
    r"|\bbefore (?:it['’]s|it is) too late\b"
    r"|\bbefore (?:your |the |\w+ )?(?:\w+ )?(?:"
    r"(?:becomes?|gets?) (?:worse|serious|severe|permanent|chronic|too late|out of (?:hand|control))|"
    r"steals?|ruins?|destroys?|takes over|robs?"
    r")\b",
    re.IGNORECASE,
)
_URGENT = Wording(
    r"\b(?:"
    r"911|999|112|emergency|ambulance|vaccin\w*|flu clinic|deadline|enrol\w*|appointment notice|chest pain|"
    r"stroke"
    r")\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each appeal to urgency or fear that sells care."""
    for hit in find(document, _PRESSURE):
        if not hit.rejected and not hit.quoted and not _URGENT.search(hit.reading.sentence.plain):
            yield Finding(
                hit.span,
                f"'{hit.text}' presses people to decide about care in a hurry or in fear.",
                "Leave time to decide: think it over, and book from Monday to Friday when you are ready.",
            )


RULE = Rule(
    code="EFF013",
    name="pressure-or-fear-appeal",
    severity=severities(None, None, "warning", "warning", None),
    scope="sentence",
    sources=(AHPRA_ADVERTISING, CAP_12, TGA_ADVERTISING_CODE, MHRA_BLUE_GUIDE),
    options=NoOptions,
    check=check,
    good=(
        Example("Call 911 or 999 now if you cannot breathe.", profile="clinic-marketing"),
        Example("The flu vaccine clinic is open until 30 November.", profile="clinic-marketing"),
        Example("Eat it before it gets cold.", profile="supplement-marketing"),
        Example("Please book your next visit before you leave.", profile="clinic-marketing"),
        Example("Do not wait if one side of your face droops: call an ambulance.", profile="clinic-marketing"),
    ),
    bad=(
        Example("[|Only 3 places left|] for ketamine infusions this month.", profile="clinic-marketing"),
        Example("[|Don't wait until|] your knees give out.", profile="clinic-marketing"),
        Example("[|Act now|] before your hair is gone for ever.", profile="clinic-marketing"),
    ),
)
