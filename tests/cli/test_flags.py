"""All flags of `check`: their help, and that each is tried by a test that runs the command."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from healthlint.cli.check import command
from healthlint.cli.help import SECTIONS
from healthlint.cli.options import FORMAT_NAMES
from tests.cli.commands import CLAIM, codes, findings, run, write

OPTIONS = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
TRIED = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_each_flag_has_help_a_section_and_a_test(option: click.Option) -> None:
    assert option.help
    assert sum(option.name in names for names in SECTIONS.values()) == 1
    names = (*option.opts, *option.secondary_opts)
    assert any(f'"{name}"' in TRIED or f'"{name}=' in TRIED for name in names), names


def test_help_has_sections_statuses_variables_and_examples(tmp_path: Path) -> None:
    text = run("check", "--help", cwd=tmp_path).stdout.decode()
    for title in (*SECTIONS, "Exit statuses", "Environment", "Examples"):
        assert f"\n{title}:\n" in text
    assert max(len(line) for line in text.splitlines()) < 130


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_each_format_shows_a_finding(name: str, tmp_path: Path) -> None:
    write(tmp_path / "tea.md", CLAIM)
    done = run("check", "tea.md", "--select", "EFF", "--output-format", name, cwd=tmp_path)
    assert done.returncode == 1
    assert b"EFF002" in done.stdout
    assert done.stderr == b""


def test_files_with_other_endings_can_be_read(tmp_path: Path) -> None:
    write(tmp_path / "tea.njk", "<p>Our <b>tea</b> cures colds.</p>")
    assert findings("tea.njk", "--select", "EFF", "--extension", "njk:html", cwd=tmp_path)["status"] == 1
    shown = run("check", ".", "--show-files", "--extension", "njk:html", cwd=tmp_path)
    assert shown.stdout == b"tea.njk\n"
    write(tmp_path / "healthlint.toml", 'extension = { njk = "html" }\n')
    [file] = findings(".", "--select", "EFF", cwd=tmp_path)["files"]
    assert (file["filename"], len(file["findings"])) == ("tea.njk", 1)
    for wrong, words in (("njk:htm", b"Did you mean 'html'?"), ("html", b"--extension takes EXT:FORMAT")):
        done = run("check", ".", "--extension", wrong, cwd=tmp_path)
        assert done.returncode == 2
        assert words in done.stderr


def test_rules_in_preview_are_off_unless_asked_for(tmp_path: Path) -> None:
    from tests.cli.test_packs import RULE, install

    env = install(
        tmp_path / "packs",
        "new_rules",
        RULE.replace("options=NoOptions", 'status="preview", options=NoOptions'),
    )
    write(tmp_path / "tea.md", CLAIM)

    def found(*arguments: str) -> bool:
        return "XYZ001" in codes(findings("tea.md", *arguments, cwd=tmp_path, env=env))

    assert not found()
    assert not found("--select", "XYZ")
    assert found("--select", "no-ginger")
    assert found("--preview")
    write(tmp_path / "healthlint.toml", "preview = true\n")
    assert found()
    assert not found("--no-preview")


def test_completion_of_rules(tmp_path: Path) -> None:
    env = {
        "_HEALTHLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": "healthlint check --select cure",
        "COMP_CWORD": "3",
    }
    done = run(cwd=tmp_path, env=env)
    assert b"cure-claim" in done.stdout


def test_reports_name_files_from_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "site" / "tea.md", CLAIM)
    done = run("check", "tea.md", "--select", "EFF", "--output-format", "sarif", cwd=tmp_path / "site")
    [sarif] = json.loads(done.stdout)["runs"]
    place = sarif["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "site/tea.md", "uriBaseId": "%SRCROOT%"}
