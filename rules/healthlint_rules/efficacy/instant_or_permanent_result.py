"""Do not promise instant or permanent results.

## What it flags

Promises of speed or of permanence in a sentence that claims an effect: instantly, overnight results, in just
three days, within minutes, permanently, for good, once and for all, forever. On marketing pages a condition,
a symptom or a body weight beside the words is enough.

## Why it matters

Quick and lasting results are what sells a fraud: FDA and FTC lists of warning signs open with them. For most
conditions the effect takes weeks and may fade.

## Exceptions

Onset facts with a source, or ascribed to a study, a body or the label. Effects that are hedged. Harms and
warnings ("permanent hearing loss"). Procedures that are permanent, such as a vasectomy. Negation, questions
and quotations. Emergencies ("call immediately"). "Overnight" as a time of day, "for good reason".

## What it cannot see

Whether the speed given is right. A before-and-after picture that implies speed. "Soon" and "quickly", which
are too common to judge.

## How to fix

Give the usual time and how long the effect lasts: "Most people notice a change after two to four weeks; after
a year, half still feel better."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.claims import claims
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import FDA_HEALTH_FRAUD, FTC_GUT_CHECK, FTC_HEALTH_PRODUCTS, HNR_BENEFITS

_FAST = Wording(
    r"\b(?:"
    r"instantly|instant (?:relief|results|energy|calm)|overnight (?:results|success|cure|fix)|"
    r"immediate (?:relief|results|improvement|energy boost)|permanently|"
    r"permanent (?:relief|results|cure|solution|weight loss)|results? (?:is|are) permanent|"
    r"once and for all|for good|forever|"
    r"in (?:just|only|as little as|under|less than) "
    r"(?:a few|\d+|one|two|three|four|five|six|seven|ten|thirty)\s?(?:to \d+ )?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|sessions?|treatments?|visits?)|"
    r"from as little as one session|in its tracks|"
    r"\d+ (?:pounds|lbs?|stone|kg|dress sizes) in \d+ (?:days?|weeks?)|in (?:1 to 3|\d+ to \d+) days|"
    r"after (?:just )?(?:one|a single) (?:session|treatment|visit|dose|spray)|"
    r"within (?:24 hours|minutes|hours|days|a week|seconds)"
    r")\b(?! of (?:\w+ ){0,2}(?:symptoms?|onset|outbreak|exposure|injury|contact|"
    r"sex|blister|rash|fever|signs?)\b)",
    re.IGNORECASE,
)
_NO_BENEFIT = Wording(
    r"\b(?:"
    r"permanent (?:"
    r"damage|harm|hearing|vision|disability|injury|scarr\w+|hair removal|address|resident|loss|teeth|makeup|"
    r"contraception|birth control|procedure"
    r")|"
    r"vasectomy|steril\w+|for good (?:reason|measure|cause|health|behaviou?r)|call|see a doctor|seek|"
    r"get medical|hospital|contact|emergency|die|died|death|fatal|dangerous|take (?:it|the|one)|store|harm\w*|"
    r"wear off|fade|react\w*|side effects?|onset|half-life|peak|reported|cancel|deliver\w*|approved in|"
    r"results in minutes|test results|appointment|reply|refund|etched|lost|scarred|"
    r"swelling|bruis\w*|tender\w*|sore\w*|redness|"
    r"impair\w*|damag\w*|mice|rats?"
    r")\b",
    re.IGNORECASE,
)
_WEIGHT = Wording(r"\b(?:pounds|lbs?|stone|kg|kilos|inches|dress sizes?)\b", re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each promise that a result comes at once or lasts for ever."""
    for hit in find(document, _FAST):
        if not hit.stated or hit.cues.cited or hit.cues.attribution in ("named", "study", "belief"):
            continue
        if _NO_BENEFIT.search(hit.reading.sentence.plain) or not _promises(hit, document):
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' promises a result that is instant or lasts for ever.",
            "Give the usual time: most people who improve notice it within N weeks, and it may not last.",
        )


def _promises(hit: Hit, document: Document) -> bool:
    """Whether a benefit is what comes fast: a claim in the sentence, or in marketing a good outcome."""
    index = hit.reading.sentence.index
    if any(c.reading.sentence.index == index and c.asserted and c.hedge < 2 for c in claims(document)):
        return True
    weight = _WEIGHT.search(hit.reading.sentence.plain)
    return document.profile.marketing and (weight is not None or hit.names("outcome"))


RULE = Rule(
    code="EFF006",
    name="instant-or-permanent-result",
    severity=severities("warning", "warning", "error", "error", "suggestion"),
    scope="sentence",
    sources=(FDA_HEALTH_FRAUD, FTC_GUT_CHECK, FTC_HEALTH_PRODUCTS, HNR_BENEFITS),
    options=NoOptions,
    check=check,
    good=(
        "The painkiller starts to work in about 30 minutes.",
        "Loud noise can damage your hearing permanently.",
        "A vasectomy permanently prevents pregnancy.",
        Example(
            "Aciclovir helps most when you start it within hours of the first blister.",
            profile="clinic-marketing",
        ),
        "No cream removes eczema overnight.",
        "Wear the splint overnight, and for good reason: it keeps the wrist straight.",
    ),
    bad=(
        "Ginger [|instantly|] relieves migraine.",
        Example("Lose ten pounds [|in just 7 days|].", profile="supplement-marketing"),
        "The laser removes eczema [|for good|].",
        "Acupuncture ends sciatica [|once and for all|].",
    ),
)
