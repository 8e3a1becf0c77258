"""Give at least one source when a page makes several claims about evidence.

## What it flags

A page with three or more statements of evidence, of a belief, or of numbers about an effect, and not one link
to a source, reference list, named study or named body. For professionals one statement is enough. The finding
stands on the first such statement.

## Why it matters

Without a source neither reader nor editor can tell a review of trials from a rumour, and nobody can update
the page. JAMA, DISCERN, HONcode and the NHS content standard all ask for sources.

## Exceptions

Sources in the front matter (under `references`, `sources`, `citations` or `bibliography`). Texts that name
the journal of the study that they report, or that report a study of their own. Documents of fewer than 200
words. Questions.

## What it cannot see

Whether the sources support the statements, are current or are of good quality. References that the page
template adds, a page of references for the whole site, and sources in an image. Whether a page is marked as
opinion.

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
from healthlint.api import Document, Example, Finding, NoOptions, Rule, Sentence, sentences, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    DISCERN_SOURCES,
    HON_ATTRIBUTION,
    JAMA_BENCHMARKS,
    NHS_CONTENT_STANDARD,
    QUEST,
)
from healthlint_rules.lengths import word_count

_SHORT = 200
"""Texts of fewer words owe no sources."""
_KEYS = frozenset(("references", "sources", "citations", "bibliography"))
"""Keys of the front matter under which sources stand."""
_LIST = Wording(r"\W*(?:sources?|references?|citations?)\s*:", re.IGNORECASE)
_REGARDED = Wording(
    r"\b(?:considered|regarded|perceived|hailed|known|aim|goal|purpose|intention|rationale|hope)\b",
    re.IGNORECASE,
)
"""Beliefs that are about what something is, unless an effect is claimed."""

_OWN_STUDY = Wording(
    # the journal of a report on a study, and the words of a review that reports its own results
    r"\bpublished (?:online )?(?:today )?(?:in|by) (?:the )?[A-Z]"
    r"|\b[Ww]e (?:also )?(?:identified|included|searched|pooled|screened|assessed|analysed|analyzed|found \d)\b"
    r"|\b95\s?% ?CI\b|\b(?:RR|OR|HR) \d|\bCochrane\b",
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding where a document makes claims of evidence and gives no source at all."""
    every = sentences(document)
    if word_count(every) < _SHORT or _sourced(document):
        return
    if any(cues(sentence).cited or cues(sentence).attribution == "named" for sentence in every):
        return
    if any(_OWN_STUDY.search(sentence.plain) for sentence in every):
        return
    claimed = {
        claim.reading.sentence.index for claim in claims(document) if claim.asserted and claim.hedge <= 2
    }
    evidence = [sentence for sentence in every if _rests_on_evidence(sentence, sentence.index in claimed)]
    least = 1 if document.profile.name == "professional" else 3
    if len(evidence) >= least:
        yield Finding(
            evidence[0].span,
            f"The page rests on evidence in {len(evidence)} places and names no source anywhere.",
            "Add at the end 'Sources:' and, for each statement, author or body, title, year and link.",
        )


def _rests_on_evidence(sentence: Sentence, claimed: bool) -> bool:
    """Whether a sentence speaks of evidence or a belief, or gives a number for an effect that it claims."""
    heard = cues(sentence)
    if heard.question:
        return False
    if heard.vague or heard.attribution == "study":
        return True
    if heard.attribution == "belief" and not _REGARDED.search(sentence.plain):
        return True
    return claimed and (heard.attribution == "belief" or heard.counted)


def _sourced(document: Document) -> bool:
    """Whether the front matter, a section or a line of the text lists sources."""
    if any(key.lower() in _KEYS and value for key, value in document.metadata.items()):
        return True
    if any(reference_blocks(document).values()):
        return True
    return any(_LIST.match(sentence.plain) for sentence in sentences(document))


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
                "reduce neck pain as well. Research shows that a walk relieves both.\n\n"
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
