"""`healthlint metrics`: how hard an article is to read by every score, on what text, and what makes it so."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import click

from healthlint import __version__
from healthlint.analysis.readability import Readability, readability
from healthlint.cli.complaints import complain
from healthlint.cli.inputs import gather
from healthlint.cli.options import Named
from healthlint.cli.output import style_for
from healthlint.cli.status import CLEAN, ERROR
from healthlint.config.model import ConfigError
from healthlint.files import Input
from healthlint.packs import Packs
from healthlint.report.style import Style, clean, wrapped
from healthlint.settings import SettingsFinder
from healthlint.text import LineIndex

SCHEMA_VERSION = 1

_SCORES = (
    ("Flesch-Kincaid grade", "grade", "flesch_kincaid_grade"),
    ("Flesch reading ease", "flesch_reading_ease", "flesch_reading_ease"),
    ("Gunning Fog", "gunning_fog", "gunning_fog"),
    ("SMOG", "smog", "smog_index"),
    ("Coleman-Liau", "coleman_liau", "coleman_liau_index"),
    ("Automated readability", "automated_readability", "automated_readability_index"),
    ("Agreement of the grades", "grade_consensus", "text_standard"),
    ("Dale-Chall", "", "dale_chall_readability_score"),
    ("Dale-Chall, revised", "", "dale_chall_readability_score_v2"),
    ("Linsear Write", "", "linsear_write_formula"),
    ("Spache", "", "spache_readability"),
    ("LIX", "", "lix"),
    ("RIX", "", "rix"),
    ("McAlpine EFLAW", "", "mcalpine_eflaw"),
    ("Reading time, seconds", "", "reading_time"),
)
"""Name, key of our figure if there is one, and textstat's name."""

_COUNTS = ("sentences", "words", "syllables", "difficult_words")
_NAME, _FIGURE = 26, 12


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be measured, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Textstat:
    """What textstat makes of a text: its scores and counts by its names, and its topic-neutral grade."""

    scores: Mapping[str, float]
    counts: Mapping[str, int]
    grade_topic_neutral: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one file; textstat's are missing where there is nothing to measure."""

    name: str
    lines: LineIndex
    text: Readability
    textstat: Textstat | None


@click.command("metrics")
@click.argument("paths", nargs=-1, required=True, metavar="[PATHS|-]...")
@click.option(
    "--output-format",
    type=Named(("text", "json")),
    default="text",
    show_default=True,
    help="How to show the figures.",
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    default="stdin.md",
    show_default=True,
    help="The name for text from standard input; its ending gives the format.",
)
@click.option(
    "--color",
    type=Named(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Whether to use colours.",
)
def command(paths: tuple[str, ...], output_format: str, stdin_filename: str, color: str) -> int:
    """Show how hard articles are to read, and what makes them so.

    Every score of textstat stands beside healthlint's own, for the same sentences: running prose only, without
    headings, list fragments, tables, quotations, references and notices. A costly sentence or word is shown
    with the grades that it adds.
    """
    try:
        inputs = gather(paths, SettingsFinder(Packs({})), stdin_filename)
        found = [_measure(entry) for entry in inputs.entries]
    except ConfigError as error:
        for problem in error.problems:
            complain(problem)
        return ERROR
    if output_format == "json":
        click.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        style = style_for(color, sys.stdout)
        for measured in found:
            if isinstance(measured, Measured):
                click.echo("\n".join(_as_text(measured, style)))
    failed = [measured for measured in found if isinstance(measured, Failed)]
    for failure in failed:
        complain(f"{failure.name}: {failure.reason}")
    for problem in inputs.problems:
        complain(problem)
    return ERROR if failed or inputs.problems else CLEAN


def _measure(entry: Input) -> Measured | Failed:
    """Read, parse and measure one input."""
    from healthlint.parsing import ParseError, decode, parse, require_size

    if entry.report is not None:
        return Failed(entry.name, entry.report.reason)
    try:
        if entry.data is None:
            require_size(entry.path.stat().st_size)
        source = decode(entry.path.read_bytes() if entry.data is None else entry.data)
        text = readability(parse(source, entry.name))
    except ParseError as error:
        return Failed(entry.name, str(error))
    except FileNotFoundError:
        return Failed(entry.name, "There is no such file or folder. Check the path.")
    except OSError as error:
        return Failed(entry.name, f"The file cannot be read: {error.strerror or error}. Check its permissions.")
    return Measured(entry.name, LineIndex(source), text, _textstat(text) if text.measured else None)


def _textstat(text: Readability) -> Textstat:
    from healthlint.analysis.textstat_scores import counts, grades, scores

    return Textstat(scores(text.measured), counts(text.measured), grades(text.measured)[1])


def _as_text(measured: Measured, style: Style) -> Iterator[str]:
    yield style.paint(measured.name, "bold")
    theirs = measured.textstat
    if theirs is None:
        yield "  Nothing was measured: the text has no running sentences in English."
        yield ""
        return
    own = measured.text.metrics
    yield f"  {'':<{_NAME}}{'healthlint':>{_FIGURE}}{'textstat':>{_FIGURE}}"
    for name in _COUNTS:
        yield _row(name.replace("_", " ").capitalize(), own.get(name), theirs.counts[name])
    for label, key, name in _SCORES:
        yield _row(label, own.get(key), theirs.scores[name])
        if key == "grade":
            yield _row("  with short topic words", own["grade_topic_neutral"], theirs.grade_topic_neutral)
    if own["smog"] is None:
        yield "  SMOG is made for 30 sentences or more; healthlint gives none below that."
    if not measured.text.enough:
        yield "  Below 100 words or 5 sentences, a grade says little."
    yield from _costs(measured, style)
    yield from _other_languages(theirs.scores)
    yield ""


def _row(name: str, own: object, theirs: float | None) -> str:
    return f"  {name:<{_NAME}}{_figure(own):>{_FIGURE}}{_figure(theirs):>{_FIGURE}}"


def _figure(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def _costs(measured: Measured, style: Style) -> Iterator[str]:
    if measured.text.costliest_sentences:
        yield ""
        yield style.paint("  Costliest sentences", "bold")
    for sentence in measured.text.costliest_sentences:
        start = sentence.measured.sentence.span.start
        length = sentence.measured.counts.words
        head = f"  {sentence.grades:+.2f}  line {measured.lines.row(start)}, {length} words: "
        lines = wrapped(head.strip() + " " + clean(sentence.measured.sentence.plain), style.width - 4)
        yield f"  {lines[0]}"
        yield from (f"         {line}" for line in lines[1:])
    if measured.text.costliest_words:
        yield ""
        yield style.paint("  Costliest words", "bold")
    for word in measured.text.costliest_words:
        times = f"{word.times} times" if word.times > 1 else "once"
        yield f"  {word.grades:+.2f}  {clean(word.text)}, {times}"


def _other_languages(scores: Mapping[str, float]) -> Iterator[str]:
    from healthlint.analysis.textstat_scores import OTHER_LANGUAGES

    yield ""
    yield "  textstat's scores for other languages, which say nothing about English"
    for name, language in OTHER_LANGUAGES.items():
        yield _row(f"{name} ({language})", None, scores[name])


def _as_json(found: list[Measured | Failed]) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "files": [
            _file_as_json(measured)
            if isinstance(measured, Measured)
            else {"filename": measured.name, "status": "failed", "reason": measured.reason}
            for measured in found
        ],
    }


def _file_as_json(measured: Measured) -> dict[str, Any]:
    """One measured file; a score is rounded to two places."""
    text, theirs = measured.text, measured.textstat
    return {
        "filename": measured.name,
        "status": "measured",
        "enough_for_a_verdict": text.enough,
        "metrics": dict(text.metrics),
        "textstat": {name: round(value, 2) for name, value in theirs.scores.items()} if theirs else {},
        "textstat_counts": dict(theirs.counts) if theirs else {},
        "costliest_sentences": [
            {
                "row": measured.lines.row(cost.measured.sentence.span.start),
                "words": cost.measured.counts.words,
                "grades": round(cost.grades, 2),
                "text": cost.measured.sentence.plain,
            }
            for cost in text.costliest_sentences
        ],
        "costliest_words": [
            {"word": cost.text, "times": cost.times, "grades": round(cost.grades, 2)}
            for cost in text.costliest_words
        ],
    }
