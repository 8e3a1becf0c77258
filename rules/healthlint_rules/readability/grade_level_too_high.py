"""Write running text at a reading grade that most of its readers can follow.

## What it flags

A text whose Flesch-Kincaid grade is above the target of its profile (grade 8 for patients and marketing, 10
for news), both as it stands and with the names of its topic counted as short words. There is one finding, on
the sentence that costs most; it names both grades, how much text was measured and the words that cost most,
and points to the next four sentences.

## Why it matters

Illness, worry and pain make reading harder for anybody, and many adults read with effort at the best of times.
MedlinePlus asks for a sixth- to seventh-grade level and the NHS for a reading age of 9 to 11. People who
cannot follow a page about their medicine may take it wrongly or not at all.

## Exceptions

Only running sentences are measured: headings, lists of fragments, tables, quotations, reference lists, legal
notices, small print and code are left out, and a list item counts when it is a whole sentence. Below 100
words or 5 sentences there is no verdict. Drug and condition names that stand in the title, a heading or the
front matter count one syllable in the second grade, and only a text that is over the target in both is
flagged.

## What it cannot see

Whether the words are known to the reader: "sepsis" counts as easy and "refrigerator" as hard. Whether the
order of thoughts is clear, whether a picture explains the text, and whether the text is right. Formulas
differ from each other by a grade or two; `healthlint metrics` shows them side by side.

## How to fix

Take the sentences that the finding names and make two of each. Replace the costly words that have short
equals, and explain those that have none. Do not chop sentences up only to lower the number: read the result
aloud.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from healthlint.analysis.readability import Readability, readability
from healthlint.api import Document, Example, Finding, Related, Rule, severities
from healthlint_rules.authorities import (
    AHRQ_READING_LEVEL,
    MEDLINEPLUS_WRITING,
    NHS_HOW_WE_WRITE,
    PIF_READING_AGE,
)

_DENSE = (
    "The pharmacological management of persistent hypertension necessitates longitudinal adherence monitoring "
    "and periodic biochemical surveillance, particularly in individuals with concurrent renal impairment."
)
_DENSER = (
    "Gastrointestinal disturbances occur predominantly during the initial administration period, and their "
    "intensity diminishes progressively as physiological tolerance develops. Discontinuation should be "
    "considered exclusively after consultation with an appropriately qualified clinician. Concomitant "
    "ingestion of alcoholic beverages potentiates the antihypertensive effect and may precipitate symptomatic "
    "hypotension. Electrolyte abnormalities necessitate immediate reassessment of the therapeutic regimen. "
    "Elderly individuals demonstrate increased susceptibility to orthostatic symptoms, particularly following "
    "dosage escalation. Comprehensive laboratory evaluation precedes any subsequent modification of therapy. "
    "Individualised supervision and collaborative decision-making remain fundamental throughout the "
    "maintenance phase."
)
_PLAIN = (
    "Most people can treat a cold at home. Rest, drink plenty of water and keep warm. A sore throat often gets "
    "better in a week. You can buy pain relief at a pharmacy. Ask the pharmacist if you take other medicines. "
    "Do not give aspirin to a child under 16. See a doctor if you cough up blood or find it hard to breathe. "
    "Call your clinic if the cold lasts for more than three weeks. Wash your hands often so that you do not "
    "pass the cold on. Catch your coughs in a tissue and throw it away. You should feel well again soon. "
    "Antibiotics do not help, because a virus is the cause of a cold."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Who counts, and the target."""

    engine: Literal["own", "textstat"] = field(
        default="own",
        metadata={
            "help": "Whose counts decide: healthlint's own or textstat's.",
            "follows": "readability.engine",
        },
    )
    grade: float = field(
        default=0,
        metadata={
            "help": "The highest accepted US school grade; 0 takes the profile's target.",
            "min": 0,
            "max": 20,
        },
    )


def check(document: Document, options: Options) -> Iterator[Finding]:
    """Yield one finding on the costliest sentence of a text whose two grades are both above the target."""
    target = options.grade or document.profile.grade
    if target is None:
        return
    text = readability(document)
    if not text.enough:
        return
    grade, neutral = _grades(text, options)
    if min(grade, neutral) <= target:
        return
    costs = text.costliest_sentences
    worst, *others = [cost.measured.sentence.span for cost in costs] or [text.measured[0].sentence.span]
    related = (
        Related(span, f"adds {cost.grades:.1f} to the grade")
        for span, cost in zip(others, costs[1:], strict=False)
    )
    yield Finding(worst, _message(text, grade, neutral, target), related=tuple(related))


def _grades(text: Readability, options: Options) -> tuple[float, float]:
    """The grade and the topic-neutral grade, to one decimal, as the message shows them."""
    if options.engine == "textstat":
        from healthlint.analysis.textstat_scores import grades

        grade, neutral = grades(text.measured)
    else:
        grade, neutral = text.grade, text.grade_topic_neutral
    return round(grade, 1), round(neutral, 1)


def _message(text: Readability, grade: float, neutral: float, target: float) -> str:
    words = ", ".join(
        f"{cost.text} ({cost.times} times)" if cost.times > 1 else cost.text for cost in text.costliest_words
    )
    without = f" ({neutral} with the names of the topic as short words)" if neutral != grade else ""
    return (
        f"The text reads at grade {grade}{without}, above the target of {target:g}, and many readers will not "
        f"follow it; measured on {text.counts.words} words in {text.counts.sentences} sentences, of which this "
        f"one costs most; the costliest words are {words}."
    )


RULE = Rule(
    code="REA001",
    name="grade-level-too-high",
    severity=severities("warning", "suggestion", "suggestion", "suggestion", None),
    scope="document",
    sources=(MEDLINEPLUS_WRITING, NHS_HOW_WE_WRITE, PIF_READING_AGE, AHRQ_READING_LEVEL),
    check=check,
    good=(
        _PLAIN,
        _DENSE,
        Example(f"{_PLAIN}\n\n{_DENSE}", profile="news"),
    ),
    bad=(
        f"[|{_DENSE}|] {_DENSER}",
        f"{_PLAIN}\n\n{_DENSER}\n\n[|{_DENSE}|]",
    ),
    options=Options,
)
