"""The flags that bring healthlint into a repository with old findings: baseline and changed lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from healthlint.baseline import FILE_NAME, Baseline, BaselineError, Page, Split, dumps, loads, rewritten, stale
from healthlint.changes import ChangedFiles, RevisionError, changes_since
from healthlint.cli.complaints import remark
from healthlint.config.model import ConfigError
from healthlint.diagnostic import FileReport
from healthlint.edits import WriteError, replace_file
from healthlint.files import Input
from healthlint.gate import Gate
from healthlint.settings import SettingsFinder

Command = TypeVar("Command", bound=Callable[..., Any])

_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What the flags say about old findings."""

    baseline: str | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    since: str | None = None


def adoption_options(command: Command) -> Command:
    """Flags about old findings."""
    for option in reversed(
        (
            click.option(
                "--baseline",
                metavar="FILE",
                help=f"Do not show the findings that FILE holds (default: the nearest {FILE_NAME}).",
            ),
            click.option(
                "--write-baseline",
                is_flag=True,
                help="Write all present findings to the baseline; show new ones.",
            ),
            click.option(
                "--prune-baseline", is_flag=True, help="Take findings that are gone out of the baseline."
            ),
            click.option(
                "--report-unused-suppressions/--no-report-unused-suppressions",
                default=True,
                help="Report suppressions that hide nothing (default: yes).",
            ),
            click.option(
                "--since",
                metavar="REV",
                help="Show only findings that the changes since this git revision concern; also: --diff REV.",
            ),
        )
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Held:
    """The gate of a run, and the file that its baseline is read from and written to."""

    gate: Gate
    target: Path
    exists: bool


def hold(adoption: Adoption, *, isolated: bool) -> Held:
    """Read the baseline and the changes that the flags name. Raises `ConfigError`."""
    _require_sense(adoption)
    folder = Path.cwd()
    changed = _changed(adoption.since, folder) if adoption.since is not None else None
    named = Path(adoption.baseline) if adoption.baseline is not None else None
    target = named or _nearest(folder)
    exists = target.is_file()
    if not exists and not adoption.write_baseline:
        if named or adoption.prune_baseline:
            raise ConfigError((f"there is no baseline '{target}'. Write it with --write-baseline.",))
        return Held(Gate(changed=changed), target, exists)
    if isolated and not (named or adoption.write_baseline or adoption.prune_baseline):
        return Held(Gate(changed=changed), target, exists)
    baseline = _read(target) if exists else Baseline()
    return Held(Gate(baseline, target.absolute().parent, changed), target, exists)


def _require_sense(adoption: Adoption) -> None:
    if adoption.write_baseline and adoption.prune_baseline:
        raise ConfigError(("--write-baseline and --prune-baseline: give one of them.",))
    if adoption.since is not None and (adoption.write_baseline or adoption.prune_baseline):
        raise ConfigError(("--since: a baseline is made of whole files; leave --since out.",))


def _changed(revision: str, folder: Path) -> ChangedFiles:
    try:
        return changes_since(revision, folder)
    except RevisionError as error:
        raise ConfigError((f"--since: {error}",)) from None


def _nearest(folder: Path) -> Path:
    """The baseline of the folder: its own, or that of the nearest folder above it in the repository.

    Where there is none, the path for one at the top of the repository.
    """
    for above in (folder, *folder.parents):
        if (above / FILE_NAME).is_file():
            return above / FILE_NAME
        if (above / ".git").exists():
            return above / FILE_NAME
    return folder / FILE_NAME


def _read(path: Path) -> Baseline:
    try:
        return loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError((f"the baseline {path} cannot be read: {error}.",)) from None
    except BaselineError as error:
        raise ConfigError((f"the baseline {path}: {error}",)) from None


def settle(
    held: Held,
    adoption: Adoption,
    inputs: Sequence[Input],
    reports: Sequence[FileReport],
    finder: SettingsFinder,
) -> tuple[FileReport, ...]:
    """Write the baseline if the flags say so; the reports to show. Raises `ConfigError` if it cannot."""
    baseline = held.gate.baseline
    if baseline is None:
        return tuple(reports)
    pages = tuple(_pages(held, inputs, reports, finder))
    if not (adoption.write_baseline or adoption.prune_baseline):
        _tell_stale(held, pages)
        return tuple(reports)
    new = rewritten(baseline, pages, held.gate.gone, with_new=adoption.write_baseline)
    _write(held, dumps(new))
    if adoption.write_baseline and not held.exists:
        return tuple(replace(r, diagnostics=(), baselined=(*r.baselined, *r.diagnostics)) for r in reports)
    return tuple(reports)


def _pages(
    held: Held, inputs: Sequence[Input], reports: Sequence[FileReport], finder: SettingsFinder
) -> Iterable[Page]:
    for entry, report in zip(inputs, reports, strict=True):
        if report.status == "checked":
            ran = frozenset(active.rule.code for active in finder.of(entry.path).rules)
            yield Page(held.gate.page(entry.path), ran, Split(report.diagnostics, report.baselined))


def _tell_stale(held: Held, pages: Iterable[Page]) -> None:
    """Say which entries of the baseline nothing matches any more."""
    baseline = held.gate.baseline or Baseline()
    told = [f"{entry.path}: {entry.count} of {entry.rule} gone" for entry in stale(baseline, pages)]
    told += [f"{path}: the page is gone" for path in held.gate.gone]
    for line in told[:_SHOWN]:
        remark(f"baseline: {line}")
    if told:
        more = f" ({len(told) - _SHOWN} more)" if len(told) > _SHOWN else ""
        remark(f"baseline: {held.target.name} holds findings that are gone{more}; use --prune-baseline")


def _write(held: Held, text: str) -> None:
    try:
        if held.exists:
            replace_file(held.target, held.target.read_bytes(), text.encode())
        else:
            held.target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(
            (f"the baseline {held.target} cannot be written: {error.strerror or error}.",)
        ) from None
    except WriteError as error:
        raise ConfigError((f"the baseline {held.target}: {error}",)) from None
    remark(f"wrote {held.target.name}")
