"""Say what is so, instead of denying that it is not.

## What it flags

Two negatives that cancel each other out: "not without", "not uncommon", "not unlikely", "not infrequent", "not
rare", "not risk-free", "no fewer than", "do not fail to", "must not forget to".

## Why it matters

A reader has to undo both negatives to learn what the sentence says, and one who misses either of them learns
the opposite. In risk wording that is dangerous: "not without risks" sounds like next to none. US plain
language guidance asks for positive wording.

## Exceptions

Two real prohibitions in one sentence ("do not drive and do not drink"). Something that must not be done
without something else ("not without asking your doctor"). Quotations. "Don't forget to", which everybody
knows. The professional profile.

## What it cannot see

Negatives that stand far apart ("it is not that the drug does nothing"), and those that are hidden in a verb
("cannot exclude", "prevent the absence of").

## How to fix

Name what is there: "has risks" instead of "is not without risks", "common" instead of "not uncommon", "at
least 8" instead of "no fewer than 8". Better still, say which risks, and how common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from healthlint.analysis.mentions import readings
from healthlint.analysis.running_text import body, quotations
from healthlint.api import Document, Example, Finding, NoOptions, Rule, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import PLAIN_LANGUAGE_POSITIVE

_POSITIVE: Mapping[str, str] = MappingProxyType(
    {
        "uncommon": "common",
        "uncommonly": "commonly",
        "unusual": "common",
        "unlikely": "likely",
        "unreasonable": "reasonable",
        "unheard of": "known",
        "unimportant": "important",
        "unrelated": "related",
        "unhelpful": "helpful",
        "unexpected": "expected",
        "unaware": "aware",
        "unsafe": "",
        "unable": "able",
        "unknown": "known",
        "untreatable": "treatable",
        "infrequent": "frequent",
        "infrequently": "often",
        "insignificant": "important",
        "inconsiderable": "large",
        "insubstantial": "large",
        "impossible": "possible",
        "improbable": "likely",
        "implausible": "plausible",
        "ineffective": "",
        "irrelevant": "relevant",
        "dissimilar": "similar",
        "rare": "fairly common",
        "rarely": "fairly often",
        "seldom": "fairly often",
    }
)
"""Words that deny, and what they deny; empty where the positive word would promise more than was meant."""

_HAVE: Mapping[str, str] = MappingProxyType({"is": "has", "are": "have", "was": "had", "were": "had"})
_DO: Mapping[str, str] = MappingProxyType(
    {"fail": "be sure to", "neglect": "be sure to", "forget": "remember to"}
)

_NOUNS = (
    r"(?:(?:serious|real|potential|possible)\ )?(?:risks?|side\ effects?|harms?|dangers?|problems?|drawbacks?"
    r"|complications?|limitations?|downsides?|challenges|costs?|controversy)"
)
_WORDS = "|".join(map(re.escape, _POSITIVE))
_PATTERN = Wording(
    rf"""  (?:\b(?P<be>is|are|was|were)(?:\ not|n['’]t)|\bnot)\ (?:at\ all\ |entirely\ |completely\ |wholly\ )?
           (?:  (?P<without>without(?!\ (?:\w+ing|first|your|an?\ (?:doctor|prescription|nurse|pharmacist))\b))
                (?:\ (?:any\ )?(?P<noun>(?:(?:its|their|some)\ )?(?:{_NOUNS})))?
             |  (?P<free>(?:risk|harm|danger|side[- ]effect|allergy)-free
                       | free\ (?:of|from)\ (?:risks?|side\ effects))
           )\b
        |  (?<!if\ )(?<!or\ )(?:\b(?P<contracted>is|are|was|were)n['’]t|\bnot)\ (?P<word>{_WORDS})\b(?!\ or\b)
        |  \b(?P<auxiliary>do|does|did|should|must|will|would|can)\ ?not\ (?P<verb>fail|neglect|forget)\ to\b
        |  \b(?P<least>(?:no|not)\ (?:fewer|less)\ than)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


_SIGNS = frozenset((*(word.split()[0] for word in _POSITIVE), *_DO, "without", "free", "fewer", "less"))
"""Words of which each pair has one: a sentence without any of them is passed over at once."""


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield a finding on each pair of negatives, with the positive wording."""
    read = readings(document)
    for sentence in body(document):
        if _SIGNS.isdisjoint(read[sentence.index].lower):
            continue
        quoted = quotations(sentence.plain)
        for found in _PATTERN.finditer(sentence.plain):
            if any(start <= found.start() < end for start, end in quoted):
                continue
            yield Finding(
                sentence.cut(*found.span()),
                f"In '{found.group()}' one negative undoes the other, and readers must work out what is meant.",
                suggestion=_positive(found),
            )


def _positive(found: re.Match[str]) -> str:
    """The wording without negatives, or "" where there is no single one."""
    be = (found["be"] or "").lower()
    if found["without"]:
        return f"{_HAVE.get(be, 'with')} {found['noun'] or ''}".rstrip()
    if found["free"]:
        return f"{_HAVE[be]} risks" if be and "risk" in found["free"].lower() else ""
    if found["least"]:
        return "at least"
    if found["verb"]:
        auxiliary, wording = found["auxiliary"], _DO[found["verb"].lower()]
        if auxiliary.lower() == "do":
            return wording.capitalize() if auxiliary[0].isupper() else wording
        return (
            f"{auxiliary} {wording}" if auxiliary.lower() in ("should", "must", "will", "would", "can") else ""
        )
    positive = _POSITIVE[found["word"].lower()]
    return f"{found['contracted']} {positive}" if positive and found["contracted"] else positive


RULE = Rule(
    code="REA006",
    name="double-negative",
    severity=severities("suggestion", "suggestion", "suggestion", "suggestion", None),
    scope="sentence",
    sources=(PLAIN_LANGUAGE_POSITIVE,),
    check=check,
    good=(
        "The injection has risks, and your doctor will go through them with you.",
        "Do not smoke and do not chew gum before the test.",
        "Do not stop the tablets, and do not change the dose, not without asking your doctor.",
        "A scar takes a year to fade. It is hard, if not impossible, to hide it before that.",
        Example('"It is not uncommon to see a relapse," the surgeon said.', profile="news"),
    ),
    bad=(
        "Laser treatment [|is not without side effects|].",
        "It is [|not uncommon|] to feel low after the birth, and it is [|not rare|] for it to last.",
        "[|Do not fail to|] tell the dentist that you take blood thinners.",
        "Cramps [|aren't unusual|] at night. Sleep for [|no fewer than|] seven hours.",
    ),
    options=NoOptions,
    triggers=("not ", "n't ", "n’t ", "no fewer", "no less", "cannot"),
)
