"""The files that a run looks at: paths, folders, lists and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from healthlint.config.model import ConfigError
from healthlint.diagnostic import FileReport
from healthlint.runner import lint_bytes, lint_file
from healthlint.settings import SettingsFinder

STDIN = "-"
BAD_CONFIGURATION = "not checked, because its configuration is wrong: "


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to look at: a file, the bytes of standard input, or something that is known to be no article.

    `name` is what reports call it. `report` is set when there is nothing left to check.
    """

    name: str
    path: Path
    data: bytes | None = None
    report: FileReport | None = None


def check(entry: Input, finder: SettingsFinder) -> FileReport:
    """Check one input with the settings that apply to it."""
    if entry.report is not None:
        return entry.report
    try:
        settings = finder.of(entry.path)
    except ConfigError as error:
        return FileReport(entry.name, "failed", BAD_CONFIGURATION + " ".join(error.problems))
    if entry.data is not None:
        return lint_bytes(entry.data, entry.name, settings)
    return lint_file(entry.path, entry.name, settings)


ENDINGS = (".md", ".markdown", ".mdx", ".html", ".htm", ".txt")


def gather(paths: Sequence[str], finder: SettingsFinder, stdin_filename: str) -> Iterator[Input]:
    """The inputs that the paths of the command line name, in order, each once."""
    for name in paths:
        if name == STDIN:
            yield Input(stdin_filename, Path(stdin_filename), sys.stdin.buffer.read())
            continue
        path = Path(name)
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() in ENDINGS and file.is_file():
                    yield Input(file.as_posix(), file)
        else:
            yield Input(path.as_posix(), path)


def listed(source: str) -> tuple[str, ...]:
    """The paths in a file list, one a line; `-` is standard input. Raises `ConfigError` if unreadable."""
    try:
        text = sys.stdin.read() if source == STDIN else Path(source).read_text(encoding="utf-8")
    except OSError as error:
        problem = f"--file-list: '{source}' cannot be read: {error.strerror or error}."
        raise ConfigError((problem,)) from None
    return tuple(line.strip() for line in text.splitlines() if line.strip())
