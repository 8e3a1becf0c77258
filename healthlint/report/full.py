"""The format for people: the text underlined, why, what to write instead, and which standard says so."""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.diagnostic import Diagnostic, FileReport, Report
from healthlint.report.snippet import snippet
from healthlint.report.style import Style, clean, width_of, wrapped
from healthlint.report.summary import summary_line
from healthlint.rule import Source
from healthlint.text import LineIndex


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text that end with a line feed."""
    for file in report.files:
        lines = file.lines
        for diagnostic in file.diagnostics:
            yield "\n".join((*_finding(file, lines, diagnostic, style), "", ""))
        for note in file.notes:
            yield f"{style.paint(clean(file.filename), 'bold')}: note: {clean(note)}\n"
    if style.summary:
        yield summary_line(report, style) + "\n"


def _finding(file: FileReport, lines: LineIndex, diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    span = diagnostic.finding.span
    row, column = lines.position(span.start)
    severity = style.paint(diagnostic.severity, diagnostic.severity)
    rule = f"{diagnostic.rule.name} {style.paint(f'[{diagnostic.rule.code}]', 'dim')}"
    yield f"{style.paint(clean(file.filename), 'bold')}:{row}:{column}: {severity}: {rule}"
    yield from snippet(lines, span, diagnostic.severity, style)
    gutter = len(str(lines.row(max(span.end - 1, span.start))))
    yield from _remark("", clean(diagnostic.finding.message), gutter, style)
    if diagnostic.finding.suggestion:
        yield from _remark("write", clean(diagnostic.finding.suggestion), gutter, style)
    for related in diagnostic.finding.related:
        at = lines.row(related.span.start)
        yield from _remark("see", f"line {at}: {clean(related.message)}", gutter, style)
    if diagnostic.rule.sources:
        yield from _remark("standard", standard(diagnostic.rule.sources[0]), gutter, style)


def standard(source: Source) -> str:
    """Publisher, title, section and address of a source on one line."""
    parts = (source.publisher, source.title, source.section)
    return f"{', '.join(part for part in parts if part)} <{source.url}>"


def _remark(label: str, text: str, gutter: int, style: Style) -> Iterator[str]:
    head = f"{label}: " if label else ""
    room = max(style.width - gutter - 3 - width_of(head), 24)
    sign = style.paint("=", "gutter")
    for number, line in enumerate(wrapped(text, room)):
        first = f"{' ' * gutter} {sign} {style.paint(head, 'bold')}"
        yield f"{' ' * (gutter + 3 + len(head)) if number else first}{line}"
