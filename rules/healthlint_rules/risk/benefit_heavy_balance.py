"""Give harms a fair share of the text: do not let benefits outnumber them many times over.

## What it flags

A page on which sentences that claim a benefit outnumber those that name a harm by more than the profile
allows: 3 to 1 in marketing, 4 to 1 in news, 5 to 1 elsewhere. Where one sentence names several harms, the
distinct harms count instead of the sentences. The finding stands on the first claim.

## Why it matters

A long list of benefits with one harm at its end reads as praise with a formality. Fair balance means
comparable depth, not equal length, and for that reason this is never an error: it asks the editor to look
again.

## Exceptions

Pages with fewer than four benefit sentences, and pages on everyday self-care. Sentences about a mechanism
("it blocks a receptor"), about a purpose ("used to treat"), about limits and about myths are no benefits.

## What it cannot see

How serious each harm is: one line on a fatal risk can outweigh ten on small comforts. Benefits and harms in
images or tables without sentences.

## How to fix

Cut repeated benefits, and say more about the harms: how often, how bad, who is at risk, what to do. A table
with benefits and harms side by side often solves it.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.disclosures.risk import risks
from healthlint.analysis.duties import risk_duty
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, HNR_HARMS

_FEW = 4
"""Fewer sentences of benefit are no imbalance."""
_WHOLLY_HEDGED = 4
"""The level of a hedge that says that little or nothing is known."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where sentences of benefit outnumber harms by more than the profile's ratio."""
    duty = risk_duty(document)
    if duty is None:
        return
    benefits = {claim.reading.sentence.index for claim in claims(document) if _of_benefit(claim)}
    disclosed = risks(document)
    harms = max(len(disclosed.named), len(disclosed.concepts))
    ratio = document.profile.benefit_ratio
    if len(benefits) >= _FEW and len(benefits) > ratio * harms:
        yield Finding(
            duty.anchor.reading.sentence.span,
            f"Sentences of benefit stand {len(benefits)} to {len(disclosed.named)} that name a harm; more than "
            f"{ratio} to 1 is one-sided.",
            "Give the harms comparable depth: N in 100 get it, mostly in the first weeks; call us if it lasts.",
            confidence="medium",
        )


def _of_benefit(claim: Claim) -> bool:
    """Whether a claim counts as a benefit: not debunked, not wholly hedged, and more than a purpose."""
    if not claim.asserted or claim.cues.debunked or claim.mode in ("means", "purpose"):
        return False
    return claim.hedge < _WHOLLY_HEDGED


RULE = Rule(
    code="RSK004",
    name="benefit-heavy-balance",
    severity=severities("suggestion", "suggestion", "warning", "warning", "suggestion"),
    scope="document",
    sources=(CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, HNR_HARMS),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# TMS therapy\n\n"
            "TMS therapy may relieve depression. It may ease anxiety. It may improve sleep. It may sharpen "
            "concentration. It can cause headache and scalp pain. Very rarely it causes a seizure. It may "
            "also trigger mania in people with bipolar disorder.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Berberine capsules\n\n"
            "Berberine lowers blood sugar a little. It lowers cholesterol too. It can cause constipation.\n",
            profile="supplement-marketing",
        ),
        Example(
            "# How TMS works\n\n"
            "TMS sends short magnetic pulses through the scalp. The pulses make nerve cells fire. The coil "
            "is moved until the thumb twitches. A course takes six weeks. TMS can cause headache.\n"
        ),
    ),
    bad=(
        Example(
            "# TMS therapy\n\n"
            "[|TMS therapy relieves depression.|] TMS eases anxiety. TMS improves sleep. TMS sharpens "
            "concentration. TMS restores energy. TMS can cause headache.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Berberine capsules\n\n"
            "[|Berberine lowers blood sugar.|] Berberine lowers cholesterol. Berberine helps you lose "
            "weight. Berberine improves digestion. Berberine can cause constipation.\n",
            profile="supplement-marketing",
        ),
        Example(
            "# Sertraline\n\n"
            "[|Sertraline relieves depression.|] Sertraline eases anxiety. Sertraline prevents panic attacks. "
            "Sertraline improves sleep. Sertraline restores energy. Sertraline reduces obsessive thoughts. "
            "Sertraline can cause nausea.\n"
        ),
    ),
)
