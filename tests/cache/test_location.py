"""Where the cache lives."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from healthlint.cache import cache_folder


def test_the_command_line_wins_over_the_environment() -> None:
    assert cache_folder("here", {"HEALTHLINT_CACHE_DIR": "there"}) == Path("here")
    assert cache_folder(None, {"HEALTHLINT_CACHE_DIR": "there"}) == Path("there")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, Path.home() / ".cache" / "healthlint"),
        ("linux", {"XDG_CACHE_HOME": "/var/caches"}, Path("/var/caches/healthlint")),
        ("linux", {"XDG_CACHE_HOME": "not/absolute"}, Path.home() / ".cache" / "healthlint"),
        ("darwin", {"XDG_CACHE_HOME": "/var/caches"}, Path.home() / "Library" / "Caches" / "healthlint"),
        ("win32", {"LOCALAPPDATA": "/users/x/local"}, Path("/users/x/local/healthlint")),
        ("win32", {}, Path.home() / "AppData" / "Local" / "healthlint"),
    ],
)
def test_each_platform_has_its_place(
    platform: str, environment: dict[str, str], expected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder(None, environment) == expected
