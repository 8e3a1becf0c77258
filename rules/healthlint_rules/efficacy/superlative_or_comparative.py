"""Do not rank treatments without a named comparison and its source.

## What it flags

Best, #1, most effective, safest, superior to, better, safer or stronger than something else, with no named
comparison, number and source.

## Why it matters

A ranking is a claim about every alternative at once, and it is rarely tested. US law calls a comparative
claim without substantial evidence false advertising; the UK code and Ahpra ask for proof as well.

## Exceptions

A comparison with number and source. Instructions ("best taken with food", "the best way to store"). Hedged
clinical guidance with a citation. The reader's own preference ("choose what works best for you"). Negation.

## What it cannot see

Whether the cited study supports the ranking. Rankings by picture or order. "Leading" and "trusted" as plain
praise of a company.

## How to fix

Name both sides, the measure and the study: "In SELECT (17,604 adults) 6.5% on semaglutide and 8.0% on placebo
had a heart attack or stroke or died of one." Otherwise drop the ranking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.mentions import Mention
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, CFR_202_COMPARATIVE, FDA_COMPOUNDED_KETAMINE

_CLAIM = re.compile(
    r"#\s?1\b|\bnumber[- ]one\b|\b(?:the )?(?:most (?:effective|powerful|potent|advanced|trusted|natural|reliable|proven|successful)|safest|"
    r"strongest|best|fastest|only (?:proven|scientifically \w+|natural|effective|known|real|true))\s+(?:\w+[\s-]){0,3}?"
    r"(?:treatments?|therap(?:y|ies)|antidepressants?|drugs?|medicines?|remed(?:y|ies)|supplements?|clinics?|cures?|solutions?|results?|"
    r"product|process|way|fat burner|anti-inflammator\w+|painkillers?|fat|option|approach|method|herb|formula|sauna|protocol|source)\b"
    r"|\b(?:far |much |way |significantly |even |up to \d+ times |more and |just as )?(?:safer|more effective|more powerful|more potent|superior|"
    r"stronger|faster(?:-acting)?|works? better|better|healthier|gentler|more natural|quicker|effective|\*?far\*? better|\*?far\*? faster)\s+"
    r"(?:\w+\s+){0,5}?(?:than|to|as)\s+(?:any|other|all|the|your|most|prescription|conventional|traditional|standard|western|modern|drugs?|"
    r"medications?|medicines?|pills?|surgery|antidepressants?|statins?|opioids?|antibiotics?|anything|oral|chemical|synthetic|pharmaceutical\w*|"
    r"taking|steroids?|it|what|doctors?|chemo\w*|painkillers?|[A-Z]\w+)\b"
    r"|\bthe only (?:way|thing|treatment|cure|method|process|therapy|supplement|remedy|solution|\w+ \w+ process) (?:to|that|for)\b"
    r"|\bunlike (?:other|conventional|traditional|most|prescription|western)\b|\bstronger than anything\b|\bbest[- ]in[- ]class\b"
    r"|\bno other (?:treatment|product|therapy|supplement|process)\b|\b(?:better|faster|more) than anything\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\bbest (?:taken|used|stored|time|to|if|place|practice|for you|interests?|way to (?:store|take|find|contact|use|know|learn|get|avoid|"
    r"tell|check|keep|start))\b|\bwhat(?:['’]s| is| works) best\b|\bwork(?:s)? best\b|\bbest (?:choice|option) for you\b|\b(?:your|our|their|my) best\b|"
    r"\bas (?:soon|long|well|far|much|many|good) as\b|\bnot (?:as|more|better|safer)\b|\bless\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each comparison or superlative without a named comparison and a source."""
    for hit in find(document, _CLAIM):
        heard, text = hit.cues, hit.reading.sentence.plain
        if (
            hit.rejected
            or hit.quoted
            or heard.question
            or heard.cited
            or heard.attribution in ("named", "study", "belief")
        ):
            continue
        if _ADVICE.search(text) or (heard.counted and not document.profile.marketing):
            continue
        if not _about_health(hit.reading.mentions, document) or set(hit.reading.lower) & {
            "may",
            "might",
            "could",
        }:
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' compares without saying with what, in whom and by which study.",
            "Name both sides and the figures: in one trial of N people, N in 100 improved with A and N in "
            "100 with B.",
        )


def _about_health(mentions: tuple[Mention, ...], document: Document) -> bool:
    """Whether the sentence names a treatment and, outside marketing, what it is for."""
    roles = {mention.role for mention in mentions}
    return bool(roles) if document.profile.marketing else roles == {"intervention", "outcome"}


RULE = Rule(
    code="EFF005",
    name="superlative-or-comparative",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(CFR_202_COMPARATIVE, CAP_12, AHPRA_ADVERTISING, FDA_COMPOUNDED_KETAMINE),
    options=NoOptions,
    check=check,
    good=(
        "Take the tablet at the time that works best for you.",
        "The best way to store insulin pens is in the fridge.",
        "The implant is not safer than surgery.",
        (
            "In SELECT, a trial of 17,604 adults, semaglutide was better than placebo at preventing heart "
            "attacks and strokes (6.5% against 8.0%)."
        ),
    ),
    bad=(
        "We offer [|the most effective treatment|] for migraine.",
        "Krill oil is [|the best supplement|] for arthritis.",
        "The new implant is [|safer than|] surgery.",
        "Meet the [|#1|] remedy for gout.",
    ),
)
