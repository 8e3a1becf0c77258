"""SARIF 2.1.0, with what GitHub code scanning reads: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from healthlint.diagnostic import Report, RuleCard
from healthlint.finding import SEVERITIES, Severity
from healthlint.report.entries import Entry, entries
from healthlint.report.places import first_line, repository_path, uri
from healthlint.report.style import Style
from healthlint.text import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://pypi.org/project/healthlint/"
RESULT_LIMIT = 25_000
"""More results in a run are rejected by GitHub."""

_TEXT_LIMIT = 1024
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "suggestion": "note"}
)
_PROBLEMS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "suggestion": "recommendation"}
)


def render(report: Report, style: Style) -> Iterator[str]:
    """The report in pieces of text."""
    del style
    yield json.dumps(to_sarif(report), ensure_ascii=False, indent=2) + "\n"


def to_sarif(report: Report) -> dict[str, Any]:
    """The log with its one run."""
    found = list(entries(report, hidden=True))
    shown = _most_important(found)
    worst: dict[str, Severity] = {}
    cards = {entry.diagnostic.rule.code: entry.diagnostic.rule for entry in shown}
    for entry in sorted(shown, key=_severity):
        worst.setdefault(entry.diagnostic.rule.code, entry.diagnostic.severity)
    order = {code: index for index, code in enumerate(sorted(cards))}
    driver = {
        "name": "healthlint",
        "semanticVersion": report.version,
        "informationUri": HOME,
        "rules": [_rule(cards[code], worst[code]) for code in order],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "healthlint/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, len(found) - len(shown))],
        "results": [_result(entry, order) for entry in shown],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _most_important(found: list[Entry]) -> list[Entry]:
    """As many findings as a run may have, the worst ones, in their order."""
    if len(found) <= RESULT_LIMIT:
        return found
    kept = {id(entry) for entry in sorted(found, key=_severity)[:RESULT_LIMIT]}
    return [entry for entry in found if id(entry) in kept]


def _severity(entry: Entry) -> int:
    return SEVERITIES.index(entry.diagnostic.severity)


def _rule(card: RuleCard, severity: Severity) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "tags": ["health", card.family, card.code[:3]],
        "problem.severity": _PROBLEMS[severity],
    }
    if card.precision is not None:
        properties["precision"] = precision(card.precision)
    help_uri = {"helpUri": card.url} if card.url.startswith(("https://", "http://")) else {}
    return {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.summary[:_TEXT_LIMIT]},
        "fullDescription": {"text": card.summary[:_TEXT_LIMIT]},
        "help": {"text": _help(card, "{title} <{url}>"), "markdown": _help(card, "[{title}]({url})")},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": properties,
        **help_uri,
    }


def precision(measured: float) -> str:
    """The measured precision of a rule in the words of GitHub."""
    limits = ((0.95, "very-high"), (0.85, "high"), (0.6, "medium"))
    return next((word for limit, word in limits if measured >= limit), "low")


def _help(card: RuleCard, link: str) -> str:
    sources = [
        f"- {source.publisher}: " + link.format(title=source.title, url=source.url) for source in card.sources
    ]
    command = f"See 'healthlint rule {card.code}' for the exceptions and examples."
    return "\n".join((card.summary, "", "It rests on:", *sources, "", command))


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    failed = [file for file in report.files if file.status == "failed"]
    notices: list[dict[str, Any]] = [_notice("error", problem) for problem in report.errors]
    for file in failed:
        place = {"physicalLocation": {"artifactLocation": _artifact(repository_path(report, file.filename))}}
        notices.append({**_notice("error", f"{file.filename}: {file.reason}"), "locations": [place]})
    whole = not notices
    if left_out:
        notices.append(_notice("warning", f"{left_out} findings are left out; the limit is {RESULT_LIMIT}."))
    return {"executionSuccessful": whole, "toolExecutionNotifications": notices}


def _notice(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": uri(path)} if path.startswith("/") else {"uri": uri(path), "uriBaseId": "%SRCROOT%"}


def _result(entry: Entry, order: Mapping[str, int]) -> dict[str, Any]:
    diagnostic = entry.diagnostic
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": order[diagnostic.rule.code],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": entry.text},
        "locations": [_location(entry, entry.span)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{entry.fingerprint}:1",
            "healthlint/v1": entry.fingerprint,
        },
        "properties": {"confidence": diagnostic.finding.confidence},
    }
    if diagnostic.finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": related.message}, **_location(entry, related.span)}
            for number, related in enumerate(diagnostic.finding.related, 1)
        ]
    if entry.state != "new":
        result["suppressions"] = [_suppression(entry)]
    return result


def _suppression(entry: Entry) -> dict[str, str]:
    reason = entry.diagnostic.justification
    if entry.state == "baselined":
        return {"kind": "external", "status": "accepted", "justification": reason or "In the baseline."}
    found = {"kind": "inSource", "status": "accepted"}
    return {**found, "justification": reason} if reason else found


def _location(entry: Entry, span: Span) -> dict[str, Any]:
    lines = entry.lines
    part = first_line(lines, span)
    row, column = lines.position(part.start)
    region = {
        "startLine": row,
        "startColumn": column,
        "endLine": row,
        "endColumn": column + part.end - part.start,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(entry.path), "region": region}}
