"""Do not wave a risk away: give its size and let the reader judge.

## What it flags

A risk that is named or hinted at and made small without a number: "nothing to worry about", "only minor",
"don't let that put you off", "a small price to pay", "well tolerated".

## Why it matters

Reassurance without a figure tells readers how to feel instead of what to expect. US guidance on risk
information counts minimising words against the advertiser even where the risk itself is stated, because they
change what readers take away.

## Exceptions

A number or a comparison in the same or the next two sentences ("mild in 9 of 10 people"). Harms that the
sentence goes on to name. Reassurance that also says whom to call, or that a symptom is normal. What a named
study reports. Negation, questions, quotations and debunking.

## What it cannot see

Whether the reassurance is right: some effects really are minor. Tone that makes a risk small without any of
the usual phrases.

## How to fix

Give the frequency and say what to do: "About 1 in 10 people gets a sore arm, which passes in two days. Call
us if it gets worse after that." Write "well tolerated" only beside the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.cues import cues
from healthlint.analysis.disclosures.risk import harms
from healthlint.api import Document, Finding, NoOptions, Rule, sentences, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, HNR_HARMS

_MINIMISED = Wording(
    r"\b(?:"
    r"side[- ]?effects?|risks?|complications?|reactions?|downsides?|downtime"
    r")\b[^.?!;]{0,40}\b(?:"
    r"only (?:minor|mild|slight|temporary)|minor and|minimal|negligible|nothing to worry about|very few|"
    r"virtually none|practically none|rare and mild|mild and (?:temporary|short-lived)|are few|insignificant"
    r")\b"
    r"|\b(?:"
    r"minimal|negligible|few|virtually no|practically no|little to no|almost no|next to no|hardly any|"
    r"barely any"
    r") (?:known )?(?:risks?|side[- ]?effects?|complications?|downsides?)\b"
    r"|\bnothing to worry about\b"
    r"|\bdon['’]t (?:"
    r"let (?:that|this|it|them) (?:put you off|scare you|stop you|worry you)|"
    r"worry about (?:the )?side effects"
    r")\b"
    r"|\b(?:small|tiny) price to pay\b"
    r"|\b(?:is|are|was|were) (?:extremely |very |generally |remarkably |exceptionally )?well[- ]tolerated\b",
    re.IGNORECASE,
)
_HELP = Wording(
    r"\b(?:call|tell|ask|see|contact|get help|if (?:it|they|the)|normal|doctor|GP|nurse|pharmacist)\b",
    re.IGNORECASE,
)

_NEXT = 2
"""How many sentences later a number still counts."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each risk that is named and waved away."""
    every = sentences(document)
    for hit in find(document, _MINIMISED):
        index = hit.reading.sentence.index
        near = [cues(sentence) for sentence in every[index : index + 1 + _NEXT]]
        if not hit.stated or any(heard.counted for heard in near):
            continue
        if any(harm.start >= hit.match.end() for harm in harms(hit.reading)):
            continue
        if hit.cues.attribution == "study" or _HELP.search(hit.reading.sentence.plain):
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' waves a risk away without saying how often it happens.",
            "Give the number and what to do: N in 100 people get a headache; call us if it lasts over 3 days.",
        )


RULE = Rule(
    code="RSK006",
    name="minimised-risk",
    severity=severities("warning", "suggestion", "warning", "warning", "suggestion"),
    scope="sentence",
    sources=(FDA_RISK_INFORMATION, CFR_202_FAIR_BALANCE, HNR_HARMS),
    options=NoOptions,
    check=check,
    good=(
        (
            "The tablets were well tolerated: 4 in 100 people stopped because of side effects, compared "
            "with 3 in 100 on placebo."
        ),
        "Mild swelling for two days is normal. Call us if it spreads or you get a fever.",
        "Tell the nurse about every side effect, even if it seems only minor.",
        "Is a fever after the injection nothing to worry about?",
    ),
    bad=(
        "[|Side effects of the injection are nothing to worry about|].",
        "Your skin may burn a little, but [|don't let that put you off|].",
        "The drops [|are well tolerated|], so you can start today.",
        "Some pain is a [|small price to pay|] for smooth skin.",
    ),
)
