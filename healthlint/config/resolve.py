"""What applies to one file: the layers of settings brought together, with where each came from."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from healthlint.config.globs import matches
from healthlint.config.model import Choice, Config, Layer, Override, Provides, Rules, Step
from healthlint.config.typed import key_of, public_fields
from healthlint.document import Format
from healthlint.profile import DEFAULT_PROFILE
from healthlint.rule import AnyRule

COMMAND_LINE = "command line"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it was set."""

    value: Any
    origin: str = DEFAULT


@dataclass(frozen=True, slots=True)
class ProvidedNotice:
    """Notices that a template adds, with the template's path."""

    entry: Provides
    template: Path
    origin: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """All settings of one file. `steps` and `options` are in order, later ones win."""

    profile: Choice
    profile_origin: str
    steps: tuple[Step, ...]
    options: tuple[tuple[str, Rules], ...]
    provided: tuple[ProvidedNotice, ...]
    model: str = ""
    format: Format | None = None
    preview: bool = False

    @property
    def profile_fixed(self) -> bool:
        """Whether the command line set the profile, so that front matter cannot."""
        return self.profile_origin == COMMAND_LINE


RUN_DEFAULTS: Mapping[str, Any] = {
    "exclude": (),
    "extend_exclude": (),
    "force_exclude": False,
    "respect_gitignore": True,
    "output_format": "auto",
    "fail_level": "warning",
    "max_warnings": None,
}
"""Settings of a run, as against those of a file, with their defaults."""


def run_settings(layers: Iterable[Layer]) -> Mapping[str, Setting]:
    """The settings of a run by field name; `extend_exclude` adds up, of the others the last one set wins."""
    found = {name: Setting(value) for name, value in RUN_DEFAULTS.items()}
    for layer in layers:
        for name in RUN_DEFAULTS:
            value = getattr(layer.config, name)
            if name == "extend_exclude" and value:
                found[name] = Setting((*found[name].value, *value), layer.origin)
            elif name != "extend_exclude" and value is not None:
                found[name] = Setting(value, layer.origin)
    return found


def resolve(layers: Iterable[Layer], path: Path, rules: Collection[AnyRule] = ()) -> Resolved:
    """What the layers, lowest first, say about the file at `path`, and about options of `rules` that follow."""
    profile: Choice = DEFAULT_PROFILE
    profile_origin, model, preview = DEFAULT, "", False
    steps: list[Step] = []
    options: list[tuple[str, Rules]] = []
    per_file: list[Step] = []
    provided: list[ProvidedNotice] = []
    formats: dict[str, Format] = {}
    for layer in layers:
        relative, config = relative_to(path, layer.root), layer.config
        for origin, part in _parts(layer, relative):
            if part.profile is not None:
                profile, profile_origin = part.profile, origin
            if part.select is not None or part.extend_select or part.ignore:
                steps.append(Step(origin, part.select, part.extend_select, part.ignore))
            if part.rules:
                options.append((origin, part.rules))
        if config.readability.engine is not None:
            options.append((layer.origin, _following("readability.engine", config.readability.engine, rules)))
        model = config.syntax.model or model
        preview = preview if config.preview is None else config.preview
        formats |= formats_of(config)
        per_file.extend(_per_file(layer, relative))
        provided.extend(_provided(layer, relative))
    return Resolved(
        profile=profile,
        profile_origin=profile_origin,
        steps=(*steps, *per_file),
        options=tuple(options),
        provided=tuple(provided),
        model=model,
        format=formats.get(path.suffix.lower()),
        preview=preview,
    )


def formats_of(config: Config) -> dict[str, Format]:
    """The formats that a configuration gives to file name endings, with their dots and in small letters."""
    return {f".{ending.lower().lstrip('.')}": name for ending, name in config.extension.items()}


def relative_to(path: Path, root: Path) -> str:
    """`path` seen from `root`, with forward slashes; a path outside of it begins with "..", so no glob fits."""
    try:
        return Path(os.path.relpath(path.absolute(), root.absolute())).as_posix()
    except ValueError:
        return path.as_posix()


def _following(setting: str, value: Any, rules: Iterable[AnyRule]) -> Rules:
    """Options of rules that take the value of a general setting: their metadata names it as `follows`."""
    return {
        rule.code: {key_of(option): value}
        for rule in rules
        for option in public_fields(type(rule.options()))
        if option.metadata.get("follows") == setting
    }


def _parts(layer: Layer, relative: str) -> Iterator[tuple[str, Config | Override]]:
    yield layer.origin, layer.config
    for number, override in enumerate(layer.config.overrides, 1):
        if matches(relative, override.paths):
            yield f"{layer.origin}: overrides {number} ({', '.join(override.paths)})", override


def _per_file(layer: Layer, relative: str) -> Iterator[Step]:
    for glob, ignored in layer.config.per_file_ignores.items():
        if matches(relative, (glob,)):
            yield Step(f"{layer.origin}: per-file-ignores '{glob}'", ignore=ignored)


def _provided(layer: Layer, relative: str) -> Iterator[ProvidedNotice]:
    for number, entry in enumerate(layer.config.provides, 1):
        if matches(relative, entry.paths):
            yield ProvidedNotice(entry, layer.root / entry.path, f"{layer.origin}: provides {number}")
