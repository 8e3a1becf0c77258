"""The two XML formats: JUnit and Checkstyle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from healthlint.diagnostic import FileReport, Report
from healthlint.finding import SEVERITIES
from healthlint.report.places import repository_path
from healthlint.report.style import Style
from healthlint.report.summary import counts

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEVELS = dict(zip(SEVERITIES, ("error", "warning", "info"), strict=True))


def render_junit(report: Report, style: Style) -> Iterator[str]:
    """JUnit: a suite for each file, a failure for each finding, an error for a file that was not checked."""
    del style
    figures = counts(report)
    errors = figures["failed"] + len(report.errors)
    tests = sum(max(len(file.diagnostics), 1) for file in report.files) + len(report.errors)
    yield _HEAD
    yield f'<testsuites name="healthlint" tests="{tests}" failures="{figures["findings"]}" errors="{errors}">\n'
    for file in report.files:
        yield from _suite(file, repository_path(report, file.filename))
    if report.errors:
        number = len(report.errors)
        yield f'  <testsuite name="healthlint" tests="{number}" failures="0" errors="{number}">\n'
        for problem in report.errors:
            error = f"<error message={_quoted(problem)}/>"
            yield f'    <testcase name="run" classname="healthlint">{error}</testcase>\n'
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _suite(file: FileReport, path: str) -> Iterator[str]:
    found, lines = len(file.diagnostics), file.lines
    failed, skipped = int(file.status == "failed"), int(file.status == "skipped")
    yield (
        f'  <testsuite name={_quoted(path)} tests="{max(found, 1)}" failures="{found}" '
        f'errors="{failed}" skipped="{skipped}">\n'
    )
    for diagnostic in file.diagnostics:
        row, column = lines.position(diagnostic.finding.span.start)
        name = f"{diagnostic.rule.name} {diagnostic.rule.code} ({row}:{column})"
        text = f"{path}:{row}:{column}: {diagnostic.severity}: {diagnostic.finding.message}"
        if diagnostic.finding.suggestion:
            text += f"\nWrite: {diagnostic.finding.suggestion}"
        yield (
            f'    <testcase name={_quoted(name)} classname={_quoted(path)} file={_quoted(path)} line="{row}">'
            f"<failure type={_quoted(diagnostic.severity)} message={_quoted(diagnostic.finding.message)}>"
            f"{_text(text)}</failure></testcase>\n"
        )
    if not found:
        kind = "error" if failed else "skipped" if skipped else ""
        inner = f"<{kind} message={_quoted(file.reason)}/>" if kind else ""
        yield f'    <testcase name="healthlint" classname={_quoted(path)}>{inner}</testcase>\n'
    yield "  </testsuite>\n"


def render_checkstyle(report: Report, style: Style) -> Iterator[str]:
    """Checkstyle: an error element for each finding and for each file that was not checked."""
    del style
    yield f'{_HEAD}<checkstyle version="4.3">\n'
    for file in report.files:
        lines = file.lines
        yield f"  <file name={_quoted(repository_path(report, file.filename))}>\n"
        for diagnostic in file.diagnostics:
            row, column = lines.position(diagnostic.finding.span.start)
            source = f"healthlint.{diagnostic.rule.code}"
            yield (
                f'    <error line="{row}" column="{column}" severity="{_LEVELS[diagnostic.severity]}" '
                f"message={_quoted(diagnostic.finding.message)} source={_quoted(source)}/>\n"
            )
        if file.status == "failed":
            yield f'    <error severity="error" message={_quoted(file.reason)} source="healthlint"/>\n'
        yield "  </file>\n"
    if report.errors:
        yield '  <file name="healthlint">\n'
        for problem in report.errors:
            yield f'    <error severity="error" message={_quoted(problem)} source="healthlint"/>\n'
        yield "  </file>\n"
    yield "</checkstyle>\n"


def _quoted(text: str) -> str:
    return f'"{escape(" ".join(_NOT_XML.sub("", text).split()))}"'


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text), quote=False)
