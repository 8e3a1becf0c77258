"""Give at least one source when a page makes several claims about evidence.

## What it flags

A page with three or more statements of evidence or numbers about effect or harm, and not one link to a
source, reference list, named study or named body. For professionals one statement is enough. The finding
stands on the first such statement.

## Why it matters

Without a source neither reader nor editor can tell a review of trials from a rumour, and nobody can update
the page. JAMA, DISCERN, HONcode and the NHS content standard all ask for sources.

## Exceptions

References in the front matter or in a part that the page template adds, and a site-wide page of references,
when the configuration says so. Pages marked as opinion or as a patient story. Documents of fewer than 200
words.

## What it cannot see

Whether the sources support the statements, are current or are of good quality. Links that lead to a shop
instead of a study. Sources in an image.

## How to fix

Link each number to its study or guideline, or end the page with a list "Sources" that names authors or
bodies, titles and years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.claims import claims
from healthlint.analysis.cues import cues
from healthlint.analysis.sections import reference_blocks
from healthlint.api import Document, Example, Finding, NoOptions, Rule, sentences, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    DISCERN_SOURCES,
    HON_ATTRIBUTION,
    JAMA_BENCHMARKS,
    NHS_CONTENT_STANDARD,
    QUEST,
)

_SHORT = 200

_LIST = Wording(r"\W*(?:sources?|references?|citations?)\s*:", re.IGNORECASE)

_OWN_COUNTS = Wording(
    r"\bpublished (?:online )?(?:today )?(?:in|by) (?:the )?[A-Z]"
    r"|\bwe (?:identified|included|searched|found \d)|\b95\s?% ?CI\b|\b(?:RR|OR|HR) \d|\bCochrane\b",
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where a document makes claims of evidence and gives no source at all."""
    every = sentences(document)
    if sum(len(sentence.plain.split()) for sentence in every) < _SHORT or _sourced(document):
        return
    heard = [(sentence, cues(sentence)) for sentence in every]
    if any(found.cited or found.attribution == "named" for _, found in heard):
        return
    if any(_OWN_COUNTS.search(sentence.plain) for sentence in every):
        return
    claimed = {
        claim.reading.sentence.index for claim in claims(document) if claim.asserted and claim.hedge <= 2
    }
    evidence = [
        sentence
        for sentence, found in heard
        if (
            found.vague
            or found.attribution in ("study", "belief")
            or (found.counted and sentence.index in claimed)
        )
        and not found.question
    ]
    least = 1 if document.profile.name == "professional" else 3
    if len(evidence) >= least:
        yield Finding(
            evidence[0].span,
            f"The page rests on evidence in {len(evidence)} places and names no source anywhere.",
            "Add the studies, guidelines or labels that the statements come from, with links.",
        )


def _sourced(document: Document) -> bool:
    if any(key.lower() in _KEYS and value for key, value in document.metadata.items()):
        return True
    if any(reference_blocks(document).values()):
        return True
    return any(_LIST.match(sentence.plain) for sentence in sentences(document))


_KEYS = frozenset(("references", "sources", "citations", "bibliography"))


_ADVICE = (
    "Stretch gently before you get up, and change your position often. A cushion behind the lower back "
    "helps many people sit for longer. Put the screen at eye level and both feet flat on the floor. If you "
    "lift something, bend your knees, keep the load close and turn with your feet. A mattress that is "
    "neither very soft nor very hard suits most people, but comfort decides.\n\n"
    "Plan the day so that heavy tasks do not follow one another. Set a timer and walk about for five "
    "minutes in every hour. Shoes with a flat, firm sole are a good choice for long walks. In the garden, "
    "kneel on a mat instead of bending. In the car, move the seat forward until your knees are a little "
    "higher than your hips, and stop for a short walk after every hour of driving.\n\n"
    "Keep a diary for two weeks. Write down what you did, how long it took and how you felt in the "
    "evening. Look for patterns, and change one thing at a time. Bring the diary to your next appointment, "
    "because it says more than memory does. Ask a friend or a colleague to help with jobs that you cannot "
    "put off. Be patient with yourself: most habits take several weeks to settle.\n\n"
)

RULE = Rule(
    code="EVD008",
    name="no-sources",
    severity=severities("warning", "warning", "warning", "warning", "error"),
    scope="document",
    sources=(JAMA_BENCHMARKS, QUEST, DISCERN_SOURCES, HON_ATTRIBUTION, NHS_CONTENT_STANDARD),
    options=NoOptions,
    check=check,
    good=(
        Example(
            (
                "# Back pain\n\n"
                "Research shows that exercise reduces back pain. Studies show that massage eases it for a "
                "few weeks. Experts agree that staying in bed makes it worse.\n\n"
            )
            + _ADVICE
            + "## Sources\n\nNICE guideline NG59: Low back pain and sciatica in over 16s.\n"
        ),
        Example(
            (
                "# Back pain\n\n"
                "Exercise reduces back pain, as [a Cochrane "
                "review](https://doi.org/10.1002/14651858.CD009790.pub2) of many trials found. Studies show "
                "that massage eases it for a few weeks. Experts agree that staying in bed makes it worse.\n\n"
            )
            + _ADVICE
        ),
        Example(
            "# Back pain\n\n"
            "Research shows that exercise reduces back pain. Studies show that massage eases it for a few "
            "weeks. Experts agree that staying in bed makes it worse.\n"
        ),
        Example("# Back pain\n\nExercise can help with back pain.\n\n" + _ADVICE),
    ),
    bad=(
        Example(
            (
                "# Back pain\n\n"
                "[|Research shows that exercise reduces back pain.|] Studies show that massage eases it for "
                "a few weeks. Experts agree that staying in bed makes it worse.\n\n"
            )
            + _ADVICE
        ),
        Example(
            (
                "# Back pain at work\n\n"
                "[|Studies have shown that standing desks reduce back pain.|] Experts say that short breaks "
                "work as well. Sick leave fell by 30% in offices that tried both.\n\n"
            )
            + _ADVICE,
            profile="news",
        ),
        Example(
            "# Managing back pain\n\n[|Trials have shown that duloxetine reduces back pain.|]\n\n" + _ADVICE,
            profile="professional",
        ),
    ),
)
