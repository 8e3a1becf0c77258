"""The exit status of a run: 0 clean, 1 findings, 2 something was not checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from healthlint.diagnostic import Report
from healthlint.finding import Severity

CLEAN, FINDINGS, ERROR = 0, 1, 2

_FAILING: Mapping[str, frozenset[Severity]] = MappingProxyType(
    {
        "any": frozenset({"suggestion", "warning", "error"}),
        "info": frozenset({"suggestion", "warning", "error"}),
        "suggestion": frozenset({"suggestion", "warning", "error"}),
        "warning": frozenset({"warning", "error"}),
        "error": frozenset({"error"}),
        "none": frozenset(),
    }
)


def exit_status(report: Report, fail_level: str, max_warnings: int | None, *, exit_zero: bool = False) -> int:
    """The status that a run ends with.

    An input that could not be checked always gives 2. With `max_warnings`, warnings count only when there are
    more of them, whatever the fail level says about warnings; errors and suggestions go by `fail_level`.
    """
    if report.errors or any(file.status == "failed" for file in report.files):
        return ERROR
    if exit_zero:
        return CLEAN
    severities = [d.severity for file in report.files for d in file.diagnostics]
    failing = _FAILING[fail_level]
    if max_warnings is not None:
        failing -= {"warning"}
        if severities.count("warning") > max_warnings:
            return FINDINGS
    return FINDINGS if failing.intersection(severities) else CLEAN
