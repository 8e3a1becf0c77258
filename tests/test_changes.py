"""Changed lines, told by the real git on repositories that the tests make."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from healthlint.changes import NEW_FILE, Changes, RevisionError, changes_since, read_diff, revision_of


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ("git", "-C", folder, *identity, *arguments), capture_output=True, check=True, text=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "page.md").write_text("one\ntwo\nthree\nfour\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Start")
    return tmp_path


def test_added_altered_and_removed_lines(repository: Path) -> None:
    (repository / "page.md").write_text("one\nTWO\nthree\nfive\nsix\n", encoding="utf-8")
    assert changes_since("HEAD", repository).changed == {"page.md": Changes(((2, 2), (4, 5)))}
    (repository / "page.md").write_text("one\nfour\n", encoding="utf-8")
    assert changes_since("HEAD", repository).changed == {"page.md": Changes(cuts=(1,))}


def test_staged_untracked_renamed_and_deleted_files(repository: Path) -> None:
    (repository / "staged.md").write_text("new\n", encoding="utf-8")
    git(repository, "add", "staged.md")
    (repository / "sub").mkdir()
    (repository / "sub" / "loose.md").write_text("new\n", encoding="utf-8")
    git(repository, "mv", "page.md", "sub/renamed.md")
    (repository / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    (repository / "drafts").mkdir()
    changed = changes_since("HEAD", repository / "sub")
    assert changed.of(repository / "staged.md") == Changes(((1, 1),))
    assert changed.of(repository / "sub" / "loose.md") == NEW_FILE
    assert changed.of(repository / "sub" / "renamed.md") == Changes()
    assert changed.of(repository / "drafts" / "ignored.md") == NEW_FILE
    assert changed.of(repository.parent / "elsewhere.md") == NEW_FILE


def test_names_and_lines_that_look_like_a_diff(repository: Path) -> None:
    name = 'tab\t"quoted" é.md'
    (repository / name).write_text("a\n++ b/other.md\nz\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Odd name")
    (repository / name).write_text("a\n+++ b/other.md\n@@ -1 +1 @@\nz", encoding="utf-8")
    assert changes_since("HEAD", repository).of(repository / name) == Changes(((2, 4),))


def test_a_binary_looking_file_has_changed_as_a_whole(repository: Path) -> None:
    (repository / "wide.txt").write_bytes("\ufeffone\n".encode("utf-16-le"))
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Wide")
    (repository / "wide.txt").write_bytes("\ufefftwo\n".encode("utf-16-le"))
    assert changes_since("HEAD", repository).of(repository / "wide.txt") == NEW_FILE


def test_what_others_did_meanwhile_is_no_change(repository: Path) -> None:
    git(repository, "switch", "-q", "-c", "topic")
    (repository / "mine.md").write_text("mine\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Mine")
    git(repository, "switch", "-q", "main")
    (repository / "page.md").write_text("theirs\n", encoding="utf-8")
    git(repository, "commit", "-q", "-am", "Theirs")
    git(repository, "switch", "-q", "topic")
    assert set(changes_since("main", repository).changed) == {"mine.md"}


def test_a_revision_that_git_does_not_know(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(RevisionError, match="no revision 'v9'"):
        changes_since("v9", repository)
    assert revision_of("HEAD", repository) == git(repository, "rev-parse", "HEAD").strip()
    assert revision_of("page.md", repository) is None
    assert revision_of("--help", repository) is None
    with pytest.raises(RevisionError, match="git says"):
        changes_since("HEAD", tmp_path_factory.mktemp("outside"))


def test_touch() -> None:
    changes = Changes(lines=((4, 5),), cuts=(8,))
    assert [row for row in range(1, 12) if changes.touch(row, row)] == [4, 5]
    assert changes.touch(1, 4)
    assert changes.touch(8, 9)
    assert not changes.touch(9, 11)
    assert not changes.touch(6, 8)
    assert NEW_FILE.touch(99, 99)
    assert not Changes()


@given(st.text())
def test_any_text_can_be_read_as_a_diff(text: str) -> None:
    read_diff(f"diff --git a/x b/x\n+++ b/x\n{text}")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from("abc"), max_size=6),
    st.lists(st.sampled_from("abc+-"), max_size=6),
    st.booleans(),
)
def test_every_line_that_is_not_in_the_old_file_has_changed(
    tmp_path_factory: pytest.TempPathFactory, old: list[str], new: list[str], ends: bool
) -> None:
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "-q")
    page = folder / "page.md"
    page.write_text("".join(f"{line}\n" for line in old), encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Old")
    page.write_text("\n".join(new) + ("\n" if ends else ""), encoding="utf-8")
    changes = changes_since("HEAD", folder).of(page)
    for row, line in enumerate(new, 1):
        assert line in old or changes.touch(row, row)
