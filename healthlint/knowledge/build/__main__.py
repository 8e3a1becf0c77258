"""`python -m healthlint.knowledge.build`: rebuilds the shipped tables."""

from __future__ import annotations

from pathlib import Path

import click

from healthlint.knowledge.build.curated import load
from healthlint.knowledge.build.labels import LabelDrug, read_records, read_terms
from healthlint.knowledge.build.merge import merge
from healthlint.knowledge.build.terms import TermIndex
from healthlint.knowledge.build.write import write_tables

_PACKAGE = Path(__file__).parents[1]
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--source", type=_FOLDER, help="Folder with drugs.jsonl and conditions.jsonl.")
@click.option("--label", "labels", type=_FILE, multiple=True, help="openFDA drug label file (JSON).")
@click.option("--ndc", type=_FILE, multiple=True, help="openFDA NDC directory file (JSON).")
@click.option("--curated", type=_FOLDER, default=_PACKAGE / "curated", help="Folder of the hand-kept tables.")
@click.option("--out", type=click.Path(path_type=Path), default=_PACKAGE / "data", help="Where to write.")
@click.option("--as-of", required=True, metavar="DATE", help="ISO date that the tables are right for.")
def command(
    source: Path | None, labels: tuple[Path, ...], ndc: tuple[Path, ...], curated: Path, out: Path, as_of: str
) -> None:
    """Rebuild the tables from hand-kept rows and, where given, public label data."""
    kept = load(curated)
    drugs: list[LabelDrug] = []
    index = TermIndex.of(kept.condition_names, ())
    used = ["hand-curated rows"]
    if source:
        drugs += read_records(source / "drugs.jsonl")
        index = TermIndex.of(kept.condition_names, read_terms(source / "conditions.jsonl"))
        used.append("merged label facts (openFDA, DailyMed, Drugs@FDA, MeSH, DrugBank open vocabulary, Mondo, DO)")
    tables = merge(kept, drugs, index)
    write_tables(tables, out, as_of=as_of, sources="; ".join(used))
    for name, rows in tables.items():
        click.echo(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    command()
