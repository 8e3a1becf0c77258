"""Which files a run is about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from healthlint.discover import Discovery, discover


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def grow(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Text.\n", encoding="utf-8")


def names(found: Discovery) -> list[str]:
    return [path.as_posix() for path in found.files]


def test_folders_in_the_order_of_paths(tree: Path) -> None:
    grow(tree, "b.md", "a/z.txt", "a/b/c.html", "c.MDX", "a.md", "notes.docx", "script.py", "a/x")
    assert names(discover(["."])) == ["a/b/c.html", "a/z.txt", "a.md", "b.md", "c.MDX"]


def test_named_files_are_taken_whatever_they_are_called(tree: Path) -> None:
    grow(tree, "page", "data.json", ".hidden/a.md", "node_modules/b.md")
    named = ["page", "data.json", ".hidden/a.md", "node_modules/b.md"]
    assert names(discover(named)) == named


def test_each_file_once(tree: Path) -> None:
    grow(tree, "a/b.md", "a/c.md")
    assert names(discover(["a/c.md", "a", "./a/b.md", tree / "a"])) == ["a/c.md", "a/b.md"]


def test_folders_of_tools_are_passed_over(tree: Path) -> None:
    grow(
        tree,
        "a.md",
        ".git/b.md",
        ".cache/c.md",
        "node_modules/d.md",
        "x/venv/e.md",
        "own/pyvenv.cfg",
        "own/f.md",
    )
    assert names(discover(["."])) == ["a.md"]
    assert names(discover(["node_modules"])) == ["node_modules/d.md"]


def test_ignore_files(tree: Path) -> None:
    grow(
        tree,
        "a.md",
        "draft-b.md",
        "out/c.md",
        "keep/draft-d.md",
        "keep/e.md",
        "f.txt",
        "sub/only.md",
        "only.md",
    )
    (tree / ".gitignore").write_text("draft-*\nout/\n/only.md\n", encoding="utf-8")
    (tree / ".healthlintignore").write_text("*.txt\n", encoding="utf-8")
    (tree / "keep" / ".gitignore").write_text("# all of them\n!draft-d.md\ne.md\n!\n", encoding="utf-8")
    assert names(discover(["."])) == ["a.md", "keep/draft-d.md", "sub/only.md"]
    assert len(discover(["."], respect_ignore_files=False).files) == 8


def test_ignore_files_of_the_repository_hold_in_its_folders(tree: Path) -> None:
    grow(tree, "repo/docs/a.md", "repo/docs/b.md", "repo/.git/HEAD")
    (tree / ".gitignore").write_text("a.md\n", encoding="utf-8")
    (tree / "repo" / ".gitignore").write_text("b.md\n", encoding="utf-8")
    assert names(discover(["repo/docs"])) == ["repo/docs/a.md"]


def test_exclusions(tree: Path) -> None:
    grow(tree, "a.md", "old/b.md", "new/c.md", "new/d.txt", "node_modules/e.md")
    assert names(discover(["."], extend_exclude=("old", "*.txt"))) == ["a.md", "new/c.md"]
    assert names(discover(["."], exclude=("/new/",))) == ["a.md", "node_modules/e.md", "old/b.md"]
    assert names(discover(["."], exclude=("old/**",), root=tree / "new")) == [
        "a.md",
        "new/c.md",
        "new/d.txt",
        "node_modules/e.md",
        "old/b.md",
    ]


def test_named_files_are_excluded_only_when_that_is_forced(tree: Path) -> None:
    grow(tree, "old/b.md", "c.md", "d.md", "node_modules/e.md")
    (tree / ".gitignore").write_text("d.md\n", encoding="utf-8")
    named = ["old/b.md", "c.md", "d.md", "node_modules/e.md"]
    assert names(discover(named, extend_exclude=("old/",))) == named
    found = discover(named, extend_exclude=("old/",), force_exclude=True)
    assert names(found) == ["c.md"]
    assert [(skipped.path.as_posix(), skipped.reason) for skipped in found.skipped] == [
        ("old/b.md", "it is excluded by the configuration"),
        ("d.md", "an ignore file names it"),
        ("node_modules/e.md", "it is excluded by the configuration"),
    ]


def test_problems_are_told_and_the_rest_is_found(tree: Path) -> None:
    grow(tree, "a.md", "empty/script.py")
    found = discover(["missing.md", "a.md", "empty"])
    assert names(found) == ["a.md"]
    assert found.problems[0] == "'missing.md' does not exist. Check the path."
    assert found.problems[1].startswith("'empty' holds no articles: ")
    assert all("\n" not in problem for problem in found.problems)


def test_a_pattern_that_is_none(tree: Path) -> None:
    found = discover(["."], extend_exclude=("!",))
    assert not found.files
    assert found.problems == ("An exclude pattern cannot be used: Invalid git pattern: '!'. Correct it.",)


def test_links_to_folders_are_not_followed(tree: Path) -> None:
    grow(tree, "a/b.md")
    (tree / "a" / "again").symlink_to(tree / "a", target_is_directory=True)
    (tree / "a" / "linked.md").symlink_to(tree / "a" / "b.md")
    (tree / "a" / "broken.md").symlink_to(tree / "nowhere.md")
    assert names(discover(["a"])) == ["a/b.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_cannot_be_read(tree: Path) -> None:
    grow(tree, "a/b.md", "a/locked/c.md")
    (tree / "a" / "locked").chmod(0)
    try:
        found = discover(["a"])
    finally:
        (tree / "a" / "locked").chmod(0o755)
    assert names(found) == ["a/b.md"]
    assert found.problems[0].startswith("The folder 'a/locked' cannot be read: ")
