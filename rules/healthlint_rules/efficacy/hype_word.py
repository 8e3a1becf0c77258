"""Leave out sensational words and say what was found.

## What it flags

Hype in a sentence about a treatment or a condition: breakthrough, miracle, revolutionary, game-changer,
wonder drug, holy grail, life-changing, magic bullet, groundbreaking, astonishing, mind-blowing, paradigm
shift, secret weapon, superfood; without a hedge also cutting-edge, transformative, state-of-the-art and
next-generation. In news, "shows promise" counts as well. Headings and rhetorical questions count too. A word
that is hedged, questioned, quoted or ascribed to somebody is reported one level lower, and so is "shows
promise".

## Why it matters

In a study of news on cancer drugs, half the drugs called a breakthrough or the like were not approved, and
one in seven had never been given to people. Such words raise hopes that the evidence does not.

## Exceptions

"Breakthrough" as a designation, a prize, or of pain, bleeding, infection or seizures. Negated or criticised
hype ("not a miracle cure", "hyped as a breakthrough") and statements of limits. Words about knowledge,
diagnosis or imaging ("a breakthrough in understanding"). Groundbreaking research. What a sponsor says about
itself in a text on who it is, and small print. "Revolution" in history.

## What it cannot see

Hype without such words: exclamation marks, pictures, stories. Irony. Whether something really is the first of
its kind.

## How to fix

Replace the word with the finding: "the first drug that slowed the disease in a large trial". If a source used
the word, quote and name the source, and add what the evidence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import FDA_HEALTH_FRAUD, HNR_SENSATIONAL, HNR_SEVEN_WORDS, SUPERLATIVES_2016

_HYPE = Wording(
    r"""\bbreak-?throughs?\b(?!\s+(?:
            pain|bleeding|seizures?|infections?|cases?|cancer\ pain|symptoms|headaches?
        ))
    |\bmirac(?:le|les|ulous|ulously)\b(?!\s+mineral)
    |\brevolutioni[sz]\w*|\brevolutionary\b
    |\bgame[-\ ]chang\w+
    |\bwonder[-\ ](?:drug|cure|pill)s?\b
    |\bholy\ grail\b
    |\blife[-\ ]changing\b
    |\bmagic(?:al)?\ (?:bullet|pill|cure)\b|\blike\ magic\b
    |\bground-?breaking\b(?!\s+(?:research|stud\w+|science|discover\w+|work|findings|insights?))
    |\bastonishing\b
    |\bunprecedented\ (?:
            results?|relief|treatments?|therap\w+|efficacy|success|outcomes?|improvement
        )\b
    |\bmind[-\ ]blowing\b
    |\bparadigm[-\ ]shift\w*
    |\bsilver\ bullet\b|\bsecret\ weapon\b|\bsuperfoods?\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WARM = Wording(
    r"\bcutting[- ]edge\b|\btransformative\b"
    r"|\b(?:state[- ]of[- ]the[- ]art|next[- ]generation) (?:\w+ )?"
    r"(?:treatments?|therap\w+|remed\w+|formula|medicine|drug)\b",
    re.IGNORECASE,
)
_PROMISE = Wording(r"\b(?:shows?|showed|showing|holds?) (?:\w+ )?promise\b", re.IGNORECASE)
_DESIGNATION = Wording(r"\bFDA\b.*\bdesignat\w+|\bdesignat\w+|\bBreakthrough (?:Prize|Award|Device)\b")
_OF_KNOWLEDGE = Wording(
    r"\b(?:"
    r"understand\w*|explain\w*|knowledge|imaging|diagnos\w+|detection|award|prize|history|conference|"
    r"press release|hopeful|hopes?|how (?:the|our|different)"
    r")\b",
    re.IGNORECASE,
)
_TREATMENT = Wording(
    r"\b(?:"
    r"treat\w*|therap\w+|drugs?|medicines?|medications?|cures?|remed\w+|pills?|vaccines?|supplements?|"
    r"procedures?|surgery|healing|patients?|relief|protocol|infusions?|formula|weight|device"
    r")\b",
    re.IGNORECASE,
)
_ABOUT_SELLER = Wording(
    r"\W*About (?:the )?[A-Z]"
    r"|.{0,80}\b(?:Association|Foundation|Society|Institute|Inc|company|center|centre|facility|lab) "
    r"(?:is|has|was|funds|supports)\b"
)
_HEDGES = frozenset(("could", "may", "might"))


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each hype word that is used of a treatment."""
    patterns = (_HYPE, _WARM, _PROMISE) if document.profile.name == "news" else (_HYPE, _WARM)
    for pattern in patterns:
        for hit in find(document, pattern):
            hedged = not _HEDGES.isdisjoint(hit.reading.lower)
            if _excused(hit) or (pattern is _WARM and hedged):
                continue
            asked = hit.cues.question or hit.quoted or hit.cues.attribution != "none"
            yield Finding(
                hit.span,
                f"'{hit.text}' sells rather than informs.",
                "Say what is new and what it did: in a trial of N people, N in 100 got better.",
                lowered=pattern is _PROMISE or hedged or asked,
            )


def _excused(hit: Hit) -> bool:
    """Whether the word is denied, in small print, part of a name, or of something else than a treatment."""
    text = hit.reading.sentence.plain
    if hit.rejected or hit.cues.limits or hit.reading.sentence.block.prominence == "demoted":
        return True
    if _ABOUT_SELLER.match(text) or _DESIGNATION.search(text) or _OF_KNOWLEDGE.search(text):
        return True
    return not hit.reading.mentions and not _TREATMENT.search(text)


RULE = Rule(
    code="EFF004",
    name="hype-word",
    severity=severities("warning", "warning", "warning", "warning", "warning"),
    scope="sentence",
    sources=(HNR_SEVEN_WORDS, SUPERLATIVES_2016, HNR_SENSATIONAL, FDA_HEALTH_FRAUD),
    options=NoOptions,
    check=check,
    good=(
        "The antibody has Breakthrough Therapy designation from the FDA.",
        "Ask the nurse about medicine for breakthrough pain.",
        "The plaster is no miracle cure, and most people need exercise as well.",
        "After the Industrial Revolution, many people moved to cities.",
    ),
    bad=(
        "A [|breakthrough|] in migraine care has reached our town.",
        "# The [|revolutionary|] way to treat back pain\n",
        "Could this pill be a [|game-changer|] for eczema?",
        "Pharmacists call the plaster a [|wonder drug|] for sore knees.",
    ),
)
