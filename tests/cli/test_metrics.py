"""`healthlint metrics`: the table, the JSON, and inputs that cannot be measured."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from healthlint.analysis.textstat_scores import ENGLISH, OTHER_LANGUAGES
from healthlint.cli.metrics import command

TEXT = (
    "# Ketamine and depression\n\nKetamine can lift depression for some people. It can also raise "
    "your blood pressure and make you feel far away from yourself. A doctor must stay with you "
    "for two hours. Do not drive on that day. Unfortunately, gastrointestinal disturbances are "
    "comparatively frequent.\n"
)


def run(*arguments: str, given: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, arguments, input=given, standalone_mode=False)
    return result.return_value, result.stdout, result.stderr


def test_table_shows_both_counts_and_what_costs_most(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(TEXT, encoding="utf-8")
    status, shown, errors = run(str(page))
    assert (status, errors) == (0, "")
    lines = shown.splitlines()
    assert lines[0] == page.as_posix()
    assert lines[1].split() == ["healthlint", "textstat"]
    rows = {line[2:28].strip(): line[28:].split() for line in lines[2:40] if line.startswith("  ")}
    assert rows["Sentences"] == ["5", "5"]
    assert rows["Words"][0] == rows["Words"][1]
    assert len(rows["Flesch-Kincaid grade"]) == 2
    assert rows["Dale-Chall"][0] == "-"
    assert "line 3, 6 words: Unfortunately, gastrointestinal disturbances" in shown
    assert "gastrointestinal, once" in shown
    assert "Below 100 words or 5 sentences" in shown


def test_json_has_every_score_and_the_denominators() -> None:
    status, shown, _ = run("-", "--output-format", "json", given=TEXT)
    [file] = json.loads(shown)["files"]
    assert status == 0
    assert file["filename"] == "stdin.md"
    assert file["status"] == "measured"
    assert file["enough_for_a_verdict"] is False
    assert set(file["textstat"]) == {*ENGLISH, *OTHER_LANGUAGES}
    assert file["metrics"]["words"] == file["textstat_counts"]["words"]
    assert file["metrics"]["grade_topic_neutral"] < file["metrics"]["grade"]
    assert file["costliest_sentences"][0]["row"] == 3
    assert file["costliest_words"][0]["times"] == 1


def test_a_text_without_prose_is_no_error() -> None:
    status, shown, _ = run("-", given="# Only a title\n")
    assert status == 0
    assert "Nothing was measured" in shown


def test_inputs_that_cannot_be_read_give_2_and_the_others_are_still_measured(tmp_path: Path) -> None:
    page, binary = tmp_path / "page.md", tmp_path / "picture.md"
    page.write_text(TEXT, encoding="utf-8")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    missing = tmp_path / "missing.md"
    status, shown, errors = run(str(missing), str(binary), str(page))
    assert status == 2
    assert page.as_posix() in shown
    assert len(errors.splitlines()) == 2
    assert "missing.md" in errors
    status, shown, _ = run(str(missing), "--output-format", "json")
    assert status == 2
    assert json.loads(shown)["files"][0]["status"] == "failed"
