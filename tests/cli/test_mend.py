"""`--fix`, `--unsafe-fixes`, `--diff`, `--show-fixes` and `--add-ignore` as they are installed."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from tests.cli.commands import CLAIM, QUIET, codes, complaints, findings, run, write

WORDY = f"{CLAIM}\nLie down in order to rest.\n"
MENDED = f"{CLAIM}\nLie down to rest.\n"


def test_fix_writes_the_file_and_reports_what_is_left(tmp_path: Path) -> None:
    page = write(tmp_path / "a.md", WORDY)
    write(tmp_path / "b.md", QUIET)
    page.chmod(0o604)
    done = run("check", "--fix", "--show-fixes", "--output-format", "concise", ".", cwd=tmp_path)
    assert page.read_text(encoding="utf-8") == MENDED
    assert stat.S_IMODE(page.stat().st_mode) == 0o604
    assert complaints(done) == [
        "healthlint: fixed 1 finding in 1 file",
        "healthlint:   a.md: 1 x wordy-phrase (REA007)",
    ]
    assert done.returncode == 1
    assert b"a.md:3:" in done.stdout
    assert b"REA007" not in done.stdout
    again = run("check", "--fix", ".", cwd=tmp_path)
    assert complaints(again) == []
    assert page.read_text(encoding="utf-8") == MENDED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_fix_keeps_encoding_byte_order_mark_and_line_ends(tmp_path: Path, encoding: str, newline: str) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(WORDY.replace("\n", newline).encode(encoding))
    run("check", "--fix", "a.md", cwd=tmp_path)
    assert page.read_bytes() == MENDED.replace("\n", newline).encode(encoding)


def test_diff_shows_the_change_and_writes_nothing(tmp_path: Path) -> None:
    page = write(tmp_path / "a.md", WORDY)
    done = run("check", "--diff", "a.md", cwd=tmp_path)
    assert done.returncode == 1
    assert complaints(done) == ["healthlint: would fix 1 finding in 1 file"]
    assert page.read_text(encoding="utf-8") == WORDY
    subprocess.run(("git", "apply", "-p0", "-"), cwd=tmp_path, input=done.stdout, check=True)
    assert page.read_text(encoding="utf-8") == MENDED
    clean = run("check", "--diff", "a.md", cwd=tmp_path)
    assert (clean.returncode, clean.stdout) == (0, b"")
    missing = run("check", "--diff", "a.md", "none.md", cwd=tmp_path)
    assert missing.returncode == 2


def test_diff_before_another_flag_or_at_the_end_is_the_plain_one(tmp_path: Path) -> None:
    write(tmp_path / "a.md", WORDY)
    for arguments in (("--diff", "--unsafe-fixes", "a.md"), ("a.md", "--diff"), ("--diff=", "a.md")):
        assert b"+Lie down to rest." in run("check", *arguments, cwd=tmp_path).stdout


def test_fixes_of_standard_input_go_to_standard_output(tmp_path: Path) -> None:
    done = run("check", "--fix", "-", "--output-format", "concise", cwd=tmp_path, stdin=WORDY.encode())
    assert done.stdout.decode() == MENDED
    assert b"stdin.md:3:" in done.stderr
    shown = run("check", "--diff", "-", "--stdin-filename", "x.md", cwd=tmp_path, stdin=WORDY.encode())
    assert shown.stdout.startswith(b"--- x.md\n+++ x.md\n")


def test_fix_leaves_suppressed_findings_alone(tmp_path: Path) -> None:
    text = f"<!-- healthlint-disable-file REA007 -- house style -->\n\n{WORDY}"
    page = write(tmp_path / "a.md", text)
    run("check", "--fix", "a.md", cwd=tmp_path)
    assert page.read_text(encoding="utf-8") == text


def test_add_ignore_writes_a_suppression_for_each_finding(tmp_path: Path) -> None:
    page = write(tmp_path / "a.md", CLAIM)
    assert codes(findings("a.md", cwd=tmp_path))
    done = run("check", "--add-ignore=old page, see ticket 7", "a.md", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert complaints(done) == ["healthlint: wrote 1 suppression in 1 file"]
    lines = page.read_text(encoding="utf-8").splitlines()
    (added,) = [line for line in lines if line not in CLAIM.splitlines()]
    assert added.endswith(" -- old page, see ticket 7 -->")
    assert [line for line in lines if line != added] == CLAIM.splitlines()
    after = findings("a.md", cwd=tmp_path)
    assert codes(after) == []
    assert after["summary"]["suppressed"] > 0


def test_add_ignore_without_a_reason_asks_for_one(tmp_path: Path) -> None:
    page = write(tmp_path / "a.md", CLAIM)
    done = run("check", "--add-ignore", "a.md", "--output-format", "concise", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.count(b"[suppression-without-reason DIR004]") == 1
    assert page.read_text(encoding="utf-8").count("healthlint-disable-next-line") == 1


def test_add_ignore_of_one_rule_only(tmp_path: Path) -> None:
    page = write(tmp_path / "a.md", CLAIM + "\nDrink it in order to rest.\n")
    run("check", "--select", "REA007", "--add-ignore=house style", "a.md", cwd=tmp_path)
    assert "healthlint-disable-next-line REA007 -- house style -->\nDrink" in page.read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8").count("healthlint-") == 1


def test_add_ignore_in_a_file_whose_format_is_configured(tmp_path: Path) -> None:
    write(tmp_path / "healthlint.toml", 'extension = { njk = "html" }\n')
    page = write(tmp_path / "a.njk", "<h1>Tea</h1>\n<p>Our ginger tea cures colds.</p>\n")
    assert run("check", "--add-ignore=old page", cwd=tmp_path).returncode == 0
    assert "<p><!-- healthlint-disable-next-line " in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--add-ignore=a --> b",),
        ("--add-ignore=x", "--fix"),
        ("--write-baseline", "--prune-baseline"),
        ("--since", "v9"),
    ],
)
def test_flags_that_make_no_sense(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    page = write(tmp_path / "a.md", CLAIM)
    done = run("check", *arguments, "a.md", cwd=tmp_path)
    assert done.returncode == 2
    assert len(complaints(done)) == 1
    assert page.read_text(encoding="utf-8") == CLAIM


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    write(folder / "a.md", WORDY)
    folder.chmod(0o555)
    try:
        if _writable(folder):
            pytest.skip("this user may write everywhere")
        done = run("check", "--fix", "locked/a.md", cwd=tmp_path)
    finally:
        folder.chmod(0o755)
    assert done.returncode == 2
    assert "It was not changed." in complaints(done)[-1]


def _writable(folder: Path) -> bool:
    try:
        (folder / "probe").touch()
    except OSError:
        return False
    return True
