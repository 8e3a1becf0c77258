"""What a whole run amounts to, in figures and in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from healthlint.diagnostic import Report
from healthlint.finding import SEVERITIES
from healthlint.report.style import Style


def counts(report: Report) -> Mapping[str, int]:
    """The number of files by status and of findings by severity."""
    statuses = Counter(file.status for file in report.files)
    severities = Counter(d.severity for file in report.files for d in file.diagnostics)
    return {
        "files": len(report.files),
        "checked": statuses["checked"],
        "skipped": statuses["skipped"],
        "failed": statuses["failed"],
        "findings": severities.total(),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "suggestions": severities["suggestion"],
        "suppressed": sum(len(file.suppressed) for file in report.files),
        "baselined": sum(len(file.baselined) for file in report.files),
    }


def summary_line(report: Report, style: Style) -> str:
    """One sentence about the run, such as "3 findings (1 error, 2 warnings) in 2 files."."""
    figures = counts(report)
    where = plural(figures["checked"], "file")
    if figures["findings"]:
        shares = [plural(figures[f"{s}s"], s) for s in SEVERITIES if figures[f"{s}s"]]
        worst = next(s for s in SEVERITIES if figures[f"{s}s"])
        line = f"{style.paint(plural(figures['findings'], 'finding'), worst)} ({', '.join(shares)}) in {where}"
    elif figures["checked"]:
        line = f"{style.paint('No findings', 'good')} in {where}"
    else:
        line = "Nothing was checked"
    for status in ("skipped", "failed"):
        if figures[status]:
            line += f", {figures[status]} {status}"
    for kept in ("suppressed", "baselined"):
        if figures[kept]:
            line += f", {plural(figures[kept], 'finding')} {kept}"
    return f"{line}."


def plural(number: int, noun: str) -> str:
    """ "1 file", "2 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
