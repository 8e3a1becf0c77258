"""Reviewdog's RDJSON (https://github.com/reviewdog/reviewdog), whose columns count UTF-8 bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from healthlint.diagnostic import Report
from healthlint.finding import Severity
from healthlint.fix import applicability
from healthlint.report.entries import Entry, entries
from healthlint.report.style import Style
from healthlint.text import LineIndex, Span

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}
)


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text."""
    del style
    log = {
        "source": {"name": "healthlint", "url": "https://pypi.org/project/healthlint/"},
        "severity": "WARNING",
        "diagnostics": [_diagnostic(entry) for entry in entries(report)],
    }
    yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(entry: Entry) -> dict[str, Any]:
    diagnostic = entry.diagnostic
    finding = diagnostic.finding
    found: dict[str, Any] = {
        "message": entry.text,
        "location": {"path": entry.path, "range": _range(entry.lines, finding.span)},
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.rule.code, "url": diagnostic.rule.url},
    }
    if finding.edit and applicability(diagnostic, entry.lines.source) != "display":
        found["suggestions"] = [{"range": _range(entry.lines, finding.edit.span), "text": finding.edit.content}]
    if finding.related:
        found["related_locations"] = [
            {"message": r.message, "location": {"path": entry.path, "range": _range(entry.lines, r.span)}}
            for r in finding.related
        ]
    return found


def _range(lines: LineIndex, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _position(lines, span.start), "end": _position(lines, span.end)}


def _position(lines: LineIndex, offset: int) -> dict[str, int]:
    return {"line": lines.row(offset), "column": lines.utf8_column(offset)}
