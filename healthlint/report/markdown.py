"""A report in Markdown, such as a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.diagnostic import Diagnostic, Report
from healthlint.report.style import Style, clean
from healthlint.report.summary import plural, summary_line
from healthlint.text import LineIndex

LENGTH_LIMIT = 60_000
"""Characters of a report, a little below what a comment on GitHub may have."""

EXCERPT = 160
"""Characters of the source that are quoted for a finding."""

_NOTE = "<sub>healthlint checks wording. It gives no legal or medical advice.</sub>"


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text: the findings as far as the limit allows, and how many are not listed."""
    yield f"## healthlint\n\n{summary_line(report, Style())}\n"
    for problem in report.errors:
        yield f"\n{escape(problem)}\n"
    used = more = 0
    for heading, rows in _parts(report):
        if used + len(heading) + len(rows[0] if rows else "") > LENGTH_LIMIT:
            more += len(rows)
            continue
        yield heading
        used += len(heading)
        for row in rows:
            used += len(row)
            if used > LENGTH_LIMIT:
                more += 1
            else:
                yield row
    if more:
        yield f"\n{plural(more, 'finding')} not listed here.\n"
    if style.summary:
        yield f"\n{_NOTE}\n"


def _parts(report: Report) -> Iterator[tuple[str, list[str]]]:
    """A heading and the rows of its table for each file that has something to say."""
    for file in report.files:
        name = escape(clean(file.filename))
        if file.status == "failed":
            yield f"\n**{name}** could not be checked: {escape(clean(file.reason))}\n", []
        if file.diagnostics:
            lines = file.lines
            head = f"\n### {name}\n\n| line | severity | rule | finding |\n| ---: | --- | --- | --- |\n"
            yield head, [_row(lines, diagnostic) for diagnostic in file.diagnostics]


def _row(lines: LineIndex, diagnostic: Diagnostic) -> str:
    finding, rule = diagnostic.finding, diagnostic.rule
    excerpt = clean(lines.source[finding.span.start : finding.span.end])
    quoted = excerpt if len(excerpt) <= EXCERPT else f"{excerpt[:EXCERPT]}…"
    cell = f"“{escape(quoted)}”<br>{escape(clean(finding.message))}"
    if finding.suggestion:
        cell += f"<br>Write: {escape(clean(finding.suggestion))}"
    if rule.sources:
        source = rule.sources[0]
        cell += f"<br>[{escape(source.publisher)}: {escape(source.title)}](<{source.url}>)"
    return f"| {lines.row(finding.span.start)} | {diagnostic.severity} | {rule.name} `{rule.code}` | {cell} |\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = "".join(f"\\{c}" if c in "\\`*_[]|~#" else c for c in text)
    for sign, code in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("@", "&commat;")):
        escaped = escaped.replace(sign, code)
    return escaped
