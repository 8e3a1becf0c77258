"""Runs of programs, measured: processor time, wall time and peak memory of a process and its children."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
"""The checkout, in which programs are run."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds of processor and wall time, peak memory in MiB, and what it wrote to standard error."""

    cpu: float
    wall: float
    memory: float
    errors: str = ""


def environment(**extra: str) -> dict[str, str]:
    """The environment of a measured run: byte code is written, colours and progress bars are off."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_COLOR": "1", "HEALTHLINT_NO_CACHE": "", **extra}


def run(command: Sequence[str | Path], where: Path, extra: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end, with `where` for its messages. Needs a POSIX system.

    Raises OSError when the command does not start.
    """
    errors = where / "errors.txt"
    with errors.open("w+") as stderr:
        begin = time.perf_counter()
        process = subprocess.Popen(
            [os.fspath(part) for part in command],
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            env=environment(**(extra or {})),
            cwd=ROOT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1 if sys.platform == "darwin" else 1024
    memory = usage.ru_maxrss * scale / 2**20
    return Run(usage.ru_utime + usage.ru_stime, wall, memory, errors.read_text(errors="replace"))


def middle(runs: Sequence[Run]) -> Run:
    """The medians of several runs, with the messages of the last."""
    return Run(
        median(run.cpu for run in runs),
        median(run.wall for run in runs),
        max(run.memory for run in runs),
        runs[-1].errors,
    )
