"""`healthlint clean`: remove the cache."""

from __future__ import annotations

import click

from healthlint.cache import cache_folder, clean
from healthlint.cli.complaints import complain
from healthlint.cli.status import CLEAN, ERROR
from healthlint.cli.work import cache_dir_option


@click.command("clean")
@cache_dir_option
def command(cache_dir: str | None) -> int:
    """Remove the results that earlier runs kept."""
    folder = cache_folder(cache_dir)
    removed = 0
    try:
        for _ in clean(folder):
            removed += 1
    except OSError as error:
        complain(f"the cache in {folder} cannot be removed: {error.strerror or error}.")
        return ERROR
    click.echo(f"Removed the cache in {folder}." if removed else f"There is no cache in {folder}.")
    return CLEAN
