"""The hooks for pre-commit and the action for GitHub: what they are made of, and the action's own script."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from healthlint.parsing import ENDINGS
from tests.cli.commands import CLAIM, QUIET, write

ROOT = Path(__file__).parents[1]


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_hooks_take_every_file_that_healthlint_reads_and_no_other() -> None:
    hooks = load(".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in hooks] == ["healthlint", "healthlint-fix"]
    for hook in hooks:
        assert hook["language"] == "python"
        assert hook["require_serial"] is True
        pattern = re.compile(hook["files"])
        assert all(pattern.search(f"pages/flu{ending}") for ending in ENDINGS)
        assert not any(
            pattern.search(name) for name in ("LICENSE", "flu.rst", "requirements.in", "mdx", "flu.md.bak")
        )


def script() -> str:
    steps = load("action.yml")["runs"]["steps"]
    return str(next(step["run"] for step in steps if step.get("name") == "Check"))


def check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's script as GitHub does, with the healthlint of these tests in its place."""
    place = folder / "runner" / "healthlint" / "bin"
    place.mkdir(parents=True)
    command = place / "healthlint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m healthlint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    given = {"INPUT_PATHS": "pages", "INPUT_ARGUMENTS": "", "INPUT_SINCE": "", "INPUT_SARIF_FILE": "", **inputs}
    return subprocess.run(
        ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script()),
        cwd=folder,
        env={**os.environ, **given, "RUNNER_TEMP": str(folder / "runner")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "pages" / "claim.md", CLAIM)
    write(tmp_path / "more" / "quiet.md", QUIET)
    return tmp_path


def test_the_action_annotates_and_fails(site: Path) -> None:
    done = check(site)
    assert done.returncode == 1, done.stderr
    assert "file=pages/claim.md,line=3" in done.stdout
    assert check(site / "more", INPUT_PATHS="quiet.md").returncode == 0


def test_the_action_writes_a_sarif_report_as_well(site: Path) -> None:
    done = check(
        site, INPUT_PATHS="pages more", INPUT_ARGUMENTS="--select EFF -q", INPUT_SARIF_FILE="out/h.sarif"
    )
    assert done.returncode == 1, done.stderr
    (ran,) = json.loads((site / "out" / "h.sarif").read_text(encoding="utf-8"))["runs"]
    assert {result["ruleId"][:3] for result in ran["results"]} == {"EFF"}


def test_the_action_takes_a_revision_as_one_word(site: Path) -> None:
    done = check(site, INPUT_SINCE="no such; revision")
    assert done.returncode == 2
    assert "--since: " in done.stderr
