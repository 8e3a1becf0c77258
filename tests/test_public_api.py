"""healthlint as a library."""

from __future__ import annotations

from pathlib import Path

import pytest

import healthlint
from healthlint.packs import Packs
from tests.cli.commands import CLAIM, QUIET, write


def test_everything_that_is_offered_is_there() -> None:
    for name in healthlint.__all__:
        assert getattr(healthlint, name) is not None
    assert set(healthlint.__all__) <= set(dir(healthlint))
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        healthlint.lint  # type: ignore[attr-defined]  # noqa: B018


def test_a_text_is_checked_without_files_and_settings() -> None:
    report = healthlint.lint_text(CLAIM)
    assert "EFF002" in [diagnostic.rule.code for diagnostic in report.diagnostics]
    strict = healthlint.lint_text(CLAIM, "tea.md", healthlint.make_settings(profile="supplement-marketing"))
    assert "error" in [diagnostic.severity for diagnostic in strict.diagnostics]


def test_settings_can_be_wrong() -> None:
    with pytest.raises(healthlint.ConfigError, match=r"unknown profile 'newz'\. Did you mean 'news'"):
        healthlint.make_settings(profile="newz")
    with pytest.raises(healthlint.ConfigError, match="unknown rule 'EFF999'"):
        healthlint.make_settings(select=["EFF999"])


def test_paths_are_checked_with_their_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "site" / "a.md", CLAIM)
    write(tmp_path / "site" / "b.md", QUIET)
    write(tmp_path / "site" / "healthlint.toml", 'profile = "news"\n')
    report = healthlint.lint_paths(["site", "gone.md"])
    assert [(file.filename, file.status, file.profile) for file in report.files] == [
        ("site/a.md", "checked", "news"),
        ("site/b.md", "checked", "news"),
        ("gone.md", "failed", ""),
    ]
    alone = healthlint.lint_paths(
        [tmp_path / "site" / "a.md"], isolated=True, profile="professional", select=["EFF"]
    )
    assert [file.profile for file in alone.files] == ["professional"]
    with pytest.raises(healthlint.ConfigError):
        healthlint.lint_paths(["site"], profile="newz")


def test_what_concerns_no_file_is_in_the_errors(tmp_path: Path) -> None:
    assert "holds no articles" in healthlint.lint_paths([tmp_path]).errors[0]


def test_rules_that_do_not_load_are_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Packs({}, ("rule pack 'ours' (ours:rules) does not load.",))
    monkeypatch.setattr("healthlint.settings.load", lambda: broken)
    with pytest.raises(healthlint.ConfigError, match="rule pack 'ours'"):
        healthlint.lint_text(CLAIM)
