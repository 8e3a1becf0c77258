"""Name the possible harms of a treatment wherever you name or offer its benefit.

## What it flags

A page that says that a medicine, procedure, supplement or other treatment helps with a condition, or offers
it, and names no harm of it anywhere. The finding stands on the first such claim or offer. Words such as
"gentle" or "comfortable" name no harm, and a harm that is only denied, asked about or told in a patient's
quotation does not count.

## Why it matters

Readers weigh a treatment by what they are told. A page of benefits makes it look free of cost, and people
whom a side effect takes by surprise may stop a medicine that they need. US law asks a fair balance of benefit
and risk from prescription-drug advertising; DISCERN and HealthNewsReview ask the same of patient pages and
news.

## Exceptions

Pages without a benefit claim or an offer. Everyday self-care such as walking, hand washing or seat belts.
In texts of more than a few lines, treatments that neither the title nor a heading nor two sentences name,
unless a sentence claims or advises several at once. Treatments that are only left out, compared, blamed or
studied, and texts that warn of what they describe. Questions, reference lists and sections on risks make no
claim. A risk section that the page template adds counts when the configuration lists it under `provides`.

## What it cannot see

Whether the harms named are the important ones, or true of this treatment: the rule knows how harms are
worded, not every label. Harms told in a picture, in a video or on a linked page. Harms in a roundabout
wording ("some people were not themselves for days").

## How to fix

Say in a sentence or two, near the benefit, which harms are common and which are serious, with a number where
you have one: "It can cause nausea, constipation and, rarely, an inflamed pancreas." For controlled, injected,
infused, anaesthetic, psychedelic or surgical treatments name at least three harms, or one serious harm and
who is at risk of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.risk import risks
from healthlint.analysis.duties import risk_duty
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    CFR_202_FAIR_BALANCE,
    CRANE_2023,
    DISCERN_RISKS,
    FDA_RISK_INFORMATION,
    HNR_HARMS,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding at the first claim or offer of a document that names no harm at all."""
    duty = risk_duty(document)
    if duty is None or "risk" in document.provides or risks(document).about(duty.interventions).grade > 0:
        return
    name = duty.anchor.intervention.name
    yield Finding(
        duty.anchor.reading.sentence.span,
        f"The page presents {name} as of benefit and names no harm that it can do.",
        f"Add: common side effects of {name} are A and B; about N in 1,000 people get C, which is serious.",
        confidence="high" if duty.anchor.claimed else "medium",
    )


RULE = Rule(
    code="RSK001",
    name="missing-risk-disclosure",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="document",
    sources=(CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, DISCERN_RISKS, HNR_HARMS, CRANE_2023),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Ketamine infusions\n\n"
            "Our ketamine infusions may ease depression in some people. They can bring on confusion, a "
            "sharp rise in blood pressure and bladder problems, so a nurse stays beside you.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Semaglutide\n\n"
            "Semaglutide helps people with obesity lose weight. Many people feel sick or vomit in the "
            "first weeks, and a few get gallstones or an inflamed pancreas.\n"
        ),
        Example(
            "# Semaglutide pens\n\n"
            "A semaglutide pen holds four doses. Keep new pens in the fridge and never freeze them.\n"
        ),
        Example("# Walking\n\nA brisk walk every day improves sleep and lifts your mood.\n"),
        Example(
            "# Saw palmetto\n\n"
            "Does saw palmetto help men with an enlarged prostate? In a trial of 369 men it worked no "
            "better than placebo.\n",
            profile="news",
        ),
    ),
    bad=(
        Example(
            "# Ketamine infusions\n\n"
            "[|Our ketamine infusions lift long-lasting depression.|] A session lasts 40 minutes, in a "
            "private room with soft music.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Semaglutide\n\n"
            "[|Semaglutide helps people with obesity lose weight.|] You inject it under the skin once a "
            "week, always on the same day. Keep unused pens in the fridge.\n"
        ),
        Example(
            "# Valerian capsules\n\n"
            "[|Valerian relieves insomnia and anxiety.|] Each bottle holds 60 capsules. Add to cart.\n",
            profile="supplement-marketing",
        ),
        Example(
            "# Botulinum toxin injections\n\n"
            "[|Botulinum toxin injections relieve chronic migraine.|] The treatment is gentle and takes a "
            "quarter of an hour.\n"
        ),
    ),
)
