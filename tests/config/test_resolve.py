"""Which settings apply to a file: nearest file, extend, overrides, command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.config.model import Config, ConfigError, Layer
from healthlint.config.read import layers_of, nearest
from healthlint.config.resolve import resolve, run_settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_wins_and_names_come_in_order(tmp_path: Path) -> None:
    outer = write(tmp_path / "healthlint.toml", "")
    inner = write(tmp_path / "site" / ".healthlint.toml", "")
    write(tmp_path / "site" / "pyproject.toml", "[tool.healthlint]\n")
    (tmp_path / "site" / "content").mkdir()
    assert nearest(tmp_path / "site" / "content") == inner
    assert nearest(tmp_path) == outer


def test_a_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    outer = write(tmp_path / "pyproject.toml", "[tool.healthlint]\nprofile = 'news'\n")
    write(tmp_path / "site" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert nearest(tmp_path / "site") == outer
    assert layers_of(outer, "pyproject.toml")[0].config.profile == "news"


def test_one_file_can_be_extended(tmp_path: Path) -> None:
    write(tmp_path / "shared.toml", "profile = 'news'\nignore = ['REA']\n")
    path = write(tmp_path / "site" / "healthlint.toml", "extend = '../shared.toml'\nignore = ['EVD']\n")
    resolved = resolve(layers_of(path, "healthlint.toml"), tmp_path / "site" / "a.md")
    assert (resolved.profile, resolved.profile_origin) == (
        "news",
        "../shared.toml (extended by healthlint.toml)",
    )
    assert [step.ignore for step in resolved.steps] == [("REA",), ("EVD",)]


@pytest.mark.parametrize(
    ("base", "message"),
    [(None, "there is no file 'base.toml'"), ("extend = 'other.toml'\n", "only one file can be extended")],
)
def test_extending_what_cannot_be(tmp_path: Path, base: str | None, message: str) -> None:
    if base is not None:
        write(tmp_path / "base.toml", base)
    path = write(tmp_path / "healthlint.toml", "extend = 'base.toml'\n")
    with pytest.raises(ConfigError, match=message):
        layers_of(path, "healthlint.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profil = 'news'\n", "healthlint.toml: unknown key 'profil'. Did you mean 'profile'?"),
        ("profile = 'newz'\n", "'profile' must be auto, patient-education, news"),
        ("profile = \n", "healthlint.toml: is not valid TOML"),
        ("[[overrides]]\npath = ['x']\n", "unknown key 'overrides[0].path'. Did you mean 'paths'?"),
        ("[[provides]]\nwhat = ['warmth']\npath = 'x'\n", "must be risk, supervision or crisis-line"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path / "healthlint.toml", text)
    with pytest.raises(ConfigError) as caught:
        layers_of(path, "healthlint.toml")
    assert message in str(caught.value)


def test_a_required_key_that_is_missing(tmp_path: Path) -> None:
    path = write(tmp_path / "healthlint.toml", "[[overrides]]\nprofile = 'news'\n")
    with pytest.raises(ConfigError, match=r"overrides\[0\]' needs the key 'paths'"):
        layers_of(path, "healthlint.toml")


def test_latin_1_is_said(tmp_path: Path) -> None:
    path = tmp_path / "healthlint.toml"
    path.write_bytes("# café\n".encode("latin-1"))
    with pytest.raises(ConfigError, match="is not UTF-8"):
        layers_of(path, "healthlint.toml")


def test_later_overrides_win_and_globs_are_relative_to_their_file(tmp_path: Path) -> None:
    text = (
        "profile = 'news'\n[[overrides]]\npaths = ['shop/**']\nprofile = 'supplement-marketing'\n"
        "[[overrides]]\npaths = ['shop/clinic/**']\nprofile = 'clinic-marketing'\nignore = ['REA']\n"
    )
    layers = layers_of(write(tmp_path / "healthlint.toml", text), "healthlint.toml")
    found = {name: resolve(layers, tmp_path / name) for name in ("a.md", "shop/a.md", "shop/clinic/a.md")}
    assert [resolved.profile for resolved in found.values()] == [
        "news",
        "supplement-marketing",
        "clinic-marketing",
    ]
    assert found["shop/clinic/a.md"].profile_origin == "healthlint.toml: overrides 2 (shop/clinic/**)"
    assert found["shop/clinic/a.md"].steps[0].ignore == ("REA",)


def test_the_command_line_is_above_all_and_fixes_the_profile(tmp_path: Path) -> None:
    layers = (
        Layer("healthlint.toml", tmp_path, Config(profile="news", output_format="json", exclude=("x",))),
        Layer("command line", tmp_path, Config(profile="professional", extend_exclude=("y",))),
    )
    resolved = resolve(layers, tmp_path / "a.md")
    assert (resolved.profile, resolved.profile_fixed) == ("professional", True)
    run = run_settings(layers)
    assert (run["output_format"].value, run["output_format"].origin) == ("json", "healthlint.toml")
    assert (run["exclude"].value, run["extend_exclude"].value) == (("x",), ("y",))
    assert (run["fail_level"].value, run["fail_level"].origin) == ("warning", "default")


def test_per_file_ignores_outlast_a_selection_on_the_command_line(tmp_path: Path) -> None:
    layers = (
        Layer("healthlint.toml", tmp_path, Config(per_file_ignores={"drafts/**": ("REA",)})),
        Layer("command line", tmp_path, Config(select=("ALL",))),
    )
    assert resolve(layers, tmp_path / "drafts" / "a.md").steps[-1].ignore == ("REA",)
    assert resolve(layers, tmp_path / "a.md").steps[-1].select == ("ALL",)
