"""GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from healthlint.diagnostic import Report
from healthlint.finding import Severity
from healthlint.report.entries import Entry, entries
from healthlint.report.style import Style

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {"error": "critical", "warning": "major", "suggestion": "info"}
)


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text."""
    del style
    yield json.dumps([_issue(entry) for entry in entries(report)], ensure_ascii=False, indent=2) + "\n"


def _issue(entry: Entry) -> dict[str, Any]:
    diagnostic = entry.diagnostic
    row, column = entry.lines.position(entry.span.start)
    end = {"line": row, "column": column + entry.span.end - entry.span.start}
    name = f"{entry.path}\0{entry.fingerprint}"
    return {
        "description": entry.text,
        "check_name": f"{diagnostic.rule.code} {diagnostic.rule.name}",
        "fingerprint": hashlib.sha256(name.encode("utf-8", "replace")).hexdigest(),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": entry.path,
            "positions": {"begin": {"line": row, "column": column}, "end": end},
        },
    }
