"""The JSON report: one object with every file and every finding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from healthlint.diagnostic import Diagnostic, FileReport, Report
from healthlint.finding import Edit, Related
from healthlint.fix import Applicability, applicability
from healthlint.report.fingerprint import fingerprints
from healthlint.report.json_model import (
    JsonEdit,
    JsonFile,
    JsonFinding,
    JsonFix,
    JsonRelated,
    JsonReport,
    JsonSource,
    JsonSummary,
    Offset,
    Position,
)
from healthlint.report.style import Style
from healthlint.report.summary import counts
from healthlint.rule import Source
from healthlint.text import LineIndex, Span


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text."""
    del style
    yield json.dumps(to_json(report), ensure_ascii=False, indent=2) + "\n"


def render_lines(report: Report, style: Style) -> Iterator[str]:
    """One JSON object for each finding, one a line, with its file name; files that failed have one, too."""
    del style
    for file in report.files:
        whole = file_to_json(file)
        for finding in whole["findings"]:
            yield json.dumps({"filename": file.filename, **finding}, ensure_ascii=False) + "\n"
        if file.status != "checked":
            row = {"filename": file.filename, "status": file.status, "reason": file.reason}
            yield json.dumps(row, ensure_ascii=False) + "\n"


def to_json(report: Report) -> JsonReport:
    """The whole report as plain data."""
    return {
        "schema_version": 1,
        "version": report.version,
        "files": [file_to_json(file) for file in report.files],
        "errors": list(report.errors),
        "summary": cast("JsonSummary", dict(counts(report))),
    }


def file_to_json(file: FileReport) -> JsonFile:
    """One file as plain data."""
    lines = file.lines
    marks = fingerprints(file.diagnostics)
    return {
        "filename": file.filename,
        "status": file.status,
        "reason": file.reason,
        "profile": file.profile,
        "profile_origin": file.profile_origin,
        "metrics": dict(file.metrics),
        "findings": [finding_to_json(lines, d, mark) for d, mark in zip(file.diagnostics, marks, strict=True)],
        "notes": list(file.notes),
    }


def finding_to_json(lines: LineIndex, diagnostic: Diagnostic, mark: str) -> JsonFinding:
    """One finding as plain data; `mark` is its fingerprint."""
    rule, finding = diagnostic.rule, diagnostic.finding
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.code[:3],
        "severity": diagnostic.severity,
        "confidence": finding.confidence,
        "precision": rule.precision,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "location": _position(lines, finding.span.start),
        "end_location": _position(lines, finding.span.end),
        "offset": _offset(finding.span),
        "excerpt": lines.source[finding.span.start : finding.span.end],
        "sentence": diagnostic.sentence,
        "section": list(diagnostic.section),
        "related": [_related(lines, related) for related in finding.related],
        "source": _source(rule.sources[0]) if rule.sources else None,
        "url": rule.url,
        "fix": _fix(lines, finding.edit, applicability(diagnostic, lines.source)) if finding.edit else None,
        "fingerprint": mark,
    }


def _position(lines: LineIndex, offset: int) -> Position:
    row, column = lines.position(offset)
    return {"row": row, "column": column}


def _offset(span: Span) -> Offset:
    return {"start": span.start, "end": span.end}


def _related(lines: LineIndex, related: Related) -> JsonRelated:
    return {
        "message": related.message,
        "location": _position(lines, related.span.start),
        "end_location": _position(lines, related.span.end),
        "offset": _offset(related.span),
        "excerpt": lines.source[related.span.start : related.span.end],
    }


def _source(source: Source) -> JsonSource:
    return {"publisher": source.publisher, "title": source.title, "section": source.section, "url": source.url}


def _fix(lines: LineIndex, edit: Edit, how: Applicability) -> JsonFix:
    change: JsonEdit = {
        "content": edit.content,
        "location": _position(lines, edit.span.start),
        "end_location": _position(lines, edit.span.end),
        "offset": _offset(edit.span),
    }
    message = f"Replace with '{edit.content}'." if edit.content else "Remove it."
    return {"applicability": how, "message": message, "edits": [change]}
