"""Where a report goes, in which format, and how wide and colourful it is."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from healthlint.config.model import ConfigError
from healthlint.diagnostic import Report
from healthlint.report import renderer
from healthlint.report.style import Style

FILE_WIDTH = 100
"""Columns of a text report that does not go to a terminal."""


def format_in(name: str, to_file: bool) -> str:
    """The format that `auto` stands for: github inside GitHub Actions, full elsewhere."""
    if name != "auto":
        return name
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" and not to_file else "full"


def style_for(color: str, stream: IO[str] | None) -> Style:
    """The look of a report on `stream` (None for a file). `color` is auto, always or never."""
    terminal = stream is not None and stream.isatty()
    wanted = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    return Style(wanted, shutil.get_terminal_size((FILE_WIDTH, 24)).columns if terminal else FILE_WIDTH)


def write(report: Report, name: str, target: str | None, color: str, *, summary: bool) -> None:
    """Write the report to standard output, or to the file `target`. Raises `ConfigError` if it cannot."""
    if target is None or target == "-":
        style = style_for(color, sys.stdout)
        _to_terminal(renderer(name)(report, replace(style, summary=summary)))
        return
    style = replace(style_for(color, None), summary=summary)
    path = Path(target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes("".join(renderer(name)(report, style)).encode("utf-8", "replace"))
    except OSError as error:
        problem = f"--output-file: '{target}' cannot be written: {error.strerror or error}."
        raise ConfigError((problem,)) from None


def _to_terminal(pieces: Iterator[str]) -> None:
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="replace", newline="\n")
    for piece in pieces:
        stream.write(piece)
    stream.flush()


def repository_prefix(folder: Path) -> str:
    """The way from the top of the git repository to `folder`, "" outside of one or at its top."""
    for top in (folder, *folder.parents):
        if (top / ".git").exists():
            relative = folder.relative_to(top).as_posix()
            return "" if relative == "." else f"{relative}/"
    return ""
