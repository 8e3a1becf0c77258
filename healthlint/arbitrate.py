"""Which findings a reader needs: one for each sentence and family, few suggestions, none twice.

Sentence rules of the claim families look at the same sentences from different sides. A writer who is told one
thing about a sentence, the worst, mends it; one who is told four stops reading.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from healthlint.analysis.sentences import Sentence, sentences
from healthlint.diagnostic import Diagnostic
from healthlint.document import Document, analysis
from healthlint.finding import SEVERITIES
from healthlint.rule import AnyRule

CLAIM_FAMILIES = ("SAF", "OFF", "EFF", "RSK", "EVD", "NUM")
"""Families of which a sentence shows at most one sentence finding each."""

DISCLOSURE_FAMILIES = ("RSK", "SUP")
"""Families of which a sentence shows at most one document finding each."""

SUGGESTION_LIMIT = 5
"""How many suggestions of one rule are listed for a file."""

_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class _SentenceIndex:
    starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]


@analysis
def _index(document: Document) -> _SentenceIndex:
    ordered = sorted(sentences(document), key=lambda sentence: sentence.span)
    return _SentenceIndex(tuple(sentence.span.start for sentence in ordered), tuple(ordered))


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """The sentence that a source offset stands in, or else the last one that begins before it."""
    index = _index(document)
    at = bisect_right(index.starts, offset) - 1
    for candidate in range(at, max(at - _LOOK_BACK, -1), -1):
        if offset < index.sentences[candidate].span.end:
            return index.sentences[candidate]
    return index.sentences[at] if at >= 0 else None


def one_per_sentence(
    found: Iterable[Diagnostic], document: Document, rules: Mapping[str, AnyRule]
) -> list[Diagnostic]:
    """Of the sentence findings of each claim family, keep the worst of each sentence.

    The same holds for what a document fails to disclose: where no harm is named at all, which one is missing is
    no second finding. An efficacy finding takes the place of evidence findings on its sentence, and a rule that
    `replaces` a family that of its findings which it overlaps.
    """
    kept: list[Diagnostic] = []
    best: dict[tuple[int, str], Diagnostic] = {}
    whole: dict[tuple[int, str], Diagnostic] = {}
    for diagnostic in found:
        rule = rules[diagnostic.rule.code]
        sentence = sentence_at(document, diagnostic.finding.span.start)
        in_sentence = rule.scope == "sentence"
        if rule.family not in (CLAIM_FAMILIES if in_sentence else DISCLOSURE_FAMILIES) or sentence is None:
            kept.append(diagnostic)
            continue
        group, rank = (best, _rank) if in_sentence else (whole, _rank_whole)
        place = (sentence.index, rule.family)
        rival = group.get(place)
        if rival is None or rank(diagnostic) < rank(rival):
            group[place] = diagnostic
    kept.extend(whole.values())
    return kept + [one for place, one in best.items() if not _gives_way(place, one, best, rules)]


def _rank(diagnostic: Diagnostic) -> tuple[int, int, int]:
    """Worst first, then the narrowest span, then the more special rule: those with high codes."""
    span = diagnostic.finding.span
    return SEVERITIES.index(diagnostic.severity), span.end - span.start, -int(diagnostic.rule.code[3:])


def _rank_whole(diagnostic: Diagnostic) -> tuple[int, int, int]:
    """Rules about a whole document stand in the order of what they presuppose, which is that of their codes."""
    return 0, 0, int(diagnostic.rule.code[3:])


def _gives_way(
    place: tuple[int, str],
    diagnostic: Diagnostic,
    best: Mapping[tuple[int, str], Diagnostic],
    rules: Mapping[str, AnyRule],
) -> bool:
    """Whether a finding of another family on the same sentence says it better."""
    index, family = place
    if family == "EVD" and (index, "EFF") in best:
        return True
    others = (best[index, other] for other in CLAIM_FAMILIES if (index, other) in best)
    return any(
        family in rules[other.rule.code].replaces and other.finding.span.overlaps(diagnostic.finding.span)
        for other in others
    )


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings by place, then severity, then rule; a rule's repetition at one place is dropped."""
    unique = {(d.rule.code, d.finding.span): d for d in reversed(list(found))}
    return sorted(unique.values(), key=lambda d: (d.finding.span, SEVERITIES.index(d.severity), d.rule.code))


def capped(
    found: Iterable[Diagnostic], limit: int = SUGGESTION_LIMIT
) -> tuple[list[Diagnostic], tuple[str, ...]]:
    """At most `limit` suggestions of each rule, the first ones, and notes about those that are not listed."""
    kept: list[Diagnostic] = []
    count: Counter[str] = Counter()
    names: dict[str, str] = {}
    for diagnostic in found:
        code = diagnostic.rule.code
        if diagnostic.severity == "suggestion":
            count[code] += 1
            names[code] = diagnostic.rule.name
            if count[code] > limit:
                continue
        kept.append(diagnostic)
    more = {code: number - limit for code, number in count.items() if number > limit}
    return kept, tuple(
        f"{number} more suggestion{'s' * (number > 1)} of {names[code]} ({code}) not listed"
        for code, number in more.items()
    )
