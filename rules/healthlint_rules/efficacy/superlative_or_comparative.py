"""Do not rank treatments without a named comparison and its source.

## What it flags

Best, #1, most effective, safest, superior to, better, safer or stronger than something else, with no named
comparison, number and source.

## Why it matters

A ranking is a claim about every alternative at once, and it is rarely tested. US law calls a comparative
claim without substantial evidence false advertising; the UK code and Ahpra ask for proof as well.

## Exceptions

A comparison with a source or, outside marketing, with numbers or ascribed to a study; one that is ascribed to
a named body or to tradition. Instructions ("best taken with food", "the best way to store"). The reader's own
preference ("choose what works best for you"). Hedges ("may be better than"), except in "the only way to" and
the like. Negation, questions and quotations. Outside marketing, sentences that do not name both a treatment
and a condition.

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

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, CFR_202_COMPARATIVE, FDA_COMPOUNDED_KETAMINE

_TREATMENT = (
    r"(?:treatments?|therap(?:y|ies)|antidepressants?|drugs?|medicines?|remed(?:y|ies)|supplements?|clinics?|"
    r"cures?|solutions?|results?|product|process|fat\ burner|painkillers?|anti-inflammator\w+|option|approach|"
    r"method|herb|formula|protocol|source|choice|relief)"
)
_RANKED = Wording(
    rf"""(?:\#\s?1|\bnumber[-\ ]one)\s+(?:\w+\s+){{0,3}}?
        (?:{_TREATMENT}|natural|selling|rated|recommended|doctor)\b
    |\b(?:the\ |our\ )?(?:
        most\ (?:effective|powerful|potent|advanced|trusted|natural|reliable|proven|successful)
        |safest|strongest|best|fastest
        |only\ (?:proven|scientifically\ \w+|natural|effective|known|real|true)
    )\s+(?:\w+[\s-]){{0,3}}?{_TREATMENT}\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPARED = Wording(
    r"""\b(?:
        safer|more\ (?:effective|powerful|potent|natural)|stronger|faster(?:-acting)?|(?:works?\ )?better
        |healthier|gentler|quicker
    )\s+(?:\w+\s+){0,8}?than\s+(?!(?:the|your)\ body\b)\w+
    |\bsuperior\ to\s+\w+|\bcomparable\ to\s+\w+
    |\b(?:just\ )?as\ (?:effective|good|safe|powerful|strong)\ as\s+\w+""",
    re.IGNORECASE | re.VERBOSE,
)
_UNEQUALLED = Wording(
    rf"""\bthe\ only\ (?:
        way|thing|treatment|cure|method|process|therapy|supplement|remedy|solution
    )\ (?:to|that|for)\b
    |\bunlike\ (?:other|conventional|traditional|most|prescription|western)\b
    |\bmost\ (?:effective|powerful|potent)\ (?!{_TREATMENT})\w+\ (?:for|against)\b
    |\b(?:more\ effective\ and\ (?:\w+\ )?safer|safer\ and\ (?:\w+\ )?more\ effective)\b
    |\bno\ other\ (?:treatment|product|therapy|supplement|process)\b|\bbest[-\ ]in[-\ ]class\b
    |\bthe\ best\ (?:results|way)\b|\b(?:better|faster|stronger|more)\ than\ anything\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Said of everything else at once; looked for in marketing only."""
_ADVICE = Wording(
    r"""
    # how to use something, and what to do
    \bfor\ (?:the\ )?best\ results\b|\bbest\ (?:
        taken|used|stored|time|if|place|practice|interests?|(?:\w+\ ){0,3}for\ you
    )\b
    |\bbest\ way\ to\ (?:
        store|take|find|contact|use|know|learn|get|tell|check|keep|start|determine|decide
    )\b
    # what suits the reader
    |\bis\ (?:always\ )?the\ one\b|\bwhat(?:['’]s|\ is|\ works)\ best\b
    |\b(?:your|our|their|my)\ best\b
    |\bdepend(?:s|ing)?\b|\bdecide\b|\bchoose\b|\bdetermine\b|\bfind\ out\b
    |\bbetter\ than\ (?:doing\ )?nothing\b
    # no ranking at all
    |\bas\ (?:soon|long|well|far|much|many)\ as\b|\bnot\ (?:as|more|better|safer)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HEDGES = frozenset(
    "may might could often usually sometimes generally seems seem appears appear probably whether".split()
)
_COPULA = Wording(
    r"\b(?:is|are|was|remains?|offers?|with|as|your|our|by far)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each comparison or superlative without a named comparison and a source."""
    marketing = document.profile.marketing
    for pattern in (_RANKED, _COMPARED, _UNEQUALLED) if marketing else (_RANKED, _COMPARED):
        for hit in find(document, pattern):
            if _excused(hit, marketing, pattern is not _UNEQUALLED) or not _about_health(hit, marketing):
                continue
            yield Finding(
                hit.span,
                f"'{hit.text}' compares without saying with what, in whom and by which study.",
                "Name both sides and the figures: of N people in one trial, N in 100 got better with A and "
                "N with B.",
            )


def _excused(hit: Hit, marketing: bool, hedged: bool) -> bool:
    """Whether the ranking is backed up, denied or advice; `hedged` says whether a hedge excuses it."""
    heard, text = hit.cues, hit.reading.sentence.plain
    if not hit.stated or heard.cited:
        return True
    if heard.attribution in ("named", "study", "belief") and not (marketing and heard.attribution == "study"):
        return True
    if not marketing and (heard.counted or not _COPULA.search(text[: hit.match.start()])):
        return True
    return _ADVICE.search(text) is not None or (hedged and not _HEDGES.isdisjoint(hit.reading.lower))


def _about_health(hit: Hit, marketing: bool) -> bool:
    """Whether the sentence names a treatment or outcome and, outside marketing, both."""
    roles = {mention.role for mention in hit.reading.mentions}
    if hit.text.lower().startswith(("unlike", "the only thing", "the only way")):
        return "outcome" in roles
    return bool(roles) if marketing else roles == {"intervention", "outcome"}


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
        Example("For best results, take the capsules with food.", profile="supplement-marketing"),
        Example("If this is the best treatment plan for you, we book a visit.", profile="clinic-marketing"),
        "The implant is not safer than surgery.",
        (
            "In SELECT, a trial of 17,604 adults, semaglutide was better than placebo at preventing heart "
            "attacks and strokes (6.5% against 8.0%)."
        ),
    ),
    bad=(
        Example("Our cleanse is [|more effective and safer|] for your liver.", profile="supplement-marketing"),
        Example("The [|most effective fat for|] dry skin is lanolin.", profile="supplement-marketing"),
        "We offer [|the most effective treatment|] for migraine.",
        "Krill oil is [|the best supplement|] for arthritis.",
        "Acupuncture is [|safer than ibuprofen|] for back pain.",
        "Cherry juice is the [|#1 remedy|] for gout.",
    ),
)
