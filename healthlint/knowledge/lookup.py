"""Asking the tables: what a name means, and what is known of an intervention for a condition.

A pair is looked up first as it stands, then along the conditions' parents (treatment-resistant depression is
a depression), then among the narrower conditions (approved for postherpetic neuralgia only, asked for nerve
pain: `limited`). A brand with rows of its own does not inherit what only another brand of the same
ingredient is approved for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from healthlint.knowledge import tables
from healthlint.knowledge.model import Condition, ConditionKind, Coverage, Intervention, Kind, Status, Use

_POSITIVE = ("approved", "limited")


def intervention_names() -> Mapping[str, str]:
    """Surface forms of interventions and their ids. A form with an inner capital is for its own case only."""
    return tables.names("intervention_names")


def condition_names() -> Mapping[str, str]:
    """Surface forms of conditions and their ids. A form with an inner capital is for its own case only."""
    return tables.names("condition_names")


@cache
def intervention(intervention_id: str) -> Intervention:
    """The intervention with this id; `KeyError` where there is none."""
    row = tables.row("interventions", intervention_id)
    key, name, kind, classes, ingredient, boxed, coverage = row.split("\t")
    return Intervention(
        key,
        name,
        cast("Kind", kind),
        frozenset(_list(classes)),
        ingredient,
        _list(boxed),
        cast("Coverage", coverage),
    )


@cache
def condition(condition_id: str) -> Condition:
    """The condition with this id; `KeyError` where there is none."""
    row = tables.row("conditions", condition_id)
    key, name, kind, system, curable, parents, same = row.split("\t")
    return Condition(
        key, name, cast("ConditionKind", kind), system, curable == "curable", _list(parents), _list(same)
    )


def use_of(intervention_id: str, condition_id: str) -> Use | None:
    """What is known of the pair, or `None` where the tables cannot tell. `KeyError` for an unknown id."""
    item, target = intervention(intervention_id), condition(condition_id)
    found = _resolve(item, target)
    if found is not None or established(item.id, target.id):
        return found
    if _never_approved(item):
        return _never(item)
    if _labelled(item) and target.kind == "disease":
        return _from_source("not-found", "", "labels", _main_name(item), reviewed=False)
    return None


def approved_uses(intervention_id: str) -> tuple[str, ...]:
    """What the intervention is approved for, in plain words, with the limits in brackets."""
    item = intervention(intervention_id)
    rows = _uses(item.id) or (_uses(item.ingredient) if item.ingredient else {})
    found = []
    for condition_id, row in rows.items():
        status, limits = row.split("\t")[2:4]
        if status in _POSITIVE:
            name = condition(condition_id).name
            found.append(f"{name} ({limits})" if limits else name)
    return tuple(found)


def uses_of(intervention_id: str) -> tuple[tuple[str, Use], ...]:
    """The condition ids and uses in the tables for the intervention, or for its ingredient where it has none
    of its own, in the order of the tables.
    """
    item = intervention(intervention_id)
    rows = _uses(item.id) or (_uses(item.ingredient) if item.ingredient else {})
    return tuple((condition_id, _use(row, item)) for condition_id, row in rows.items())


def established(intervention_id: str, condition_id: str) -> bool:
    """Whether the pair needs no hedge because nobody doubts it (insulin and high blood sugar)."""
    item = intervention(intervention_id)
    wanted = set(_upwards(condition_id))
    keys = {item.id, item.ingredient} - {""}
    return any(row.split("\t")[1] in wanted for key in keys for row in tables.under("established", key))


def _resolve(item: Intervention, target: Condition) -> Use | None:
    own = _uses(item.id)
    found = _among(own, item, target)
    if found is not None or not item.ingredient:
        return found
    base = intervention(item.ingredient)
    inherited = _among(_uses(base.id), base, target)
    if inherited is None or not own or inherited.status not in _POSITIVE:
        return inherited
    limits = inherited.limits if inherited.limits.startswith("as ") else f"as {base.name} under another name"
    reviewed = inherited.reviewed and item.coverage == "reviewed"
    return Use("off-label", f"approved {limits}", inherited.source, inherited.url, inherited.as_of, reviewed)


def _among(rows: Mapping[str, str], item: Intervention, target: Condition) -> Use | None:
    """The row that decides for `target`: exact, then approved or reviewed for a broader condition, then
    approved for a narrower one, then anything. What is off-label for a narrower condition only is never sure.
    """
    for key in (target.id, *target.same):
        if key in rows:
            return _use(rows[key], item)
    broader = [key for key in _upwards(target.id) if key in rows]
    for key in broader:
        if _status(rows[key]) in _POSITIVE:
            return _use(rows[key], item)
        if rows[key].endswith("\treviewed") and not _narrower_approved(rows, target):
            return _use(rows[key], item, sure=item.coverage == "reviewed")
    for key in _narrower_approved(rows, target):
        return _use(rows[key], item, narrowed=condition(key).name)
    for key in (*broader, *(key for key in _downwards(target.id) if key in rows)):
        return _use(rows[key], item, sure=False)
    return None


def _narrower_approved(rows: Mapping[str, str], target: Condition) -> list[str]:
    return [key for key in _downwards(target.id) if key in rows and _status(rows[key]) in _POSITIVE]


def _use(row: str, item: Intervention, narrowed: str = "", *, sure: bool = True) -> Use:
    _, _, status, limits, source, reviewed = row.split("\t")
    sure = sure and reviewed == "reviewed"
    if narrowed:
        limits = f"only for {narrowed}" + (f" ({limits})" if limits else "")
        status = "limited"
    return _from_source(cast("Status", status), limits, source, _main_name(item), reviewed=sure)


def _from_source(status: Status, limits: str, source: str, name: str, *, reviewed: bool) -> Use:
    _, authority, url, as_of = tables.row("sources", source).split("\t")
    return Use(status, limits, authority, url.replace("{name}", name.replace(" ", "+")), as_of, reviewed)


def _never(item: Intervention) -> Use:
    key = "dshea" if item.kind == "supplement" else "investigational"
    if "compounded" in item.classes:
        key = "compounded"
    return _from_source("never-approved", "", key, _main_name(item), reviewed=True)


def _never_approved(item: Intervention) -> bool:
    return item.kind == "supplement" or bool(item.classes & {"investigational", "compounded"})


def _labelled(item: Intervention) -> bool:
    return bool(item.coverage or (item.ingredient and intervention(item.ingredient).coverage))


def _main_name(item: Intervention) -> str:
    return item.name


@cache
def _uses(intervention_id: str) -> Mapping[str, str]:
    found = tables.under("uses", intervention_id)
    return MappingProxyType({row.split("\t", 2)[1]: row for row in found})


def _status(row: str) -> str:
    return row.split("\t", 3)[2]


def _upwards(condition_id: str) -> Iterator[str]:
    """The condition, then what it is a kind of, nearest first."""
    seen = {condition_id: None}
    queue = [condition_id]
    for key in queue:
        yield key
        here = condition(key)
        for parent in (*here.same, *here.parents):
            if parent not in seen:
                seen[parent] = None
                queue.append(parent)


def _downwards(condition_id: str) -> Iterator[str]:
    """The kinds of a condition, nearest first, without the condition itself."""
    children = _children()
    seen = {condition_id: None}
    queue = list(children.get(condition_id, ()))
    for key in queue:
        if key not in seen:
            seen[key] = None
            yield key
            queue.extend(children.get(key, ()))


@cache
def _children() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in tables.rows("conditions"):
        fields = row.split("\t")
        for parent in (*_list(fields[5]), *_list(fields[6])):
            found.setdefault(parent, []).append(fields[0])
    return MappingProxyType({key: tuple(value) for key, value in found.items()})


def _list(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()
