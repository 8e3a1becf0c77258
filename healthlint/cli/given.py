"""The settings that the flags of a command amount to."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from healthlint.config.model import Config, ConfigError
from healthlint.config.typed import BadValueError, convert, read_fields
from healthlint.document import Format

CONFIG_VARIABLE = "HEALTHLINT_CONFIG"
"""The environment variable that names a configuration file."""


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
        "preview": flags["preview"],
        "extension": {**config.extension, **_extension(flags.get("extension") or ())},
    }
    set_by_flags = {name: value for name, value in given.items() if value not in (None, (), {})}
    return replace(config, **set_by_flags), path


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for value in values for code in value.replace(",", " ").split())


def _extension(values: Iterable[str]) -> Mapping[str, Format]:
    """The formats of endings from EXT:FORMAT. Raises `ConfigError`."""
    found: dict[str, Format] = {}
    for value in values:
        ending, _, name = value.rpartition(":")
        try:
            found[ending] = convert(name, Format, "--extension")
        except BadValueError as error:
            raise ConfigError((f"command line: {error}",)) from None
        if not ending:
            raise ConfigError((f"command line: --extension takes EXT:FORMAT, not '{value}'.",))
    return found


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
