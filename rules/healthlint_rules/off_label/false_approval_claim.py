"""Call a product approved only when the regulator approved that product for that use.

## What it flags

"FDA-approved", "approved by the MHRA" and the like on something that is not: a use outside the label, a
supplement, a compounded medicine, a clinic, a procedure, a cosmetic, a stem-cell product, an app.

## Why it matters

A false approval claim is the one statement that tells readers to stop asking. It is illegal for drugs and
supplements, and a study of ketamine advertising found it on real sites.

## Exceptions

Negation ("not FDA-approved"), questions and conditions ("if it were approved"). Comparison with the approved
product ("unlike FDA-approved Spravato"). Debunking. Approved pairs. Devices that are "cleared", except as
"FDA clearance for" something that has none.

## What it cannot see

Approvals after the date of the tables, in other countries, or of products that the tables do not hold. A logo
or a seal in a picture.

## How to fix

State what is true: "Ketamine is approved as an anaesthetic, not for depression." "The FDA does not approve
supplements."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint import knowledge
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    CAP_12,
    CRANE_2023,
    FDA_COMPOUNDED_KETAMINE,
    FDA_UNAPPROVED_GLP1,
    FTC_HEALTH_PRODUCTS,
)

_APPROVED = Wording(
    r"\b(?:FDA|MHRA|TGA|EMA|government|Health Canada|Medsafe)[- ](?:fully[- ])?approved\b"
    r"|\b(?:FDA|MHRA|TGA|EMA) (?:approval|clearance) for\b"
    r"|\bapproved by the (?:FDA|MHRA|TGA|EMA|Food and Drug Administration|US FDA|U\.S\. FDA)\b"
    r"|\bthe FDA (?:has )?approved\b",
    re.IGNORECASE,
)
_KINDS_WITHOUT_APPROVAL = Wording(
    r"\b(?:"
    r"supplements?|gumm(?:y|ies)|stem[- ]cells?|clinics?|compounded \w+|tinctures?|herbal|herbs?|vitamins?|"
    r"exosomes?|peptides?|homeopath\w+|essential oils?|CBD (?:oil|gumm\w+|drops|tincture)|IV drips?|"
    r"vitamin drips?|detox|spas?|facilit(?:y|ies)|apps?|cosmetics?|skincare|probiotics?|teas?"
    r")\b",
    re.IGNORECASE,
)
_TELLS_APART = Wording(
    r"\b(?:"
    r"unlike|compared (?:with|to)|versus|than|rather than|alternative to|not|n['’]t|never|no|only|yet to be|"
    r"if|whether|until|once|does|seek\w*|await\w*|pending|lack\w*|without|except|including|such as|Epidiolex|"
    r"Spravato|prescription version|(?:19|20)\d\d"
    r")\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each approval that is claimed for something a regulator has not approved."""
    for hit in find(document, _APPROVED):
        text = hit.reading.sentence.plain
        if hit.rejected or hit.cues.question or _TELLS_APART.search(text):
            continue
        what = _not_approved(hit)
        if what:
            yield Finding(
                hit.span,
                f"'{hit.text}' is claimed for {what}, and there is no such approval.",
                f"Say what is true: the FDA has not approved {what}.",
            )


def _not_approved(hit: Hit) -> str:
    """What the approval is claimed for, where the tables or its kind say that there is none."""
    text = hit.reading.sentence.plain
    near = text[max(0, hit.match.start() - 60) : hit.match.end() + 70]
    named = [m for m in hit.reading.named("intervention") if m.specific]
    outcomes = [m for m in hit.reading.named("outcome") if m.id and m.start < hit.match.end() + 90]
    uses = [(m, outcome, knowledge.use_of(m.id, outcome.id)) for m in named for outcome in outcomes]
    if any(use is not None and use.status in ("approved", "limited") for _, _, use in uses):
        return ""
    for mention, outcome, use in uses:
        if use is not None and use.reviewed and use.status in ("off-label", "never-approved"):
            return f"{text[mention.start : mention.end]} for {knowledge.condition(outcome.id).name}"
    if found := _KINDS_WITHOUT_APPROVAL.search(near):
        return f"a {found.group()}" if not found.group().endswith("s") else found.group()
    return next((text[m.start : m.end] for m in named if _unapprovable(m.intervention)), "")


def _unapprovable(record: knowledge.Intervention | None) -> bool:
    """Whether no regulator approves things of this kind."""
    return record is not None and (
        record.kind == "supplement" or bool(record.classes & {"investigational", "compounded"})
    )


RULE = Rule(
    code="OFF004",
    name="false-approval-claim",
    severity=severities("error", "error", "error", "error", "error"),
    scope="sentence",
    sources=(CRANE_2023, FTC_HEALTH_PRODUCTS, FDA_UNAPPROVED_GLP1, FDA_COMPOUNDED_KETAMINE, CAP_12),
    replaces=("EFF",),
    options=NoOptions,
    check=check,
    good=(
        "Ketamine is not FDA-approved for anxiety.",
        "No probiotic capsule is FDA-approved, because the agency does not approve supplements.",
        "Semaglutide (Wegovy) is FDA-approved for weight management.",
        "Sermorelin was approved by the FDA in 1997 for a test of growth hormone.",
        "Unlike the FDA-approved pen, a compounded copy has not been checked by the agency.",
        "If the stem cell injection were approved by the FDA, its label would say so.",
    ),
    bad=(
        "Ask about our [|FDA-approved|] ketamine drip for anxiety.",
        "These [|FDA-approved|] probiotic capsules calm a bloated stomach.",
        "Our stem cell injections are [|approved by the FDA|].",
        "All our compounded tirzepatide is [|FDA-approved|].",
    ),
)
