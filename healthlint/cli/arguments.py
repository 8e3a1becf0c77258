"""Flags whose value is optional: `--add-ignore` or `--add-ignore=REASON`, `--diff` or `--diff REV`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from healthlint.cli import help  # noqa: A004

PLAIN = ""
"""The value of such a flag that was given without one."""


class CheckCommand(click.Command):
    """A command that takes what follows such a flag for a path, unless it can only be a git revision.

    Its help is in sections.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, spelled_out(args))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        help.format_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        help.format_epilog(formatter)


def spelled_out(arguments: Sequence[str]) -> list[str]:
    """The arguments with `--diff REV` as `--diff=REV` and the flags without a value as `--diff=`."""
    found: list[str] = []
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            return [*found, argument, *rest]
        if argument == "--diff" and rest and _is_revision(rest[0]):
            argument = f"--diff={rest.pop(0)}"
        found.append(f"{argument}={PLAIN}" if argument in ("--diff", "--add-ignore") else argument)
    return found


def _is_revision(word: str) -> bool:
    if word.startswith("-") or Path(word).exists():
        return False
    from healthlint.changes import revision_of

    return revision_of(word, Path.cwd()) is not None
