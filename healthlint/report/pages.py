"""Rule pages: what a rule looks for, why, its severities, options, standards and examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from healthlint.config.typed import key_of, public_fields
from healthlint.finding import Severity
from healthlint.profile import PROFILES
from healthlint.report.full import standard
from healthlint.report.style import Style
from healthlint.rule import FAMILIES, AnyRule, Example

_MARK = re.compile(r"\[\||\|\]")


def text_page(rule: AnyRule, style: Style) -> Iterator[str]:
    """The page of a rule for a terminal, line by line."""
    yield f"{style.paint(rule.name, 'bold')} {style.paint(f'[{rule.code}]', 'dim')}"
    yield f"{FAMILIES.get(rule.family, rule.family)}; {rule.scope} rule; {rule.status} since {rule.since}"
    if rule.precision is not None:
        yield f"{rule.precision:.0%} of its findings on labelled texts were right"
    yield ""
    for line in rule.page.splitlines():
        yield style.paint(line.lstrip("# "), "bold") if line.startswith("#") else line
    yield from _heading("Severity", style)
    width = max(map(len, PROFILES))
    for name, severity in _severities(rule):
        yield f"  {name:<{width}}  {style.paint(severity, severity) if severity else 'off'}"
    yield from _options(rule, style)
    yield from _heading("Standards", style)
    yield from (f"  {standard(source)}" for source in rule.sources)
    for title, examples in (("Reported", rule.bad), ("Not reported", rule.good)):
        yield from _heading(title, style)
        for example in examples:
            yield from _example(example, style)


def _severities(rule: AnyRule) -> list[tuple[str, Severity | None]]:
    return [(profile.name, rule.severity.get(profile.name)) for profile in PROFILES.values()]


def _heading(title: str, style: Style) -> Iterator[str]:
    yield ""
    yield style.paint(title, "bold")
    yield ""


def _options(rule: AnyRule, style: Style) -> Iterator[str]:
    options = rule.options()
    known = public_fields(type(options))
    if known:
        yield from _heading(f"Options of [rules.{rule.name}]", style)
    for field in known:
        about = field.metadata.get("help", "")
        yield f"  {key_of(field)} = {toml(getattr(options, field.name))}{f'  # {about}' if about else ''}"


def _example(example: str | Example, style: Style) -> Iterator[str]:
    text = example if isinstance(example, str) else example.text
    if isinstance(example, Example):
        yield style.paint(f"  ({example.profile}, {example.format})", "dim")
    for line in text.strip("\n").splitlines():
        shown = _MARK.sub(lambda mark: ">>" if mark.group() == "[|" else "<<", line)
        yield f"  {style.paint('|', 'gutter')} {shown}"
    yield ""


def toml(value: object) -> str:
    """A value as it is written in a configuration file; `None` is shown as "off"."""
    if value is None:
        return '"off"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (tuple, list, frozenset)):
        items = sorted(value) if isinstance(value, frozenset) else value
        return f"[{', '.join(map(toml, items))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(str(key))} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return str(value)


def json_page(rule: AnyRule) -> dict[str, Any]:
    """The page of a rule as plain data."""
    options = rule.options()
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "family_name": FAMILIES.get(rule.family, rule.family),
        "summary": rule.summary,
        "page": rule.page,
        "scope": rule.scope,
        "status": rule.status,
        "since": rule.since,
        "precision": rule.precision,
        "severity": dict(_severities(rule)),
        "options": [
            {
                "key": key_of(field),
                "default": _plain(getattr(options, field.name)),
                "help": field.metadata.get("help", ""),
            }
            for field in public_fields(type(options))
        ],
        "sources": [{f.name: getattr(source, f.name) for f in fields(source)} for source in rule.sources],
        "bad": [_json_example(example) for example in rule.bad],
        "good": [_json_example(example) for example in rule.good],
    }


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _json_example(example: str | Example) -> dict[str, Any]:
    whole = Example(example) if isinstance(example, str) else example
    return {"text": whole.text, "profile": whole.profile, "format": whole.format}
