"""Name a qualified professional: a coach or guide cannot supervise a prescription or an invasive treatment.

## What it flags

A vague or unqualified title that is put in charge of a prescription, controlled or invasive treatment, or of
a dose: a coach, guide, healer, wellness expert, practitioner, facilitator, consultant or "our team" that
gives, sets, adjusts or supervises it.

## Why it matters

The title is what tells readers whether anybody can recognise and treat a complication. Advertising codes and
professional regulators ask for the real qualification; vague titles are a usual way around that.

## Exceptions

A qualified title in the same sentence or paragraph (doctor, nurse, pharmacist, anaesthetist, psychiatrist,
licensed, registered or board-certified). Topics without a prescription, such as a fitness coach. Negation,
questions and quotations.

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
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import AHPRA_ADVERTISING, CAP_12, FDA_COMPOUNDED_KETAMINE

_ACT = (
    r"(?:(?:who|will|can|may|to|helps? you|and)\s+)*(?:\w+ly\s+)?(?:"
    r"choos|adjust|set|decid|supervis|overse|monitor|administer|prescrib|inject|run|lead|manag|determin|"
    r"calculat|guid|gives?|recommends?|takes? you through|stays?|handl|work\w* out|tailor|oversee"
    r")\w*\b"
)
"""What makes somebody a supervisor: the beginning of a verb, with what may stand before it."""
_LED_BY = (
    r"(?:supervised|monitored|guided|overseen|under the (?:guidance|care|supervision)) "
    r"(?:of|by) (?:an? |our |your )?"
)
_DOSE = Wording(
    r"\b(?:doses?|dosing|dosage|medicines?|medications?|prescri\w+|infusions?|injections?)\b", re.IGNORECASE
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each unqualified person who is put in charge of a medical treatment."""
    hits = tuple(find(document, _pattern()))
    qualified = {hit.reading.sentence.block_index for hit in find(document, titles())} if hits else set()
    for hit in hits:
        if not hit.stated or hit.reading.sentence.block_index in qualified or not _medical(hit):
            continue
        group = "title" if hit.match.group("title") else "led"
        yield Finding(
            hit.reading.sentence.cut(hit.match.start(group), hit.match.end(group)),
            f"'{hit.match.group(group)}' is no title of somebody qualified to supervise this treatment.",
            "Name the qualified professional: a doctor, nurse or pharmacist supervises the treatment.",
        )


def _medical(hit: Hit) -> bool:
    """Whether the sentence names a treatment that needs supervision, or a dose."""
    named = hit.reading.named("intervention")
    if any(mention.intervention and mention.intervention.supervised for mention in named):
        return True
    return _DOSE.search(hit.reading.sentence.plain) is not None


@lru_cache(maxsize=1)
def _pattern() -> Wording:
    """An unqualified title with what makes its holder a supervisor; the title is a group of its own."""
    names = "|".join(sorted((re.escape(row[0]) for row in table("unqualified")), key=len, reverse=True))
    title = rf"(?:{names})s?"
    return Wording(
        r"\b(?:(?<!\w)(?<!comprehensive )(?<!this )"
        rf"(?P<title>{title})\b(?=\s+{_ACT})|{_LED_BY}(?P<led>{title})\b)",
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
