"""`--watch` notices what changes, and `check` works as its flags about cache and processes say."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from healthlint.cli.watch import changed, state_of, watch
from healthlint.files import Input, Inputs


class StopWatchingError(Exception):
    """Ends a watch."""


def inputs(folder: Path) -> Inputs:
    return Inputs(tuple(Input(path.name, path) for path in sorted(folder.glob("*.md"))))


def seen(folder: Path, *steps: object) -> list[set[str]]:
    """The names that a watch reports while `steps` are taken, one in each pause."""
    found: list[set[str]] = []
    waiting = list(steps)

    def pause(_: float) -> None:
        if not waiting:
            raise StopWatchingError
        step = waiting.pop(0)
        assert callable(step)
        step()

    with pytest.raises(StopWatchingError):
        watch(
            state_of(inputs(folder)),
            lambda: inputs(folder),
            lambda paths: found.append({path.name for path in paths}),
            pause,
        )
    return found


def test_edits_new_files_and_removals_are_noticed(tmp_path: Path) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    first.write_text("One.")

    def nothing() -> None:
        pass

    assert seen(tmp_path, nothing, nothing, nothing) == []
    assert seen(tmp_path, lambda: first.write_text("One and two."), nothing) == [{"first.md"}]
    assert seen(tmp_path, lambda: second.write_text("Two."), nothing) == [{"second.md"}]
    assert seen(tmp_path, second.unlink, nothing) == [{"second.md"}]


def test_a_configuration_file_is_watched_too(tmp_path: Path) -> None:
    (tmp_path / "first.md").write_text("One.")
    configuration = tmp_path / "healthlint.toml"
    before = state_of(inputs(tmp_path))
    configuration.write_text('profile = "news"\n')
    between = state_of(inputs(tmp_path))
    assert changed(before, between) == {configuration}
    os.utime(configuration, ns=(1, 1))
    assert changed(between, state_of(inputs(tmp_path))) == {configuration}


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are for POSIX systems")
def test_watching_reports_an_edited_file_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    page, other = tmp_path / "page.md", tmp_path / "other.md"
    page.write_text("# Tea\n\nTea is a drink.\n")
    other.write_text("# Coffee\n\nCoffee is a drink.\n")
    command = [sys.executable, "-m", "healthlint", "check", "--watch", "--verbose", "--isolated", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as running:
        assert running.stderr is not None
        while "waiting for changes" not in running.stderr.readline():
            pass
        page.write_text("# Tea\n\nTea is a hot drink for cold days.\n")
        assert "page.md: checked" in running.stderr.readline()
        assert "1 inputs in" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        assert "stopped" in running.stderr.read()
    assert running.returncode == 130


def run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "healthlint", *arguments]
    given = {**os.environ, **(environment or {})}
    return subprocess.run(command, capture_output=True, text=True, env=given, check=False)


def test_the_cache_is_where_it_is_told_to_be(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Tea\n\nTea is a drink.\n")
    run("check", str(page), "--cache-dir", str(tmp_path / "one"))
    run("check", str(page), environment={"HEALTHLINT_CACHE_DIR": str(tmp_path / "two")})
    run("check", str(page), "--no-cache", "--cache-dir", str(tmp_path / "three"))
    run(
        "check",
        str(page),
        environment={"HEALTHLINT_CACHE_DIR": str(tmp_path / "four"), "HEALTHLINT_NO_CACHE": "1"},
    )
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"one", "two"}
    done = run("clean", "--cache-dir", str(tmp_path / "one"))
    assert (done.returncode, done.stdout.split()[0]) == (0, "Removed")
    assert not (tmp_path / "one").exists()


def test_a_damaged_cache_is_a_remark_and_nothing_more(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Tea\n\nTea is a drink.\n")
    folder = tmp_path / "cache"
    before = run("check", str(page), "--cache-dir", str(folder))
    for file in folder.iterdir():
        file.write_bytes(b"no database at all " * 300)
    after = run("check", str(page), "--cache-dir", str(folder))
    assert (after.returncode, after.stdout) == (before.returncode, before.stdout)
    assert "healthlint clean" in after.stderr
    assert run("clean", "--cache-dir", str(folder)).returncode == 0
    assert run("check", str(page), "--cache-dir", str(folder)).stderr == before.stderr
