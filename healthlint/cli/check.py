"""`healthlint check`: check articles and report what was found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from healthlint import __version__
from healthlint.config.model import ConfigError, Step
from healthlint.diagnostic import FileReport, Report
from healthlint.packs import load
from healthlint.profile import DEFAULT_PROFILE
from healthlint.report import FORMATS, renderer
from healthlint.report.style import Style
from healthlint.runner import lint_file, lint_text
from healthlint.select import Settings, active_rules, profile_named

ENDINGS = (".md", ".markdown", ".mdx", ".html", ".htm", ".txt")


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--profile")
@click.option("--select", multiple=True)
@click.option("--ignore", multiple=True)
@click.option("--output-format", default="full", type=click.Choice(list(FORMATS)))
@click.option("--isolated", is_flag=True)
@click.option("-e", "--exit-zero", is_flag=True)
@click.option("--stdin-filename", default="stdin.md")
def command(
    paths: tuple[str, ...],
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
    isolated: bool,
    exit_zero: bool,
    stdin_filename: str,
) -> int:
    """Check articles (files, folders or - for standard input; default: the current folder)."""
    packs = load()
    try:
        steps = [Step("command line", _codes(select) if select else None, (), _codes(ignore))]
        settings = Settings(
            rules=active_rules(packs, steps, ()),
            profile=profile_named(profile, "command line").name if profile else DEFAULT_PROFILE,
            profile_origin="command line" if profile else "default",
            profile_fixed=profile is not None,
        )
    except ConfigError as error:
        for problem in error.problems:
            click.echo(f"healthlint: error: {problem}", err=True)
        return 2
    report = Report(__version__, tuple(_files(paths or (".",), settings, stdin_filename)), packs.errors)
    for piece in renderer(output_format)(report, Style(sys.stdout.isatty())):
        click.echo(piece, nl=False)
    for line in report.errors:
        click.echo(f"healthlint: error: {line}", err=True)
    for file in report.files:
        if file.status == "failed":
            click.echo(f"healthlint: error: {file.filename}: {file.reason}", err=True)
    if report.errors or any(file.status == "failed" for file in report.files):
        return 2
    found = any(d.severity in ("error", "warning") for file in report.files for d in file.diagnostics)
    return int(found and not exit_zero)


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def _files(paths: tuple[str, ...], settings: Settings, stdin_filename: str) -> Iterator[FileReport]:
    for name in paths:
        path = Path(name)
        if name == "-":
            yield lint_text(sys.stdin.read(), stdin_filename, settings)
        elif path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() in ENDINGS and file.is_file():
                    yield lint_file(file, file.as_posix(), settings)
        else:
            yield lint_file(path, path.as_posix(), settings)
