"""Reports of files and parses of sentences as JSON, and back without loss.

A report is stored without its source and its name, which the reader has anyway, and its rules' cards apart,
because the same few occur in every file. Records are lists in the order of their fields: short, and fast to
read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from sys import intern
from typing import Any

from healthlint.diagnostic import Diagnostic, FileReport, RuleCard
from healthlint.document import Parse, Word
from healthlint.finding import Edit, Finding, Related
from healthlint.rule import Source
from healthlint.text import Span

CardNumber = Callable[[RuleCard], int]
CardOf = Callable[[int], RuleCard]


class CodecError(Exception):
    """Stored data that healthlint did not write, or not whole."""


def dump_report(report: FileReport, number: CardNumber) -> str:
    """The stored form of a report; `number` gives the number under which a card is stored."""
    lists = (report.diagnostics, report.suppressed, report.baselined)
    return _dump(
        [
            report.status,
            report.reason,
            report.profile,
            report.profile_origin,
            dict(report.metrics),
            *([_diagnostic(diagnostic, number) for diagnostic in found] for found in lists),
            list(report.notes),
        ]
    )


def load_report(stored: str, filename: str, source: str, card: CardOf) -> FileReport:
    """The report of a file from its stored form. Raises CodecError."""
    try:
        status, reason, profile, origin, metrics, found, suppressed, baselined, notes = json.loads(stored)
        return FileReport(
            filename,
            status,
            reason,
            source,
            profile,
            origin,
            metrics,
            tuple(_read_diagnostic(row, card) for row in found),
            tuple(_read_diagnostic(row, card) for row in suppressed),
            tuple(_read_diagnostic(row, card) for row in baselined),
            tuple(notes),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise CodecError(str(error)) from error


def dump_card(card: RuleCard) -> str:
    """The stored form of a rule's card."""
    sources = [[s.publisher, s.title, s.url, s.section, s.accessed] for s in card.sources]
    return _dump(
        [card.code, card.name, card.family, card.summary, sources, card.url, card.precision, card.scope]
    )


def load_card(stored: str) -> RuleCard:
    """A rule's card from its stored form. Raises CodecError."""
    try:
        code, name, family, summary, sources, url, precision, scope = json.loads(stored)
        return RuleCard(
            code, name, family, summary, tuple(Source(*source) for source in sources), url, precision, scope
        )
    except (ValueError, TypeError) as error:
        raise CodecError(str(error)) from error


def dump_parse(parse: Parse) -> str:
    """The stored form of a sentence's parse."""
    return _dump([part for word in parse for part in (word.start, word.end, word.dep, word.head)])


def load_parse(stored: str) -> Parse:
    """The parse of a sentence from its stored form. Raises CodecError."""
    try:
        parts = iter(json.loads(stored))
        rows = zip(parts, parts, parts, parts, strict=True)
        return tuple(Word(start, end, intern(dep), head) for start, end, dep, head in rows)
    except (ValueError, TypeError) as error:
        raise CodecError(str(error)) from error


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


def _diagnostic(diagnostic: Diagnostic, number: CardNumber) -> list[Any]:
    finding, edit = diagnostic.finding, diagnostic.finding.edit
    return [
        number(diagnostic.rule),
        diagnostic.severity,
        finding.span.start,
        finding.span.end,
        finding.message,
        finding.suggestion,
        finding.confidence,
        [[related.span.start, related.span.end, related.message] for related in finding.related],
        edit and [edit.span.start, edit.span.end, edit.content, edit.safe],
        finding.lowered,
        diagnostic.sentence,
        list(diagnostic.section),
        diagnostic.justification,
    ]


def _read_diagnostic(row: list[Any], card: CardOf) -> Diagnostic:
    number, severity, start, end, message, suggestion, confidence, related, edit, lowered, *rest = row
    finding = Finding(
        Span(start, end),
        message,
        suggestion,
        confidence,
        tuple(Related(Span(first, last), what) for first, last, what in related),
        Edit(Span(edit[0], edit[1]), edit[2], edit[3]) if edit else None,
        lowered,
    )
    sentence, section, justification = rest
    return Diagnostic(card(number), severity, finding, sentence, tuple(section), justification)
