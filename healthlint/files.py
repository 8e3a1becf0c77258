"""Checking files: from the paths that were named to a report on each file in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from healthlint.config.exclude import Exclusions, exclusions
from healthlint.config.model import Config, ConfigError, Rules
from healthlint.diagnostic import FileReport, Report
from healthlint.discover import discover
from healthlint.engine import Engine, Task
from healthlint.packs import load
from healthlint.runner import listed
from healthlint.select import chosen_profile
from healthlint.settings import SettingsFinder

BAD_CONFIGURATION = "Not checked, because its configuration is wrong: "


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to look at: a file, bytes that stand for one, or something that is known to be no article.

    `name` is what reports call it. `report` is set when there is nothing left to check.
    """

    name: str
    path: Path
    data: bytes | None = None
    report: FileReport | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run looks at, in order, and full sentences about what could not be found."""

    entries: tuple[Input, ...]
    problems: tuple[str, ...] = ()


def lint_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    profile: str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Rules | None = None,
    config: Path | None = None,
    isolated: bool = False,
) -> Report:
    """Check files and the articles in folders, with the configuration that is nearest to each.

    The keyword arguments go above the configuration: a profile's name or "auto"; rules by code, name, family
    or "ALL"; tables of rule options by rule. `config` is a configuration file to use instead of the nearest,
    `isolated` uses none. Every input is in the report as checked, skipped or failed; what concerns no single
    file is in its `errors`. Raises `ConfigError` for a profile that does not exist.
    """
    given = Config(
        profile=None if profile is None else chosen_profile(profile, "lint_paths"),
        select=None if select is None else tuple(select),
        ignore=tuple(ignore),
        rules=options or {},
    )
    from healthlint import __version__

    finder = SettingsFinder(load(), given, config, isolated)
    inputs = gather([os.fspath(path) for path in paths], finder)
    with Engine() as engine:
        files = tuple(map(listed, check(inputs.entries, finder, engine, processes=1)))
    return Report(__version__, files, (*finder.packs.errors, *inputs.problems))


def check(
    inputs: Sequence[Input], finder: SettingsFinder, engine: Engine, processes: int = 0
) -> Iterator[FileReport]:
    """A report on each input, in order, with every suggestion; one with a configuration that is wrong fails.

    `processes` is how many work on them, 0 for as many as there are processors.
    """
    prepared = [_prepared(entry, finder) for entry in inputs]
    checked = engine.lint_files([item for item in prepared if isinstance(item, Task)], processes)
    for item in prepared:
        yield item if isinstance(item, FileReport) else next(checked)


def _prepared(entry: Input, finder: SettingsFinder) -> Task | FileReport:
    if entry.report is not None:
        return entry.report
    try:
        return Task(entry.name, entry.path, finder.of(entry.path), entry.data)
    except ConfigError as error:
        return FileReport(entry.name, "failed", BAD_CONFIGURATION + " ".join(error.problems))


def gather(names: Sequence[str], finder: SettingsFinder, first: Iterable[Input] = ()) -> Inputs:
    """The inputs that paths name, each once: those of `first`, then files in order, then what is missing."""
    entries = {entry.path.absolute(): entry for entry in first}
    problems: list[str] = []
    there = [name for name in names if Path(name).exists()]
    nearest = cache(partial(_exclusions, finder=finder))
    for rules, group in _grouped(there, finder):
        found = discover(group, **_wanted(rules))
        problems += found.problems
        for file in found.files:
            if not _left_out_nearer(file, nearest(file.parent), rules, group):
                entries.setdefault(file.absolute(), Input(file.as_posix(), file))
        for skipped in found.skipped:
            report = FileReport(skipped.path.as_posix(), "skipped", f"Left out: {skipped.reason}.")
            entries.setdefault(skipped.path.absolute(), Input(report.filename, skipped.path, report=report))
    for path in (Path(name) for name in names if name not in there):
        report = FileReport(path.as_posix(), "failed", "There is no such file or folder. Check the path.")
        entries.setdefault(path.absolute(), Input(report.filename, path, report=report))
    return Inputs(tuple(entries.values()), tuple(dict.fromkeys(problems)))


def _grouped(names: Iterable[str], finder: SettingsFinder) -> Iterator[tuple[Exclusions, list[str]]]:
    """Paths with the exclusions of the configuration that is nearest to them."""
    groups: dict[Exclusions, list[str]] = {}
    for name in names:
        path = Path(name)
        groups.setdefault(_exclusions(path if path.is_dir() else path.parent, finder), []).append(name)
    yield from groups.items()


def _exclusions(folder: Path, finder: SettingsFinder) -> Exclusions:
    try:
        return exclusions(finder.layers(folder))
    except ConfigError:  # the files of this folder will be reported as not checked, with the reason
        return Exclusions(Path.cwd())


def _wanted(rules: Exclusions) -> dict[str, Any]:
    return {
        "root": rules.root,
        "exclude": rules.replacing,
        "extend_exclude": rules.extending,
        "force_exclude": rules.forced,
        "respect_ignore_files": rules.ignore_files,
        "endings": rules.endings,
    }


def _left_out_nearer(file: Path, own: Exclusions, rules: Exclusions, named: Sequence[str]) -> bool:
    """Whether a configuration between the folder that was named and the file leaves the file out."""
    if own == rules or str(file) in named:
        return False
    return bool(discover([file], **{**_wanted(own), "force_exclude": True}).skipped)
