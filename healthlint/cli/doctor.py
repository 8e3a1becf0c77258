"""`healthlint doctor`: whether this installation is whole."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, entry_points, requires, version

import click

from healthlint import __version__
from healthlint.cli.options import Named
from healthlint.cli.output import style_for
from healthlint.cli.status import CLEAN, ERROR
from healthlint.packs import GROUP, Packs, load

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `advice` says what to do when it is not well."""

    what: str
    finding: str
    well: bool = True
    advice: str = ""


@click.command("doctor")
@click.option(
    "--output-format", type=Named(("text", "json")), default="text", show_default=True, help="How to show it."
)
def command(output_format: str) -> int:
    """Check the installation: versions, spaCy model and its hashes, knowledge tables, rule packs.

    Exit status: 0 all well, 2 something is missing or altered.
    """
    checks = tuple(_checks())
    if output_format == "json":
        click.echo(json.dumps([asdict(check) for check in checks], indent=2, ensure_ascii=False))
    else:
        style = style_for("auto", sys.stdout)
        for check in checks:
            sign = style.paint("ok", "good") if check.well else style.paint("!!", "error")
            click.echo(f"{sign} {check.what}: {check.finding}")
            if check.advice:
                click.echo(f"   {check.advice}")
    wrong = sum(not check.well for check in checks)
    if output_format == "text":
        click.echo(f"{wrong} of {len(checks)} checks failed." if wrong else f"All {len(checks)} checks passed.")
    return ERROR if wrong else CLEAN


def _checks() -> Iterator[Check]:
    yield Check("healthlint", __version__)
    yield Check(
        "Python",
        f"{platform.python_version()} ({sys.executable})",
        sys.version_info >= OLDEST_PYTHON,
        "" if sys.version_info >= OLDEST_PYTHON else "Install Python 3.11 or later.",
    )
    yield from _dependencies()
    yield _model()
    yield from _tables()
    yield from _packs(load())


def _dependencies() -> Iterator[Check]:
    try:
        wanted = [line for line in requires("healthlint") or () if "extra ==" not in line]
    except PackageNotFoundError:
        yield Check("dependencies", "healthlint is not installed as a package", False, "Install it with pip.")
        return
    for line in wanted:
        name = line.split(";")[0].strip()
        for sign in "<>=!~ [":
            name = name.split(sign)[0]
        try:
            yield Check(f"dependency {name}", version(name))
        except PackageNotFoundError:
            yield Check(f"dependency {name}", "not installed", False, f"Run: pip install '{line}'")


def _model() -> Check:
    from healthlint.analysis.weights import ModelError, verify

    try:
        found = verify()
    except ModelError as error:
        return Check("spaCy model", "missing", False, f"{error}.")
    name = f"{found.model.name} {found.model.version}"
    if found.status == "verified":
        return Check("spaCy model", f"{name}, weights equal the published sha256 hashes")
    if found.status == "unknown":
        return Check(
            "spaCy model", f"{name}, its hashes are not known to healthlint", True, f"In {found.model.folder}."
        )
    advice = f"Reinstall it: its files differ from the published ones: {', '.join(found.files)}."
    return Check("spaCy model", f"{name}, altered", False, advice)


def _tables() -> Iterator[Check]:
    from healthlint.knowledge import tables

    try:
        for table in tables():
            yield Check(
                f"table {table.name}", f"{table.rows:,} rows, as of {table.as_of}, sha256 {table.sha256[:12]}"
            )
    except (OSError, KeyError, ValueError) as error:
        yield Check("knowledge tables", f"cannot be read: {error}", False, "Reinstall healthlint.")


def _packs(packs: Packs) -> Iterator[Check]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if not any(f"'{point.name}'" in error for error in packs.errors):
            source = point.dist.name if point.dist else "unknown distribution"
            yield Check(f"rule pack {point.name}", f"loads ({source})")
    for error in packs.errors:
        yield Check("rule pack", "does not load", False, error)
    yield Check(
        "rules", f"{len(packs.rules)} in {len({rule.family for rule in packs.rules.values()})} families"
    )
