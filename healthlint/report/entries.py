"""The findings of a report one by one, with all that a format for machines needs to place them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from healthlint.diagnostic import Diagnostic, Report
from healthlint.report.fingerprint import fingerprints
from healthlint.report.places import first_line, repository_path
from healthlint.text import LineIndex, Span

State = Literal["new", "suppressed", "baselined"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding. `path` is its file's from the top of the repository, `state` says whether it is shown."""

    path: str
    lines: LineIndex
    diagnostic: Diagnostic
    fingerprint: str
    state: State = "new"

    @property
    def span(self) -> Span:
        """The part of the finding that is on its first line."""
        return first_line(self.lines, self.diagnostic.finding.span)

    @property
    def text(self) -> str:
        """The message with the accepted wording after it."""
        finding = self.diagnostic.finding
        return f"{finding.message} Write: {finding.suggestion}" if finding.suggestion else finding.message

    @property
    def one_line(self) -> bool:
        """Whether the whole finding is on one line."""
        return self.span == self.diagnostic.finding.span


def entries(report: Report, *, hidden: bool = False) -> Iterator[Entry]:
    """Every finding in the order of the report; with `hidden` also those that are suppressed or baselined."""
    for file in report.files:
        path, lines = repository_path(report, file.filename), file.lines
        groups: tuple[tuple[State, tuple[Diagnostic, ...]], ...] = (
            ("new", file.diagnostics),
            ("suppressed", file.suppressed if hidden else ()),
            ("baselined", file.baselined if hidden else ()),
        )
        states = [(state, diagnostic) for state, group in groups for diagnostic in group]
        marks = fingerprints(diagnostic for _, diagnostic in states)
        for (state, diagnostic), mark in zip(states, marks, strict=True):
            yield Entry(path, lines, diagnostic, mark, state)
