"""What a rule reports: a place, a sentence about it, and sometimes a way to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from healthlint.text import Span

Severity = Literal["error", "warning", "suggestion"]
Confidence = Literal["high", "medium", "low"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "suggestion")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of one source span. `safe` edits cannot change what the text says."""

    span: Span
    content: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding rests on, and what it is."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place.

    `message` is one plain sentence that says what is wrong and why it matters; `suggestion` is the nearest
    accepted wording, which the writer can use as it stands. `lowered` reports the finding one severity below
    the rule's (a hedged, attributed or questioned hype word), `raised` one above it (a very long sentence).
    """

    span: Span
    message: str
    suggestion: str = ""
    confidence: Confidence = "high"
    related: tuple[Related, ...] = ()
    edit: Edit | None = None
    lowered: bool = False
    raised: bool = False
