"""The flags of `check`, and the settings that they amount to."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from healthlint.config.model import Config, ConfigError, FailLevel, OutputFormat
from healthlint.config.suggest import did_you_mean, one_of
from healthlint.config.typed import read_fields
from healthlint.profile import PROFILES

Command = TypeVar("Command", bound=Callable[..., Any])

CONFIG_VARIABLE = "HEALTHLINT_CONFIG"
"""The environment variable that names a configuration file."""

FORMAT_NAMES: tuple[str, ...] = get_args(OutputFormat)
FAIL_LEVELS: tuple[str, ...] = get_args(FailLevel)
PROFILE_NAMES = ("auto", *PROFILES)


class Named(click.Choice[str]):
    """A choice whose error names the nearest accepted value."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        names = [str(choice) for choice in self.choices]
        return f"'{value}' is unknown.{did_you_mean(str(value), names)} Choose {one_of(names)}."


def rule_options(command: Command) -> Command:
    """Flags that choose rules, the profile and the configuration."""
    for option in reversed(
        (
            click.option(
                "--select",
                metavar="RULES",
                multiple=True,
                help="Check these rules only: codes, names, families or ALL, with commas or repeated.",
            ),
            click.option("--ignore", metavar="RULES", multiple=True, help="Do not check these rules."),
            click.option("--extend-select", metavar="RULES", multiple=True, help="Check these rules as well."),
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


def command_line_config(flags: Mapping[str, Any]) -> tuple[Config, Path | None]:
    """The settings that the flags give, and the configuration file that they name.

    Raises `ConfigError` for a key or value that does not fit.
    """
    config, path = _inline(flags["configs"])
    if path is None and not flags["isolated"] and (named := os.environ.get(CONFIG_VARIABLE)):
        path = _existing(named, CONFIG_VARIABLE)
    given: dict[str, Any] = {
        "select": _codes(flags["select"]) or None,
        "extend_select": _codes(flags["extend_select"]),
        "ignore": _codes(flags["ignore"]),
        "per_file_ignores": _per_file(flags["per_file_ignores"]),
        "profile": flags["profile"],
        "exclude": flags.get("exclude") or None,
        "extend_exclude": flags.get("extend_exclude"),
        "force_exclude": flags.get("force_exclude"),
        "respect_gitignore": flags.get("respect_gitignore"),
        "output_format": flags.get("output_format"),
        "fail_level": flags.get("fail_level"),
        "max_warnings": flags.get("max_warnings"),
    }
    return replace(
        config, **{name: value for name, value in given.items() if value not in (None, (), {})}
    ), path


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for value in values for code in value.replace(",", " ").split())


def _per_file(values: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for value in values:
        glob, colon, codes = value.rpartition(":")
        if not (glob and colon and codes.strip()):
            raise ConfigError((f"command line: --per-file-ignores takes GLOB:RULES, not '{value}'.",))
        found[glob] = (*found.get(glob, ()), *_codes([codes]))
    return found


def _inline(values: Iterable[str]) -> tuple[Config, Path | None]:
    """The settings of every KEY=VAL, and the path among the values."""
    path: Path | None = None
    table: dict[str, Any] = {}
    for value in values:
        if "=" in value and not Path(value).is_file():
            _merge(table, _toml(value))
        elif path is not None:
            raise ConfigError((f"command line: --config names two files, '{path}' and '{value}'. Name one.",))
        else:
            path = _existing(value, "--config")
    fields, problems = read_fields(Config, table, "")
    if problems:
        raise ConfigError(tuple(f"command line: --config: {problem}" for problem in problems))
    return Config(**fields), path


def _existing(name: str, where: str) -> Path:
    if not Path(name).is_file():
        raise ConfigError((f"{where}: there is no file '{name}'. Check its path, or give KEY=VAL.",))
    return Path(name)


def _toml(value: str) -> dict[str, Any]:
    """The table of one KEY=VAL; a value that is no TOML is a text without quotes."""
    key, _, text = value.partition("=")
    for attempt in (value, f"{key} = {_quoted(text)}"):
        try:
            return tomllib.loads(attempt)
        except tomllib.TOMLDecodeError:
            continue
    raise ConfigError((f"command line: --config: '{value}' is no KEY=VAL in TOML.",))


def _quoted(text: str) -> str:
    return '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


def _merge(into: dict[str, Any], table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        here = into.get(key)
        if isinstance(here, dict) and isinstance(value, dict):
            _merge(here, value)
        else:
            into[key] = value
