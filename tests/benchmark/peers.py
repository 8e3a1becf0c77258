"""Other prose linters, installed for a benchmark: proselint, write-good, and Vale where it is on the path."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

Command = tuple[str | Path, ...]


def installed(folder: Path) -> Mapping[str, Command]:
    """The commands of the linters that could be installed in `folder` or are on the path; files come behind."""
    found: dict[str, Command] = {}
    if command := _proselint(folder / "proselint"):
        found["proselint"] = command
    if command := _write_good(folder / "write-good"):
        found["write-good"] = command
    if vale := shutil.which("vale"):
        found["vale"] = (vale, "--config", _vale_configuration(folder), "--no-exit")
    return found


def _proselint(folder: Path) -> Command | None:
    python = folder / "bin" / "python"
    if not python.exists():
        _quietly([sys.executable, "-m", "venv", folder])
        _quietly([python, "-m", "pip", "install", "--quiet", "proselint"])
        _quietly([python, "-m", "compileall", "-q", folder / "lib"])
    program = folder / "bin" / "proselint"
    return (program, "check") if program.exists() else None


def _write_good(folder: Path) -> Command | None:
    program = folder / "node_modules" / ".bin" / "write-good"
    if not program.exists() and (npm := shutil.which("npm")):
        _quietly([npm, "install", "--silent", "--prefix", folder, "write-good"])
    return (program,) if program.exists() else None


def _vale_configuration(folder: Path) -> Path:
    """Vale's own style only, which it has without a download."""
    path = folder / "vale.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n")
    return path


def _quietly(command: Sequence[str | Path]) -> None:
    try:
        subprocess.run([str(part) for part in command], check=False, capture_output=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return
