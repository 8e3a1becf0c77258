"""Do not turn normal life into a disease, or inflate how many people are ill.

## What it flags

A normal state or a risk factor described as a disease ("ageing is a disease"), a crowd of sufferers without a
number and a source ("millions suffer in silence", "everyone has toxins"), and on marketing pages "you may
already have" with a disease.

## Why it matters

Labels make healthy people patients, with tests, treatments and worry that they do not need. HealthNewsReview
has a criterion of its own for it, and the Australian code forbids it.

## Exceptions

Sentences with a source, a named study or body, or a number. Quotations, questions, negation and debunking.
Outside marketing, "you may have" as advice to see somebody.

## What it cannot see

Whether the borders of a diagnosis are sound. A questionnaire that finds something in everyone. Pictures of
sad people.

## How to fix

Say how common and how serious it is, with a source, and that it can be normal: "Forgetting a name now and
then is common and rarely a sign of disease."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import HNR_DISEASE_MONGERING, TGA_ADVERTISING_CODE

_MONGERING = Wording(
    r"\b(?:millions?|thousands|countless|most|many|half) (?:of )?(?:\w+ ){0,3}(?:"
    r"suffer|have|live with|struggle with|are (?:affected|living)"
    r")\b[^.?!]{0,80}\b(?:"
    r"in silence|do(?:n['’]t| not) (?:even )?(?:know|realise|realize)|without knowing|unaware|undiagnosed|"
    r"never know"
    r")\b"
    r"|\byou (?:may|might|could|probably|likely) (?:already )?(?:have|be suffering|suffer from)\b"
    r"|\bsilent (?:epidemic|killer|suffer\w+)\b"
    r"|\b(?:ag(?:e)?ing|wrinkles|tiredness|shyness|baldness|menopause|cellulite)(?: \w+)? (?:is|are) "
    r"(?:a |an )?(?:disease|illness|disorder|medical condition|epidemic)\b"
    r"|\b(?:everyone|everybody|almost everyone|nearly everyone|we all) "
    r"(?:has|have|is|are|suffers?|needs?)\b[^.?!]{0,50}\b(?:"
    r"toxins?|toxic|parasites?|deficien\w+|inflam\w+|imbalances?|candida|detox"
    r")\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each sentence that makes a disease of a normal state or inflates its number."""
    for hit in find(document, _MONGERING):
        heard = hit.cues
        if not hit.stated or heard.cited or heard.attribution in ("named", "study"):
            continue
        if hit.text.lower().startswith("you ") and not (document.profile.marketing and _of_disease(hit)):
            continue
        if heard.counted and not heard.vague:
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' makes a disease of a normal state, or of a number that nobody can check.",
            "Say how common it is and that it can be normal: in N of 100 people it is harmless and passes.",
        )


def _of_disease(hit: Hit) -> bool:
    """Whether "you may have" opens its clause and a disease follows at once."""
    before = hit.reading.sentence.plain[: hit.match.start()].rstrip()
    if before and before[-1] not in ",;:—" and not before.lower().endswith(("that", "and", "then")):
        return False
    return any(m.disease and 0 <= m.start - hit.match.end() <= 20 for m in hit.reading.named("outcome"))


RULE = Rule(
    code="EFF014",
    name="disease-mongering",
    severity=severities("suggestion", "suggestion", "warning", "warning", None),
    scope="sentence",
    sources=(HNR_DISEASE_MONGERING, TGA_ADVERTISING_CODE),
    options=NoOptions,
    check=check,
    good=(
        (
            "The World Health Organization estimates that 46% of adults with high blood pressure do not "
            "know that they have it."
        ),
        "Baldness is not a disease.",
        "You may already have had this vaccine as a child.",
        "Is menopause a disease?",
    ),
    bad=(
        "[|Millions of men suffer in silence|] from low testosterone.",
        Example("If you forget names, [|you may already have|] early dementia.", profile="clinic-marketing"),
        "[|Baldness is a disease|], and it can be treated.",
    ),
)
