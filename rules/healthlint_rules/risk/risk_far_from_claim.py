"""Put the harms near the claim, not at the far end of the page.

## What it flags

Harms that the page does name, but far from the benefit. In marketing they must stand within 150 words of the
first claim, or in its section and before the first call to action. In patient education the first of them
must come before the last 40% of the text or under a heading on risks, in news before the last third. The
finding stands on the first claim and points to the first harm.

## Why it matters

Most readers do not reach the end of a page, and those who click "book" never do. Fair balance in US
drug-advertising law is a matter of depth and prominence: risk information that is there but out of sight does
not balance the claim.

## Exceptions

Documents of fewer than 300 words, outside marketing of fewer than 400. Outside marketing, a heading that
names side effects, risks or safety counts as near wherever it stands, because readers find it through the
list of contents, and a claim in a heading is not held to it.

## What it cannot see

What the page looks like: columns, banners, font sizes, or a box that the design places beside the claim.
Distance is counted in words and sections of the source text.

## How to fix

Move the harms into the section of the first claim, or add one sentence there with the most serious ones and a
link to the full list. In patient education give the harms a heading of their own, such as "Side effects".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.disclosures.risk import risks
from healthlint.analysis.duties import risk_duty
from healthlint.analysis.sections import is_risks
from healthlint.api import Document, Example, Finding, NoOptions, Related, Rule, Sentence, sentences, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, TGA_ADVERTISING_CODE
from healthlint_rules.lengths import word_count, words_between

_SHORT = 300
"""In texts of fewer words nothing is far."""
_SHORT_ELSEWHERE = 400
"""The same outside marketing."""
_REACH = 150
"""How many words from the claim a harm is still near, in marketing."""
_LATEST = 0.6
_LATEST_IN_NEWS = 2 / 3
"""Where in the text the first harm has to stand, outside marketing; 1 is its end."""
_CALL_TO_ACTION = Wording(
    r"\b(?:"
    r"book|schedule|order|buy|shop|call|sign up|get started|add to (?:cart|basket)|start|claim|reserve|join"
    r")\s+(?:now|today|online|here|your|a|an|us|this|the)\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where harms are named, but not where a reader of the claim would meet them."""
    duty, named = risk_duty(document), risks(document).named
    words = word_count(sentences(document))
    if duty is None or not named or words < _SHORT:
        return
    anchor, said = duty.anchor.reading.sentence, [statement.reading.sentence for statement in named]
    first = said[0]
    if document.profile.marketing:
        far = not _near(document, anchor, said)
    elif words < _SHORT_ELSEWHERE or anchor.block.kind == "heading" or any(map(_in_own_section, said)):
        far = False
    else:
        far = first.position > (_LATEST_IN_NEWS if document.profile.name == "news" else _LATEST)
    if far:
        name = duty.anchor.intervention.name
        yield Finding(
            anchor.span,
            "The page names harms, but far from the claim that they belong to.",
            f"Add to this section, before the reader is asked to act: {name} can cause A and B and, rarely, C.",
            related=(Related(first.span, "the first harm is named here"),),
        )


def _in_own_section(sentence: Sentence) -> bool:
    """Whether a sentence stands under a heading on risks."""
    return any(is_risks(heading) for heading in sentence.block.path)


def _near(document: Document, anchor: Sentence, said: list[Sentence]) -> bool:
    """Whether a harm is named within reach, or in the anchor's section before the first call to action."""
    every = sentences(document)
    action = next((s.index for s in every if s.index > anchor.index and _CALL_TO_ACTION.search(s.plain)), None)
    for sentence in said:
        same = bool(anchor.block.path) and sentence.block.path == anchor.block.path
        in_time = action is None or sentence.index <= action
        if (same and in_time) or words_between(document, anchor, sentence) <= _REACH:
            return True
    return False


_VISITS = (
    "A first appointment lasts about an hour. Staff ask about work, sleep, exercise and daily routine, and "
    "they write down what each person hopes for. It is useful to bring a list of questions, a notebook and "
    "something to read. The waiting room has a water cooler, a shelf of magazines and a small play area "
    "for children. The building has step-free access, and the lift stops on every floor. Buses stop "
    "outside, and a car park is two streets away.\n\n"
    "Later appointments are shorter. Most people come every four weeks at first and every three months "
    "after that. Between appointments the office answers questions by telephone on weekday mornings and by "
    "e-mail within two working days. Letters come by post or through the online portal, where people can "
    "also see their dates, change an address and print forms. Interpreters speak eleven languages and need "
    "a week's notice.\n\n"
    "Costs differ between regions. Some insurers pay in full, some pay half, and some ask for a letter "
    "first. People who pay for themselves get an itemised bill and can spread the amount over a year. "
    "Receipts are sent in January. The office keeps its records for ten years, and anyone may ask to see "
    "their own. A copy is free. Corrections are made within thirty days, and the reason for a refusal is "
    "given in writing. Complaints go to the manager first and then to the regional board, whose address is "
    "on the notice in the hall.\n\n"
    "The office closes on public holidays and for two weeks in August. A recorded message then gives the "
    "number of the nearest open office. Dates that fall in those weeks are moved, and a letter says so a "
    "month before. New staff wear a yellow badge in their first weeks and may ask a colleague to sit in. "
    "Feedback cards lie on the table by the door, and the box beside it is emptied every Friday.\n\n"
    "Volunteers run a small library on the second floor. Books may be kept for three weeks, and nobody asks "
    "for a fee. Once a month the volunteers show a film, and tea is served afterwards. A choir meets on "
    "Thursday evenings in the same room; anyone may sing along, and no notes are needed. The garden behind "
    "the building is open in the daytime. Benches stand in the shade, and dogs are welcome on a lead. Please "
    "take your litter with you, and close the gate when you leave.\n\n"
)

RULE = Rule(
    code="RSK003",
    name="risk-far-from-claim",
    severity=severities("suggestion", "suggestion", "warning", "warning", None),
    scope="section",
    sources=(CFR_202_FAIR_BALANCE, FDA_RISK_INFORMATION, TGA_ADVERTISING_CODE),
    options=NoOptions,
    check=check,
    good=(
        Example(
            (
                "# Spinal cord stimulation\n\n"
                "Spinal cord stimulation relieves long-lasting back pain. Spinal cord stimulation can "
                "cause infection, bleeding and nerve damage.\n\n"
                "## Your visits\n\n"
            )
            + _VISITS
            + "Book your appointment today.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Finasteride\n\nFinasteride slows hair loss in men.\n\n"
            + _VISITS
            + "## Side effects\n\nFinasteride can cause low sex drive, erection problems and low mood.\n"
        ),
        Example(
            "# Finasteride\n\n"
            "Finasteride slows hair loss in men.\n\n"
            "Take one tablet a day.\n\n"
            "Finasteride can cause low sex drive, erection problems and low mood.\n"
        ),
    ),
    bad=(
        Example(
            (
                "# Spinal cord stimulation\n\n"
                "[|Spinal cord stimulation relieves long-lasting back pain.|]\n\n"
                "## Your visits\n\n"
            )
            + _VISITS
            + (
                "Book your appointment today.\n\n"
                "## Small print\n\n"
                "Spinal cord stimulation can cause infection, bleeding and nerve damage.\n"
            ),
            profile="clinic-marketing",
        ),
        Example(
            "# Finasteride\n\n[|Finasteride slows hair loss in men.|]\n\n"
            + _VISITS
            + "Finasteride can cause low sex drive, erection problems and low mood.\n"
        ),
        Example(
            "# Semaglutide\n\n[|Semaglutide helps people with obesity lose weight.|]\n\n"
            + _VISITS
            + "Semaglutide can cause nausea, gallstones and, rarely, an inflamed pancreas.\n",
            profile="news",
        ),
    ),
)
