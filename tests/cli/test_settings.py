"""Configuration, overrides and front matter as a run and `healthlint config` apply them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import CLAIM, codes, complaints, findings, run, write


def profile(path: str, *arguments: str, cwd: Path) -> tuple[str, str]:
    """The profile that a page is checked in, and where it comes from."""
    [file] = findings(path, *arguments, cwd=cwd)["files"]
    return file["profile"], file["profile_origin"]


def settings(path: str, *arguments: str, cwd: Path) -> Any:
    """What `healthlint config` says of a path."""
    return json.loads(run("config", path, "--output-format", "json", *arguments, cwd=cwd).stdout)


def test_the_order_in_which_profiles_win(tmp_path: Path) -> None:
    page = write(tmp_path / "news" / "a.md", CLAIM)
    assert profile("news/a.md", cwd=tmp_path) == ("patient-education", "default")
    write(tmp_path / "healthlint.toml", 'profile = "professional"\n')
    assert profile("news/a.md", cwd=tmp_path) == ("professional", "healthlint.toml")
    write(
        tmp_path / "healthlint.toml",
        'profile = "professional"\n[[overrides]]\npaths = ["news/**"]\nprofile = "news"\n',
    )
    assert profile("news/a.md", cwd=tmp_path) == ("news", "healthlint.toml: overrides 1 (news/**)")
    page.write_text(f"---\nprofile: clinic-marketing\n---\n{CLAIM}", encoding="utf-8")
    assert profile("news/a.md", cwd=tmp_path) == ("clinic-marketing", "front matter")
    page.write_text(f"+++\n[healthlint]\nprofile = 'news'\n+++\n{CLAIM}", encoding="utf-8")
    assert profile("news/a.md", cwd=tmp_path) == ("news", "front matter")
    chosen = ("--profile", "supplement-marketing")
    assert profile("news/a.md", *chosen, cwd=tmp_path) == ("supplement-marketing", "command line")
    assert profile("news/a.md", "--isolated", cwd=tmp_path) == ("news", "front matter")


def test_an_unknown_profile_in_front_matter_fails_its_file_only(tmp_path: Path) -> None:
    write(tmp_path / "a.md", f"---\nprofile: newz\n---\n{CLAIM}")
    write(tmp_path / "b.md", CLAIM)
    done = run("check", ".", cwd=tmp_path)
    assert done.returncode == 2
    [line] = complaints(done)
    assert "a.md: front matter: unknown profile 'newz'. Did you mean 'news'?" in line
    assert "supplement-marketing or professional" in line
    assert b"b.md:3:" in done.stdout


def test_the_profile_can_be_guessed_and_the_guess_is_said(tmp_path: Path) -> None:
    shop = "# Turmeric\n\nAdd to cart. Supplement Facts. 60 capsules. Free shipping.\n"
    write(tmp_path / "shop.md", shop)
    write(tmp_path / "plain.md", "# Walking\n\nA walk is a good start.\n")
    name, origin = profile("shop.md", "--profile", "auto", cwd=tmp_path)
    assert name == "supplement-marketing"
    assert origin.startswith("guess: a supplement facts label, ")
    assert profile("plain.md", "--config", "profile=auto", cwd=tmp_path) == (
        "patient-education",
        "guess: no sign of another kind of text",
    )


def test_a_wrong_configuration_fails_its_own_files_only(tmp_path: Path) -> None:
    for name in ("good/a.md", "bad/a.md", "bad/deep/b.md"):
        write(tmp_path / name, CLAIM)
    write(tmp_path / "bad" / "healthlint.toml", 'selct = ["EFF"]\n')
    done = run("check", ".", "--output-format", "json", cwd=tmp_path)
    report = json.loads(done.stdout)
    assert {file["filename"]: file["status"] for file in report["files"]} == {
        "bad/a.md": "failed",
        "bad/deep/b.md": "failed",
        "good/a.md": "checked",
    }
    assert done.returncode == 2
    [line] = complaints(done)
    assert "2 files not checked: bad/healthlint.toml: unknown key 'selct'. Did you mean 'select'?" in line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('ignore = ["cure-clam"]\n', "healthlint.toml: unknown rule 'cure-clam'. Did you mean 'cure-claim'?"),
        ("[rules.cure-clam]\nx = 1\n", "unknown rule 'rules.cure-clam'. Did you mean 'cure-claim'?"),
        ("[rules.cure-claim]\nx = 1\n", "healthlint.toml: unknown key 'rules.cure-claim.x'."),
        (
            "[rules.REA002]\nseverity = 'of'\n",
            "'rules.REA002.severity' must be error, warning, suggestion or off",
        ),
        ("max-warnings = -1\n", "'max-warnings' must be at least 0, not -1."),
    ],
)
def test_rules_and_options_are_checked(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path / "a.md", CLAIM)
    write(tmp_path / "healthlint.toml", text)
    done = run("check", "a.md", cwd=tmp_path)
    assert done.returncode == 2
    [line] = complaints(done)
    assert words in line


def test_severities_of_rules_can_be_set(tmp_path: Path) -> None:
    write(tmp_path / "a.md", CLAIM)
    assert (
        codes(findings("a.md", "--config", "rules.EFF002.severity=off", "--select", "EFF002", cwd=tmp_path))
        == []
    )
    [file] = findings(
        "a.md", "--config", "rules.cure-claim.severity=error", "--select", "EFF002", cwd=tmp_path
    )["files"]
    assert [finding["severity"] for finding in file["findings"]] == ["error"]


def test_settings_of_a_run_come_from_the_configuration(tmp_path: Path) -> None:
    write(tmp_path / "a.md", CLAIM)
    write(tmp_path / "healthlint.toml", 'output-format = "concise"\nfail-level = "error"\nselect = ["EFF"]\n')
    done = run("check", "a.md", cwd=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2


def test_exclusions_of_a_configuration_between_count(tmp_path: Path) -> None:
    for name in ("a.md", "site/a.md", "site/drafts/b.md", "drafts/c.md"):
        write(tmp_path / name, CLAIM)
    write(tmp_path / "site" / "healthlint.toml", 'exclude = ["drafts"]\n')
    shown = run("check", ".", "--show-files", cwd=tmp_path).stdout.decode().split()
    assert shown == ["a.md", "drafts/c.md", "site/a.md"]
    assert run("check", "site/drafts/b.md", "--show-files", cwd=tmp_path).stdout == b"site/drafts/b.md\n"


def test_config_says_what_applies_and_from_where(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", 'ignore = ["REA"]\n')
    write(
        tmp_path / "healthlint.toml",
        'extend = "base.toml"\nprofile = "news"\nfail-level = "error"\n'
        '[[overrides]]\npaths = ["blog/**"]\nselect = ["EFF"]\n[rules.cure-claim]\nseverity = "error"\n',
    )
    found = settings("blog/a.md", "--ignore", "EFF001", cwd=tmp_path)
    assert found["files"] == ["base.toml (extended by healthlint.toml)", "healthlint.toml"]
    assert found["profile"] == {"value": "news", "origin": "healthlint.toml"}
    assert found["run"]["fail-level"] == {"value": "error", "origin": "healthlint.toml"}
    assert found["run"]["output-format"] == {"value": "auto", "origin": "default"}
    assert [step["origin"] for step in found["rules"]["selection"]] == [
        "base.toml (extended by healthlint.toml)",
        "healthlint.toml: overrides 1 (blog/**)",
        "command line",
    ]
    assert "cure-claim" in found["rules"]["on"]
    assert "unhedged-efficacy" in found["rules"]["not_selected"]
    assert {"key": "rules.cure-claim.severity", "value": "error", "origin": "healthlint.toml"} in found[
        "rules"
    ]["options"]
    text = run("config", "blog/a.md", cwd=tmp_path).stdout.decode()
    assert "rules.cure-claim.severity error" in text
    assert "(healthlint.toml: overrides 1 (blog/**))" in text


def test_config_reads_the_front_matter_of_the_page(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "---\nprofile: news\n---\nText.\n")
    assert settings("a.md", cwd=tmp_path)["profile"] == {"value": "news", "origin": "front matter"}
    assert settings(".", cwd=tmp_path)["profile"] == {"value": "patient-education", "origin": "default"}


def test_notices_of_templates_are_believed_when_they_are_there(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "# Ketamine\n\nKetamine helps people with severe depression.\n")
    supervision = {"SUP001", "SUP002", "SUP005"}
    assert supervision & set(codes(findings("a.md", cwd=tmp_path)))
    write(tmp_path / "healthlint.toml", '[[provides]]\nwhat = ["supervision"]\npath = "footer.html"\n')
    done = run("check", "a.md", cwd=tmp_path)
    assert "there is no template 'footer.html'" in complaints(done)[0]
    write(tmp_path / "footer.html", "<footer>Opening hours: 9 to 5. <!-- ask your doctor --></footer>")
    done = run("check", "a.md", cwd=tmp_path)
    assert "does not carry the notice 'supervision'" in complaints(done)[0]
    write(
        tmp_path / "footer.html", "<footer>Talk to your <b>doctor</b> before you start any treatment.</footer>"
    )
    report = findings("a.md", cwd=tmp_path)
    assert report["status"] in (0, 1)
    assert not supervision & set(codes(report))
    assert settings("a.md", cwd=tmp_path)["provides"] == [
        {"what": ["supervision"], "template": "footer.html", "origin": "healthlint.toml: provides 1"}
    ]
