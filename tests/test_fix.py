"""Fixes: what may be fixed, how a text changes, and that a file keeps every other byte."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.diagnostic import Diagnostic, RuleCard
from healthlint.edits import WriteError, apply, diff, encoded_like, replace_file, without_overlap
from healthlint.finding import Edit, Finding
from healthlint.fix import applicability, fix
from healthlint.packs import load
from healthlint.parsing import format_of
from healthlint.testing import example_cases, example_document
from healthlint.text import Span
from tests.cli.commands import findings, run
from tests.shared_data import shared_file
from tests.thorough import SLOW


def offer(code: str, start: int, end: int, content: str, *, safe: bool = True) -> Diagnostic:
    card = RuleCard(code, "a-rule", "family", "Summary.", (), "")
    edit = Edit(Span(start, end), content, safe)
    return Diagnostic(card, "suggestion", Finding(Span(start, end), "Say it plainly.", edit=edit))


def replacing(words: dict[str, str], code: str = "JRG003") -> Callable[[str], Sequence[Diagnostic]]:
    """A check that offers to replace words."""
    pattern = re.compile("|".join(map(re.escape, words)))

    def check(text: str) -> Sequence[Diagnostic]:
        return [offer(code, *m.span(), words[m.group()]) for m in pattern.finditer(text)]

    return check


@pytest.mark.parametrize("family", ["RSK", "SUP", "OFF", "EFF", "EVD", "NUM"])
def test_claims_risks_labels_and_numbers_are_never_fixed(family: str) -> None:
    source = "It cures pain."
    diagnostic = offer(f"{family}001", 3, 8, "may ease")
    assert applicability(diagnostic, source) == "display"
    assert fix(source, lambda text: [diagnostic], unsafe=True).text == source


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1.0 mg", "1 mg", "safe"),
        (".5 mg", "0.5 mg", "safe"),
        ("1,000 mg", "1000 mg", "safe"),
        ("10 mg", "1 mg", "display"),
        ("5 mg", "five mg", "display"),
        ("twice a day", "2 times a day", "display"),
        ("1.0 mg and 2.0 mg", "2 mg and 1 mg", "safe"),
        ("use", "use", "display"),
    ],
)
def test_no_fix_changes_the_value_of_a_number(old: str, new: str, expected: str) -> None:
    assert applicability(offer("SAF002", 0, len(old), new), old) == expected


FIXED = {"REA007", "SAF001", "SAF002", "SAF003", "CRI002", "JRG003", "ALT001"}
"""The rules that may have safe fixes."""


def test_only_wording_is_fixed_by_the_built_in_rules() -> None:
    seen = Counter[str]()
    for case in example_cases(load().rules.values()):
        document = example_document(case.example)
        for finding in case.rule.check(document, case.rule.options()):
            if finding.edit is not None and finding.edit.safe:
                seen[case.rule.code] += 1
    assert set(seen) <= FIXED
    assert seen["REA007"]


def test_unsafe_fixes_are_made_on_request_only() -> None:
    source = "Utilize it."
    diagnostic = offer("JRG003", 0, 7, "Use", safe=False)

    def check(text: str) -> Sequence[Diagnostic]:
        return [diagnostic] if text == source else []

    assert applicability(diagnostic, source) == "unsafe"
    assert fix(source, check).text == source
    assert fix(source, check, unsafe=True).text == "Use it."


def test_of_overlapping_edits_the_first_is_made_and_the_other_if_it_still_holds() -> None:
    check = replacing({"prior to": "before", "to commence": "to start"})

    def both(text: str) -> Sequence[Diagnostic]:
        return [
            *check(text),
            *(
                offer("JRG003", m.start() + 6, m.end(), "to begin")
                for m in re.finditer("prior to commence", text)
            ),
        ]

    assert fix("prior to commence, to commence", both).text == "before commence, to start"


def test_fixes_that_go_in_circles_change_nothing() -> None:
    result = fix("yes", replacing({"yes": "no", "no": "yes"}))
    assert result.endless
    assert result.text == "yes"
    assert result.applied == ()


def test_inserted_lines_end_as_the_others_do() -> None:
    assert apply("one\r\ntwo", [Edit(Span(3, 3), "\nmore")]) == "one\r\nmore\r\ntwo"
    assert apply("one", [Edit(Span(3, 3), "\nmore")]) == "one\nmore"


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(max_size=3)), max_size=8),
)
def test_only_the_edited_spans_change(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits = [(Edit(Span(min(at, len(text)), min(at + size, len(text))), new), at) for at, size, new in wanted]
    kept = [edit for edit, _ in without_overlap(edits)]
    result = apply(text, kept)
    at = place = 0
    for edit in kept:
        same = edit.span.start - at
        assert result[place : place + same] == text[at : edit.span.start]
        place += (
            same
            + len(apply(text, [Edit(edit.span, edit.content)]))
            - len(text)
            + edit.span.end
            - edit.span.start
        )
        at = edit.span.end
    assert result[place:] == text[at:]


@given(st.text(alphabet="abx prior to utilize", max_size=60))
def test_a_second_run_changes_nothing(text: str) -> None:
    check = replacing({"prior to": "before", "utilize": "use"})
    once = fix(text, check)
    assert fix(once.text, check) == type(once)(once.text)


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
)
def test_bytes_are_written_back_as_they_were(text: str, encoding: str) -> None:
    before = f"\ufeff{text}"
    data = before.encode(encoding)
    assert encoded_like(data, before, before) == data
    assert encoded_like(data, before, f"{before}é") == data + "é".encode(encoding)


def test_bytes_that_do_not_come_from_the_text_are_refused() -> None:
    with pytest.raises(WriteError):
        encoded_like(b"caf\xe9", "café", "café!")


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"old")
    page.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(page)
    replace_file(link, b"old", b"new")
    assert link.is_symlink()
    assert page.read_bytes() == b"new"
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "page.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"newer")
    with pytest.raises(WriteError, match="changed while"):
        replace_file(page, b"old", b"new")
    assert page.read_bytes() == b"newer"
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\n", "a\nc\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("a\nb", "a\nc"),
        ("a b", "a b\n"),
        ("a\x0bb\u2028c\n", "a\x0bb\u2028d\n"),
    ],
)
def test_a_diff_can_be_applied(tmp_path: Path, before: str, after: str) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(before.encode())
    patch = "".join(diff("page.md", before, after)).encode()
    subprocess.run(("git", "apply", "-p0", "-"), cwd=tmp_path, input=patch, check=True)
    assert page.read_bytes() == after.encode()


def test_real_articles_keep_every_byte_outside_the_fixed_spans(tmp_path: Path) -> None:
    """Fixes as the report offers them, made here one by one, against what `--fix` makes of the same articles.

    `HEALTHLINT_SLOW=1` takes all articles instead of every fifteenth.
    """
    source = shared_file("data", "articles")
    articles = sorted(path for path in source.rglob("*") if path.is_file() and format_of(path.name))
    by_hand, by_command = tmp_path / "hand", tmp_path / "command"
    for article in articles[:: 1 if SLOW else 15]:
        for folder in (by_hand, by_command):
            copy = folder / article.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(article, copy)
    cache = ("--cache-dir", str(tmp_path / "cache"))
    names = ["."]
    while names:
        report = findings(*cache, *names, cwd=by_hand)
        assert report["status"] in (0, 1), report["errors"]
        assert {file["status"] for file in report["files"]} == {"checked"}
        names = [file["filename"] for file in report["files"] if make_fixes(by_hand / file["filename"], file)]
    for _ in range(2):
        done = run("check", "--fix", *cache, ".", cwd=by_command)
        assert done.returncode in (0, 1), done.stderr
        for article in by_hand.rglob("*"):
            if article.is_file():
                assert (by_command / article.relative_to(by_hand)).read_bytes() == article.read_bytes()


def make_fixes(path: Path, file: Mapping[str, Any]) -> bool:
    """Make the fixes that a report on a file offers; whether there was any."""
    text = path.read_bytes().decode()
    edits = [
        edit
        for finding in file["findings"]
        if (offered := finding["fix"]) and offered["applicability"] == "safe"
        for edit in offered["edits"]
    ]
    for edit in sorted(edits, key=lambda edit: edit["offset"]["start"], reverse=True):
        start, end = edit["offset"]["start"], edit["offset"]["end"]
        text = text[:start] + edit["content"] + text[end:]
    path.write_bytes(text.encode())
    return bool(edits)
