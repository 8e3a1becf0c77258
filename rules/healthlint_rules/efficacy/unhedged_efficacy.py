"""Do not state an effect as plain fact: hedge it, count it, or name the evidence.

## What it flags

A sentence in which a treatment, product or habit treats, relieves, ends or improves a condition or symptom as
bare fact, without hedge, source, number, population or comparison. "Has been shown to" and "is known to" make
a claim stronger; they are no hedges. A hedge counts only when it belongs to the verb of the effect: "it may
rain, but the drug cures" is not hedged.

## Why it matters

Few treatments work for everybody, and the verb decides how sure readers feel: they take "relieves" as certain
and "may relieve" as possible. GRADE asks for wording that matches the certainty of the evidence. A third or
more of press releases go beyond their study, and the news repeats it.

## Exceptions

Negation in the clause of the claim, questions, headings, debunking. Quotations of four words or more that are
ascribed to somebody, and sentences that name a source, a body or a tradition; outside marketing also a study
and whoever says it. A hedge over the verb: a weak one ("helps") lowers the finding by one level where it does
not clear it. A frequency or a trial result; instructions; mechanisms; harms ("can cause"); "to treat
migraine" where it names a use. Settled pairs (insulin and blood sugar, antibiotics and bacterial infection,
vaccines and their disease, approved uses) except where supplements are sold.

## What it cannot see

Whether the claim is true. Irony. A hedge in the sentence before. A claim spread over several sentences or
told by a picture. Products and conditions that neither the tables nor the wording reveal.

## How to fix

Match the verb to the evidence: "may ease" for early or mixed results, "eased pain in 4 of 10 people" where
you have the number, and name the study. For an approved use say that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.weighing import as_fact
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    CFR_202_FAIR_BALANCE,
    FTC_HEALTH_PRODUCTS,
    GRADE_26,
    HNR_EVIDENCE,
    SUMNER_2014,
    VERB_CERTAINTY,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each sentence that tells an effect as plain fact."""
    seen: set[int] = set()
    for claim in claims(document):
        sentence = claim.reading.sentence
        if sentence.index not in seen and as_fact(claim, document):
            seen.add(sentence.index)
            yield Finding(
                sentence.span,
                f"'{claim.text}' states an effect as plain fact, with no evidence, number or limit.",
                _accepted(claim),
                lowered=claim.hedge > 0,
                confidence="high" if claim.intervention and claim.subject.kind == "intervention" else "medium",
            )


def _accepted(claim: Claim) -> str:
    """A wording with a number in it, with the name of the treatment where there is one."""
    name = claim.record.name if claim.record else "it"
    return f"Say for how many and by which study: in one trial of N people, {name} did this for N in 100."


RULE = Rule(
    code="EFF001",
    name="unhedged-efficacy",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, CFR_202_FAIR_BALANCE, GRADE_26, VERB_CERTAINTY, SUMNER_2014, HNR_EVIDENCE),
    options=NoOptions,
    check=check,
    good=(
        "Acupuncture may ease fibromyalgia pain in some people.",
        (
            "In a trial of 403 people, depression eased in 55% of those given ketamine and in 41% of those "
            "given ECT."
        ),
        "Insulin lowers blood sugar.",
        "Homeopathic drops do not relieve migraine.",
        "Does acupuncture relieve fibromyalgia pain?",
        "Prednisolone can cause mood swings and poor sleep.",
    ),
    bad=(
        "[|Acupuncture relieves fibromyalgia pain.|]",
        "[|Ketamine lifts severe depression and ends suicidal thoughts.|]",
        "[|Ashwagandha has been shown to relieve anxiety.|]",
        "It may rain tomorrow. [|Cupping heals back pain, and it is pleasant.|]",
    ),
)
