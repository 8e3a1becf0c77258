"""Configuration files: where they are and what they say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from healthlint.config.model import Config, ConfigError, Layer, Override, Provides
from healthlint.config.typed import build

FILE_NAMES = ("healthlint.toml", ".healthlint.toml", "pyproject.toml")
"""Names of configuration files, first come first. A pyproject.toml counts when it has [tool.healthlint]."""


def nearest(folder: Path) -> Path | None:
    """The configuration file of `folder` or of the nearest folder above it that has one."""
    for candidate in _candidates(folder):
        if candidate.is_file() and (candidate.name != "pyproject.toml" or _has_table(candidate)):
            return candidate
    return None


def _candidates(folder: Path) -> Iterator[Path]:
    absolute = folder.absolute()
    for place in (absolute, *absolute.parents):
        for name in FILE_NAMES:
            yield place / name


def _has_table(path: Path) -> bool:
    try:
        return "[tool.healthlint" in path.read_text(encoding="utf-8") and "healthlint" in _tool(
            _toml(path, path.name)
        )
    except (OSError, UnicodeDecodeError, ConfigError):
        return False


def layers_of(path: Path, shown: str) -> tuple[Layer, ...]:
    """The settings of a configuration file, after those of the file that it extends.

    `shown` is the file's name for messages. Raises `ConfigError` naming every key that does not fit.
    """
    config = _read(path, shown)
    own = Layer(shown, path.parent, config)
    if config.extend is None:
        return (own,)
    base = (path.parent / config.extend).resolve()
    base_shown = f"{config.extend} (extended by {shown})"
    if not base.is_file():
        raise ConfigError(
            (f"{shown}: extend: there is no file '{config.extend}'. Give its path from this file.",)
        )
    extended = _read(base, base_shown)
    if extended.extend is not None:
        raise ConfigError((f"{base_shown}: only one file can be extended; remove its own 'extend'.",))
    return Layer(base_shown, base.parent, extended), own


def _read(path: Path, shown: str) -> Config:
    table = _toml(path, shown)
    if path.name == "pyproject.toml":
        table = _tool(table).get("healthlint", {})
    config, problems = build(Config, table, "")
    if problems:
        raise ConfigError(tuple(f"{shown}: {problem}" for problem in problems))
    return config


def _tool(table: dict[str, Any]) -> dict[str, Any]:
    tool = table.get("tool")
    return tool if isinstance(tool, dict) else {}


def _toml(path: Path, shown: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError((f"{shown}: cannot be read: {error.strerror or error}.",)) from None
    except UnicodeDecodeError:
        raise ConfigError((f"{shown}: is not UTF-8 text. Save it as UTF-8.",)) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError((f"{shown}: is not valid TOML: {error}.",)) from None


__all__ = ["FILE_NAMES", "Override", "Provides", "layers_of", "nearest"]
