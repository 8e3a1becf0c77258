"""What went wrong, on standard error."""

from __future__ import annotations

import click


def complain(problem: str) -> None:
    """One line about something that is wrong."""
    click.echo(f"healthlint: error: {' '.join(problem.split())}", err=True)


def remark(text: str) -> None:
    """One line about something that is worth knowing."""
    click.echo(f"healthlint: {text}", err=True)
