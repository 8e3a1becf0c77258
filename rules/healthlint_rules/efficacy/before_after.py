"""Do not promote a treatment with before-and-after pictures.

## What it flags

Text, captions or image descriptions on a marketing page that announce a before-and-after comparison of a
treatment ("before and after" with a gallery, photos, results, a product), "real results", "real
transformations" and "see the difference".

## Why it matters

Such pictures show the best case, chosen and lit by the seller, and imply that the reader will get the same.
Ahpra and the UK code restrict them, for some treatments entirely.

## Exceptions

Clinical instructions and measurements ("before and after surgery, do not eat", "taken before and after the
dose"), unless the sentence speaks of pictures as well. Studies. Negation and debunking. "Before" and "after"
as words of time.

## What it cannot see

The pictures themselves, if neither text, caption nor description says what they are. Whether the people in
them gave their consent. Measurements that are given with numbers and a source, but in words of a display
("see the results").

## How to fix

Describe the usual result in words and numbers, with how long it lasts. Where pictures are allowed, show
typical results and say how they were chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, FTC_HEALTH_PRODUCTS

_DISPLAY = Wording(
    r"\bbefore[- ](?:and|&)[- ]after\b|\bbefore/after\b|\bbefore \(left\)[^.]{0,20}after\b|\bbefore-after\b"
    r"|\breal (?:patient )?(?:transformations?|results)\b|\bsee the (?:difference|transformation|results)\b",
    re.IGNORECASE,
)
_OF_RESULTS = Wording(
    r"\b(?:"
    r"gallery|photos?|pictures?|images?|results?|transformations?|see|view|browse|our|patients?|cases?|botox|"
    r"filler\w*|ozempic|lbs|real"
    r")\b"
    r"|\.(?:jpe?g|png|webp)\b",
    re.IGNORECASE,
)
_CLINICAL = Wording(
    r"\b(?:"
    r"surgery|meals?|exercise|touch\w*|wash\w*|measured|taken|blood|eating|drinking|procedure|dose|"
    r"treatment period|bed|study|trial"
    r")\b",
    re.IGNORECASE,
)
_PICTURES = Wording(r"\b(?:gallery|photos?|pictures?|transformation)", re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each before-and-after display that promotes a treatment."""
    for hit in find(document, _DISPLAY):
        text = hit.reading.sentence.plain
        if hit.rejected or (_CLINICAL.search(text) and not _PICTURES.search(text)):
            continue
        if hit.text.lower().startswith(("real", "see")) or _OF_RESULTS.search(text.replace(hit.text, " ")):
            yield Finding(
                hit.span,
                "Before-and-after displays show the best cases and read as a promise.",
                "Say what is typical instead: N in 100 people see a difference, and it lasts about N months.",
            )


RULE = Rule(
    code="EFF011",
    name="before-after",
    severity=severities(None, None, "warning", "warning", None),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, AHPRA_ADVERTISING, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        Example("Check the wound before and after your shower.", profile="clinic-marketing"),
        Example("Blood pressure was taken before and after the infusion.", profile="clinic-marketing"),
        Example("Rest before surgery, and drive only two days after it.", profile="clinic-marketing"),
    ),
    bad=(
        Example("Browse our [|before and after|] gallery of lip filler.", profile="clinic-marketing"),
        Example(
            "See the [|before-and-after|] photos of our weight-loss injections.", profile="clinic-marketing"
        ),
        Example(
            "Botox for frown lines\n\n![[|Before and after|] pictures of a forehead](forehead.jpg)\n",
            profile="clinic-marketing",
        ),
    ),
)
