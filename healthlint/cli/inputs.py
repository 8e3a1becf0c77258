"""The inputs that the command line names: paths, file lists and standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from healthlint.cli import COMMANDS
from healthlint.config.model import ConfigError
from healthlint.config.suggest import did_you_mean
from healthlint.files import Input, Inputs
from healthlint.files import gather as gather_files
from healthlint.settings import SettingsFinder

STDIN = "-"


def gather(names: Sequence[str], finder: SettingsFinder, stdin_filename: str) -> Inputs:
    """The inputs that the command line names, each once: standard input, files in order, what is missing."""
    first = []
    if STDIN in names:
        first.append(Input(stdin_filename, Path(stdin_filename), sys.stdin.buffer.read()))
    found = gather_files([name for name in names if name != STDIN], finder, first)
    return replace(found, entries=tuple(map(_with_hint, found.entries)))


def _with_hint(entry: Input) -> Input:
    """What is missing, with the command that may have been meant."""
    hint = did_you_mean(entry.name, COMMANDS) if entry.report and entry.report.status == "failed" else ""
    if not hint or entry.report is None or "/" in entry.name or "." in entry.name:
        return entry
    reason = f"There is no such file or folder, and no such command.{hint}"
    return replace(entry, report=replace(entry.report, reason=reason))


def listed(source: str) -> tuple[str, ...]:
    """The paths in a file list, one a line; `-` is standard input. Raises `ConfigError` if unreadable."""
    try:
        text = sys.stdin.read() if source == STDIN else Path(source).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problem = f"--file-list: '{source}' cannot be read: {error}."
        raise ConfigError((problem,)) from None
    return tuple(line.strip() for line in text.splitlines() if line.strip())
