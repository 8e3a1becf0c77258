"""Reports of files and parses of sentences as JSON, and back without loss.

A report is stored without its source and its name, which the reader has anyway, and its rules' cards apart,
because the same few occur in every file. Records are lists of their fields in order: short, and fast to
read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from sys import intern
from typing import Any

from healthlint.diagnostic import Diagnostic, FileReport, RuleCard
from healthlint.document import Parse, Word
from healthlint.finding import Edit, Finding, Related
from healthlint.rule import Source
from healthlint.text import Span

_CARD = tuple(part.name for part in fields(RuleCard))
_SOURCES = _CARD.index("sources")
_SOURCE = tuple(part.name for part in fields(Source))
_FINDING = tuple(part.name for part in fields(Finding) if part.name not in ("span", "related", "edit"))
_DIAGNOSTIC = tuple(
    part.name for part in fields(Diagnostic) if part.name not in ("rule", "severity", "finding", "section")
)

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
    except (ValueError, TypeError, LookupError) as error:
        raise CodecError(str(error)) from error


def dump_card(card: RuleCard) -> str:
    """The stored form of a rule's card."""
    row = [getattr(card, name) for name in _CARD]
    row[_SOURCES] = [[getattr(source, name) for name in _SOURCE] for source in card.sources]
    return _dump(row)


def load_card(stored: str) -> RuleCard:
    """A rule's card from its stored form. Raises CodecError."""
    try:
        row = json.loads(stored)
        row[_SOURCES] = tuple(Source(*source) for source in row[_SOURCES])
        return RuleCard(*row)
    except (ValueError, TypeError, LookupError) as error:
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
        [[related.span.start, related.span.end, related.message] for related in finding.related],
        edit and [edit.span.start, edit.span.end, edit.content, edit.safe],
        [getattr(finding, name) for name in _FINDING],
        list(diagnostic.section),
        [getattr(diagnostic, name) for name in _DIAGNOSTIC],
    ]


def _read_diagnostic(row: list[Any], card: CardOf) -> Diagnostic:
    number, severity, start, end, related, edit, finding, section, rest = row
    message, suggestion, confidence, *marks = finding
    made = Finding(
        Span(start, end),
        message,
        suggestion,
        confidence,
        tuple(Related(Span(first, last), what) for first, last, what in related),
        Edit(Span(edit[0], edit[1]), edit[2], edit[3]) if edit else None,
        *marks,
    )
    return Diagnostic(card(number), severity, made, rest[0], tuple(section), *rest[1:])
