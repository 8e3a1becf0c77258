"""Check texts and files: parse, run the rules, weigh the findings, report.

`lint_text` needs no file system and keeps no state, so that servers and editors can call it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from healthlint.analysis.syntax import Syntax, SyntaxPending
from healthlint.arbitrate import capped, in_order, one_per_sentence, sentence_at
from healthlint.config.guess import guess
from healthlint.config.model import ConfigError
from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.document import Document
from healthlint.finding import Severity
from healthlint.profile import PROFILES, ProfileName
from healthlint.select import ActiveRule, chosen_profile
from healthlint.settings import Settings, make_settings

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

    settings = settings or make_settings()
    try:
        document = parse(text, path, format=settings.format, provides=settings.provides)
        document, origin = _in_profile(document, settings)
    except (ParseError, ConfigError) as error:
        return FileReport(path, "failed", str(error), text)
    outcome = _run_all(document, settings)
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
    from healthlint.parsing.decode import ParseError, require_size

    try:
        require_size(path.stat().st_size)
        return lint_bytes(path.read_bytes(), name, settings)
    except ParseError as error:
        return FileReport(name, "failed", str(error))
    except OSError as error:
        return FileReport(name, "failed", _unreadable(path, error))


def lint_bytes(data: bytes, name: str, settings: Settings) -> FileReport:
    """Check text as it stands in a file. Bytes that are no text are reported as failed."""
    from healthlint.parsing.decode import ParseError, decode

    try:
        return lint_text(decode(data), name, settings)
    except ParseError as error:
        return FileReport(name, "failed", str(error))


def _unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the path."
    return f"The file cannot be read: {error.strerror or error}. Check {path.name} and its permissions."


def _in_profile(document: Document, settings: Settings) -> tuple[Document, str]:
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
    document, origin = _in_profile(document, settings)
    return document.profile.name, origin


def profile_in(metadata: Mapping[str, Any]) -> str | None:
    """The profile that front matter asks for: `healthlint.profile`, or else `profile`, when it is a text."""
    own = metadata.get("healthlint")
    value = own.get("profile") if isinstance(own, Mapping) and "profile" in own else metadata.get("profile")
    return str(value) if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What rules found, a sentence about each rule that broke, and the rules that wait for the parser."""

    diagnostics: tuple[Diagnostic, ...]
    crashes: tuple[str, ...]
    pending: tuple[ActiveRule, ...]


def run_rules(document: Document, rules: Iterable[ActiveRule]) -> Outcome:
    """Run each rule that is on in the document's profile and of which a trigger word occurs."""
    lowered = document.source.lower()
    found: list[Diagnostic] = []
    crashes: list[str] = []
    pending: list[ActiveRule] = []
    for active in rules:
        severity = active.severity(document.profile)
        triggers = active.rule.triggers
        if severity is None or (triggers and not any(word in lowered for word in triggers)):
            continue
        try:
            found.extend(tuple(_attach(document, active, severity)))
        except SyntaxPending:
            pending.append(active)
        except Exception as error:
            crashes.append(_crash(active, error))
    return Outcome(tuple(found), tuple(crashes), tuple(pending))


def _run_all(document: Document, settings: Settings) -> Outcome:
    """Run the rules, parsing the sentences that they ask for."""
    syntax = Syntax(model=settings.model)
    document = replace(document, syntax=syntax)
    outcome = run_rules(document, settings.rules)
    while outcome.pending:
        syntax.settle()
        more = run_rules(document, outcome.pending)
        outcome = Outcome(outcome.diagnostics + more.diagnostics, outcome.crashes + more.crashes, more.pending)
    return outcome


def _crash(active: ActiveRule, error: Exception) -> str:
    rule = active.rule
    return (
        f"The rule {rule.name} ({rule.code}) broke: {type(error).__name__}: {error}. Report it as a bug; "
        f"'--ignore {rule.code}' checks the rest."
    )


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
    """The readability figures of the document, empty where nothing was measured."""
    from healthlint.analysis.readability import readability

    return readability(document).metrics
