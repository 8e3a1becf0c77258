"""Check texts and files: parse, run the rules, weigh the findings, report.

`lint_text` needs no file system and keeps no state, so that servers and editors can call it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from healthlint.analysis.syntax import Syntax, SyntaxPending
from healthlint.analysis.weights import ModelError
from healthlint.arbitrate import capped, in_order, one_per_sentence, sentence_at
from healthlint.config.model import ConfigError
from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.directives.review import FAMILY, Review
from healthlint.document import Document
from healthlint.finding import Finding, Severity
from healthlint.rule import AnyRule
from healthlint.select import ActiveRule
from healthlint.settings import Settings, in_profile, make_settings
from healthlint.suppress import suppress

_LOWER: Mapping[Severity, Severity] = {
    "error": "warning",
    "warning": "suggestion",
    "suggestion": "suggestion",
}
_HIGHER: Mapping[Severity, Severity] = {"error": "error", "warning": "error", "suggestion": "warning"}


def lint_text(text: str, path: str = "text.md", settings: Settings | None = None) -> FileReport:
    """Check one text. `path` names it in the report, and its ending says what format it is in.

    Without settings, every rule of every installed pack runs with its defaults. Never raises for anything
    that the text or a rule does: such a file is reported as failed, with the reason.
    """
    return listed(check_text(text, path, settings or make_settings()))


def check_text(text: str, path: str, settings: Settings) -> FileReport:
    """Check one text as `lint_text` does, and keep every suggestion."""
    begun = begin(text, path, settings, Syntax(settings.model))
    return begun if isinstance(begun, FileReport) else complete([begun])[0]


def listed(report: FileReport) -> FileReport:
    """The report with the first few suggestions of each rule, and a note about the others."""
    diagnostics, not_listed = capped(report.diagnostics)
    return replace(report, diagnostics=tuple(diagnostics), notes=(*report.notes, *not_listed))


@dataclass(frozen=True, slots=True)
class Article:
    """A text that is being checked, and how far the rules have come with it."""

    document: Document
    profile_origin: str
    settings: Settings
    syntax: Syntax
    outcome: Outcome


def begin(text: str, path: str, settings: Settings, syntax: Syntax) -> Article | FileReport:
    """Run every rule on a text as far as it comes without the parser; a report where nothing can be run."""
    from healthlint.parsing import ParseError, parse

    try:
        document = parse(text, path, format=settings.format, provides=settings.provides)
        document, origin = in_profile(document, settings)
    except (ParseError, ConfigError) as error:
        return FileReport(path, "failed", str(error), text)
    except Exception as error:
        return FileReport(path, "failed", _bug("reading it", error), text)
    document = replace(document, syntax=syntax)
    return Article(document, origin, settings, syntax, run_rules(document, settings.rules))


def complete(articles: Sequence[Article]) -> list[FileReport]:
    """Finish checking: the sentences that rules of all the articles wait for are parsed together.

    The reports hold every suggestion; see `listed`.
    """
    reports: dict[int, FileReport] = {}
    waiting = dict(enumerate(articles))
    while waiting:
        for number, article in tuple(waiting.items()):
            if not article.outcome.pending:
                reports[number] = _concluded(waiting.pop(number))
        syntaxes = {id(article.syntax): article.syntax for article in waiting.values()}
        failures = {key: _settle(syntax) for key, syntax in syntaxes.items()}
        for number, article in tuple(waiting.items()):
            if reason := failures[id(article.syntax)]:
                document = waiting.pop(number).document
                reports[number] = FileReport(document.path, "failed", reason, document.source)
            else:
                waiting[number] = _resume(article)
    return [report for _, report in sorted(reports.items())]


def _settle(syntax: Syntax) -> str:
    """Parse what is wanted; why that was not possible, if it was not."""
    try:
        syntax.settle()
    except ModelError as error:
        return str(error)
    return ""


def _resume(article: Article) -> Article:
    """Run the rules again that waited for the parser."""
    before = article.outcome
    more = run_rules(article.document, before.pending)
    found, crashes = before.diagnostics + more.diagnostics, before.crashes + more.crashes
    return replace(article, outcome=Outcome(found, crashes, more.pending))


def _concluded(article: Article) -> FileReport:
    """The report on an article with which all rules are done; nothing in the text may stop the run."""
    try:
        return _conclude(article)
    except Exception as error:
        document = article.document
        return FileReport(document.path, "failed", _bug("weighing what was found", error), document.source)


def _bug(doing: str, error: Exception) -> str:
    return f"healthlint broke while {doing}: {type(error).__name__}: {error}. Report it as a bug."


def _conclude(article: Article) -> FileReport:
    """The report on an article with which all rules are done."""
    document, outcome, settings = article.document, article.outcome, article.settings
    rules = {active.rule.code: active.rule for active in settings.rules}
    order = {code: number for number, code in enumerate(rules)}  # whichever rules had to wait
    found = sorted(outcome.diagnostics, key=lambda diagnostic: order[diagnostic.rule.code])
    on = [active.rule.code for active in settings.rules if active.severity(document.profile)]
    heard = suppress(document, found, settings.today or date.today(), settings.identities, on)
    judged = _judged(document, settings.rules, heard.review)
    ordered = in_order((*one_per_sentence(heard.kept, document, rules), *judged))
    metrics, broken = _metrics(document)
    crashes = (*outcome.crashes, *([broken] if broken else ()))
    return FileReport(
        filename=document.path,
        status="failed" if crashes else "checked",
        reason=" ".join(crashes),
        source=document.source,
        profile=document.profile.name,
        profile_origin=article.profile_origin,
        metrics=metrics,
        diagnostics=tuple(ordered),
        suppressed=tuple(in_order(heard.suppressed)),
        notes=document.notes,
    )


def _judged(document: Document, rules: Iterable[ActiveRule], review: Review) -> Iterator[Diagnostic]:
    """What the rules about suppressions find."""
    for active in rules:
        severity = active.severity(document.profile)
        if active.rule.family == FAMILY and severity is not None:
            yield from _attach(document, replace(active, options=review), severity)


def lint_file(path: Path, name: str, settings: Settings) -> FileReport:
    """Read and check one file, reported under `name`. A file that cannot be read is reported as failed."""
    data = read(path, name)
    return data if isinstance(data, FileReport) else lint_bytes(data, name, settings)


def lint_bytes(data: bytes, name: str, settings: Settings) -> FileReport:
    """Check text as it stands in a file. Bytes that are no text are reported as failed."""
    text = decoded(data, name)
    return text if isinstance(text, FileReport) else check_text(text, name, settings)


def read(path: Path, name: str) -> bytes | FileReport:
    """What stands in a file; a report on it where it cannot be read or is too large."""
    from healthlint.parsing.decode import ParseError, require_size

    try:
        require_size(path.stat().st_size)
        return path.read_bytes()
    except ParseError as error:
        return FileReport(name, "failed", str(error))
    except OSError as error:
        return FileReport(name, "failed", _unreadable(path, error))


def decoded(data: bytes, name: str) -> str | FileReport:
    """The text that `data` is; a report where it is none."""
    from healthlint.parsing.decode import ParseError, decode

    try:
        return decode(data)
    except ParseError as error:
        return FileReport(name, "failed", str(error))


def _unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the path."
    return f"The file cannot be read: {error.strerror or error}. Check {path.name} and its permissions."


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
        if severity is None or not _due(active.rule, lowered):
            continue
        try:
            found.extend(tuple(_attach(document, active, severity)))
        except SyntaxPending:
            pending.append(active)
        except Exception as error:
            crashes.append(_crash(active, error))
    return Outcome(tuple(found), tuple(crashes), tuple(pending))


def _due(rule: AnyRule, lowered: str) -> bool:
    """Whether a rule can find anything in a lower-case text; those about suppressions come after all others."""
    if rule.family == FAMILY:
        return False
    return not rule.triggers or any(word in lowered for word in rule.triggers)


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
            _weighed(severity, finding),
            finding,
            sentence.plain if sentence else "",
            sentence.block.path if sentence else (),
        )


def _weighed(severity: Severity, finding: Finding) -> Severity:
    if finding.raised:
        severity = _HIGHER[severity]
    return _LOWER[severity] if finding.lowered else severity


def _metrics(document: Document) -> tuple[Mapping[str, float | int | str | None], str]:
    """The readability figures of the document, empty where nothing was measured, and why they are missing."""
    from healthlint.analysis.readability import readability

    try:
        return readability(document).metrics, ""
    except Exception as error:
        return {}, _bug("measuring it", error)
