"""One line for each finding: file, row, column, severity, rule, message."""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.diagnostic import Report
from healthlint.report.style import Style, clean
from healthlint.report.summary import summary_line


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text that end with a line feed."""
    for file in report.files:
        lines = file.lines
        for diagnostic in file.diagnostics:
            row, column = lines.position(diagnostic.finding.span.start)
            severity = style.paint(diagnostic.severity, diagnostic.severity)
            yield (
                f"{style.paint(clean(file.filename), 'bold')}:{row}:{column}: {severity}: "
                f"{clean(diagnostic.finding.message)} [{diagnostic.rule.name} {diagnostic.rule.code}]\n"
            )
    if style.summary:
        yield summary_line(report, style) + "\n"
