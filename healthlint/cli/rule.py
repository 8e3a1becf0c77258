"""`healthlint rule`: what the rules look for, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

import click

from healthlint.cli.complaints import complain
from healthlint.cli.options import Named
from healthlint.cli.output import style_for
from healthlint.cli.status import CLEAN, ERROR
from healthlint.config.suggest import did_you_mean
from healthlint.packs import Packs, load
from healthlint.report.pages import json_page, text_page
from healthlint.report.style import Style
from healthlint.rule import FAMILIES, AnyRule


@click.command("rule")
@click.argument("rules", nargs=-1, metavar="[CODE|NAME]...")
@click.option("--all", "everything", is_flag=True, help="Show the pages of all rules.")
@click.option(
    "--output-format", type=Named(("text", "json")), default="text", show_default=True, help="How to show them."
)
@click.option(
    "--color",
    type=Named(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Whether to use colours.",
)
def command(rules: tuple[str, ...], everything: bool, output_format: str, color: str) -> int:
    """Explain rules: why, exceptions, options, standards, severity in each profile, good and bad examples.

    Without a rule, list all rules with one line each.
    """
    packs = load()
    chosen = tuple(packs.rules.values()) if everything else tuple(_found(packs, rules))
    if output_format == "json":
        pages = [json_page(rule) for rule in (chosen if rules or everything else packs.rules.values())]
        click.echo(json.dumps(pages, ensure_ascii=False, indent=2))
    elif rules or everything:
        style = style_for(color, sys.stdout)
        click.echo(
            f"\n{style.paint('-' * 72, 'dim')}\n\n".join("\n".join(text_page(rule, style)) for rule in chosen)
        )
    else:
        _list(packs.rules.values(), style_for(color, sys.stdout))
    for problem in packs.errors:
        complain(problem)
    return ERROR if packs.errors or len(chosen) < len(rules) else CLEAN


def _found(packs: Packs, identities: Iterable[str]) -> Iterable[AnyRule]:
    """The rules with these codes or names; complains about the others."""
    for identity in identities:
        rule = packs.find(identity)
        if rule is None:
            hint = did_you_mean(identity, packs.identities)
            complain(f"unknown rule '{identity}'.{hint} See 'healthlint rule' for all rules.")
        else:
            yield rule


def _list(rules: Iterable[AnyRule], style: Style) -> None:
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            click.echo(style.paint(f"{family}: {FAMILIES.get(family, family)}", "bold"))
        click.echo(f"  {rule.code}  {rule.name:<32} {rule.summary}")
