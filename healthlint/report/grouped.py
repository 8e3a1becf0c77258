"""Findings under the name of their file, in columns."""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.diagnostic import FileReport, Report
from healthlint.report.style import Style, clean, wrapped
from healthlint.report.summary import summary_line


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text that end with a line feed."""
    for file in report.files:
        if file.diagnostics or file.notes:
            yield "\n".join((style.paint(clean(file.filename), "bold"), *_rows(file, style), "", ""))
    if style.summary:
        yield summary_line(report, style) + "\n"


def _rows(file: FileReport, style: Style) -> Iterator[str]:
    lines = file.lines
    places = [lines.position(diagnostic.finding.span.start) for diagnostic in file.diagnostics]
    width = max((len(f"{row}:{column}") for row, column in places), default=0)
    for diagnostic, (row, column) in zip(file.diagnostics, places, strict=True):
        severity = style.paint(f"{diagnostic.severity:<10}", diagnostic.severity)
        rule = style.paint(f"[{diagnostic.rule.name} {diagnostic.rule.code}]", "dim")
        yield f"  {f'{row}:{column}':>{width}}  {severity}  {rule}"
        indent = " " * (width + 16)
        yield from (
            f"{indent}{line}" for line in wrapped(clean(diagnostic.finding.message), style.width - len(indent))
        )
    for note in file.notes:
        yield f"  note: {clean(note)}"
