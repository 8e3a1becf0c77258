"""`healthlint drug`: what the tables know about a drug or treatment, with source and date."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict

import click

from healthlint import knowledge
from healthlint.cli.complaints import complain
from healthlint.cli.options import Named
from healthlint.cli.output import style_for
from healthlint.cli.status import CLEAN, ERROR
from healthlint.config.suggest import did_you_mean
from healthlint.knowledge.model import CLASSES
from healthlint.report.style import Style

_HEADINGS: Mapping[str, str] = {
    "approved": "Approved for",
    "limited": "Approved, but limited",
    "off-label": "Off-label",
    "never-approved": "Never approved for",
}


@click.command("drug")
@click.argument("name", nargs=-1, required=True)
@click.option("--for", "target", metavar="CONDITION", help="Say what is known of it for this condition only.")
@click.option(
    "--output-format", type=Named(("text", "json")), default="text", show_default=True, help="How to show it."
)
@click.option(
    "--color",
    type=Named(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Whether to use colours.",
)
def command(name: tuple[str, ...], target: str | None, output_format: str, color: str) -> int:
    """Show what the tables know about a drug, supplement, device or treatment: approved and off-label uses,
    limits, boxed warning, who may give it.

    Rows checked by hand raise errors; rows read from label text by program raise warnings only. Exit status: 0
    known, 2 unknown name or condition.
    """
    item = _find(" ".join(name), knowledge.intervention_names(), "drug or treatment")
    condition = _find(target, knowledge.condition_names(), "condition") if target is not None else ""
    if item is None or condition is None:
        return ERROR
    record = knowledge.intervention(item)
    if output_format == "json":
        click.echo(json.dumps(_facts(record, condition), indent=2, ensure_ascii=False))
        return CLEAN
    style = style_for(color, sys.stdout)
    lines = _answer(record, condition, style) if condition else _page(record, style)
    click.echo("\n".join(lines))
    return CLEAN


def _find(name: str, names: Mapping[str, str], what: str) -> str | None:
    """The id of a name, its own case first and any case then; complains where there is none."""
    for form in (name, name.lower(), *(form for form in names if form.lower() == name.lower())):
        if form in names:
            return names[form]
    hint = did_you_mean(name.lower(), tuple(names))
    complain(f"unknown {what} '{name}'.{hint} Other spellings, brands and ingredients may be known.")
    return None


def _page(item: knowledge.Intervention, style: Style) -> Iterator[str]:
    yield from _head(item, style)
    shown = False
    for status, heading in _HEADINGS.items():
        for reviewed in (True, False):
            uses = [
                _pair(condition_id, use)
                for condition_id, use in knowledge.uses_of(item.id)
                if use.status == status and use.reviewed is reviewed
            ]
            if uses:
                note = "" if reviewed else " (read from label text by program)"
                yield f"{heading}{note}: {'; '.join(sorted(uses))}."
                shown = True
    if not shown:
        yield from _without_uses(item)
    yield from _sources(tuple(use for _, use in knowledge.uses_of(item.id)))


def _without_uses(item: knowledge.Intervention) -> Iterator[str]:
    if item.kind == "supplement":
        yield "A supplement: the FDA approves no supplement to treat, prevent or cure a disease."
    elif "investigational" in item.classes or "compounded" in item.classes:
        yield "Approved for nothing in the United States."
    else:
        yield "The tables hold no approved or off-label uses of it."


def _head(item: knowledge.Intervention, style: Style) -> Iterator[str]:
    brand = f", a brand of {knowledge.intervention(item.ingredient).name}" if item.ingredient else ""
    yield style.paint(item.name, "bold") + f" ({item.kind}{brand})"
    if item.classes:
        yield f"Classes: {'; '.join(f'{name} ({CLASSES[name]})' for name in sorted(item.classes))}."
    if item.boxed:
        yield f"Boxed warning: {', '.join(item.boxed)}."
    if item.high_risk:
        yield "Only a qualified professional who watches the patient should give it."
    elif item.supervised:
        yield "Needs a health professional."


def _answer(item: knowledge.Intervention, condition_id: str, style: Style) -> Iterator[str]:
    use = knowledge.use_of(item.id, condition_id)
    pair = f"{style.paint(item.name, 'bold')} for {knowledge.condition(condition_id).name}"
    if use is None:
        known = knowledge.established(item.id, condition_id)
        yield f"{pair}: {'established' if known else 'not known to the tables'}."
        return
    limits = f" ({use.limits})" if use.limits else ""
    yield f"{pair}: {_SAID[use.status]}{limits}."
    approved = knowledge.approved_uses(item.id)
    if use.status not in ("approved", "limited") and approved:
        yield f"Approved for: {'; '.join(approved)}."
    yield "Checked by hand." if use.reviewed else "Not checked by hand."
    yield from _sources((use,))


_SAID: Mapping[str, str] = {
    "approved": "approved",
    "limited": "approved, but limited",
    "off-label": "off-label, not an approved use",
    "not-found": "not found in the label text that the tables were built from",
    "never-approved": "not approved to treat this or anything else",
}


def _pair(condition_id: str, use: knowledge.Use) -> str:
    name = knowledge.condition(condition_id).name
    return f"{name} ({use.limits})" if use.limits else name


def _sources(uses: tuple[knowledge.Use, ...]) -> Iterator[str]:
    for authority, url, date in dict.fromkeys((use.source, use.url, use.as_of) for use in uses):
        yield f"Source: {authority}, as of {date}. {url}"


def _facts(item: knowledge.Intervention, condition_id: str) -> dict[str, object]:
    """The record as JSON, with one use for `condition_id` where it is given, or all uses."""
    facts: dict[str, object] = {
        "id": item.id,
        "name": item.name,
        "kind": item.kind,
        "ingredient": item.ingredient or None,
        "classes": sorted(item.classes),
        "boxed_warning": list(item.boxed),
        "high_risk": item.high_risk,
        "supervised": item.supervised,
        "coverage": item.coverage or None,
    }
    if condition_id:
        use = knowledge.use_of(item.id, condition_id)
        facts["condition"] = knowledge.condition(condition_id).name
        facts["use"] = asdict(use) if use else None
        facts["established"] = knowledge.established(item.id, condition_id)
    else:
        facts["uses"] = [
            {"condition": knowledge.condition(found).name, **asdict(use)}
            for found, use in knowledge.uses_of(item.id)
        ]
    return facts
