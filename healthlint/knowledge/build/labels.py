"""What public drug labels say, in one shape whatever file it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Indication:
    """A condition that a label names as an indication; `brands` are the products it was read from, if known."""

    condition: str
    condition_id: str = ""
    wordings: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelDrug:
    """A drug as labels and registers describe it. `classes` are those that the source states or implies."""

    name: str
    kind: str
    brands: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    boxed: tuple[str, ...] = ()
    indications: tuple[Indication, ...] = ()
    sources: tuple[str, ...] = ()


def read_records(path: Path) -> Iterator[LabelDrug]:
    """Drugs from a `drugs.jsonl` of merged label facts."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield LabelDrug(
                record["name"],
                record["kind"],
                tuple(record["brands"]),
                tuple(record["synonyms"]),
                _classes(record),
                tuple(record["boxed_warning"] or ()),
                tuple(
                    Indication(
                        found["condition"],
                        found["id"],
                        tuple(found.get("label_wording") or ()),
                        tuple(found.get("brands") or ()),
                    )
                    for found in record["approved_indications"]
                ),
                tuple(record["sources"]),
            )


def _classes(record: dict[str, Any]) -> frozenset[str]:
    supervision = record["requires_supervision"] or ""
    found = {"prescription"} if record["kind"] != "supplement" else set()
    if record["dea_schedule"]:
        found.add("controlled")
    if "REMS" in supervision and "ended" not in supervision:
        found.add("rems")
    if "infusion" in supervision:
        found.add("infused")
    if record["kind"] == "biologic" and not record["name"].endswith("ase"):
        found.add("injected")
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Term:
    """A condition of a public vocabulary with its synonyms and the ids of its parents."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    parents: tuple[str, ...]
    sources: tuple[str, ...]


def read_terms(path: Path) -> Iterator[Term]:
    """Conditions from a `conditions.jsonl`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield Term(
                record["id"],
                record["name"],
                tuple(record["synonyms"]),
                tuple(record["parents"]),
                tuple(record["sources"]),
            )
