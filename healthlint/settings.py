"""The settings of each file: nearest configuration, overrides and command line, made ready to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from healthlint.config.guess import guess
from healthlint.config.model import Choice, Config, ConfigError, Layer, Rules, Step
from healthlint.config.provides import missing_notices
from healthlint.config.read import layers_of, nearest
from healthlint.config.resolve import COMMAND_LINE, DEFAULT, Resolved, relative_to, resolve
from healthlint.document import Document, Format
from healthlint.packs import Packs, load
from healthlint.profile import DEFAULT_PROFILE, PROFILES, ProfileName
from healthlint.select import ActiveRule, active_rules, chosen_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that decides how one text is checked.

    `profile` is a profile's name or "auto"; `profile_origin` says where it was set. `profile_fixed` keeps the
    front matter from changing it (the command line wins). `format` forces a parser; None goes by the path.
    `model` is the import name of the spaCy model, "" for the best one that is installed. `identities` gives the
    code of every rule, selected or not, by its code and its name; `today` is the day by which suppressions
    expire, None for the day of the run.
    """

    rules: tuple[ActiveRule, ...]
    profile: Choice = DEFAULT_PROFILE
    profile_origin: str = DEFAULT
    profile_fixed: bool = False
    provides: frozenset[str] = frozenset()
    format: Format | None = None
    model: str = ""
    identities: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None


def make_settings(
    *,
    profile: str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Rules | None = None,
    packs: Packs | None = None,
) -> Settings:
    """Settings for use from Python, without any configuration file.

    `select` and `ignore` take codes, names, families or "ALL"; `options` are tables of rule options by name or
    code, with `severity` to change a rule's severity. Without `packs` every installed one is loaded. Raises
    `ConfigError` for anything unknown, and where a pack does not load: its rules would be missing unsaid.
    """
    steps = (Step("settings", None if select is None else tuple(select), (), tuple(ignore)),)
    known = packs or load()
    if packs is None and known.errors:
        raise ConfigError(known.errors)
    return Settings(
        rules=active_rules(known, steps, (("settings", options or {}),)),
        identities=known.codes,
        profile=chosen_profile(profile or DEFAULT_PROFILE, "settings"),
        profile_origin=DEFAULT if profile is None else "settings",
        profile_fixed=profile is not None,
    )


@dataclass(frozen=True)
class SettingsFinder:
    """Finds the settings of files; each configuration file is read once.

    `command_line` goes above every file. `config_file` takes the place of the nearest file, `isolated` of all.
    """

    packs: Packs
    command_line: Config = field(default_factory=Config)
    config_file: Path | None = None
    isolated: bool = False
    _layers: dict[Path, tuple[Layer, ...] | ConfigError] = field(
        default_factory=dict, repr=False, compare=False
    )
    _ready: dict[object, Settings | ConfigError] = field(default_factory=dict, repr=False, compare=False)
    _same: dict[Path, Settings] = field(default_factory=dict, repr=False, compare=False)

    def renewed(self) -> SettingsFinder:
        """The same finder before it has read any file, for when files may have changed."""
        return SettingsFinder(self.packs, self.command_line, self.config_file, self.isolated)

    def layers(self, folder: Path) -> tuple[Layer, ...]:
        """The layers of settings for the files of `folder`, lowest first. Raises `ConfigError`."""
        top = Layer(COMMAND_LINE, Path.cwd(), self.command_line)
        return (*self._file_layers(folder.absolute()), top)

    def resolved(self, path: Path) -> Resolved:
        """What applies to the file at `path`, and from where. Raises `ConfigError`."""
        return resolve(self.layers(path.parent), path, self.packs.rules.values())

    def of(self, path: Path) -> Settings:
        """The settings of the file at `path`. Raises `ConfigError` naming everything that is wrong."""
        folder = path.parent
        if folder in self._same:
            return self._same[folder]
        layers = self.layers(folder)
        settings = self._of(resolve(layers, path, self.packs.rules.values()))
        if not any(layer.config.by_path for layer in layers):
            self._same[folder] = settings
        return settings

    def _of(self, resolved: Resolved) -> Settings:
        key = (
            resolved.profile,
            resolved.profile_origin,
            resolved.steps,
            _frozen(resolved),
            resolved.provided,
            resolved.model,
            resolved.format,
            resolved.preview,
        )
        known = self._ready.get(key)
        if known is None:
            known = self._ready[key] = self._made(resolved)
        if isinstance(known, ConfigError):
            raise known
        return known

    def _file_layers(self, folder: Path) -> tuple[Layer, ...]:
        known = self._layers.get(folder)
        if known is None:
            known = self._layers[folder] = self._read(folder)
        if isinstance(known, ConfigError):
            raise known
        return known

    def _read(self, folder: Path) -> tuple[Layer, ...] | ConfigError:
        if self.isolated:
            return ()
        path = self.config_file or nearest(folder)
        if path is None:
            return ()
        if path.parent != folder and self.config_file is None:
            return self._read_at(path.parent)
        try:
            return layers_of(path, _shown(path))
        except ConfigError as error:
            return error

    def _read_at(self, folder: Path) -> tuple[Layer, ...] | ConfigError:
        try:
            return self._file_layers(folder)
        except ConfigError as error:
            return error

    def _made(self, resolved: Resolved) -> Settings | ConfigError:
        try:
            rules = active_rules(self.packs, resolved.steps, resolved.options, preview=resolved.preview)
        except ConfigError as error:
            return error
        problems = missing_notices(resolved.provided)
        if problems:
            return ConfigError(problems)
        return Settings(
            rules=rules,
            identities=self.packs.codes,
            profile=resolved.profile,
            profile_origin=resolved.profile_origin,
            profile_fixed=resolved.profile_fixed,
            provides=frozenset(notice for provided in resolved.provided for notice in provided.entry.what),
            model=resolved.model,
            format=resolved.format,
        )


def _frozen(resolved: Resolved) -> str:
    return repr(resolved.options)


def _shown(path: Path) -> str:
    relative = relative_to(path, Path.cwd())
    return path.as_posix() if relative.startswith("../..") else relative


def in_profile(document: Document, settings: Settings) -> tuple[Document, str]:
    """The document with the profile that applies to it, and where that came from."""
    name, origin = settings.profile, settings.profile_origin
    written = None if settings.profile_fixed else profile_in(document.metadata)
    if written is not None:
        name, origin = chosen_profile(written, "front matter"), "front matter"
    if name == "auto":
        guessed = guess(document)
        name, origin = guessed.profile, f"guess: {guessed.reason}"
    return replace(document, profile=PROFILES[name]), origin


def profile_of(path: Path, settings: Settings) -> tuple[ProfileName, str]:
    """The profile of the file at `path`, and where it comes from; the settings' own where it cannot be read."""
    from healthlint.parsing import ParseError, parse
    from healthlint.parsing.decode import decode

    try:
        document = parse(decode(path.read_bytes()), path.name)
    except (OSError, ParseError):
        document = Document(path.name, "", ())
    document, origin = in_profile(document, settings)
    return document.profile.name, origin


def profile_in(metadata: Mapping[str, Any]) -> str | None:
    """The profile that front matter asks for: `healthlint.profile`, or else `profile`, when it is a text."""
    own = metadata.get("healthlint")
    value = own.get("profile") if isinstance(own, Mapping) and "profile" in own else metadata.get("profile")
    return str(value) if isinstance(value, str) else None
