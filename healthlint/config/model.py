"""The settings that a person can write down, as frozen data. Unset is `None` or empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

from healthlint.document import Format

Choice = Literal[
    "auto", "patient-education", "news", "clinic-marketing", "supplement-marketing", "professional"
]
OutputFormat = Literal[
    "auto",
    "full",
    "concise",
    "grouped",
    "json",
    "json-lines",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "markdown",
    "html",
]
FailLevel = Literal["any", "info", "suggestion", "warning", "error", "none"]
Notice = Literal["risk", "supervision", "crisis-line"]
Engine = Literal["own", "textstat"]

Value = TypeVar("Value")
Rules = Mapping[str, Mapping[str, Any]]

_SELECT = "Rules to check: codes (OFF001), names (missing-risk-disclosure), families (OFF) or ALL."
_EXTEND = "Rules to check besides those of `select`."
_IGNORE = "Rules not to check: codes, names or families."
_RULES = "Options of single rules, by name or code; `severity` sets error, warning, suggestion or off."


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Settings for the files that match one of the globs `paths`, relative to the configuration file."""

    paths: tuple[str, ...] = field(metadata={"help": "Globs of the files that this table is for."})
    profile: Choice | None = field(default=None, metadata={"help": "What kind of text these files are."})
    select: tuple[str, ...] | None = field(default=None, metadata={"help": _SELECT})
    extend_select: tuple[str, ...] = field(default=(), metadata={"help": _EXTEND})
    ignore: tuple[str, ...] = field(default=(), metadata={"help": _IGNORE})
    rules: Rules = field(default_factory=dict, metadata={"help": _RULES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provides:
    """Notices that a page template adds to the article, so that the article need not repeat them."""

    what: tuple[Notice, ...] = field(metadata={"help": "The notices that the template carries."})
    path: str = field(metadata={"help": "The template; checked to exist and to carry each notice."})
    paths: tuple[str, ...] = field(
        default=("**",), metadata={"help": "Globs of the files that the template is used for."}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """How reading level is measured."""

    engine: Engine | None = field(
        default=None, metadata={"help": "Whose counts decide: healthlint's own or textstat's."}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """How sentences are parsed."""

    model: str | None = field(
        default=None, metadata={"help": "Import name of another spaCy model, such as en_core_web_md."}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One source of settings: a configuration file, an override or the command line."""

    extend: str | None = field(default=None, metadata={"help": "Another configuration file that this adds to."})
    profile: Choice | None = field(
        default=None, metadata={"help": "What kind of text the files are; 'auto' guesses and says so."}
    )
    select: tuple[str, ...] | None = field(default=None, metadata={"help": _SELECT})
    extend_select: tuple[str, ...] = field(default=(), metadata={"help": _EXTEND})
    ignore: tuple[str, ...] = field(default=(), metadata={"help": _IGNORE})
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"help": "Rules not to check in the files that match a glob."}
    )
    exclude: tuple[str, ...] | None = field(
        default=None, metadata={"help": "Globs of files and folders to leave out, instead of the defaults."}
    )
    extend_exclude: tuple[str, ...] = field(
        default=(), metadata={"help": "Globs of files and folders to leave out besides `exclude`."}
    )
    extension: Mapping[str, Format] = field(
        default_factory=dict, metadata={"help": "Formats of other file name endings: markdown, html or text."}
    )
    force_exclude: bool | None = field(
        default=None, metadata={"help": "Leave excluded files out even when the command line names them."}
    )
    respect_gitignore: bool | None = field(
        default=None, metadata={"help": "Leave out what .gitignore and .healthlintignore name (default true)."}
    )
    output_format: OutputFormat | None = field(default=None, metadata={"help": "How findings are shown."})
    fail_level: FailLevel | None = field(
        default=None, metadata={"help": "The least severity that makes the exit status 1 (default warning)."}
    )
    max_warnings: int | None = field(
        default=None, metadata={"help": "How many warnings are accepted before the exit status is 1.", "min": 0}
    )
    preview: bool | None = field(
        default=None, metadata={"help": "Check rules that are in preview as well (default false)."}
    )
    readability: Readability = field(default=Readability(), metadata={"help": "How reading level is measured."})
    syntax: Syntax = field(default=Syntax(), metadata={"help": "How sentences are parsed."})
    rules: Rules = field(default_factory=dict, metadata={"help": _RULES})
    overrides: tuple[Override, ...] = field(default=(), metadata={"help": "Settings for some files."})
    provides: tuple[Provides, ...] = field(
        default=(), metadata={"help": "Notices that page templates add to articles."}
    )

    @property
    def by_path(self) -> bool:
        """Whether it says something about some files of a folder and not about others."""
        return bool(self.overrides or self.per_file_ignores or self.provides)


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings with the place that they come from: `origin` for people, `root` for relative paths and globs."""

    origin: str
    root: Path
    config: Config


@dataclass(frozen=True, slots=True)
class Step:
    """One step of selecting rules: later steps win, and a step with `select` starts anew."""

    origin: str
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class ConfigError(Exception):
    """Settings that cannot be used. `problems` are full sentences that say where, what, and what to do."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems
