"""Writes tables with their provenance, byte for byte the same for the same input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "intervention_names": ("form", "intervention"),
    "interventions": ("id", "name", "kind", "classes", "ingredient", "boxed", "coverage"),
    "condition_names": ("form", "condition"),
    "conditions": ("id", "name", "kind", "system", "curable", "parents", "same"),
    "uses": ("intervention", "condition", "status", "limits", "source", "reviewed"),
    "established": ("intervention", "condition", "source"),
    "sources": ("key", "authority", "url", "as_of"),
}
"""The columns of each shipped table."""

LICENCE = "CC-BY-4.0, see LICENSE and NOTICE.md"


def write_tables(
    tables: Mapping[str, Iterable[tuple[str, ...]]], folder: Path, *, as_of: str, sources: str
) -> None:
    """Writes each table to `folder`; `as_of` is an ISO date and `sources` one line of text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in COLUMNS.items():
        head = {
            "table": name,
            "as-of": as_of,
            "sources": sources,
            "licence": LICENCE,
            "columns": " ".join(columns),
        }
        lines = [f"# {key}: {value}" for key, value in head.items()]
        lines += ["\t".join(row) for row in tables[name]]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
