"""The engine: the same findings however they come about, and no more parsing than needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from healthlint.analysis.syntax import parses
from healthlint.api import Document, Finding, NoOptions, Rule, Source, sentences, severities
from healthlint.cache import open_cache
from healthlint.diagnostic import FileReport
from healthlint.engine import Engine, Task
from healthlint.packs import Packs
from healthlint.rule import AnyRule
from healthlint.settings import Settings, make_settings

CLAIM = re.compile(r"\b(?:cures|heals)\b")
WARNING = severities("warning", "warning", "warning", "warning", "warning")


@dataclass(frozen=True, slots=True)
class Words:
    """Options of the lexical rule."""

    words: tuple[str, ...] = ("miracle",)


def find_words(document: Document, options: Words) -> Iterator[Finding]:
    for sentence in sentences(document):
        for word in options.words:
            if (at := sentence.plain.find(word)) >= 0:
                yield Finding(sentence.cut(at, at + len(word)), f"'{word}' promises too much.")


def find_subjects(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Report who is said to cure something: it takes the parser to tell."""
    undecided = [sentence for sentence in sentences(document) if CLAIM.search(sentence.plain)]
    found = parses(document, [sentence.plain for sentence in undecided])
    for sentence, parse in zip(undecided, found, strict=True):
        for word in parse:
            if word.dep == "nsubj":
                yield Finding(sentence.cut(word.start, word.end), "This is said to cure something.")


def _rule(code: str, name: str, check: object, options: object) -> AnyRule:
    return Rule(
        code=code,
        name=name,
        severity=WARNING,
        scope="sentence",
        sources=(Source("A", "B", "https://example.org"),),
        check=check,  # type: ignore[arg-type]
        good=(),
        bad=(),
        options=options,  # type: ignore[arg-type]
    )


RULES = (
    _rule("REA901", "some-words", find_words, Words),
    _rule("REA902", "some-subjects", find_subjects, NoOptions),
)


def settings(**options: object) -> Settings:
    return make_settings(packs=Packs(MappingProxyType({rule.code: rule for rule in RULES})), **options)  # type: ignore[arg-type]


HERBS = ("Feverfew", "Arnica", "Yarrow", "Comfrey", "Elder", "Thyme")


def article(number: int) -> str:
    herb = HERBS[number % len(HERBS)]
    lines = [
        f"# What {herb.lower()} is, part {number}",
        f"{herb} is a plant. It is no miracle. Some say that {herb.lower()} heals wounds of size {number % 7}.",
        "This heals a wound." if number % 3 else "It has leaves.",
    ]
    return "\n\n".join(lines) + "\n"


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    shared = settings()
    for number in range(70):
        (tmp_path / f"{number}.md").write_text(article(number))
    (tmp_path / "latin.md").write_bytes(b"na\xefve and caf\xe9 \x81\x00")
    names = [*(f"{number}.md" for number in range(70)), "latin.md", "missing.md"]
    return [
        *(Task(name, tmp_path / name, shared) for name in names),
        Task("stdin.md", Path("stdin.md"), shared, data=article(71).encode()),
    ]


def run(tasks: list[Task], folder: Path | None = None, processes: int = 1) -> tuple[list[FileReport], int]:
    with Engine(folder) as engine:
        reports = list(engine.lint_files(tasks, processes, parallel_from=10))
        assert not engine.warnings
        return reports, engine.parsed


def test_every_task_gets_its_report_in_order(tasks: list[Task]) -> None:
    reports, _ = run(tasks)
    assert [report.filename for report in reports] == [task.name for task in tasks]
    failed = [report.filename for report in reports if report.status == "failed"]
    assert failed == ["latin.md", "missing.md"]
    assert all(report.reason for report in reports if report.status == "failed")


def test_findings_do_not_depend_on_cache_or_processes(tasks: list[Task], tmp_path: Path) -> None:
    plain, _ = run(tasks)
    assert sum(len(report.diagnostics) for report in plain) > 100
    assert run(tasks, processes=4)[0] == plain
    assert run(tasks, tmp_path / "one")[0] == plain
    assert run(tasks, tmp_path / "one")[0] == plain
    assert run(tasks, tmp_path / "four", processes=4)[0] == plain
    assert run(tasks, tmp_path / "four", processes=4)[0] == plain
    assert run(tasks, tmp_path / "four")[0] == plain


def test_only_undecided_sentences_are_parsed_and_each_once(tasks: list[Task]) -> None:
    _, parsed = run(tasks)
    texts = {sentence for n in (*range(70), 71) for sentence in re.split(r"(?<=\.)\s", article(n))}
    assert parsed == len({text for text in texts if CLAIM.search(text)})


def test_a_second_run_parses_nothing(tasks: list[Task], tmp_path: Path) -> None:
    assert run(tasks, tmp_path / "cache")[1] > 0
    assert run(tasks, tmp_path / "cache")[1] == 0


def test_an_edit_parses_the_new_sentences_only(tasks: list[Task], tmp_path: Path) -> None:
    run(tasks, tmp_path / "cache")
    tasks[4].path.write_text(article(4) + "\nNow the root heals a cough. It cures a cold.\n")
    reports, parsed = run(tasks, tmp_path / "cache")
    assert parsed == 2
    assert reports == run(tasks)[0]


def test_other_settings_are_other_results(tasks: list[Task], tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    before = run(tasks, folder)[0]
    changed = settings(options={"REA901": {"words": ["plant"]}})
    others = [Task(task.name, task.path, changed, task.data) for task in tasks]
    assert run(others, folder)[0] == run(others)[0] != before
    assert run(tasks, folder)[0] == before


def test_a_cache_that_cannot_be_used_is_a_warning(tasks: list[Task], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with Engine(tmp_path / "file") as engine:
        assert list(engine.lint_files(tasks, 1)) == run(tasks)[0]
        assert len(engine.warnings) == 1


def test_a_crash_is_not_kept(tmp_path: Path) -> None:
    def crash(document: Document, options: NoOptions) -> Iterator[Finding]:
        raise RuntimeError("no")

    broken = _rule("REA903", "broken", crash, NoOptions)
    task = Task("a.md", tmp_path / "a.md", make_settings(packs=Packs({"REA903": broken})), b"Some text.")
    assert run([task], tmp_path / "cache")[0][0].status == "failed"
    cache = open_cache(tmp_path / "cache")
    query = "SELECT COUNT(*) FROM report"
    assert cache._connection.execute(query).fetchone() == (0,)
    cache.close()


def test_a_suppression_that_may_expire_makes_the_day_part_of_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    from healthlint.engine import keys

    class Later(date):
        @classmethod
        def today(cls) -> Later:
            return cls(2199, 1, 1)

    made, chosen = keys.Keys(), settings()
    dated = b"<!-- healthlint-disable-file EFF002 until=2100-01-01 -- pending -->\n\nText."
    undated = b"<!-- healthlint-disable-file EFF002 -- checked by a pharmacist -->\n\nText."
    before = [made.text(data, "a.md", chosen) for data in (dated, undated)]
    monkeypatch.setattr(keys, "date", Later)
    after = [made.text(data, "a.md", chosen) for data in (dated, undated)]
    assert before[0] != after[0]
    assert before[1] == after[1]


class TestWarm:
    """The path for editors: the same text again and again, a little changed each time."""

    def test_a_text_that_is_known_gives_the_same_report(self) -> None:
        with Engine() as engine:
            first = engine.lint(article(1), "a.md", settings())
            parsed = engine.parsed
            assert engine.lint(article(1), "a.md", settings()) == first
            assert engine.parsed == parsed

    def test_an_edit_parses_the_new_sentence_only(self) -> None:
        chosen = settings()
        with Engine() as engine:
            engine.lint(article(1), "a.md", chosen)
            before = engine.parsed
            edited = article(1).replace("This heals a wound.", "This ointment heals a wound.")
            report = engine.lint(edited, "a.md", chosen)
            assert engine.parsed == before + 1
        with Engine() as fresh:
            assert fresh.lint(edited, "a.md", chosen) == report

    def test_nothing_is_parsed_again_by_the_next_process(self, tmp_path: Path) -> None:
        with Engine(tmp_path) as engine:
            first = engine.lint(article(1), "a.md", settings())
        with Engine(tmp_path) as again:
            assert again.lint(article(1), "a.md", settings()) == first
            assert again.parsed == 0
