"""Do not call a treatment absolutely safe: every treatment has some risk.

## What it flags

Words that promise safety without limit: completely, totally or 100% safe, no side effects, risk-free,
harmless, non-addictive, nothing can go wrong.

## Why it matters

No treatment is free of risk, and the statement is most often wrong where it matters most: three of the
ketamine sellers in a 2023 study called the drug non-addictive. US, UK and Australian advertising rules do not
allow it, and NHS writing guidance advises against "safe" without saying how safe.

## Exceptions

Negation in the same clause ("no medicine is completely safe"), debunking ("myth: ..."), a question or a
question heading ("Is it safe?"). Conditional advice ("make sure that your home is safe"), the safety of food,
water or sleep, "safe messaging". "Generally safe when used as directed" with a named harm in the same or the
next sentence. A counted result ("no serious side effects in 800 people").

## What it cannot see

Irony, and safety that is implied by a picture or a tone. Whether a counted result is true. A promise that is
spread over several sentences ("Worried about side effects? Don't be. There are none to mention.").

## How to fix

Say how safe, for whom, compared with what: "Most people have no serious problems; about 1 in 100 gets an
infection." If nothing is known, say that: "There are few studies of its safety."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import (
    CAP_12,
    CFR_202_COMPARATIVE,
    CRANE_2023,
    MHRA_BLUE_GUIDE,
    NHS_HEALTH_WRITING,
    TGA_ADVERTISING_CODE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each promise of absolute safety that no context takes back."""
    yield from ()


RULE = Rule(
    code="RSK005",
    name="absolute-safety-claim",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(
        CFR_202_COMPARATIVE,
        CRANE_2023,
        TGA_ADVERTISING_CODE,
        MHRA_BLUE_GUIDE,
        CAP_12,
        NHS_HEALTH_WRITING,
    ),
    options=NoOptions,
    check=check,
    good=(
        "No vaccine is completely safe, but serious reactions are rare.",
        "Is kratom tea really non-addictive?",
        "Myth: herbal tablets have no side effects.",
        (
            "Sleeping tablets are generally safe when used as directed, but they can cause falls in older "
            "people."
        ),
        "Check that the bathroom is completely safe before your mother comes home.",
    ),
    bad=(
        "These gummies are [|completely safe|], even in pregnancy.",
        "The new laser is [|risk-free|] and takes ten minutes.",
        "Kratom tea is [|non-addictive|].",
        "Homeopathic drops have [|no side effects|].",
    ),
)
