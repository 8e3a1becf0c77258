"""Say that a high-risk treatment is given only by qualified staff who monitor the patient.

## What it flags

A page on a treatment of high risk (anaesthetics, psychedelics, infusions, opioids, drugs under a restricted
programme, chemotherapy) whose strongest statement is "talk to your doctor" or a legal line. Such treatments
need more: that they are used only under a qualified professional and with monitoring.

## Why it matters

"Ask your doctor" fits a tablet from the pharmacy. It hides that somebody must be in the room when a drug can
stop breathing or cause dissociation: after esketamine, staff watch the patient for at least two hours.

## Exceptions

Pages with more than three statements on professionals, which describe how the treatment is supervised. News.
Mentions as history or as a mechanism. A notice that the page template adds counts when the configuration
lists it under `provides`.

## What it cannot see

Whether a clinic really monitors. Monitoring that only a picture shows. A high-risk product under a name that
the tables do not hold.

## How to fix

Write who gives it and what they watch: "It is given only in a clinic where trained staff check your breathing
and blood pressure until you are well enough to go home."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.disclosures.supervision import supervision
from healthlint.analysis.duties import Duty, supervision_duty
from healthlint.api import Document, Example, Finding, NoOptions, Related, Rule, severities
from healthlint_rules.authorities import CAP_12, FDA_COMPOUNDED_KETAMINE, SPRAVATO_LABEL

_UNDER_SUPERVISION = 3
"""The grade of a statement that the treatment is used only under a professional who monitors it."""
_OFTEN = 3
"""A page that sends its reader to a professional more often than this describes use under supervision."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where a high-risk treatment has no more than "talk to your doctor"."""
    duty, said = supervision_duty(document), supervision(document)
    needed = document.profile.supervision_high or _UNDER_SUPERVISION
    if (
        duty is None
        or not duty.high_risk
        or _is_surgery(duty, document)
        or "supervision" in document.provides
        or said.best is None
    ):
        return
    if 1 <= said.grade < needed and len(said.statements) <= _OFTEN:
        name = duty.anchor.intervention.name
        yield Finding(
            duty.anchor.reading.sentence.span,
            f"Treatment with {name} is high-risk, and all that the page says is to talk to somebody about it.",
            f"Add: only a qualified health professional should give you {name}, where staff can monitor you.",
            related=(Related(said.best.reading.sentence.span, "the strongest statement found"),),
            confidence="high" if duty.anchor.claimed else "medium",
        )


def _is_surgery(duty: Duty, document: Document) -> bool:
    """Whether it is an operation, of which readers know who does it unless somebody sells it."""
    return "surgery" in duty.anchor.intervention.classes and not document.profile.marketing


RULE = Rule(
    code="SUP002",
    name="weak-supervision-for-high-risk",
    severity=severities("warning", None, "error", None, "suggestion"),
    scope="document",
    sources=(FDA_COMPOUNDED_KETAMINE, SPRAVATO_LABEL, CAP_12),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Ketamine infusions\n\n"
            "Our ketamine infusions may ease depression. They can cause dissociation, high blood pressure "
            "and bladder problems. Every infusion is given under the supervision of a doctor, who "
            "monitors you throughout.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Oxycodone\n\n"
            "Oxycodone relieves severe pain after an operation. It can cause constipation, slowed "
            "breathing and addiction. Take it only under the supervision of a doctor, who checks you "
            "regularly.\n"
        ),
        Example(
            "# Hernia\n\n"
            "Hernia repair surgery mends the gap in the muscle. Talk to your GP about the operation.\n"
        ),
        Example(
            "# How ketamine was found\n\n"
            "Ketamine was first made in 1962 and used on battlefields. Ask your doctor if you have "
            "questions about its history.\n"
        ),
    ),
    bad=(
        Example(
            "# Ketamine infusions\n\n"
            "[|Our ketamine infusions ease depression.|] They can cause dissociation, high blood pressure "
            "and bladder problems. Talk to your doctor to find out whether they suit you.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Oxycodone\n\n"
            "[|Oxycodone relieves severe pain after an operation.|] It can cause constipation, slowed "
            "breathing and addiction. This page does not replace medical advice.\n"
        ),
        Example(
            "# Psilocybin\n\n"
            "[|Psilocybin may ease depression in some people.|] It can cause panic, confusion and a fast "
            "heartbeat. Ask your doctor before you change your treatment.\n"
        ),
    ),
)
