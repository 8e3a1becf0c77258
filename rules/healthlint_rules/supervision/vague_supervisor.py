"""Name a qualified professional: a coach or guide cannot supervise a prescription or an invasive treatment.

## What it flags

A vague or unqualified supervisor for a prescription, controlled or invasive treatment: coach, guide, healer,
wellness expert, practitioner, facilitator, consultant, "our team".

## Why it matters

The title is what tells readers whether anybody can recognise and treat a complication. Advertising codes and
professional regulators ask for the real qualification; vague titles are a usual way around that.

## Exceptions

A qualified title in the same sentence or paragraph (doctor, nurse, pharmacist, anaesthetist, psychiatrist,
licensed, registered or board-certified). Topics without a prescription, such as a fitness coach.

## What it cannot see

Whether a person holds the title that the page gives. Titles that are protected in one country and free in
another. Qualifications on a linked staff page.

## How to fix

Write the title: "A psychiatrist sets the dose, and a registered nurse stays with you." Say what the coach
does and does not do.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, FDA_COMPOUNDED_KETAMINE


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each vague or unqualified supervisor of a treatment that needs a professional."""
    yield from ()


RULE = Rule(
    code="SUP006",
    name="vague-supervisor",
    severity=severities("suggestion", None, "warning", "suggestion", None),
    scope="sentence",
    sources=(CAP_12, FDA_COMPOUNDED_KETAMINE, AHPRA_ADVERTISING),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "A nurse and a facilitator stay with you during the psilocybin session.", profile="clinic-marketing"
        ),
        Example("Your fitness coach plans three running sessions a week.", profile="clinic-marketing"),
        Example(
            "Your coach can remind you of appointments, but only the doctor changes the dose.",
            profile="clinic-marketing",
        ),
        Example("A wellness coach may not set the dose of a ketamine infusion.", profile="clinic-marketing"),
    ),
    bad=(
        Example("Your [|wellness coach|] will set the ketamine dose.", profile="clinic-marketing"),
        Example("A [|facilitator|] gives the psilocybin and watches the session.", profile="clinic-marketing"),
        Example("Our [|healers|] adjust your thyroid medicine every month.", profile="clinic-marketing"),
    ),
)
