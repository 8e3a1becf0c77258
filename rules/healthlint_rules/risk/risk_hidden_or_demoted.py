"""Show risk information in the open: not folded away, in small print, or in an image description.

## What it flags

A marketing page whose only named harms stand where few readers look: in a collapsed element, a footnote,
small print, image alternative text or a tooltip. The finding stands on the hidden text.

## Why it matters

Law and guidance on advertising ask that risks be as prominent as benefits: clear, conspicuous and neutral. A
harm behind a click is read by those who already worry, and by nobody else.

## Exceptions

Hidden text that repeats harms which are also visible. Image descriptions that name a single harm. Pages that
name no harm at all, for which there is a rule of its own (`missing-risk-disclosure`).

## What it cannot see

What a style sheet hides, shrinks or greys out. Pop-ups and tabs that a script builds. Colours and contrast.
Only the structure of the markup is known.

## How to fix

Put the serious harms in a visible sentence beside the claim. Keep the folded part for the long list, not for
the only one.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.risk import harms, risks
from healthlint.analysis.duties import risk_duty
from healthlint.analysis.mentions import readings
from healthlint.api import Document, Example, Finding, NoOptions, Related, Rule, severities
from healthlint_rules.authorities import (
    CFR_101_93,
    CFR_202_FAIR_BALANCE,
    FDA_MAJOR_STATEMENT,
    TGA_ADVERTISING_CODE,
)

_SEVERAL = 2
"""How many harms an image text has to name to be taken for a disclosure."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where the only named harms stand in small print, a collapsed part or an image text."""
    duty = risk_duty(document)
    if duty is None:
        return
    named = risks(document).about(duty.interventions).named
    if any(statement.reading.sentence.block.prominence == "normal" for statement in named):
        return
    pictured = (r for r in readings(document) if r.sentence.block.name == "alt" and len(harms(r)) >= _SEVERAL)
    for reading in (*(statement.reading for statement in named), *pictured):
        where = (
            "in an image text" if reading.sentence.block.name == "alt" else "in small print or a collapsed part"
        )
        yield Finding(
            reading.sentence.span,
            f"The only harms that the page names stand {where}, where readers of the claim do not meet them.",
            f"Say it in plain sight next to the claim: {reading.sentence.plain}",
            related=(Related(duty.anchor.reading.sentence.span, "the claim that they belong to"),),
        )
        return


RULE = Rule(
    code="RSK011",
    name="risk-hidden-or-demoted",
    severity=severities(None, None, "warning", "warning", None),
    scope="document",
    sources=(CFR_202_FAIR_BALANCE, FDA_MAJOR_STATEMENT, TGA_ADVERTISING_CODE, CFR_101_93),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "<h1>Botox</h1>\n"
            "<p>Botox relieves chronic migraine. It can cause drooping eyelids and trouble swallowing.</p>\n"
            "<details>\n"
            "<summary>All side effects</summary>\n"
            "<p>Botox can also cause headache, neck pain and dry eyes.</p>\n"
            "</details>\n",
            profile="clinic-marketing",
            format="html",
        ),
        Example(
            "<h1>Finasteride by post</h1>\n"
            "<p>Finasteride slows hair loss.</p>\n"
            "<h2>Side effects</h2>\n"
            "<p>Finasteride can cause low sex drive and depression.</p>\n"
            "<p>Order online.</p>\n",
            profile="clinic-marketing",
            format="html",
        ),
        Example(
            "# Minoxidil tablets\n\n"
            "Minoxidil tablets slow hair loss. They can cause swelling and a fast heartbeat.\n\n"
            "![Minoxidil can cause swelling and a fast heartbeat.](warnings.png)\n",
            profile="clinic-marketing",
        ),
    ),
    bad=(
        Example(
            "<h1>Botox</h1>\n"
            "<p>Botox relieves chronic migraine.</p>\n"
            "<details>\n"
            "<summary>Important information</summary>\n"
            "<p>[|Botox can cause drooping eyelids and trouble swallowing.|]</p>\n"
            "</details>\n",
            profile="clinic-marketing",
            format="html",
        ),
        Example(
            "<h1>Finasteride by post</h1>\n"
            "<p>Finasteride slows hair loss. Order online.</p>\n"
            "<p><small>[|Finasteride can cause low sex drive and depression.|]</small></p>\n",
            profile="clinic-marketing",
            format="html",
        ),
        Example(
            "# Minoxidil tablets\n\n"
            "Minoxidil tablets slow hair loss.\n\n"
            "![[|Minoxidil can cause swelling, a fast heartbeat and low blood pressure.|]](warnings.png)\n",
            profile="clinic-marketing",
        ),
    ),
)
