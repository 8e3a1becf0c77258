"""Say what is not known, or whom the treatment does not help.

## What it flags

A page that claims or offers the benefit of a treatment with risks in two sentences or more, and has not one
statement of uncertainty or limits: not known, not well understood, evidence is limited or mixed, more
research is needed, does not help everyone. The finding stands on the first claim.

## Why it matters

Every treatment fails some people, and readers who are not told take a failure for their own. DISCERN has a
question on areas of uncertainty, and the CDC index asks writers to say what is known and what is not. For
experimental and off-label uses the unknown is often the larger part.

## Exceptions

Approved uses and other settled effects. Everyday self-care such as walking. Short pages, of fewer than 200
words.

## What it cannot see

Whether the stated uncertainty is the important one, or concerns this treatment. A limit that is told in
numbers without any of the usual words.

## How to fix

Add one honest sentence: "It is not known how long the effect lasts." "Some people feel no change at all."
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.cues import cues
from healthlint.analysis.duties import Anchor, anchors, grave
from healthlint.api import Document, Example, Finding, NoOptions, Rule, sentences, severities
from healthlint_rules.authorities import CDC_CLEAR_COMMUNICATION, DISCERN_UNCERTAINTY, HNR_EVIDENCE
from healthlint_rules.lengths import word_count

_SHORT = 200
"""Texts of fewer words are not held to it."""
_FEW = 2
"""In how many sentences a page must claim or offer such a treatment."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where a page claims benefits and never says what is not known."""
    every = sentences(document)
    if word_count(every) < _SHORT:
        return
    told = [anchor for anchor in anchors(document) if _unsettled(anchor, document)]
    first = next((anchor for anchor in told if anchor.claimed), None)
    if first is None or len({anchor.reading.sentence.index for anchor in told}) < _FEW:
        return
    if not any(cues(sentence).limits for sentence in every):
        yield Finding(
            first.reading.sentence.span,
            "The page claims benefits and nowhere says what is not known, or whom it does not help.",
            "Add a sentence of limits: it does not help everyone, and its long-term effects are not known.",
        )


def _unsettled(anchor: Anchor, document: Document) -> bool:
    """Whether an anchor speaks of a treatment with risks, for a use that is not approved or established."""
    if not grave(anchor.intervention, document.profile.marketing):
        return False
    return anchor.claim is None or not anchor.claim.settled


_COURSE = (
    "The first visit is a conversation. A nurse asks about earlier treatments, sleep, work and family, and "
    "takes your blood pressure. You fill in a questionnaire about the last two weeks and get a copy of "
    "your answers. After that you choose a day of the week that suits you, and the office sends a letter "
    "with all the dates.\n\n"
    "On the day itself, eat a light meal, wear loose clothes and leave contact lenses at home. The room is "
    "quiet and a little dark. You lie in a reclining chair with a blanket and a bell within reach. A "
    "doctor puts a thin tube into a vein of your arm, and a cuff takes your blood pressure every ten "
    "minutes. A session lasts forty minutes, and you rest for another hour. Someone else must drive you "
    "home.\n\n"
    "Most people come twice a week for three weeks. Before each session the nurse asks how you have been "
    "and what has changed. At the end of the course you fill in the questionnaire again, and the doctor "
    "goes through both copies with you. A letter with the result goes to your own doctor within five days. "
    "The clinic keeps the record for ten years, and you may ask for a copy whenever you like.\n\n"
)

RULE = Rule(
    code="EVD009",
    name="uncertainty-missing",
    severity=severities("suggestion", "warning", "suggestion", "suggestion", "suggestion"),
    scope="document",
    sources=(DISCERN_UNCERTAINTY, CDC_CLEAR_COMMUNICATION, HNR_EVIDENCE),
    options=NoOptions,
    check=check,
    good=(
        Example(
            (
                "# Ketamine infusions\n\n"
                "Ketamine infusions may relieve severe depression within hours. They can cause dissociation, "
                "high blood pressure and bladder problems.\n\n"
            )
            + _COURSE
            + "It is not known how long the effect lasts after the last infusion.\n"
        ),
        Example(
            (
                "# Psilocybin sessions\n\n"
                "Psilocybin may relieve depression. It does not help everyone, and the evidence is still "
                "limited.\n\n"
            )
            + _COURSE,
            profile="news",
        ),
        Example("# Ketamine infusions\n\nKetamine infusions may relieve severe depression.\n"),
        Example(
            "# The infusion room\n\nThis page explains what happens on the day of an iron infusion.\n\n"
            + _COURSE,
            profile="clinic-marketing",
        ),
    ),
    bad=(
        Example(
            (
                "# Ketamine infusions\n\n"
                "[|Ketamine infusions relieve severe depression within hours.|] They improve sleep and "
                "restore interest in daily life. They can cause dissociation, high blood pressure and "
                "bladder problems.\n\n"
            )
            + _COURSE
        ),
        Example(
            (
                "# Psilocybin sessions\n\n"
                "[|Psilocybin relieves depression.|] It eases anxiety and helps people stop smoking. It can "
                "cause panic, nausea and a fast heartbeat.\n\n"
            )
            + _COURSE,
            profile="news",
        ),
        Example(
            (
                "# Vitamin infusions\n\n"
                "[|Our vitamin infusions relieve tiredness.|] They ease migraine and improve sleep. They can "
                "cause bruising and infection.\n\n"
            )
            + _COURSE,
            profile="clinic-marketing",
        ),
    ),
)
