"""The flags that change files: fixes and suppressions, written or shown as a diff."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import click

from healthlint.add_ignore import ReasonError, add_ignores, require_reason
from healthlint.cli.complaints import remark
from healthlint.config.model import ConfigError
from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.document import Document
from healthlint.edits import WriteError, diff, encoded_like, replace_file
from healthlint.files import Input
from healthlint.fix import applicability, fix

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What the flags say about changing files. `diff` and `add_ignore` are None when they were not given."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: str | None = None
    show_fixes: bool = False
    add_ignore: str | None = None

    @property
    def fixes(self) -> bool:
        """Whether fixes are made, or shown as a diff."""
        return self.fix or self.diff is not None

    @property
    def writes(self) -> bool:
        """Whether texts are changed where they stand; a text from standard input goes to standard output."""
        return self.diff is None and (self.fix or self.add_ignore is not None)


def mending_options(command: Command) -> Command:
    """Flags that change files."""
    for option in reversed(
        (
            click.option(
                "--fix", is_flag=True, help="Mend wording where that is safe, and report what is left."
            ),
            click.option(
                "--unsafe-fixes", is_flag=True, help="With --fix or --diff, make fixes that need a look, too."
            ),
            click.option(
                "--diff",
                metavar="[REV]",
                help="Show what --fix would change, write nothing; with a git revision, the same as --since.",
            ),
            click.option("--show-fixes", is_flag=True, help="List the fixes that were made."),
            click.option(
                "--add-ignore",
                metavar="[=REASON]",
                help="Write a suppression with this reason for each finding, and change nothing else.",
            ),
        )
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its fixes or suppressions: its report, its text, and what was done to it."""

    report: FileReport
    text: str
    fixed: tuple[Diagnostic, ...] = ()
    written: int = 0


@dataclass(frozen=True, slots=True)
class Again:
    """How a changed text is checked and parsed as if it stood in an input."""

    check: Callable[[Input, str], FileReport]
    parse: Callable[[Input, str], Document]


def require_sense(mending: Mending) -> None:
    """Raise `ConfigError` for flags that do not go together and for a reason that cannot be written."""
    if mending.add_ignore is None:
        return
    if mending.fixes:
        raise ConfigError(("--add-ignore and --fix or --diff: give one of them at a time.",))
    try:
        require_reason(mending.add_ignore)
    except ReasonError as error:
        raise ConfigError((f"--add-ignore: {error}.",)) from None


def mend(
    mending: Mending, inputs: Sequence[Input], reports: Sequence[FileReport], again: Again
) -> tuple[tuple[FileReport, ...], bool]:
    """Fix files or write suppressions; the reports on them as they are then, and whether any text changed."""
    if not mending.fixes and mending.add_ignore is None:
        return tuple(reports), False
    done = [_mended(mending, entry, report, again) for entry, report in zip(inputs, reports, strict=True)]
    shown = [
        _put(mending, entry, report, mended)
        for entry, report, mended in zip(inputs, reports, done, strict=True)
    ]
    changed = [mended for mended in done if mended.fixed or mended.written]
    if changed:
        _tell(mending, changed)
    return tuple(shown), bool(changed)


def _mended(mending: Mending, entry: Input, report: FileReport, again: Again) -> Mended:
    if report.status != "checked" or not report.diagnostics:
        return Mended(report, report.source)

    def check(text: str) -> FileReport:
        return report if text == report.source else again.check(entry, text)

    if mending.add_ignore is not None:
        document = again.parse(entry, report.source)
        ignored = add_ignores(document, lambda text: check(text).diagnostics, mending.add_ignore)
        return Mended(check(ignored.text), ignored.text, written=ignored.written)
    allowed = ("safe", "unsafe") if mending.unsafe_fixes else ("safe",)
    if not any(applicability(diagnostic, report.source) in allowed for diagnostic in report.diagnostics):
        return Mended(report, report.source)
    fixed = fix(report.source, lambda text: check(text).diagnostics, unsafe=mending.unsafe_fixes)
    if fixed.endless:
        note = "its fixes do not come to an end, so none was made; report this as a bug"
        return Mended(replace(report, notes=(*report.notes, note)), report.source)
    return Mended(check(fixed.text), fixed.text, fixed.applied)


def _put(mending: Mending, entry: Input, before: FileReport, mended: Mended) -> FileReport:
    """Write the file, or show the change; the report to go on with."""
    if mending.diff is not None:
        _to_stdout("".join(diff(entry.name, before.source, mended.text)))
        return mended.report
    if entry.data is not None:
        _to_stdout(mended.text)
        return mended.report
    if mended.text == before.source:
        return mended.report
    try:
        data = entry.path.read_bytes()
        replace_file(entry.path, data, encoded_like(data, before.source, mended.text))
    except (OSError, WriteError) as error:
        return FileReport(entry.name, "failed", f"It was not changed. {error}", before.source)
    return mended.report


def _to_stdout(text: str) -> None:
    """Write a text with its own line ends, whatever the platform's are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def _tell(mending: Mending, changed: Sequence[Mended]) -> None:
    """Say how much was done, and with `--show-fixes` what."""
    if mending.add_ignore is not None:
        remark(
            f"wrote {_count(sum(m.written for m in changed), 'suppression')} in {_count(len(changed), 'file')}"
        )
        return
    verb = "would fix" if mending.diff is not None else "fixed"
    remark(f"{verb} {_count(sum(len(m.fixed) for m in changed), 'finding')} in {_count(len(changed), 'file')}")
    if mending.show_fixes:
        for line in _fixes(changed):
            remark(line)


def _fixes(changed: Iterable[Mended]) -> Iterator[str]:
    for mended in changed:
        for (name, code), number in Counter((d.rule.name, d.rule.code) for d in mended.fixed).items():
            yield f"  {mended.report.filename}: {number} x {name} ({code})"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"
