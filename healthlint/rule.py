"""What a rule is: a pure check with its documentation, its authorities and its examples."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from healthlint.document import Document, Format
from healthlint.finding import Finding, Severity
from healthlint.profile import DEFAULT_PROFILE, ProfileName

Options = TypeVar("Options")
Scope = Literal["sentence", "section", "document"]
Status = Literal["preview", "stable", "deprecated"]

FAMILIES: Mapping[str, str] = {
    "RSK": "risk disclosure",
    "SUP": "supervision",
    "OFF": "off-label and approval status",
    "EFF": "efficacy claims",
    "EVD": "evidence and attribution",
    "REA": "readability and plain language",
    "NUM": "numbers and risk communication",
    "SAF": "safety-critical text",
    "STG": "stigma and person-first language",
    "CRI": "crisis and safe messaging",
    "ALT": "supplements, alternative medicine, misinformation",
    "MET": "document metadata",
    "JRG": "jargon",
    "DIR": "suppressions",
}
"""Family names by the letters that their codes begin with."""


@dataclass(frozen=True, slots=True)
class Source:
    """An authority that a rule rests on. `accessed` is the day it was last looked at (ISO date), if known."""

    publisher: str
    title: str
    url: str
    section: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its expected findings between `[|` and `|]`, checked in one profile and format."""

    text: str
    profile: ProfileName = DEFAULT_PROFILE
    format: Format = "markdown"


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Options]):
    """One rule. Its module's docstring is its page; `name` is its identity, `code` a permanent alias.

    `severity` maps each profile to a severity, or to `None` where the rule is off. `triggers` are lower-case
    words or word starts of which a document must hold at least one for the rule to find anything; an empty
    tuple means that the rule always runs. `precision` is the share of its findings that were right, 0 to 1,
    or None where it was not measured. `replaces` names families whose findings give way to this rule's where
    they overlap.
    """

    code: str
    name: str
    severity: Mapping[ProfileName, Severity | None]
    scope: Scope
    sources: tuple[Source, ...]
    check: Callable[[Document, Options], Iterable[Finding]]
    good: tuple[str | Example, ...]
    bad: tuple[str | Example, ...]
    options: Callable[[], Options]
    triggers: tuple[str, ...] = ()
    since: str = "0.1.0"
    status: Status = "stable"
    precision: float | None = None
    replaces: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The three letters of the rule's family."""
        return self.code[:3]

    @property
    def page(self) -> str:
        """The docstring of the module that defines the rule."""
        return inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or "")

    @property
    def summary(self) -> str:
        """The first paragraph of the page, on one line."""
        return " ".join(self.page.split("\n\n")[0].split())


AnyRule = Rule[Any]
"""A rule whose options are not known here."""


def severities(
    patient: Severity | None,
    news: Severity | None,
    clinic: Severity | None,
    supplement: Severity | None,
    professional: Severity | None,
) -> Mapping[ProfileName, Severity | None]:
    """The severity in each profile, in the order of the catalogue's matrix."""
    return {
        "patient-education": patient,
        "news": news,
        "clinic-marketing": clinic,
        "supplement-marketing": supplement,
        "professional": professional,
    }
