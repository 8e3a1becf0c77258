"""A report in Markdown, such as a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.diagnostic import FileReport, Report
from healthlint.report.style import Style, clean
from healthlint.report.summary import summary_line

ROW_LIMIT = 200
"""Findings that are listed; a comment on GitHub may have 65,536 characters."""

EXCERPT = 160
"""Characters of the source that are quoted for a finding."""


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text."""
    yield f"## healthlint\n\n{summary_line(report, Style())}\n"
    left = ROW_LIMIT
    for file in report.files:
        if file.status == "failed":
            yield f"\n**{escape(clean(file.filename))}** could not be checked: {escape(file.reason)}\n"
        elif file.diagnostics and left > 0:
            yield from _table(file, left)
            left -= len(file.diagnostics)
    if left < 0:
        yield f"\n{-left} more findings are not listed.\n"
    for problem in report.errors:
        yield f"\n{escape(problem)}\n"
    if style.summary:
        yield "\n<sub>healthlint checks wording. It gives no legal or medical advice.</sub>\n"


def _table(file: FileReport, most: int) -> Iterator[str]:
    lines = file.lines
    yield f"\n### {escape(clean(file.filename))}\n\n"
    yield "| line | severity | rule | finding |\n| ---: | --- | --- | --- |\n"
    for diagnostic in file.diagnostics[:most]:
        finding, rule = diagnostic.finding, diagnostic.rule
        excerpt = clean(lines.source[finding.span.start : finding.span.end])
        quoted = excerpt if len(excerpt) <= EXCERPT else f"{excerpt[:EXCERPT]}…"
        cell = f"“{escape(quoted)}”<br>{escape(clean(finding.message))}"
        if finding.suggestion:
            cell += f"<br>Write: {escape(clean(finding.suggestion))}"
        if rule.sources:
            source = rule.sources[0]
            cell += f"<br>[{escape(source.publisher)}: {escape(source.title)}](<{source.url}>)"
        row = lines.row(finding.span.start)
        yield f"| {row} | {diagnostic.severity} | {rule.name} `{rule.code}` | {cell} |\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = "".join(f"\\{c}" if c in "\\`*_[]|~#" else c for c in text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
