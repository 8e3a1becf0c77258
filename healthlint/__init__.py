"""healthlint: a linter for health writing.

From Python:

    from healthlint import lint_paths, lint_text, make_settings

    report = lint_text("Our tea cures colds.", "tea.md", make_settings(profile="supplement-marketing"))
    for diagnostic in report.diagnostics:
        row, column = report.lines.position(diagnostic.finding.span.start)
        print(row, column, diagnostic.rule.code, diagnostic.finding.message)

    for file in lint_paths(["content"], ignore=["REA"]).files:
        print(file.filename, file.status, len(file.diagnostics))

Importing the package is cheap: what checks texts is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthlint.config.model import ConfigError as ConfigError
    from healthlint.diagnostic import Diagnostic as Diagnostic
    from healthlint.diagnostic import FileReport as FileReport
    from healthlint.diagnostic import Report as Report
    from healthlint.files import lint_paths as lint_paths
    from healthlint.runner import lint_text as lint_text
    from healthlint.settings import Settings as Settings
    from healthlint.settings import make_settings as make_settings

__version__ = "0.1.0"

__all__ = [
    "ConfigError",
    "Diagnostic",
    "FileReport",
    "Report",
    "Settings",
    "__version__",
    "lint_paths",
    "lint_text",
    "make_settings",
]

_HOMES = {
    "ConfigError": "healthlint.config.model",
    "Diagnostic": "healthlint.diagnostic",
    "FileReport": "healthlint.diagnostic",
    "Report": "healthlint.diagnostic",
    "Settings": "healthlint.settings",
    "lint_paths": "healthlint.files",
    "lint_text": "healthlint.runner",
    "make_settings": "healthlint.settings",
}


if not TYPE_CHECKING:  # a type checker shall know the names above and no others

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'healthlint' has no attribute '{name}'")
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
