"""Do not use approval or registration as proof that something is safe or works.

## What it flags

Approval, clearance or registration turned into a promise: "approved, so it is safe", "FDA-registered
facility" as a mark of quality, "government-approved", "cleared" used for "approved", or "this approved
treatment" with no regulator named.

## Why it matters

Approval means that benefits outweigh risks for a stated use and group, not that a medicine is safe for
everyone. Registration means that a name is on a list. Advertisers use both to borrow a trust that the
regulator has not given.

## Exceptions

Plain status statements that name the regulator and the use. Text that explains what approval means, or gives
figures. Negation, quotations and questions.

## What it cannot see

Seals and logos. Whether a company really is registered. Borrowed authority in other words ("doctors helped to
design it").

## How to fix

Name regulator, use and year, and keep safety separate: "The FDA approved it for hay fever in 1994. It can
cause nosebleeds."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import FDA_RISK_INFORMATION, FTC_HEALTH_PRODUCTS, TGA_ADVERTISING_CODE

_OVERREACH = Wording(
    # approved, so it is safe
    r"\b(?:approved|cleared|registered|authori[sz]ed)(?: by the (?:FDA|MHRA|TGA|EMA))?,? "
    r"(?:so|which means|and therefore|meaning|therefore|and so)\b[^.?!]{0,60}"
    r"\b(?:safe|effective|works?|trust)\b"
    # marks of quality that are none
    r"|\bFDA[- ](?:registered|inspected|compliant)\b|\bregistered with the FDA\b|\bgovernment[- ]approved\b"
    r"|\bmedically (?:certified|approved|proven)\b"
    # approved, without a regulator
    r"|\b(?:this|our|an|the) (?:clinically |medically |officially |fully )?approved "
    r"(?:treatment|therapy|medicine|drug|remedy|product|formula)\b(?! for\b| by\b| to\b|s\b)",
    re.IGNORECASE,
)
_EXPLAINS = Wording(
    r"\b(?:"
    r"does not mean|doesn['’]t mean|is not the same|not the same as|only means|has not|must be|required to|no "
    r")\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each approval or registration that stands for proof of safety or effect."""
    for hit in find(document, _OVERREACH):
        if not hit.stated or hit.cues.counted or _EXPLAINS.search(hit.reading.sentence.plain):
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' makes an approval or a registration stand for proof of safety or effect.",
            "Name the regulator, the use and the year: the FDA approved it for migraine in 2018.",
        )


RULE = Rule(
    code="OFF005",
    name="approval-overreach",
    severity=severities("suggestion", "suggestion", "warning", "warning", "suggestion"),
    scope="sentence",
    sources=(FTC_HEALTH_PRODUCTS, FDA_RISK_INFORMATION, TGA_ADVERTISING_CODE),
    options=NoOptions,
    check=check,
    good=(
        "The FDA approved fluticasone nasal spray for hay fever in 1994.",
        "An FDA-registered facility is on a list; the agency has not checked its products.",
        "The spray is approved by the FDA, but that does not mean it is safe for everyone.",
        "The monitor is cleared by the FDA, which is a lower bar than approval.",
    ),
    bad=(
        "The spray is [|approved by the FDA, so it is safe|] for the whole family.",
        "Every bottle comes from an [|FDA-registered|] facility.",
        "Try the only [|government-approved|] slimming tea.",
    ),
)
