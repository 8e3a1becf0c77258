"""The benchmark's command line and its table."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from compileall import compile_dir
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import click

from healthlint import __version__
from tests.benchmark import cases, corpus, peers
from tests.benchmark.cases import OURS, Row

COMPILED = (
    "healthlint",
    "healthlint_rules",
    "click",
    "spacy",
    "thinc",
    "numpy",
    "confection",
    "srsly",
    "tests",
)


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--articles", default=corpus.COUNT, show_default=True, help="How many articles to make.")
@click.option("--repeat", default=3, show_default=True, help="How often each program runs; medians are shown.")
@click.option("--peers/--no-peers", "with_peers", default=True, help="Install and run other linters, too.")
@click.option(
    "--peers-dir", type=click.Path(path_type=Path), help="Where other linters are kept for next time."
)
@click.option("--growth", is_flag=True, help="Also files of 10 kB to 10 MB and folders of 10 to 10,000 files.")
def main(
    folder: Path | None, articles: int, repeat: int, with_peers: bool, peers_dir: Path | None, growth: bool
) -> None:
    """Measure healthlint beside proselint, write-good and Vale, on made articles and on those in FOLDER."""
    for name in COMPILED:
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            compile_dir(place, quiet=2)
    with tempfile.TemporaryDirectory() as temporary:
        where = Path(temporary)
        others = peers.installed(peers_dir or where / "peers") if with_peers else {}
        _show_machine(sorted(others))
        rows: list[Row] = []
        for row in _rows(where, others, folder, articles, repeat, growth):
            click.echo(f"  {row.case}: {row.figures[OURS]:.2f} {row.unit}", err=True)
            rows.append(row)
    for line in table(rows):
        click.echo(line)


def _rows(
    where: Path,
    others: Mapping[str, peers.Command],
    folder: Path | None,
    articles: int,
    repeat: int,
    growth: bool,
) -> Iterator[Row]:
    made = corpus.write(where / "made", articles)
    yield from cases.cold(others, where, repeat * 3)
    yield cases.edits()
    yield from cases.many(others, where, made, repeat)
    if folder is not None:
        yield from cases.many(others, where, sorted(folder.rglob("*.md")), repeat)
    if growth:
        yield from cases.growth(where, 10_000_000, 10_000)


def _show_machine(others: Sequence[str]) -> None:
    processor = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        models = [line for line in information.read_text().splitlines() if line.startswith("model name")]
        processor = models[0].partition(": ")[2] if models else processor
    about = (
        f"healthlint {__version__}",
        date.today().isoformat(),
        f"{processor}, {os.cpu_count()} processors",
        f"{platform.system()}, Python {platform.python_version()}",
        f"beside {', '.join(others) or 'nothing'}",
    )
    click.echo("; ".join(about) + "\n")


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as a Markdown table."""
    rows = tuple(rows)
    names = list(dict.fromkeys(name for row in rows for name in row.figures))
    yield f"| case | unit | {' | '.join(names)} | peak MiB | sentences parsed | targets | |"
    yield "| --- " * (len(names) + 6) + "|"
    for row in rows:
        figures = [f"{row.figures[name]:.2f}" if name in row.figures else "" for name in names]
        memory = f"{row.memory:.0f}" if row.memory else ""
        parsed = "" if row.parsed is None else f"{row.parsed:,}"
        cells = [row.case, row.unit, *figures, memory, parsed, "; ".join(row.verdicts), row.remark]
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
