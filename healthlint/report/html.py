"""One self-contained page: each article with its findings marked in place, filters, figures; it prints well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from healthlint.diagnostic import Diagnostic, FileReport, Report
from healthlint.finding import SEVERITIES
from healthlint.report.full import standard
from healthlint.report.style import Style, clean, without_controls
from healthlint.report.summary import plural, summary_line

_TAG = re.compile(r"<(?:!--.*?-->|/?[A-Za-z!][^<>]*>)", re.DOTALL)
_UNSEEN = re.compile(r"(<(script|style)\b[^>]*>)(.*?)(</\2\s*>)", re.DOTALL | re.IGNORECASE)
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
<header>
<h1>healthlint {version}</h1>
<p>{summary} <span id="shown"></span></p>
"""
_FIGURES = {
    "grade": "reading grade (US school years)",
    "grade_topic_neutral": "reading grade without the topic's own words",
    "words": "words measured",
    "sentences": "sentences measured",
    "words_per_sentence": "words per sentence",
}


def render(report: Report, style: Style) -> Iterator[str]:
    """The page in pieces of text."""
    del style
    yield _HEAD.format(
        title=f"healthlint: {plural(len(report.files), 'file')}",
        css=_asset("page.css"),
        version=escape(report.version),
        summary=escape(summary_line(report, Style())),
    )
    yield from (f'<p class="failed">{escape(problem)}</p>\n' for problem in report.errors)
    yield from _filters(report)
    yield "</header>\n<main>\n"
    for number, file in enumerate(report.files):
        yield from _file(file, number)
    yield f"</main>\n<script>\n{_asset('page.js')}</script>\n</body>\n</html>\n"


def _asset(name: str) -> str:
    return files("healthlint.report").joinpath(name).read_text(encoding="utf-8")


def _filters(report: Report) -> Iterator[str]:
    found = [diagnostic for file in report.files for diagnostic in file.diagnostics]
    families = sorted({(d.rule.code[:3], d.rule.family) for d in found})
    severities = [s for s in SEVERITIES if any(d.severity == s for d in found)]
    yield '<form class="filters">\n'
    yield from _fieldset("Family", "family", families)
    yield from _fieldset("Severity", "severity", [(s, s) for s in severities])
    yield "</form>\n"


def _fieldset(title: str, name: str, choices: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f"<fieldset><legend>{title}</legend>"
    for value, label in choices:
        box = f'<input type="checkbox" name="{name}" value="{escape(value)}" checked>'
        yield f"<label>{box} {escape(label)}</label>"
    yield "</fieldset>\n"


def _file(file: FileReport, number: int) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(clean(file.filename))}</h2>\n"
    if file.status != "checked":
        yield f'<p class="failed">{file.status}: {escape(file.reason)}</p>\n'
    else:
        yield f"<p>Checked as {escape(file.profile)} ({escape(file.profile_origin)}).</p>\n"
    yield from _figures(file)
    yield from (f"<p>{escape(note)}</p>\n" for note in file.notes)
    if file.diagnostics:
        yield '<div class="file">\n<div class="article">'
        yield from _article(file, number)
        yield '</div>\n<ol class="findings">\n'
        lines = file.lines
        for index, diagnostic in enumerate(file.diagnostics, 1):
            yield _card(diagnostic, f"f{number}-{index}", index, lines.row(diagnostic.finding.span.start))
        yield "</ol>\n</div>\n"
    yield "</section>\n"


def _figures(file: FileReport) -> Iterator[str]:
    rows = [(label, file.metrics[key]) for key, label in _FIGURES.items() if file.metrics.get(key) is not None]
    if rows:
        cells = "".join(f"<tr><th>{label}</th><td>{escape(str(value))}</td></tr>" for label, value in rows)
        yield f"<table>{cells}</table>\n"


def _article(file: FileReport, number: int) -> Iterator[str]:
    """The source with every span marked; where spans overlap, a mark stands for several findings."""
    source = file.source
    spans = [
        (d.finding.span.start, max(d.finding.span.end, d.finding.span.start + 1)) for d in file.diagnostics
    ]
    cuts = sorted({0, len(source), *(min(at, len(source)) for span in spans for at in span)})
    for start, end in pairwise(cuts):
        here = [index for index, span in enumerate(spans) if span[0] < end and start < span[1]]
        text = _shown(source[start:end])
        if not here:
            yield text
            continue
        worst = min((file.diagnostics[index].severity for index in here), key=SEVERITIES.index)
        ids = " ".join(f"f{number}-{index + 1}" for index in here)
        ends = ",".join(str(index + 1) for index in here if spans[index][1] == end)
        note = f"<sup>{ends}</sup>" if ends else ""
        yield f'<mark class="{worst}" data-findings="{ids}">{text}{note}</mark>'


def _shown(source: str) -> str:
    """A stretch of source as HTML; its tags are dimmed, the insides of scripts and styles left out."""
    shorter = without_controls(source)
    shorter = _UNSEEN.sub(lambda m: f"{m.group(1)}…{m.group(4)}" if m.group(3).strip() else m.group(), shorter)
    parts: list[str] = []
    at = 0
    for tag in _TAG.finditer(shorter):
        parts += (escape(shorter[at : tag.start()]), f'<span class="tag">{escape(tag.group())}</span>')
        at = tag.end()
    return "".join((*parts, escape(shorter[at:])))


def _card(diagnostic: Diagnostic, name: str, index: int, row: int) -> str:
    rule, finding = diagnostic.rule, diagnostic.finding
    parts = [
        f'<li class="finding {diagnostic.severity}" id="{name}" data-family="{escape(rule.code[:3])}" '
        f'data-severity="{diagnostic.severity}">',
        f'<p class="head">{index}. line {row}: {diagnostic.severity}, {escape(f"{rule.name} {rule.code}")}</p>',
        f"<p>{escape(finding.message)}</p>",
    ]
    if finding.suggestion:
        parts.append(f'<p class="write">Write: {escape(finding.suggestion)}</p>')
    if rule.sources:
        label = standard(rule.sources[0]).rpartition(" <")[0]
        parts.append(f'<p class="source"><a href="{escape(rule.sources[0].url)}">{escape(label)}</a></p>')
    return "".join((*parts, "</li>\n"))
