"""Annotations for GitHub Actions, worst first within its limits, and the job summary."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from healthlint.diagnostic import Report
from healthlint.finding import SEVERITIES, Severity
from healthlint.report.entries import Entry, entries
from healthlint.report.markdown import render as render_markdown
from healthlint.report.places import repository_path
from healthlint.report.style import Style, without_controls
from healthlint.report.summary import plural, summary_line

LIMIT = 10
"""Annotations of one kind that GitHub shows for a step."""

_KINDS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "suggestion": "notice"}
)


def render(report: Report, style: Style) -> Iterator[str]:
    """The annotations; the job summary goes to the file that GitHub names."""
    shown: Counter[str] = Counter()
    found = sorted(entries(report), key=lambda entry: SEVERITIES.index(entry.diagnostic.severity))
    for entry in found:
        kind = _KINDS[entry.diagnostic.severity]
        shown[kind] += 1
        if shown[kind] <= LIMIT:
            yield _annotation(kind, entry)
    for kind, number in shown.items():
        if number > LIMIT:
            yield f"healthlint: {plural(number - LIMIT, 'more ' + kind)} not annotated.\n"
    for file in report.files:
        if file.status == "failed":
            path = _property(repository_path(report, file.filename))
            yield f"::error title=healthlint,file={path}::{_message(file.reason)}\n"
    if style.summary:
        yield summary_line(report, style) + "\n"
    _write_summary(report)


def _annotation(kind: str, entry: Entry) -> str:
    """One workflow command. Columns are left out for findings that go on in the next line."""
    row, column = entry.lines.position(entry.diagnostic.finding.span.start)
    rule = entry.diagnostic.rule
    where = f"file={_property(entry.path)},line={row}"
    if entry.one_line:
        where += f",endLine={row},col={column},endColumn={column + entry.span.end - entry.span.start}"
    else:
        where += f",endLine={entry.lines.row(max(entry.diagnostic.finding.span.end - 1, 0))}"
    title = _property(f"healthlint ({rule.name} {rule.code})")
    return f"::{kind} title={title},{where}::{_message(entry.text)}\n"


def _message(text: str) -> str:
    return without_controls(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _write_summary(report: Report) -> None:
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if not target:
        return
    with Path(target).open("a", encoding="utf-8", errors="replace") as file:
        file.write("".join(render_markdown(report, Style())))
