"""Running the installed command in a folder, and articles to run it on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CLAIM = "# Ginger tea\n\nOur ginger tea cures colds.\n"
QUIET = "# Walking\n\nA walk in the park is a good start to the day.\n"


def run(
    *arguments: str, cwd: Path, stdin: bytes | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `healthlint` as it is installed, away from the settings of the machine that runs the tests."""
    kept = surroundings()
    command = [sys.executable, "-m", "healthlint", *arguments]
    return subprocess.run(
        command, cwd=cwd, input=stdin or b"", capture_output=True, check=False, env={**kept, **(env or {})}
    )


def surroundings() -> dict[str, str]:
    """The environment without what would change a run, but for the cache of the tests."""
    return {
        key: value
        for key, value in os.environ.items()
        if key == "HEALTHLINT_CACHE_DIR" or not key.startswith(("HEALTHLINT_", "GITHUB_", "NO_COLOR"))
    }


def complaints(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error, each of which must be a complaint of ours and no traceback."""
    lines = done.stderr.decode().splitlines()
    assert all(line.startswith("healthlint: ") for line in lines), done.stderr.decode()
    return lines


def findings(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The JSON report of a run, with `status` as the exit status."""
    done = run("check", *arguments, "--output-format", "json", cwd=cwd, env=env)
    return {**json.loads(done.stdout), "status": done.returncode}


def codes(report: Mapping[str, Any]) -> list[str]:
    """The codes of all findings of a JSON report."""
    return [finding["code"] for file in report["files"] for finding in file["findings"]]


def write(path: Path, text: str) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
