"""One run of `check`: find the inputs, check them, report."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import click

from healthlint import __version__
from healthlint.cli.adopt import Adoption, hold, settle
from healthlint.cli.complaints import complain, remark
from healthlint.cli.inputs import STDIN, gather
from healthlint.cli.mend import Again, Mending, mend, require_sense
from healthlint.cli.output import format_in, repository_prefix, write
from healthlint.cli.progress import watched
from healthlint.cli.status import CLEAN, ERROR, exit_status
from healthlint.cli.work import Work
from healthlint.config.model import ConfigError
from healthlint.config.resolve import run_settings
from healthlint.diagnostic import FileReport, Report
from healthlint.document import Document
from healthlint.engine import Engine
from healthlint.files import BAD_CONFIGURATION, Input, Inputs, check
from healthlint.gate import Gate
from healthlint.parsing import parse
from healthlint.report.summary import plural
from healthlint.runner import listed
from healthlint.settings import SettingsFinder


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The flags that decide what a run shows."""

    output_file: str | None = None
    exit_zero: bool = False
    statistics: bool = False
    show_files: bool = False
    show_settings: bool = False
    quiet: bool = False
    silent: bool = False
    verbose: bool = False
    color: str = "auto"


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags of a run by what they are about."""

    view: View
    adoption: Adoption
    mending: Mending
    work: Work


def run(names: Sequence[str], stdin_filename: str, finder: SettingsFinder, flags: Flags) -> int:
    """Check what `names` names and show what was found; the exit status. Raises `ConfigError`."""
    if flags.work.watch and STDIN in names:
        raise ConfigError(("--watch: standard input cannot be watched. Name files or folders.",))
    with flags.work.engine() as engine:
        if flags.work.watch:
            _watch(names, finder, flags, engine)
        status = _run(gather(names, finder, stdin_filename), finder, flags, engine)
    for warning in engine.warnings:
        remark(warning)
    return status


def _watch(names: Sequence[str], finder: SettingsFinder, flags: Flags, engine: Engine) -> NoReturn:
    """Check everything, and then what changes, until Ctrl-C; all of it when a configuration file changes."""
    from healthlint.cli.watch import state_of, watch

    def look() -> Inputs:
        return gather(names, finder.renewed(), STDIN)

    def check_again(paths: frozenset[Path]) -> None:
        current = finder.renewed()
        gathered = gather(names, current, STDIN)
        known = {entry.path for entry in gathered.entries}
        if not paths - known:
            gathered = replace(gathered, entries=tuple(e for e in gathered.entries if e.path in paths))
        try:
            _run(gathered, current, flags, engine)
        except ConfigError as error:
            for problem in error.problems:
                complain(problem)

    inputs = look()
    before = state_of(inputs)
    _run(inputs, finder, flags, engine)
    remark("waiting for changes; Ctrl-C stops.")
    watch(before, look, check_again)


def _run(gathered: Inputs, finder: SettingsFinder, flags: Flags, engine: Engine) -> int:
    begin, view = time.monotonic(), flags.view
    settings = run_settings(finder.layers(Path.cwd()))
    inputs, errors = gathered.entries, (*finder.packs.errors, *gathered.problems)
    if view.show_files:
        return _show_files(inputs, errors)
    if view.show_settings:
        return _show_settings(inputs, finder)
    files, changed = _worked_on(inputs, finder, flags, engine)
    report = Report(__version__, files, errors, repository_prefix(Path.cwd()))
    if not view.silent and flags.mending.diff is None:
        text_came_out = flags.mending.writes and any(entry.data is not None for entry in inputs)
        with redirect_stdout(sys.stderr) if text_came_out else nullcontext():
            _show(report, settings["output_format"].value, view)
    _complain(report)
    if view.verbose:
        took = f"{len(files):,} inputs in {time.monotonic() - begin:.2f} s"
        remark(f"{took}, {engine.parsed:,} sentences parsed")
    if flags.mending.diff is not None:
        return ERROR if exit_status(report, "none", None) == ERROR else int(changed and not view.exit_zero)
    level, most = settings["fail_level"].value, settings["max_warnings"].value
    return exit_status(report, level, most, exit_zero=view.exit_zero or flags.adoption.write_baseline)


def _worked_on(
    inputs: Sequence[Input], finder: SettingsFinder, flags: Flags, engine: Engine
) -> tuple[tuple[FileReport, ...], bool]:
    """Check the inputs and do to files what the flags ask; the reports, and whether a text changed."""
    require_sense(flags.mending)
    held = hold(flags.adoption, isolated=finder.isolated)

    def check_again(entry: Input, text: str) -> FileReport:
        return _admitted(engine.lint(text, entry.name, finder.of(entry.path)), entry, finder, held.gate)

    def parse_again(entry: Input, text: str) -> Document:
        return parse(text, entry.name, format=finder.of(entry.path).format)

    files = tuple(_checked(inputs, finder, held.gate, flags, engine))
    files, changed = mend(flags.mending, inputs, files, Again(check_again, parse_again))
    if flags.mending.diff is None:
        files = settle(held, flags.adoption, inputs, files, finder)
    return tuple(map(listed, files)), changed


def _show(report: Report, output_format: str, view: View) -> None:
    name = format_in(output_format, to_file=view.output_file is not None)
    if view.statistics:
        name = "statistics-json" if name.startswith("json") else "statistics"
    write(report, name, view.output_file, view.color, summary=not view.quiet)


def _checked(
    inputs: Sequence[Input], finder: SettingsFinder, gate: Gate, flags: Flags, engine: Engine
) -> Iterator[FileReport]:
    view = flags.view
    reports = check(inputs, finder, engine, flags.work.processes)
    hidden = view.quiet or view.silent or view.verbose
    for entry, found in zip(inputs, watched(reports, len(inputs), quiet=hidden), strict=True):
        report = _admitted(found, entry, finder, gate)
        if view.verbose:
            click.echo(f"healthlint: {_told(report)}", err=True)
        yield report


def _admitted(report: FileReport, entry: Input, finder: SettingsFinder, gate: Gate) -> FileReport:
    if not report.diagnostics:
        return report
    form = finder.of(entry.path).format
    return gate.admit(report, entry.path, format=form, unsaved=entry.data is not None)


def _told(file: FileReport) -> str:
    """What happened to a file, in one line."""
    if file.status != "checked":
        return f"{file.filename}: {file.status}: {file.reason}"
    return (
        f"{file.filename}: checked as {file.profile} ({file.profile_origin}), {len(file.diagnostics)} findings"
    )


def _complain(report: Report) -> None:
    """One line on standard error about everything that could not be checked."""
    for problem in report.errors:
        complain(problem)
    for problem in dict.fromkeys(_file_problems(report.files)):
        complain(problem)


def _file_problems(files: Sequence[FileReport]) -> Iterator[str]:
    """A sentence about each file that failed; files with the same wrong configuration share one."""
    configurations = Counter(file.reason for file in files if file.reason.startswith(BAD_CONFIGURATION))
    for file in files:
        if file.reason in configurations:
            number = configurations[file.reason]
            yield f"{plural(number, 'file')} not checked: {file.reason.removeprefix(BAD_CONFIGURATION)}"
        elif file.status == "failed":
            yield f"{file.filename}: {file.reason}"


def _show_files(inputs: Iterable[Input], errors: Iterable[str]) -> int:
    """List what would be checked, with a complaint about everything that would not."""
    reports = tuple(entry.report for entry in inputs if entry.report is not None)
    for entry in inputs:
        if entry.report is None:
            click.echo(entry.name)
    report = Report(__version__, reports, tuple(errors))
    _complain(report)
    return exit_status(report, "none", None)


def _show_settings(inputs: Sequence[Input], finder: SettingsFinder) -> int:
    from healthlint.cli.config import show

    first = next((entry.path for entry in inputs if entry.report is None), Path.cwd() / "article.md")
    show(first, finder, "text")
    return CLEAN
