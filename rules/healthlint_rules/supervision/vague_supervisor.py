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

import re
from collections.abc import Iterator
from functools import lru_cache

from healthlint.analysis.disclosures.supervision import titles
from healthlint.analysis.lexicon import table
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.phrases import find
from healthlint.wording import Wording
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, FDA_COMPOUNDED_KETAMINE

_ACT = (
    r"(?:(?:who|will|can|may|to|helps? you|and)\s+)*(?:\w+ly\s+)?(?:choos|adjust|set|decid|supervis|overse|monitor|administer|prescrib|inject|"
    r"run|lead|manag|determin|calculat|guid|gives?|recommends?|takes? you through|stays?|handl|work\w* out|tailor|oversee)\w*\b"
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each unqualified person who is put in charge of a medical treatment."""
    hits = tuple(find(document, _pattern()))
    qualified = {hit.reading.sentence.block_index for hit in find(document, titles())} if hits else set()
    for hit in hits:
        text = hit.reading.sentence.plain
        if hit.rejected or hit.quoted or hit.cues.question or hit.reading.sentence.block_index in qualified:
            continue
        if any(
            m.intervention and m.intervention.supervised for m in hit.reading.named("intervention")
        ) or _DOSE.search(text):
            group = "title" if hit.match.group("title") else "led"
            title = hit.match.group(group)
            yield Finding(
                hit.reading.sentence.cut(hit.match.start(group), hit.match.end(group)),
                f"'{title}' is no title of somebody qualified to supervise this treatment.",
                "Name the qualified professional: a doctor, nurse or pharmacist supervises the treatment.",
            )


_DOSE = Wording(
    r"\b(?:doses?|dosing|dosage|medicines?|medications?|prescri\w+|infusions?|injections?)\b", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _pattern() -> Wording:
    titles_of = "|".join(sorted((re.escape(row[0]) for row in table("unqualified")), key=len, reverse=True))
    led = r"(?:supervised|monitored|guided|overseen|under the (?:guidance|care|supervision)) (?:of|by) (?:an? |our |your )?"
    return Wording(
        rf"\b(?:(?<!\w)(?<!comprehensive )(?<!this )(?P<title>(?:{titles_of})s?)\b(?=\s+{_ACT})|{led}(?P<led>(?:{titles_of})s?)\b)",
        re.IGNORECASE,
    )


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
            "A doctor and a facilitator are present during the psilocybin session.", profile="clinic-marketing"
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
