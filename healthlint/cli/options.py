"""Flags that choose rules, settings and files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click
from click.shell_completion import CompletionItem

from healthlint.config.model import FailLevel, OutputFormat
from healthlint.config.suggest import did_you_mean, one_of
from healthlint.profile import PROFILES

Command = TypeVar("Command", bound=Callable[..., Any])

FORMAT_NAMES: tuple[str, ...] = get_args(OutputFormat)
FAIL_LEVELS: tuple[str, ...] = get_args(FailLevel)
PROFILE_NAMES = ("auto", *PROFILES)


class Named(click.Choice[str]):
    """A choice whose error names the nearest accepted value."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        names = [str(choice) for choice in self.choices]
        return f"'{value}' is unknown.{did_you_mean(str(value), names)} Choose {one_of(names)}."


def complete_rules(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules whose code or name begins with what was typed, for completion in a shell."""
    from healthlint.packs import load

    return [
        CompletionItem(identity, help=rule.summary)
        for rule in load().rules.values()
        for identity in (rule.code, rule.name)
        if identity.lower().startswith(incomplete.lower())
    ]


def rule_options(command: Command) -> Command:
    """Flags that choose rules, the profile and the configuration."""
    for option in reversed(
        (
            click.option(
                "--select",
                metavar="RULES",
                multiple=True,
                shell_complete=complete_rules,
                help="Check these rules only: codes, names, families or ALL, with commas or repeated.",
            ),
            click.option(
                "--ignore",
                metavar="RULES",
                multiple=True,
                shell_complete=complete_rules,
                help="Do not check these rules.",
            ),
            click.option(
                "--extend-select",
                metavar="RULES",
                multiple=True,
                shell_complete=complete_rules,
                help="Check these rules as well.",
            ),
            click.option(
                "--per-file-ignores",
                metavar="GLOB:RULES",
                multiple=True,
                help="Do not check these rules in files that match the glob.",
            ),
            click.option(
                "--profile",
                type=Named(PROFILE_NAMES),
                help="What kind of text the files are; goes above front matter and configuration.",
            ),
            click.option(
                "--config",
                "configs",
                metavar="PATH|KEY=VAL",
                multiple=True,
                help="Use this configuration file, or set one key in TOML (rules.sentence-too-long.words=20).",
            ),
            click.option("--isolated", is_flag=True, help="Read no configuration file."),
            click.option(
                "--preview/--no-preview", default=None, help="Check rules that are in preview as well."
            ),
        )
    ):
        command = option(command)
    return command


def file_options(command: Command) -> Command:
    """Flags that choose files."""
    for option in reversed(
        (
            click.option(
                "--exclude", metavar="GLOB", multiple=True, help="Leave these out, instead of the configured."
            ),
            click.option("--extend-exclude", metavar="GLOB", multiple=True, help="Leave these out as well."),
            click.option(
                "--force-exclude/--no-force-exclude",
                default=None,
                help="Leave excluded files out even when they are named.",
            ),
            click.option(
                "--respect-gitignore/--no-respect-gitignore",
                default=None,
                help="Leave out what .gitignore and .healthlintignore name (default: yes).",
            ),
            click.option(
                "--extension",
                metavar="EXT:FORMAT",
                multiple=True,
                help="Read files with another ending as markdown, html or text, such as njk:html.",
            ),
            click.option(
                "--file-list",
                metavar="FILE",
                help="Read the paths from FILE, one a line; - for standard input.",
            ),
            click.option(
                "--stdin-filename",
                metavar="NAME",
                default="stdin.md",
                show_default=True,
                help="The name for text from standard input; its ending gives the format.",
            ),
        )
    ):
        command = option(command)
    return command
