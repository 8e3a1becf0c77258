"""Pages by authorities, in which a warning about a claim is a false alarm."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from healthlint.diagnostic import FileReport
from tests.measure.check import check_all, codes_of, read_rows
from tests.measure.row import Row, Target, rate

PROFILE = "patient-education"
DUTIES = ("RSK001", "RSK002", "SUP001", "SUP002", "SUP005")
"""The rules that say what a page lacks: reported, because an editor would accept some of them."""

_ENDINGS = frozenset((".md", ".mdx", ".txt", ".html"))
_SEED = 20_26


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `words` is how many words of text it has, without markup."""

    name: str
    path: str
    text: str
    words: int


def rows(answers: Path, articles: Path, sample: int = 0) -> Iterator[Row]:
    """False alarms for 1,000 words, and the documents said to lack something; on `sample` pages, 0 for all.

    `answers` is a file of labelled texts, `articles` the folder with `manifest.jsonl` and its trusted group.
    """
    pages = [*_answers(answers), *_articles(articles)]
    if sample:
        pages = random.Random(_SEED).sample(pages, min(sample, len(pages)))
    words = sum(page.words for page in pages)
    alarms: list[str] = []
    kinds: Counter[str] = Counter()
    lacking: Counter[str] = Counter()
    for page, report in zip(pages, check_all(((p.path, p.text) for p in pages), PROFILE), strict=True):
        for code, line in _alarms(page, report):
            kinds[code] += 1
            alarms.append(line)
        lacking.update(codes_of(report).intersection(DUTIES))
    sets = f"control_nih_medquad, a_trusted ({len(pages)} pages)"
    yield Row(
        name="control",
        set=sets,
        measure="warnings and errors of EFF, OFF, RSK005, RSK006 per 1,000 words (patient-education)",
        figures={"per 1,000 words": 1000 * rate(len(alarms), words)},
        targets={"per 1,000 words": Target(1, "at most")},
        counts=f"{len(alarms)} in {words} words: {_listed(kinds)}",
        baseline="10.5",
        errors=alarms,
    )
    yield Row(
        name="control duties",
        set=sets,
        measure="share of documents with RSK001/002, SUP001/002/005 (patient-education)",
        figures={code: rate(lacking[code], len(pages)) for code in DUTIES},
        counts=f"documents: {_listed(lacking)}",
        baseline="-",
    )


def _alarms(page: Page, report: FileReport) -> Iterator[tuple[str, str]]:
    for diagnostic in report.diagnostics:
        code = diagnostic.rule.code
        ours = code.startswith(("EFF", "OFF")) or code in ("RSK005", "RSK006")
        if ours and diagnostic.severity != "suggestion":
            yield code, f"{code} in {page.name}: {diagnostic.sentence[:200]!r}"


def _answers(path: Path) -> Iterator[Page]:
    for row in read_rows(path):
        yield Page(row["id"], "answer.md", row["text"], len(row["text"].split()))


def _articles(folder: Path) -> Iterator[Page]:
    for entry in read_rows(folder / "manifest.jsonl"):
        path = folder / entry["path"]
        if entry["group"] == "a_trusted" and entry["lang"] == "en" and path.suffix in _ENDINGS:
            yield Page(entry["path"], path.name, path.read_text(entry["encoding"]), entry["words"])


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in counts.most_common()) or "none"
