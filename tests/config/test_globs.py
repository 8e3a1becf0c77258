"""Which files a glob picks."""

from __future__ import annotations

import pytest

from healthlint.config.globs import matches


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "deep/down/a.md", True),
        ("*.md", "a.mdx", False),
        ("news", "news/2026/a.md", True),
        ("news", "old/news/a.md", True),
        ("news", "newsroom/a.md", False),
        ("news/", "news/a.md", True),
        ("content/news", "content/news/a.md", True),
        ("content/news", "site/content/news/a.md", False),
        ("/content", "content/a.md", True),
        ("content/*.md", "content/a.md", True),
        ("content/*.md", "content/x/a.md", False),
        ("content/**/*.md", "content/a.md", True),
        ("content/**/*.md", "content/x/y/a.md", True),
        ("**/drafts/**", "x/drafts/y/a.md", True),
        ("**", "a.md", True),
        ("./content/**", "content/a.md", True),
        ("a?.md", "ab.md", True),
        ("a[bc].md", "ac.md", True),
        ("a[!bc].md", "ac.md", False),
        ("a[!bc].md", "ad.md", True),
        ("a[b", "a[b", True),
        ("a+(b).md", "a+(b).md", True),
        ("*.md", "../other/a.md", True),
        ("content/**", "../content/a.md", False),
    ],
)
def test_matches(glob: str, path: str, expected: bool) -> None:
    assert matches(path, (glob,)) is expected
