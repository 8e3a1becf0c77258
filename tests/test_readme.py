"""What the README says can be done."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from healthlint.cli import COMMANDS
from healthlint.cli.options import FORMAT_NAMES
from healthlint.config.model import Config
from healthlint.config.typed import build
from healthlint.packs import load
from healthlint.profile import PROFILES
from healthlint.select import active_rules

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_two_commands_install_and_try_it_and_ci_runs_them() -> None:
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) == 2
    assert "examples" in commands[0]
    assert "pytest" in commands[1]
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in ci
    assert "pytest" not in ci, "the test command stands in the README only"


def test_every_command_profile_and_format_is_named() -> None:
    for name in COMMANDS:
        assert f"healthlint {name}" in README
    for profile in PROFILES:
        assert f"`{profile}`" in README
    for name in FORMAT_NAMES:
        assert f"`{name}`" in README


def test_the_configuration_can_be_used() -> None:
    [text] = blocks("toml")
    config, problems = build(Config, tomllib.loads(text), "")
    assert problems == ()
    assert active_rules(load(), (), (("README", config.rules),))
    for name in config.ignore:
        assert load().find(name), name


def test_the_python_code_runs(tmp_path: Path) -> None:
    [code] = blocks("python")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("Tea cures colds.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "content/a.md checked" in done.stdout


def test_the_changelog_names_every_rule() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [rule.name for rule in load().rules.values() if f"`{rule.name}`" not in changes] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=!~ \[]", requirement)[0]
        assert f"| {name} |" in README, name


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?://)([^)#]+)\)", README))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_excerpt_is_what_the_command_prints() -> None:
    first = blocks("console")[0]
    command, _, expected = first.partition("\n")
    arguments = command.removeprefix("$ healthlint ").split()
    done = subprocess.run(
        [sys.executable, "-m", "healthlint", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == expected, "copy the new output into README.md"
