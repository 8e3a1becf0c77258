"""Guards of speed without a clock: what is imported, what is parsed, how work grows, equal results."""

from __future__ import annotations

import cProfile
import json
import pstats
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from healthlint.diagnostic import FileReport
from healthlint.engine import Engine, Task, pool
from healthlint.runner import lint_text
from healthlint.settings import Settings, make_settings
from tests.benchmark import corpus, with_syntax
from tests.shared_data import shared_path

EXAMPLES = Path(__file__).parents[1] / "examples"
HEAVY = ("numpy", "spacy", "thinc", "nltk", "textstat", "pydantic", "rich")

PROGRAM = """
import json, sys
from healthlint.cli import main
sys.argv = ["healthlint", "check", "--isolated", "--silent", "--no-cache", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def imported(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_page_without_claims_imports_nothing_heavy(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Opening hours\n\nThe clinic opens at eight. A nurse measures your height.\n")
    assert imported(str(page)).isdisjoint(HEAVY)


def test_the_parser_is_loaded_for_a_claim_that_words_leave_open_and_for_no_other(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    head = "---\nprofile: supplement-marketing\n---\n\n"
    page.write_text(f"{head}Turmeric cures asthma. It may ease pain. Nothing reverses dementia.\n")
    assert imported(str(page)).isdisjoint(HEAVY)
    page.write_text(f"{head}Our mornings ease pain.\n")
    assert "spacy" in imported(str(page))


def test_few_of_the_sentences_are_parsed() -> None:
    texts = {number: corpus.article(number) for number in range(6)}
    with Engine() as engine:
        for number, text in texts.items():
            engine.lint(text, f"{number}.md", make_settings())
        assert engine.parsed <= sum(text.count(". ") for text in texts.values()) / 5


def test_the_sentences_that_a_rule_asks_for_are_parsed_and_no_others() -> None:
    article = (
        "# Tea\n\nTea relieves migraine. The kettle is blue. Tea relieves migraine.\n\nTea relieves gout.\n"
    )
    settings = make_settings(packs=with_syntax.packs(), select=(with_syntax.RULE.code,))
    with Engine() as engine:
        engine.lint(article, "tea.md", settings)
        assert engine.parsed == 2
        engine.lint(article.replace("gout", "asthma"), "tea.md", settings)
        assert engine.parsed == 3


def tasks(settings: Settings, paths: Sequence[Path]) -> list[Task]:
    return [Task(path.name, path, settings) for path in paths]


def linted(work: Sequence[Task], folder: Path | None, processes: int) -> list[FileReport]:
    with Engine(folder) as engine:
        reports = list(engine.lint_files(work, processes, parallel_from=2))
        assert not engine.warnings
        return reports


def assert_always_the_same(work: Sequence[Task], folder: Path) -> None:
    plain = linted(work, None, 1)
    assert sum(len(report.diagnostics) for report in plain) > 0
    assert linted(work, None, 4) == plain
    for processes in (1, 4):
        cold = linted(work, folder / str(processes), processes)
        warm = linted(work, folder / str(processes), processes)
        assert cold == plain
        assert warm == plain
    checked = [report for report in plain if report.status == "checked"]
    with Engine() as engine:
        for _ in range(2):
            settings = work[0].settings
            assert [engine.lint(report.source, report.filename, settings) for report in checked] == checked


@pytest.mark.parametrize("profile", ["patient-education", "clinic-marketing"])
def test_findings_are_the_same_cold_and_warm_with_and_without_cache_and_processes(
    profile: str, tmp_path: Path
) -> None:
    made = corpus.write(tmp_path / "made", 70)
    examples = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in (".md", ".html", ".txt")]
    assert_always_the_same(tasks(make_settings(profile=profile), [*made, *examples]), tmp_path / "cache")


def test_findings_are_the_same_with_syntax(tmp_path: Path) -> None:
    settings = make_settings(packs=with_syntax.packs())
    assert_always_the_same(tasks(settings, corpus.write(tmp_path / "made", 40)), tmp_path / "cache")


def test_findings_on_real_articles_are_the_same(tmp_path: Path) -> None:
    folder = shared_path("data", "articles")
    found = [path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".html", ".txt")]
    if not found:
        pytest.skip("the real articles are not here")
    chosen = [path for path in found[::13] if path.stat().st_size < 100_000]
    assert_always_the_same(tasks(make_settings(), chosen), tmp_path / "cache")


def calls(work: Callable[[], object]) -> int:
    """How many functions are called by `work`: a measure of its cost that is the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def _one_paragraph(size: int) -> str:
    return " ".join(corpus.article(number).replace("\n", " ").replace("#", "") for number in range(size))


SHAPES: Mapping[str, Callable[[int], str]] = {
    "articles": lambda size: "\n".join(corpus.article(number) for number in range(size)),
    "one paragraph": _one_paragraph,
    "one line without an end mark": lambda size: "the tea relieves a cold and " * 200 * size,
    "list in list": lambda size: "\n".join("  " * min(n, 40) + f"- item {n}" for n in range(60 * size)),
    "punctuation": lambda size: "?!. (([[ -- ,,; " * 150 * size,
    "quotation marks": lambda size: "“a ” \"b' ’c " * 150 * size,
    "brackets": lambda size: "[(" * 300 * size + "word",
    "tags": lambda size: "<p><b>It cures colds.</b>" * 60 * size,
    "table": lambda size: "| a | b |\n| --- | --- |\n" + "| It may help | 5% |\n" * 40 * size,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_at_most_about_twice_the_work(shape: str) -> None:
    settings, make = make_settings(), SHAPES[shape]
    name = "page.html" if shape == "tags" else "page.md"
    lint_text(make(8), name, settings)  # so that what is remembered from text to text counts for neither
    once = calls(lambda: lint_text(make(4), name, settings))
    twice = calls(lambda: lint_text(make(8), name, settings))
    assert twice < 2.3 * once


def test_worker_processes_that_are_spawned_find_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tasks(make_settings(), corpus.write(tmp_path / "made", 70))
    plain = linted(made, None, 1)
    monkeypatch.setattr(pool, "forks", lambda: False)
    assert linted(made, tmp_path / "cache", 2) == plain
