"""Merges the hand-kept tables with label facts into the rows that are shipped. Hand-kept rows win."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from healthlint.knowledge.build.curated import Curated
from healthlint.knowledge.build.labels import LabelDrug
from healthlint.knowledge.build.spelling import key, slug
from healthlint.knowledge.build.terms import TermIndex

Row = tuple[str, ...]
_DRUG_NAME = re.compile(r"[a-z][a-z-]{5,28}( (acid|sodium|citrate|alfa|beta|vedotin|deruxtecan|pegol))?")
_BRAND = re.compile(r"[a-z][a-z-]{3,20}")
_ENOUGH_SOURCES = 2


@dataclass(frozen=True, slots=True)
class LabelItem:
    """A label drug with the id it is shipped under; `new` where no hand-kept row has it."""

    id: str
    drug: LabelDrug
    new: bool


def merge(curated: Curated, drugs: Iterable[LabelDrug], index: TermIndex) -> dict[str, list[Row]]:
    """The rows of every shipped table by table name, sorted."""
    items = list(_items(curated, drugs))
    names = dict(curated.names)
    interventions = list(_curated_rows(curated, items))
    for item in items:
        if item.new:
            names.setdefault(key(item.drug.name), item.id)
            interventions.append(_label_row(item.id, item.drug))
    for brand, item in _brands(curated, items, names):
        names[brand] = slug(brand)
        kind, classes, boxed = _inherit(interventions, item.id)
        interventions.append((slug(brand), brand.capitalize(), kind, classes, item.id, boxed, ""))
    return {
        "intervention_names": sorted(names.items()),
        "interventions": sorted(interventions),
        "condition_names": sorted(curated.condition_names.items()),
        "conditions": sorted(_condition_rows(curated)),
        "uses": sorted(_use_rows(curated, items, index)),
        "established": sorted(curated.established),
        "sources": sorted((name, *fields) for name, fields in curated.sources.items()),
    }


def _items(curated: Curated, drugs: Iterable[LabelDrug]) -> Iterator[LabelItem]:
    seen: set[str] = set()
    for drug in drugs:
        owner = curated.names.get(key(drug.name))
        if owner is not None:
            owner = curated.brands.get(owner, owner)
        if owner is None and _shippable(drug, curated):
            owner = slug(drug.name)
        if owner is None or owner in seen:
            continue
        seen.add(owner)
        yield LabelItem(owner, drug, owner not in curated.interventions)


def _shippable(drug: LabelDrug, curated: Curated) -> bool:
    if drug.name in curated.stop_names or not _DRUG_NAME.fullmatch(drug.name) or drug.kind == "supplement":
        return False
    if any(key(name) in curated.names for name in drug.synonyms):
        return False
    known = len(drug.sources) >= _ENOUGH_SOURCES or any(_BRAND.fullmatch(brand) for brand in drug.brands)
    return known and bool(drug.indications)


def _brands(
    curated: Curated, items: Iterable[LabelItem], names: Mapping[str, str]
) -> Iterator[tuple[str, LabelItem]]:
    """Brand names of one drug only that are no other name and no common word."""
    owners: dict[str, list[LabelItem]] = {}
    for item in items:
        for brand in item.drug.brands:
            owners.setdefault(brand, []).append(item)
    for brand, found in sorted(owners.items()):
        free = brand not in names and not any(brand.startswith(word) for word in names if len(word) > 6)
        if len(found) == 1 and _BRAND.fullmatch(brand) and brand not in curated.stop_names and free:
            yield brand, found[0]


def _inherit(rows: Iterable[Row], owner: str) -> tuple[str, str, str]:
    return next((row[2], row[3], row[5]) for row in rows if row[0] == owner)


def _curated_rows(curated: Curated, items: Iterable[LabelItem]) -> Iterator[Row]:
    labelled = {item.id for item in items if item.drug.indications}
    reviewed = {use.intervention for use in curated.uses}
    for item in curated.interventions.values():
        coverage = "reviewed" if item.id in reviewed else "label" if item.id in labelled else ""
        classes, boxed = "|".join(item.classes), "|".join(item.boxed)
        yield (item.id, item.name, item.kind, classes, "", boxed, coverage)
        for brand in item.brands:
            own = "reviewed" if slug(brand) in reviewed else ""
            yield (slug(brand), brand, item.kind, classes, item.id, boxed, own)


def _label_row(item_id: str, drug: LabelDrug) -> Row:
    coverage = "label" if drug.indications else ""
    return (item_id, drug.name, drug.kind, "|".join(sorted(drug.classes)), "", "|".join(drug.boxed), coverage)


def _condition_rows(curated: Curated) -> Iterator[Row]:
    for item in curated.conditions.values():
        curable = "curable" if item.curable else ""
        yield (item.id, item.name, item.kind, item.system, curable, "|".join(item.parents), "|".join(item.same))


def _use_rows(curated: Curated, items: Iterable[LabelItem], index: TermIndex) -> Iterator[Row]:
    found: dict[tuple[str, str], Row] = {}
    for use in curated.uses:
        pair = (use.intervention, use.condition)
        found[pair] = (*pair, use.status, use.limits, use.source, "reviewed")
    for item in items:
        for pair, row in _label_uses(item, index):
            found.setdefault(pair, row)
    yield from found.values()


def _label_uses(item: LabelItem, index: TermIndex) -> Iterator[tuple[tuple[str, str], Row]]:
    indirect = []
    for indication in item.drug.indications:
        target = index.direct(indication)
        if target:
            pair = (item.id, target)
            yield pair, (*pair, "approved", "", "labels", "")
        else:
            indirect.append(indication)
    for indication in indirect:
        for target in index.broader(indication):
            pair = (item.id, target)
            yield pair, (*pair, "limited", f"only for {indication.condition.lower()}", "labels", "")
