"""`healthlint check` as it is installed: what it reports, and with which exit status."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import pytest

from healthlint.report.schema import PUBLISHED
from tests.cli.commands import CLAIM, QUIET, codes, complaints, findings, run, surroundings, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with one page that makes a claim and one that does not."""
    write(tmp_path / "claim.md", CLAIM)
    write(tmp_path / "quiet.md", QUIET)
    return tmp_path


def test_findings_make_the_status_1_and_clean_text_0(site: Path) -> None:
    assert run("check", "claim.md", cwd=site).returncode == 1
    assert run("check", "quiet.md", "--select", "EFF", cwd=site).returncode == 0


def test_a_path_is_short_for_check_and_check_is_for_the_current_folder(site: Path) -> None:
    for arguments in (("claim.md",), ("--select", "EFF", "claim.md"), ("check",), ("check", ".")):
        done = run(*arguments, cwd=site)
        assert done.returncode == 1
        assert b"claim.md:3:" in done.stdout


def test_standard_input_is_checked_under_the_name_that_is_given(site: Path) -> None:
    done = run("-", "--stdin-filename", "blog/tea.html", cwd=site, stdin=b"<p>Our tea cures colds.</p>")
    assert done.returncode == 1
    assert b"blog/tea.html:1:4: " in done.stdout


def test_json_is_valid_and_names_every_file(site: Path) -> None:
    report = findings(".", cwd=site)
    jsonschema.validate({k: v for k, v in report.items() if k != "status"}, json.loads(PUBLISHED.read_text()))
    assert [(file["filename"], file["status"]) for file in report["files"]] == [
        ("claim.md", "checked"),
        ("quiet.md", "checked"),
    ]
    first = report["files"][0]["findings"][0]
    assert CLAIM[first["offset"]["start"] : first["offset"]["end"]] == first["excerpt"]


def test_selecting_rules(site: Path) -> None:
    assert codes(findings("claim.md", "--select", "EFF", cwd=site)) == ["EFF002"]
    assert codes(findings("claim.md", "--select", "cure-claim,EFF001", cwd=site)) == ["EFF002"]
    assert "EFF002" not in codes(findings("claim.md", "--ignore", "EFF002", cwd=site))
    assert codes(findings("claim.md", "--select", "EFF001", "--extend-select", "EFF002", cwd=site)) == [
        "EFF002"
    ]
    ignored = findings(".", "--select", "EFF", "--per-file-ignores", "claim*:EFF002,EFF001", cwd=site)
    assert codes(ignored) == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--exit-zero",), 0),
        (("-e",), 0),
        (("--fail-level", "error"), 0),
        (("--fail-level", "none"), 0),
        (("--fail-level", "warning"), 1),
        (("--fail-level", "any"), 1),
        (("--max-warnings", "1"), 0),
        (("--max-warnings", "0"), 1),
        (("--profile", "supplement-marketing", "--fail-level", "error"), 1),
        (("--profile", "supplement-marketing", "--max-warnings", "5"), 1),
    ],
)
def test_what_makes_a_run_fail(site: Path, arguments: tuple[str, ...], status: int) -> None:
    assert run("check", "claim.md", "--select", "EFF", *arguments, cwd=site).returncode == status


def test_inputs_that_cannot_be_checked_do_not_stop_the_others(site: Path) -> None:
    (site / "latin.md").write_bytes("Caf\u00e9 cures.\n".encode("latin-1"))
    (site / "binary.md").write_bytes(b"\x00\x01\x02" * 100)
    with (site / "big.md").open("wb") as file:
        file.truncate(30_000_000)
    (site / "empty").mkdir()
    report = findings("claim.md", "latin.md", "binary.md", "big.md", "missing.md", "empty", cwd=site)
    assert report["status"] == 2
    assert {file["filename"]: file["status"] for file in report["files"]} == {
        "claim.md": "checked",
        "latin.md": "failed",
        "binary.md": "failed",
        "big.md": "failed",
        "missing.md": "failed",
    }
    done = run("check", "claim.md", "latin.md", "binary.md", "big.md", "missing.md", "empty", cwd=site)
    lines = complaints(done)
    assert len(lines) == 5
    for words in ("latin.md: The file is not UTF-8", "binary", "limit", "no such file", "holds no articles"):
        assert sum(words in line for line in lines) == 1, words
    assert b"claim.md:3:" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "EFF999"), "unknown rule 'EFF999'. Did you mean"),
        (("--ignore", "cure-clam"), "unknown rule 'cure-clam'. Did you mean 'cure-claim'?"),
        (("--profile", "newz"), "'newz' is unknown. Did you mean 'news'?"),
        (("--output-format", "jsn"), "Did you mean 'json'?"),
        (("--fail-level", "warn"), "Did you mean 'warning'?"),
        (("--selct", "EFF"), "No such option"),
        (("--config", "profil=news"), "unknown key 'profil'. Did you mean 'profile'?"),
        (("--config", "nowhere.toml"), "there is no file 'nowhere.toml'"),
        (("--config", "rules.cure-claim.bananas=1"), "unknown key 'rules.cure-claim.bananas'"),
        (
            ("--config", "rules.cure-clam.severity=off"),
            "unknown rule 'rules.cure-clam'. Did you mean 'cure-claim'?",
        ),
        (("--config", "rules.cure-claim.severity=of"), "'rules.cure-claim.severity' must be error, warning"),
        (("--per-file-ignores", "EFF"), "--per-file-ignores takes GLOB:RULES"),
        (("--file-list", "nowhere.txt"), "--file-list: 'nowhere.txt' cannot be read"),
        (("--output-file", "claim.md/x"), "--output-file: 'claim.md/x' cannot be written"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(site: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("check", "claim.md", *arguments, cwd=site)
    assert done.returncode == 2
    [line] = complaints(done)
    assert words in line


def test_a_mistyped_command_is_recognised(site: Path) -> None:
    done = run("chekc", cwd=site)
    assert done.returncode == 2
    assert complaints(done) == [
        "healthlint: error: chekc: There is no such file or folder, and no such command. Did you mean 'check'?"
    ]


def test_nothing_to_do_is_no_success(site: Path) -> None:
    done = run(cwd=site)
    assert done.returncode == 2
    assert b"Usage: healthlint" in done.stdout


def test_the_report_can_go_to_a_file(site: Path) -> None:
    done = run("check", "claim.md", "-o", "out/report.json", "--output-format", "json", cwd=site)
    assert (done.returncode, done.stdout) == (1, b"")
    assert codes(json.loads((site / "out" / "report.json").read_text(encoding="utf-8")))


def test_environment_variables(site: Path) -> None:
    env = {"HEALTHLINT_OUTPUT_FORMAT": "json", "HEALTHLINT_OUTPUT_FILE": "report.json"}
    assert run("check", "claim.md", cwd=site, env=env).stdout == b""
    assert codes(json.loads((site / "report.json").read_text(encoding="utf-8")))
    write(site / "settings" / "strict.toml", 'select = ["REA"]\n')
    assert codes(findings("claim.md", cwd=site, env={"HEALTHLINT_CONFIG": "settings/strict.toml"})) == []
    done = run("check", "claim.md", cwd=site, env={"HEALTHLINT_CONFIG": "gone.toml"})
    assert complaints(done) == [
        "healthlint: error: HEALTHLINT_CONFIG: there is no file 'gone.toml'. Check its path, or give KEY=VAL."
    ]


def test_inside_github_actions_findings_are_annotations(site: Path) -> None:
    done = run("check", "claim.md", cwd=site, env={"GITHUB_ACTIONS": "true"})
    assert done.stdout.startswith(b"::warning title=healthlint (")


def test_quiet_silent_and_verbose(site: Path) -> None:
    quiet = run("check", "claim.md", "-q", cwd=site)
    assert b"claim.md:3:" in quiet.stdout
    assert b" in 1 file." not in quiet.stdout
    silent = run("check", "claim.md", "--silent", cwd=site)
    assert (silent.returncode, silent.stdout, silent.stderr) == (1, b"", b"")
    verbose = complaints(run("check", "claim.md", "-v", cwd=site))
    assert verbose[0].startswith("healthlint: claim.md: checked as patient-education (default), ")


def test_colours_are_for_terminals_or_when_asked(site: Path) -> None:
    assert b"\x1b[" not in run("check", "claim.md", cwd=site).stdout
    assert b"\x1b[" in run("check", "claim.md", "--color", "always", cwd=site).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_on_a_terminal(site: Path, env: dict[str, str], coloured: bool) -> None:
    import os
    import pty
    import subprocess

    main, other = pty.openpty()
    command = [sys.executable, "-m", "healthlint", "check", "claim.md", "--select", "EFF"]
    with subprocess.Popen(
        command, cwd=site, stdout=other, stderr=subprocess.PIPE, env={**surroundings(), **env}
    ) as process:
        process.wait()
        os.close(other)
        shown = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(main)
    assert b"claim.md" in shown
    assert (b"\x1b[" in shown) is coloured


def test_statistics(site: Path) -> None:
    assert run("check", ".", "--select", "EFF", "--statistics", cwd=site).stdout.splitlines()[0] == (
        b"     1  EFF002  cure-claim"
    )
    done = run("check", ".", "--select", "EFF", "--statistics", "--output-format", "json", cwd=site)
    assert json.loads(done.stdout) == [{"code": "EFF002", "name": "cure-claim", "count": 1}]


def test_show_files_and_show_settings_check_nothing(site: Path) -> None:
    done = run("check", ".", "--show-files", cwd=site)
    assert (done.returncode, done.stdout) == (0, b"claim.md\nquiet.md\n")
    shown = run("check", ".", "--show-settings", "--profile", "news", cwd=site)
    assert shown.returncode == 0
    assert b"Settings of claim.md" in shown.stdout
    assert b"(command line)" in shown.stdout


def test_which_files_are_looked_at(site: Path) -> None:
    write(site / "drafts" / "a.md", CLAIM)
    write(site / "old" / "b.md", CLAIM)
    write(site / ".gitignore", "old\n")

    def files(*arguments: str) -> list[str]:
        return run("check", *arguments, "--show-files", cwd=site).stdout.decode().split()

    assert files(".") == ["claim.md", "drafts/a.md", "quiet.md"]
    assert files(".", "--no-respect-gitignore") == ["claim.md", "drafts/a.md", "old/b.md", "quiet.md"]
    assert files(".", "--exclude", "drafts", "--exclude", "q*.md") == ["claim.md"]
    assert files(".", "--extend-exclude", "drafts/*.md") == ["claim.md", "quiet.md"]
    assert files("drafts/a.md", "--exclude", "drafts") == ["drafts/a.md"]
    assert files("claim.md", "drafts/a.md", "--exclude", "drafts", "--force-exclude") == ["claim.md"]
    write(site / "list.txt", "quiet.md\n\nclaim.md\n")
    assert files("--file-list", "list.txt") == ["quiet.md", "claim.md"]
    done = run("check", "--file-list", "-", "--show-files", cwd=site, stdin=b"claim.md\n")
    assert done.stdout == b"claim.md\n"


def test_a_left_out_file_is_skipped_and_says_so(site: Path) -> None:
    report = findings("claim.md", "quiet.md", "--exclude", "claim.md", "--force-exclude", cwd=site)
    assert {file["filename"]: file["status"] for file in report["files"]} == {
        "claim.md": "skipped",
        "quiet.md": "checked",
    }


def test_a_reader_that_has_seen_enough_is_no_error(site: Path) -> None:
    import subprocess

    command = [sys.executable, "-m", "healthlint", "rule", "--all"]
    with subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_progress_bar_stands_only_on_terminals(site: Path) -> None:
    assert b"\r" not in run("check", ".", cwd=site).stderr


def test_processes_and_the_cache_change_nothing(site: Path) -> None:
    for number in range(6):
        write(site / f"page{number}.md", CLAIM.replace("Ginger", f"Tea number {number}"))
    plain = run("check", ".", "--no-cache", "--processes", "1", "--output-format", "json", cwd=site)
    for arguments in (("--processes", "2"), ("--cache-dir", "kept"), ("--cache-dir", "kept"), ("--no-cache",)):
        assert run("check", ".", *arguments, "--output-format", "json", cwd=site).stdout == plain.stdout
