"""`--baseline`, `--write-baseline`, `--prune-baseline`, `--since` and `--diff REV` as they are installed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.commands import CLAIM, QUIET, codes, complaints, findings, run, write

FILE = ".healthlint-baseline.json"
WORSE = f"{CLAIM}\nIt works overnight, guaranteed.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", "-C", folder, *identity, *arguments), capture_output=True, check=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    write(tmp_path / "pages" / "a.md", CLAIM)
    write(tmp_path / "pages" / "b.md", QUIET)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Start")
    return tmp_path


def test_a_written_baseline_holds_what_there_is(repository: Path) -> None:
    before = findings(cwd=repository)
    assert before["status"] == 1
    done = run("check", "--write-baseline", cwd=repository)
    assert done.returncode == 0
    assert complaints(done) == [f"healthlint: wrote {FILE}"]
    assert b"EFF" not in done.stdout
    after = findings(cwd=repository)
    assert (after["status"], codes(after)) == (0, [])
    assert after["summary"]["baselined"] == len(codes(before))
    assert list(json.loads((repository / FILE).read_text(encoding="utf-8"))["files"]) == ["pages/a.md"]


def test_new_findings_are_shown_and_the_baseline_is_found_from_below(repository: Path) -> None:
    run("check", "--write-baseline", cwd=repository)
    write(repository / "pages" / "a.md", WORSE)
    new = findings("a.md", cwd=repository / "pages")
    assert new["status"] == 1
    assert {finding["location"]["row"] for file in new["files"] for finding in file["findings"]} == {5}
    assert len(codes(findings("--isolated", cwd=repository))) > len(codes(new))
    updated = run("check", "--write-baseline", "--output-format", "concise", cwd=repository)
    assert updated.returncode == 0
    assert b"a.md:5:" in updated.stdout
    assert b"a.md:3:" not in updated.stdout
    assert codes(findings(cwd=repository)) == []


def test_stale_entries_are_told_and_pruned(repository: Path) -> None:
    run("check", "--write-baseline", cwd=repository)
    write(repository / "pages" / "a.md", QUIET)
    told = complaints(run("check", cwd=repository))
    assert told[0].startswith("healthlint: baseline: pages/a.md: 1 of ")
    assert told[-1] == f"healthlint: baseline: {FILE} holds findings that are gone; use --prune-baseline"
    write(repository / "pages" / "b.md", CLAIM)
    pruned = run("check", "--prune-baseline", cwd=repository)
    assert pruned.returncode == 1
    assert json.loads((repository / FILE).read_text(encoding="utf-8"))["files"] == {}


def test_a_renamed_page_stays_baselined(repository: Path) -> None:
    run("check", "--write-baseline", cwd=repository)
    git(repository, "mv", "pages/a.md", "pages/ginger.md")
    done = run("check", cwd=repository)
    assert done.returncode == 0
    assert complaints(done)[0] == "healthlint: baseline: pages/a.md: the page is gone"
    run("check", "--prune-baseline", cwd=repository)
    assert list(json.loads((repository / FILE).read_text(encoding="utf-8"))["files"]) == ["pages/ginger.md"]
    assert complaints(run("check", cwd=repository)) == []


def test_a_baseline_elsewhere(repository: Path) -> None:
    run("check", "--write-baseline", "--baseline", "quality/old.json", cwd=repository)
    assert not (repository / "quality").exists()
    (repository / "quality").mkdir()
    run("check", "--write-baseline", "--baseline", "quality/old.json", cwd=repository)
    assert not (repository / FILE).exists()
    assert findings(cwd=repository)["status"] == 1
    assert findings("--baseline", "quality/old.json", cwd=repository)["status"] == 0


@pytest.mark.parametrize("text", ["", "{}", '{"schema_version": 9}'])
def test_a_damaged_baseline_stops_the_run(repository: Path, text: str) -> None:
    write(repository / FILE, text)
    done = run("check", cwd=repository)
    assert done.returncode == 2
    (said,) = complaints(done)
    assert FILE in said
    assert "--write-baseline" in said


@pytest.mark.parametrize("flag", ["--prune-baseline", "--baseline=none.json"])
def test_a_baseline_that_is_not_there(repository: Path, flag: str) -> None:
    done = run("check", flag, cwd=repository)
    assert done.returncode == 2
    assert "Write it with --write-baseline." in complaints(done)[0]


@pytest.mark.parametrize("flag", ["--since", "--diff"])
def test_only_findings_that_a_change_concerns(repository: Path, flag: str) -> None:
    assert codes(findings(flag, "HEAD", cwd=repository)) == []
    page = write(repository / "pages" / "a.md", CLAIM.replace("cures colds", "cures colds\nand flu"))
    assert codes(findings(flag, "HEAD", "pages", cwd=repository))
    page.write_text(f"{CLAIM}\nIt tastes of lemon. It is a guaranteed\nmiracle cure.\n", encoding="utf-8")
    changed = findings(flag, "HEAD", "--select", "EFF", cwd=repository)
    rows = [finding["location"]["row"] for file in changed["files"] for finding in file["findings"]]
    assert rows
    assert set(rows) <= {5, 6}
    write(repository / "pages" / "new.md", CLAIM)
    assert codes(findings(f"{flag}=HEAD", "pages/new.md", cwd=repository))


def test_a_revision_in_the_place_of_a_path_needs_diff(repository: Path) -> None:
    done = run("check", "HEAD", cwd=repository)
    assert done.returncode == 2
    outside = run("check", "--since", "HEAD", cwd=repository.parent)
    assert outside.returncode == 2
    assert complaints(outside)[0].startswith("healthlint: error: --since: git says: ")


def test_unused_suppressions_are_reported_unless_told_otherwise(tmp_path: Path) -> None:
    write(tmp_path / "a.md", f"<!-- healthlint-disable-file EFF002 -- old page -->\n\n{QUIET}")
    assert codes(findings(cwd=tmp_path)) == ["DIR001"]
    assert codes(findings("--report-unused-suppressions", cwd=tmp_path)) == ["DIR001"]
    assert codes(findings("--no-report-unused-suppressions", cwd=tmp_path)) == []
