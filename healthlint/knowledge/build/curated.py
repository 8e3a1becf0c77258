"""Reads the tables that people keep by hand, and refuses what does not fit together."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from healthlint.knowledge.build.spelling import CONDITION_NOUNS, INTERVENTION_NOUNS, key, slug, variants
from healthlint.knowledge.model import CLASSES, KINDS, SYSTEMS

STATUSES = ("approved", "limited", "off-label", "never-approved")


class CurationError(ValueError):
    """A hand-kept table contradicts itself; the message names the file and the entry."""


@dataclass(frozen=True, slots=True)
class CuratedIntervention:
    """One row of `interventions.tsv`; `forms` are all surface forms without those of `brands`."""

    id: str
    name: str
    kind: str
    classes: tuple[str, ...]
    boxed: tuple[str, ...]
    brands: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CuratedCondition:
    """One row of `conditions.tsv` with its parents and equals as ids."""

    id: str
    name: str
    kind: str
    system: str
    curable: bool
    parents: tuple[str, ...]
    same: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CuratedUse:
    """One reviewed pair."""

    intervention: str
    condition: str
    status: str
    limits: str
    source: str


@dataclass(frozen=True, slots=True)
class Curated:
    """Everything kept by hand. `names` and `condition_names` map `spelling.key` forms to ids; `boxed_topics`
    are patterns of boxed warnings and what they are called in plain words.
    """

    interventions: Mapping[str, CuratedIntervention]
    conditions: Mapping[str, CuratedCondition]
    names: Mapping[str, str]
    condition_names: Mapping[str, str]
    brands: Mapping[str, str]
    uses: tuple[CuratedUse, ...]
    established: tuple[tuple[str, str, str], ...]
    sources: Mapping[str, tuple[str, str, str]]
    stop_names: frozenset[str]
    boxed_topics: tuple[tuple[str, str], ...]


def load(folder: Path) -> Curated:
    """The hand-kept tables in `folder`; `CurationError` where a row names something unknown."""
    interventions = {item.id: item for item in map(_intervention, _rows(folder / "interventions.tsv"))}
    brands = {slug(brand): item.id for item in interventions.values() for brand in item.brands}
    names = _names(
        [(form, item.id) for item in interventions.values() for form in item.forms]
        + [(brand, slug(brand)) for item in interventions.values() for brand in item.brands],
        "interventions.tsv",
    )
    raw = list(_rows(folder / "conditions.tsv"))
    own = {key(row["name"]): slug(row["name"]) for row in raw}
    conditions = {item.id: item for item in (_condition(row, own) for row in raw)}
    condition_names = _names(
        [(form, item.id) for item in conditions.values() for form in item.forms], "conditions.tsv"
    )
    sources = {
        row["key"]: (row["authority"], row["url"], row["as_of"]) for row in _rows(folder / "sources.tsv")
    }
    known = set(interventions) | set(brands)
    uses = tuple(_uses(folder / "uses.tsv", known, names, condition_names, sources))
    stop = (folder / "stop_names.txt").read_text(encoding="utf-8").split("\n")
    return Curated(
        interventions,
        conditions,
        names,
        condition_names,
        brands,
        uses,
        tuple(_established(folder / "established.tsv", names, condition_names, sources)),
        sources,
        frozenset(line.strip() for line in stop if line.strip() and not line.startswith("#")),
        tuple((row["pattern"], row["topic"]) for row in _rows(folder / "boxed_topics.tsv")),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _split(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(";") if part.strip())


def _intervention(row: dict[str, str]) -> CuratedIntervention:
    classes = _split(row["classes"])
    unknown = [name for name in classes if name not in CLASSES]
    if unknown or row["kind"] not in KINDS:
        raise CurationError(f"interventions.tsv: {row['name']}: unknown class or kind {unknown or row['kind']}")
    forms = [
        form for name in (row["name"], *_split(row["names"])) for form in variants(name, INTERVENTION_NOUNS)
    ]
    return CuratedIntervention(
        slug(row["name"]),
        row["name"],
        row["kind"],
        tuple(sorted(classes)),
        _split(row["boxed"]),
        _split(row["brands"]),
        tuple(dict.fromkeys(forms)),
    )


def _condition(row: dict[str, str], own: Mapping[str, str]) -> CuratedCondition:
    if row["system"] not in SYSTEMS:
        raise CurationError(f"conditions.tsv: {row['name']}: unknown system {row['system']}")
    related = []
    for field in ("parents", "same"):
        missing = [name for name in _split(row[field]) if key(name) not in own]
        if missing:
            raise CurationError(f"conditions.tsv: {row['name']}: unknown {field} {missing}")
        related.append(tuple(own[key(name)] for name in _split(row[field])))
    forms = [form for name in (row["name"], *_split(row["names"])) for form in variants(name, CONDITION_NOUNS)]
    return CuratedCondition(
        slug(row["name"]),
        row["name"],
        row["kind"],
        row["system"],
        row["curable"] == "curable",
        related[0],
        related[1],
        tuple(dict.fromkeys(forms)),
    )


def _names(pairs: list[tuple[str, str]], file: str) -> Mapping[str, str]:
    """Forms to ids. A given form wins over a variant of another; two given owners of one form are an error."""
    found: dict[str, str] = {}
    for form, owner in pairs:
        here = found.setdefault(key(form), owner)
        if here != owner and slug(form) in (here, owner):
            if slug(form) == here == owner:
                raise CurationError(f"{file}: {form} belongs to {here} and {owner}")
            found[key(form)] = slug(form)
    return found


def _uses(
    path: Path,
    known: set[str],
    names: Mapping[str, str],
    condition_names: Mapping[str, str],
    sources: Mapping[str, tuple[str, str, str]],
) -> Iterator[CuratedUse]:
    for row in _rows(path):
        item = names.get(key(row["intervention"]), slug(row["intervention"]))
        if item not in known or row["status"] not in STATUSES or row["source"] not in sources:
            raise CurationError(f"uses.tsv: {row['intervention']}: unknown name, status or source")
        for name in _split(row["conditions"]):
            if key(name) not in condition_names:
                raise CurationError(f"uses.tsv: {row['intervention']}: unknown condition {name}")
            yield CuratedUse(item, condition_names[key(name)], row["status"], row["limits"], row["source"])


def _established(
    path: Path,
    names: Mapping[str, str],
    condition_names: Mapping[str, str],
    sources: Mapping[str, tuple[str, str, str]],
) -> Iterator[tuple[str, str, str]]:
    for row in _rows(path):
        if row["source"] not in sources:
            raise CurationError(f"established.tsv: unknown source {row['source']}")
        for name in _split(row["interventions"]):
            for condition in _split(row["conditions"]):
                if key(name) not in names or key(condition) not in condition_names:
                    raise CurationError(f"established.tsv: {name} or {condition} is unknown")
                yield names[key(name)], condition_names[key(condition)], row["source"]
