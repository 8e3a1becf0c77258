"""Check texts and files: parse, run the rules, weigh the findings, report.

`lint_text` needs no file system and keeps no state, so that servers and editors can call it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from healthlint.arbitrate import capped, in_order, one_per_sentence, sentence_at
from healthlint.config.model import ConfigError
from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.document import Document
from healthlint.finding import Severity
from healthlint.packs import load
from healthlint.profile import PROFILES
from healthlint.select import ActiveRule, Settings, default_settings, profile_named

SIZE_LIMIT = 20_000_000
"""The largest file that is read, in bytes."""

_LOWER: Mapping[Severity, Severity] = {
    "error": "warning",
    "warning": "suggestion",
    "suggestion": "suggestion",
}


def lint_text(text: str, path: str = "text.md", settings: Settings | None = None) -> FileReport:
    """Check one text. `path` names it in the report, and its ending says what format it is in.

    Without settings, every rule of every installed pack runs with its defaults. Never raises for anything
    that the text or a rule does: such a file is reported as failed, with the reason.
    """
    from healthlint.parsing import ParseError, parse

    settings = settings or default_settings(load())
    try:
        document = parse(text, path, format=settings.format, provides=settings.provides)
        document, origin = _in_profile(document, settings)
    except (ParseError, ConfigError) as error:
        return FileReport(path, "failed", str(error), text)
    outcome = run_rules(document, settings.rules)
    rules = {active.rule.code: active.rule for active in settings.rules}
    ordered = in_order(one_per_sentence(outcome.diagnostics, document, rules))
    diagnostics, not_listed = capped(ordered)
    return FileReport(
        filename=path,
        status="failed" if outcome.crashes else "checked",
        reason=" ".join(outcome.crashes),
        source=text,
        profile=document.profile.name,
        profile_origin=origin,
        metrics=_metrics(document),
        diagnostics=tuple(diagnostics),
        notes=(*document.notes, *not_listed),
    )


def lint_file(path: Path, name: str, settings: Settings) -> FileReport:
    """Read and check one file, reported under `name`. A file that cannot be read is reported as failed."""
    from healthlint.parsing import ParseError, decode

    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            limit = SIZE_LIMIT // 10**6
            reason = f"{size / 1e6:.0f} MB is more than the limit of {limit} MB. Split it, or exclude it."
            return FileReport(name, "failed", reason)
        return lint_text(decode(path.read_bytes()), name, settings)
    except ParseError as error:
        return FileReport(name, "failed", str(error))
    except OSError as error:
        return FileReport(name, "failed", f"cannot be read: {error.strerror or error}.")


def _in_profile(document: Document, settings: Settings) -> tuple[Document, str]:
    """The document with the profile that applies to it, and where that came from."""
    name, origin = settings.profile, settings.profile_origin
    written = None if settings.profile_fixed else profile_in(document.metadata)
    if written is not None:
        return replace(document, profile=profile_named(written, "front matter")), "front matter"
    if name == "auto":
        name = "patient-education"
    return replace(document, profile=PROFILES[name]), origin


def profile_in(metadata: Mapping[str, Any]) -> str | None:
    """The profile that front matter asks for: `healthlint.profile`, or else `profile`, when it is a text."""
    own = metadata.get("healthlint")
    value = own.get("profile") if isinstance(own, Mapping) and "profile" in own else metadata.get("profile")
    return str(value) if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules found, and a sentence about each rule that broke."""

    diagnostics: tuple[Diagnostic, ...]
    crashes: tuple[str, ...]


def run_rules(document: Document, rules: Iterable[ActiveRule]) -> Outcome:
    """Run each rule that is on in the document's profile and of which a trigger word occurs."""
    lowered = document.source.lower()
    found: list[Diagnostic] = []
    crashes: list[str] = []
    for active in rules:
        severity = active.severity(document.profile)
        triggers = active.rule.triggers
        if severity is None or (triggers and not any(word in lowered for word in triggers)):
            continue
        try:
            found.extend(_attach(document, active, severity))
        except Exception as error:
            crashes.append(
                f"rule {active.rule.name} ({active.rule.code}) broke: {type(error).__name__}: {error}. "
                f"Report it as a bug; '--ignore {active.rule.code}' checks the rest."
            )
    return Outcome(tuple(found), tuple(crashes))


def _attach(document: Document, active: ActiveRule, severity: Severity) -> Iterator[Diagnostic]:
    """The findings of one rule with its card, their severity, and the sentence and section they stand in."""
    for finding in active.rule.check(document, active.options):
        sentence = sentence_at(document, finding.span.start)
        yield Diagnostic(
            active.card,
            _LOWER[severity] if finding.lowered else severity,
            finding,
            sentence.plain if sentence else "",
            sentence.block.path if sentence else (),
        )


def _metrics(document: Document) -> Mapping[str, float | int | str | None]:
    """The readability figures of the document, empty where the text is too short to measure."""
    return {}
