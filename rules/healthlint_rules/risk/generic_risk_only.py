"""Name the harms: a line such as "side effects may occur" tells the reader nothing.

## What it flags

A page with a benefit claim or an offer whose only words about risk are general: "may cause side effects",
"not without risks", "as with any treatment", "results vary", "ask about the risks". For treatments of high
risk (controlled, injected, infused, anaesthetic, psychedelic, surgical) a lone everyday harm is too little as
well where the profile asks for a full disclosure.

## Why it matters

A general line satisfies a lawyer and informs nobody: the reader cannot tell a headache from a stroke. US
guidance on risk information judges what a reasonable reader takes away from the text, not whether the word
"risk" occurs in it; HealthNewsReview marks such stories as not satisfactory.

## Exceptions

Everyday self-care such as walking or hand washing. Pages without a benefit claim or an offer. A risk section
that the page template adds counts when the configuration lists it under `provides`.

## What it cannot see

Whether the named harms are the ones that matter most. A list of harms in an image, a PDF or a linked page,
also where a short teaser only leads to it. Harms worded so freely that no harm word occurs ("you may not feel
like driving").

## How to fix

Replace the general line with the two or three harms that a reader should know, how often they occur and what
to do: "The most common side effects are nausea and vivid dreams. Stop and call your doctor if your mood
changes." Keep the general line only as an introduction to that list.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.risk import risks
from healthlint.analysis.duties import risk_duty
from healthlint.api import Document, Example, Finding, NoOptions, Related, Rule, severities
from healthlint_rules.authorities import CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, HNR_HARMS

_FULL = 3
"""The grade of a disclosure of several harms, or of a serious one with who is at risk."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where risk wording names no harm, or too few for a high-risk treatment."""
    duty = risk_duty(document)
    if duty is None or "risk" in document.provides:
        return
    disclosed = risks(document).about(duty.interventions)
    if disclosed.grade == 0 or disclosed.best is None:
        return
    needed = document.profile.risk_high if duty.high_risk else document.profile.risk_other
    if disclosed.grade >= needed:
        return
    name, said = duty.anchor.intervention.name, disclosed.best.reading.sentence
    missing = "names no harm" if disclosed.grade == 1 else "names too little for a treatment of this risk"
    add = "A, B and C; people with D should ask first" if needed == _FULL else "A and B"
    yield Finding(
        duty.anchor.reading.sentence.span,
        f"What the page says of the risks of {name} {missing}.",
        f"Name them here: the most common side effects of {name} are {add}.",
        related=(Related(said.span, "the fullest statement of risk found"),),
        confidence="high" if duty.anchor.claimed else "medium",
    )


RULE = Rule(
    code="RSK002",
    name="generic-risk-only",
    severity=severities("warning", "warning", "warning", "warning", "warning"),
    scope="document",
    sources=(CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, HNR_HARMS),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Varenicline\n\n"
            "Varenicline helps people stop smoking. Like every medicine, it may have side effects. The "
            "most common side effects are nausea, headache and vivid dreams.\n"
        ),
        Example(
            "# Testosterone injections\n\n"
            "Our testosterone injections may restore energy in men with low levels. They can cause blood "
            "clots, acne, sleep apnoea and infertility.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Stop smoking\n\nAsk a nurse how to stop smoking, and which medicines are not without risks.\n"
        ),
        Example(
            "# Phrases in leaflets\n\n"
            "Many leaflets say that side effects may occur. Ask your pharmacist which ones and how often.\n"
        ),
    ),
    bad=(
        Example(
            "# Varenicline\n\n"
            "[|Varenicline helps people stop smoking.|] Like every medicine, it may have side effects.\n"
        ),
        Example(
            "# Testosterone injections\n\n"
            "[|Our testosterone injections restore energy and muscle strength.|] No treatment is without "
            "risk, and results vary.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Steroid injections\n\n"
            "[|Steroid injections relieve the pain of knee arthritis.|] "
            "Like every procedure, it carries some risks.\n",
            profile="news",
        ),
    ),
)
