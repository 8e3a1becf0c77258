"""`healthlint config`: what applies to a file, and where each setting comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from healthlint.cli.complaints import complain
from healthlint.cli.given import command_line_config
from healthlint.cli.options import Named, rule_options
from healthlint.cli.status import CLEAN, ERROR
from healthlint.config.model import ConfigError
from healthlint.config.resolve import DEFAULT, run_settings
from healthlint.config.typed import key_of, public_fields
from healthlint.packs import load
from healthlint.report.pages import toml
from healthlint.select import ActiveRule
from healthlint.settings import Settings, SettingsFinder, profile_of


@click.command("config")
@click.argument("path", default=".")
@rule_options
@click.option(
    "--output-format", type=Named(("text", "json")), default="text", show_default=True, help="How to show it."
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of configuration files, and stop.")
def command(path: str, output_format: str, schema: bool, **flags: Any) -> int:
    """Show the settings that apply to PATH, and where each comes from."""
    if schema:
        from healthlint.config.jsonschema import config_schema

        click.echo(json.dumps(config_schema(load().rules.values()), indent=2, ensure_ascii=False))
        return CLEAN
    try:
        config, config_file = command_line_config(flags)
        finder = SettingsFinder(load(), config, config_file, flags["isolated"])
        target = Path(path)
        show(target / "article.md" if target.is_dir() else target, finder, output_format)
    except ConfigError as error:
        for problem in error.problems:
            complain(problem)
        return ERROR
    for problem in finder.packs.errors:
        complain(problem)
    return ERROR if finder.packs.errors else CLEAN


def show(path: Path, finder: SettingsFinder, output_format: str) -> None:
    """Print what applies to the file at `path`. Raises `ConfigError`."""
    facts = _facts(path, finder)
    if output_format == "json":
        click.echo(json.dumps(facts, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(facts)))


def _facts(path: Path, finder: SettingsFinder) -> dict[str, Any]:
    """Everything that applies to a file, as plain data."""
    layers = finder.layers(path.parent)
    settings = finder.of(path)
    resolved = finder.resolved(path)
    profile, origin = profile_of(path, settings)
    return {
        "path": path.as_posix(),
        "files": [layer.origin for layer in layers[:-1]],
        "profile": {"value": profile, "origin": origin},
        "rules": {
            "selection": [
                {"origin": s.origin, "select": s.select, "extend_select": s.extend_select, "ignore": s.ignore}
                for s in resolved.steps
            ],
            "on": [active.rule.name for active in settings.rules if _severity(active, profile)],
            "off_in_profile": [a.rule.name for a in settings.rules if not _severity(a, profile)],
            "not_selected": _not_selected(settings, finder),
            "options": list(_options(settings, resolved.options)),
        },
        "provides": [
            {"what": list(p.entry.what), "template": p.entry.path, "origin": p.origin}
            for p in resolved.provided
        ],
        "run": {
            name.replace("_", "-"): {"value": setting.value, "origin": setting.origin}
            for name, setting in run_settings(layers).items()
        },
    }


def _severity(active: ActiveRule, profile: str) -> str | None:
    from healthlint.profile import PROFILES

    return active.severity(PROFILES[profile])


def _not_selected(settings: Settings, finder: SettingsFinder) -> list[str]:
    chosen = {active.rule.code for active in settings.rules}
    return [rule.name for code, rule in finder.packs.rules.items() if code not in chosen]


def _options(settings: Settings, tables: tuple[tuple[str, Any], ...]) -> Iterator[dict[str, Any]]:
    """The options that differ from their defaults, with the place where they were set."""
    for active in settings.rules:
        origin = next(
            (origin for origin, table in reversed(tables) if {active.rule.code, active.rule.name} & set(table)),
            DEFAULT,
        )
        default = active.rule.options()
        if active.level is not None:
            yield {"key": f"rules.{active.rule.name}.severity", "value": active.level, "origin": origin}
        for field in public_fields(type(default)):
            value = getattr(active.options, field.name)
            if value != getattr(default, field.name):
                value = sorted(value) if isinstance(value, frozenset) else value
                yield {"key": f"rules.{active.rule.name}.{key_of(field)}", "value": value, "origin": origin}


def _lines(facts: dict[str, Any]) -> Iterator[str]:
    """The facts for people, one a line."""
    rules = facts["rules"]
    yield f"Settings of {facts['path']}"
    yield f"  configuration: {', '.join(facts['files']) or 'none found, defaults apply'}"
    yield ""
    yield _line("profile", facts["profile"]["value"], facts["profile"]["origin"])
    for step in rules["selection"]:
        for key in ("select", "extend_select", "ignore"):
            if step[key]:
                yield _line(key.replace("_", "-"), list(step[key]), step["origin"])
    for option in rules["options"]:
        yield _line(option["key"], option["value"], option["origin"])
    for notice in facts["provides"]:
        yield _line("provides", f"{', '.join(notice['what'])} by {notice['template']}", notice["origin"])
    for key, setting in facts["run"].items():
        yield _line(key, setting["value"], setting["origin"])
    yield ""
    yield f"  {len(rules['on'])} rules on: {', '.join(rules['on'])}"
    if rules["off_in_profile"]:
        yield f"  {len(rules['off_in_profile'])} off in this profile: {', '.join(rules['off_in_profile'])}"
    if rules["not_selected"]:
        yield f"  {len(rules['not_selected'])} not selected: {', '.join(rules['not_selected'])}"


def _line(key: str, value: Any, origin: str) -> str:
    shown = value if isinstance(value, str) else "not set" if value is None else toml(value)
    return f"  {key:<20} {shown:<24}  ({origin})"
