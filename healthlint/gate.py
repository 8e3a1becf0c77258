"""What a run shows of what it found: nothing that the baseline holds, and only what a change concerns."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from healthlint.analysis.sentences import sentences
from healthlint.arbitrate import sentence_at
from healthlint.baseline import Baseline, split
from healthlint.changes import NEW_FILE, ChangedFiles, Changes
from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.document import Document, Format
from healthlint.parsing import parse
from healthlint.text import Span


@dataclass(frozen=True)
class Gate:
    """The baseline and the changes that findings are held against, either of which may be missing.

    `root` is the folder that the paths of the baseline start from.
    """

    baseline: Baseline | None = None
    root: Path = Path()
    changed: ChangedFiles | None = None

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """The pages of the baseline that exist no more."""
        pages = self.baseline.files if self.baseline else ()
        return tuple(path for path in pages if not (self.root / path).exists())

    def page(self, path: Path) -> str:
        """The path of a file as the baseline writes it."""
        return Path(os.path.relpath(path.absolute(), self.root)).as_posix()

    def admit(
        self,
        report: FileReport,
        path: Path,
        *,
        format: Format | None = None,  # noqa: A002
        unsaved: bool = False,
    ) -> FileReport:
        """The report on the file at `path` with the findings that are new and that the change concerns.

        `format` is how the file was parsed, None for what its name says. A text that is `unsaved` is not what
        git sees, so all of it counts as changed.
        """

        def document() -> Document:
            return parse(report.source, report.filename, format=format)

        if self.baseline is not None:
            report = self._without_baselined(report, path, document)
        if self.changed is not None and report.diagnostics and not unsaved:
            report = _concerned(report, self.changed.of(path), document)
        return report

    def _without_baselined(
        self, report: FileReport, path: Path, document: Callable[[], Document]
    ) -> FileReport:
        entries = self.baseline.entries(self.page(path), self.gone) if self.baseline else {}
        if not entries or not report.diagnostics:
            return report
        result = split(entries, report.diagnostics, lambda: [s.plain for s in sentences(document())])
        return replace(report, diagnostics=result.new, baselined=result.baselined)


def _concerned(report: FileReport, changes: Changes, document: Callable[[], Document]) -> FileReport:
    if changes == NEW_FILE:
        return report
    concerns = _concern(document(), changes)
    shown = tuple(diagnostic for diagnostic in report.diagnostics if changes and concerns(diagnostic))
    hidden = len(report.diagnostics) - len(shown)
    note = f"{hidden} finding{'s' * (hidden > 1)} on unchanged lines not shown"
    return replace(report, diagnostics=shown, notes=(*report.notes, note) if hidden else report.notes)


def _concern(document: Document, changes: Changes) -> Callable[[Diagnostic], bool]:
    """Whether changes concern a finding, as `healthlint.changes` says."""
    line_feeds = [at for at, char in enumerate(document.source) if char == "\n"]

    def concerns(diagnostic: Diagnostic) -> bool:
        if diagnostic.rule.scope == "document":
            return bool(changes)
        first = diagnostic.finding.span
        spans = [first, *_around(document, diagnostic)]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        rows = (bisect_right(line_feeds, at - 1) + 1 for at in (start, max(start, end - 1)))
        return changes.touch(*rows)

    return concerns


def _around(document: Document, diagnostic: Diagnostic) -> Sequence[Span]:
    """The spans that the finding of a sentence or section rule depends on."""
    if diagnostic.rule.scope == "sentence":
        sentence = sentence_at(document, diagnostic.finding.span.start)
        return [sentence.span] if sentence else []
    above = diagnostic.section
    return [
        block.text.whole
        for block in document.blocks
        if block.path[: len(above)] == above
        or (block.kind == "heading" and above and block.text.text == above[-1] and block.path == above[:-1])
    ]
