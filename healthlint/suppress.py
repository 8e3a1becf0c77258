"""Suppressions at work: which findings they hide, and what is to be said about them.

A suppression hides the findings of the rules that it names, in its reach, up to its last day. Findings about
suppressions (the family DIR) cannot be suppressed, and neither can a file that could not be checked.

A finding of a rule for whole documents stands where the duty arises (the first mention, the first claim): a
suppression hides it there, or with `healthlint-disable-file`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from healthlint.diagnostic import Diagnostic
from healthlint.directives.reading import directives
from healthlint.directives.review import FAMILY, Review
from healthlint.directives.syntax import Code, Directive
from healthlint.document import Block, Document
from healthlint.text import LineIndex, Span


@dataclass(frozen=True, slots=True)
class Reach:
    """The part of a source that a directive is about.

    A finding is in reach when it begins there, or with `touching` when it shares a code point with it.
    """

    span: Span
    touching: bool = False

    def holds(self, finding: Span) -> bool:
        """Whether a finding at this place is in reach."""
        if self.touching and finding.overlaps(self.span):
            return True
        return self.span.start <= finding.start < self.span.end


@dataclass(frozen=True, slots=True)
class Outcome:
    """Findings after suppressions: those that stay and those that are hidden, with the reason for each.

    `review` holds what the rules about suppressions need to know.
    """

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]
    review: Review


def suppress(
    document: Document,
    diagnostics: Iterable[Diagnostic],
    today: date,
    known: Mapping[str, str],
    ran: Collection[str],
) -> Outcome:
    """Part the findings of a document into those that its suppressions hide and the others.

    `known` gives the code of each rule by its code and by its name, `ran` the codes of the rules that ran, so
    that no suppression is called unused because its rule was off.
    """
    entries = tuple(_hiding(document, today, known))
    kept: list[Diagnostic] = []
    hidden: list[Diagnostic] = []
    used: set[Span] = set()
    for diagnostic in diagnostics:
        hits = [entry for entry in entries if entry.hides(diagnostic)]
        used.update(entry.code.span for entry in hits)
        if hits:
            hidden.append(replace(diagnostic, justification=hits[0].reason))
        else:
            kept.append(diagnostic)
    idle = frozenset(entry.code.span for entry in entries if entry.rule in ran) - used
    return Outcome(tuple(kept), tuple(hidden), Review(today, known, idle))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One rule that one directive hides."""

    rule: str
    code: Code
    reason: str
    reach: Reach

    def hides(self, diagnostic: Diagnostic) -> bool:
        return (
            diagnostic.rule.code == self.rule
            and not self.rule.startswith(FAMILY)
            and self.reach.holds(diagnostic.finding.span)
        )


def _hiding(document: Document, today: date, known: Mapping[str, str]) -> Iterator[_Entry]:
    every = directives(document)
    lines = LineIndex(document.source)
    for number, directive in enumerate(every):
        if directive.verb in ("", "enable") or directive.expired(today):
            continue
        for code in directive.codes:
            rule = known.get(code.text)
            if rule is not None:
                reach = _reach(document, lines, directive, _end_of(rule, every[number + 1 :], known, document))
                yield _Entry(rule, code, directive.reason, reach)


def _end_of(rule: str, later: Sequence[Directive], known: Mapping[str, str], document: Document) -> int:
    """Where the range of a rule ends that a `healthlint-disable` opens before the directives `later`."""
    for directive in later:
        if directive.verb == "enable":
            ended = {known.get(code.text) for code in directive.codes}
            if not ended or rule in ended:
                return directive.span.start
    return len(document.source) + 1


def _reach(document: Document, lines: LineIndex, directive: Directive, range_end: int) -> Reach:
    at = directive.span
    if directive.verb == "disable-line":
        first, last = lines.row(at.start), lines.row(at.end)
        end = lines.starts[last] if last < len(lines.starts) else len(document.source) + 1
        return Reach(Span(lines.starts[first - 1], end), touching=True)
    if directive.verb == "disable-next-line":
        return Reach(Span(at.end, next_block_end(document.blocks, at.end)))
    if directive.verb == "disable":
        return Reach(Span(at.end, range_end))
    return Reach(Span(0, len(document.source) + 1))


def next_block_end(blocks: Sequence[Block], offset: int) -> int:
    """The offset behind the block that follows `offset`.

    In the middle of a block, that is the rest of it. The cells of a table count as one block, and text that a
    reader does not see (alternative text) belongs to the block after it.
    """
    spans = [(block.text.whole, block) for block in blocks]
    inside = next((span for span, block in spans if span.start < offset < span.end and _seen(block)), None)
    if inside is not None:
        return inside.end
    later = sorted(((span, block) for span, block in spans if span.start >= offset), key=lambda pair: pair[0])
    shown = [number for number, (_, block) in enumerate(later) if _seen(block)]
    if not shown:
        return later[-1][0].end if later else offset
    span, block = later[shown[0]]
    end = span.end
    if block.kind == "cell":
        for span, block in later[shown[0] :]:
            if block.kind != "cell" and _seen(block):
                break
            end = max(end, span.end)
    return end


def _seen(block: Block) -> bool:
    return block.prominence != "hidden"
