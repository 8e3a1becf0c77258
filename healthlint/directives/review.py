"""What a run knows about the suppressions of a document, besides what they say themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from healthlint.finding import Severity
from healthlint.profile import PROFILES, ProfileName
from healthlint.rule import Source
from healthlint.text import Span

FAMILY = "DIR"
"""The letters that the codes of rules about suppressions begin with."""


@dataclass(frozen=True, slots=True)
class Review:
    """The facts that the rules about suppressions judge by, in the place of options.

    `known` gives the code of every rule by its code and by its name, `idle` the spans of the codes that were
    checked and hid nothing. The run sets them; they cannot be configured.
    """

    today: date = field(default=date.min, metadata={"internal": True})
    known: Mapping[str, str] = field(default_factory=dict, metadata={"internal": True})
    idle: frozenset[Span] = field(default=frozenset(), metadata={"internal": True})


RUFF_UNUSED = Source("Astral", "Ruff: unused-noqa (RUF100)", "https://docs.astral.sh/ruff/rules/unused-noqa/")
RUFF_INVALID = Source(
    "Astral", "Ruff: invalid-rule-code (RUF102)", "https://docs.astral.sh/ruff/rules/invalid-rule-code/"
)
RUFF_BLANKET = Source(
    "Astral", "Ruff: blanket-noqa (PGH004)", "https://docs.astral.sh/ruff/rules/blanket-noqa/"
)
ESLINT_COMMENTS = Source(
    "ESLint",
    "Configure rules: disabling rules with comments",
    "https://eslint.org/docs/latest/use/configure/rules",
    "Comment descriptions after `--`; report unused disable comments",
)


def everywhere(severity: Severity) -> Mapping[ProfileName, Severity | None]:
    """The same severity in every profile: a suppression is judged alike in all kinds of text."""
    return {profile.name: severity for profile in PROFILES.values()}
