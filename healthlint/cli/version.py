"""`healthlint version`."""

from __future__ import annotations

import click

from healthlint import __version__


@click.command("version")
def command() -> None:
    """Show the version of healthlint."""
    click.echo(f"healthlint {__version__}")
