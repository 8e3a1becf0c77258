"""`python -m healthlint.knowledge.build`: rebuilds the shipped tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from healthlint.knowledge.build.curated import load
from healthlint.knowledge.build.labels import read_records, read_terms
from healthlint.knowledge.build.merge import merge
from healthlint.knowledge.build.openfda import read_openfda
from healthlint.knowledge.build.terms import TermIndex
from healthlint.knowledge.build.write import write_tables

_PACKAGE = Path(__file__).parents[1]
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--source", type=_FOLDER, help="Folder with drugs.jsonl and conditions.jsonl.")
@click.option("--label", "labels", type=_FILE, multiple=True, help="openFDA drug label file (JSON or zip).")
@click.option("--ndc", type=_FILE, multiple=True, help="openFDA NDC directory file (JSON or zip).")
@click.option("--curated", type=_FOLDER, default=_PACKAGE / "curated", help="Folder of the hand-kept tables.")
@click.option("--out", type=click.Path(path_type=Path), default=_PACKAGE / "data", help="Where to write.")
@click.option("--as-of", required=True, metavar="DATE", help="ISO date that the tables are right for.")
def command(
    source: Path | None, labels: tuple[Path, ...], ndc: tuple[Path, ...], curated: Path, out: Path, as_of: str
) -> None:
    """Rebuild the tables from hand-kept rows and, where given, public label data.

    Files of openFDA may be the zips as downloaded. What they say of a drug goes before the records in --source.
    """
    try:
        kept = load(curated)
        drugs = list(read_openfda(labels, ndc, kept.condition_names, kept.boxed_topics))
        terms = tuple(read_terms(source / "conditions.jsonl")) if source else ()
        drugs += read_records(source / "drugs.jsonl") if source else ()
        tables = merge(kept, drugs, TermIndex.of(kept.condition_names, terms))
        write_tables(tables, out, as_of=as_of, sources="; ".join(_sources(source, labels, ndc)))
    except (OSError, ValueError, KeyError) as error:
        raise click.ClickException(f"{type(error).__name__}: {error}") from error
    for name, rows in tables.items():
        click.echo(f"{name}: {len(rows)} rows")


def _sources(source: Path | None, labels: tuple[Path, ...], ndc: tuple[Path, ...]) -> Iterator[str]:
    yield "hand-curated rows"
    if labels:
        yield "openFDA drug labels"
    if ndc:
        yield "openFDA NDC directory"
    if source:
        yield "merged label facts (openFDA, DailyMed, Drugs@FDA, MeSH, DrugBank open vocabulary, Mondo, DO)"


if __name__ == "__main__":
    command()
