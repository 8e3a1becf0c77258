"""`healthlint init`: a commented configuration file to start from."""

from __future__ import annotations

from pathlib import Path

import click

from healthlint.cli.complaints import complain
from healthlint.cli.status import CLEAN, ERROR
from healthlint.config.template import template

FILE_NAME = "healthlint.toml"


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a configuration file that is already there.")
def command(folder: Path, force: bool) -> int:
    """Write a commented healthlint.toml into FOLDER. Asks nothing and replaces nothing."""
    target = folder / FILE_NAME
    if target.exists() and not force:
        complain(f"'{target.as_posix()}' is already there; --force replaces it.")
        return ERROR
    try:
        target.write_text(template(), encoding="utf-8", newline="\n")
    except OSError as error:
        complain(f"'{target.as_posix()}' cannot be written: {error.strerror or error}.")
        return ERROR
    click.echo(f"Wrote {target.as_posix()}. Next: healthlint check {folder.as_posix()}")
    return CLEAN
