"""The commands besides `check`, as they are installed."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from healthlint import __version__
from healthlint.config.model import Config
from healthlint.config.typed import build
from healthlint.packs import load
from healthlint.profile import PROFILES
from tests.cli.commands import CLAIM, complaints, findings, run, write

HEAVY = ("spacy", "textstat", "numpy", "nltk", "yaml", "turbohtml", "pyromark")
EACH_RULE = pytest.mark.parametrize("rule", list(load().rules.values()), ids=lambda rule: rule.name)


@pytest.mark.parametrize("arguments", [("version",), ("--version",), ("-V",)])
def test_version(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout.decode()) == (0, f"healthlint {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", "--help"], ["version"], ["rule", "EFF002"], ["rule"], ["completion", "bash"]],
    ids=" ".join,
)
def test_what_parses_no_article_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom healthlint.cli import main\n"
        f"sys.argv = ['healthlint', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, healthlint; print([name for name in sys.modules if name.startswith('healthlint.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_command_has_help(tmp_path: Path) -> None:
    listing = run("--help", cwd=tmp_path).stdout.decode()
    names = [
        line.split()[0] for line in listing.partition("Commands:\n")[2].splitlines() if line.startswith("  ")
    ]
    assert {"check", "rule", "metrics", "drug", "config", "init", "doctor", "completion", "version"} <= set(
        names
    )
    for name in names:
        done = run(name, "--help", cwd=tmp_path)
        assert done.returncode == 0, name
        assert done.stdout.startswith(f"Usage: healthlint {name}".encode())


def test_a_rule_is_explained_by_code_or_name(tmp_path: Path) -> None:
    by_code = run("rule", "eff002", cwd=tmp_path).stdout.decode()
    by_name = run("rule", "cure-claim", cwd=tmp_path).stdout.decode()
    assert by_code == by_name
    for part in ("cure-claim [EFF002]", "Why it matters", "Exceptions", "Severity", "Standards", "Reported"):
        assert part in by_code
    for profile in PROFILES:
        assert profile in by_code
    assert ">>" in by_code.partition("Reported")[2]


def test_an_unknown_rule_is_one_line(tmp_path: Path) -> None:
    done = run("rule", "cure-clam", cwd=tmp_path)
    assert done.returncode == 2
    [line] = complaints(done)
    assert "Did you mean 'cure-claim'?" in line


def test_all_rules_as_json(tmp_path: Path) -> None:
    pages = json.loads(run("rule", "--all", "--output-format", "json", cwd=tmp_path).stdout)
    assert [page["code"] for page in pages] == list(load().rules)
    for page in pages:
        assert set(page["severity"]) == set(PROFILES)
        assert page["sources"]
        assert page["good"]
        assert page["bad"]


def test_all_rules_as_text_and_as_a_list(tmp_path: Path) -> None:
    pages = run("rule", "--all", cwd=tmp_path).stdout.decode()
    listing = run("rule", cwd=tmp_path).stdout.decode()
    for rule in load().rules.values():
        assert f"{rule.name} [{rule.code}]" in pages
        assert rule.code in listing


def test_doctor_finds_this_installation_whole(tmp_path: Path) -> None:
    done = run("doctor", "--output-format", "json", cwd=tmp_path)
    checks = json.loads(done.stdout)
    assert [check for check in checks if not check["well"]] == []
    assert done.returncode == 0
    seen = {check["what"] for check in checks}
    assert {"healthlint", "Python", "spaCy model", "rule pack builtin", "dependency spacy"} <= seen
    assert any(what.startswith("table ") for what in seen)
    assert run("doctor", cwd=tmp_path).stdout.decode().splitlines()[-1].endswith("checks passed.")


def test_init_writes_a_file_that_can_be_read_and_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "tea.md", CLAIM)
    before = findings("tea.md", cwd=tmp_path)
    assert run("init", cwd=tmp_path).returncode == 0
    table = tomllib.loads((tmp_path / "healthlint.toml").read_text(encoding="utf-8"))
    assert table == {"profile": "patient-education"}
    after = findings("tea.md", cwd=tmp_path)
    assert before["files"][0]["findings"] == after["files"][0]["findings"]
    done = run("init", cwd=tmp_path)
    assert done.returncode == 2
    assert "already there" in complaints(done)[0]
    assert run("init", "--force", cwd=tmp_path).returncode == 0
    assert run("init", "nowhere", cwd=tmp_path).returncode == 2


def test_what_init_has_in_comments_can_be_used(tmp_path: Path) -> None:
    run("init", cwd=tmp_path)
    text = (tmp_path / "healthlint.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    keys = [line for line in lines if "=" in line.partition(" ")[2][:2] or line.startswith("[")]
    config, problems = build(Config, tomllib.loads("\n".join(keys)), "")
    assert problems == ()
    assert config.overrides[0].profile == "news"
    assert config.provides[0].what == ("supervision",)


def test_completion_scripts(tmp_path: Path) -> None:
    for shell in ("bash", "zsh", "fish"):
        done = run("completion", shell, cwd=tmp_path)
        assert done.returncode == 0
        assert b"_HEALTHLINT_COMPLETE" in done.stdout
    assert run("completion", "powershell", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        ("healthlint ", "", "check"),
        ("healthlint check --pro", "--pro", "--profile"),
        ("healthlint check --profile n", "n", "news"),
    ],
)
def test_completion_knows_commands_flags_and_values(
    words: str, incomplete: str, expected: str, tmp_path: Path
) -> None:
    env = {
        "_HEALTHLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - (1 if incomplete else 0)),
    }
    done = run(cwd=tmp_path, env=env)
    assert f",{expected}" in done.stdout.decode()


def test_metrics_and_drug_answer(tmp_path: Path) -> None:
    text = "A cold goes away by itself. Rest and drink water. See a doctor if you have a high fever. " * 8
    write(tmp_path / "cold.md", text)
    done = run("metrics", "cold.md", cwd=tmp_path)
    assert done.returncode == 0
    assert b"Flesch-Kincaid" in done.stdout
    assert run("drug", "ketamine", cwd=tmp_path).returncode == 0


def test_an_internal_error_is_one_line(tmp_path: Path) -> None:
    code = (
        "import sys\nimport healthlint.cli as cli\nimport healthlint.cli.check as check\n"
        "def broken(*_):\n    raise RuntimeError('no luck')\n"
        "check.load = broken\nsys.argv = ['healthlint', 'check', '.']\ncli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("healthlint: error: broke: RuntimeError: no luck. Report it as a bug;")
    assert "Traceback" not in done.stderr
