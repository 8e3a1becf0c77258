"""Rule packs of others: one that loads is used, one that does not is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import CLAIM, codes, complaints, findings, run, write

RULE = '''"""Leave out the word.

## What it flags

The word "ginger".
"""

from collections.abc import Iterator

from healthlint.api import Document, Finding, NoOptions, Rule, Source, sentences, severities


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    for sentence in sentences(document):
        at = sentence.plain.find("ginger")
        if at >= 0:
            yield Finding(sentence.cut(at, at + 6), "It says ginger.")


RULE = Rule(
    code="XYZ001",
    name="no-ginger",
    severity=severities("warning", "warning", "warning", "warning", "warning"),
    scope="sentence",
    sources=(Source("Example Agency", "Guide", "https://example.org/guide"),),
    options=NoOptions,
    check=check,
    good=("Tea.",),
    bad=("[|ginger|] tea.",),
)


def rules():
    return (RULE,)
'''


def install(folder: Path, name: str, source: str) -> dict[str, str]:
    """A distribution that offers rules, in a folder that Python is told to look at."""
    write(folder / f"{name}.py", source)
    write(folder / f"{name}-1.0.dist-info" / "METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    entry = f"[healthlint.rules]\n{name} = {name}:rules\n"
    write(folder / f"{name}-1.0.dist-info" / "entry_points.txt", entry)
    return {"PYTHONPATH": str(folder)}


def test_the_rules_of_a_pack_run_beside_the_built_in_ones(tmp_path: Path) -> None:
    env = install(tmp_path / "packs", "ginger_rules", RULE)
    write(tmp_path / "a.md", CLAIM)
    report = findings("a.md", "--select", "XYZ,EFF", cwd=tmp_path, env=env)
    assert sorted(codes(report)) == ["EFF002", "XYZ001"]
    page = run("rule", "no-ginger", cwd=tmp_path, env=env)
    assert b"Leave out the word." in page.stdout
    assert b"rule pack ginger_rules: loads (ginger_rules)" in run("doctor", cwd=tmp_path, env=env).stdout


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import nothing_of_this_name\n", "ModuleNotFoundError: No module named 'nothing_of_this_name'"),
        ("def rules():\n    return 1 / 0\n", "ZeroDivisionError"),
        ("x = 1\n", "AttributeError"),
        (RULE.replace("XYZ001", "EFF002"), "its rule EFF002 is already defined by another pack"),
        (RULE.replace("no-ginger", "cure-claim"), "its rule cure-claim is already defined by another pack"),
        (RULE.replace("XYZ001", "XYZ1"), "'XYZ1' must be three capital letters and three digits"),
        (RULE.replace("no-ginger", "No ginger"), "'No ginger' must be lower-case words joined by hyphens"),
    ],
)
def test_a_pack_that_does_not_load_is_one_line_and_the_others_check(
    tmp_path: Path, source: str, words: str
) -> None:
    env = install(tmp_path / "packs", "zz_broken", source)
    write(tmp_path / "a.md", CLAIM)
    done = run("check", "a.md", cwd=tmp_path, env=env)
    assert done.returncode == 2
    [line] = complaints(done)
    assert "rule pack 'zz_broken' (zz_broken:rules) does not load" in line
    assert words in line
    assert b"EFF002" in done.stdout
    assert run("check", "a.md", "--exit-zero", cwd=tmp_path, env=env).returncode == 2
    doctor = run("doctor", cwd=tmp_path, env=env)
    assert doctor.returncode == 2
    assert b"!! rule pack: does not load" in doctor.stdout
    assert run("rule", "EFF002", cwd=tmp_path, env=env).returncode == 2
