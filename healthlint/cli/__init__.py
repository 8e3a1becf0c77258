"""The command line. Commands are modules that are imported when they are called."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NoReturn, cast

import click

from healthlint.cli.complaints import complain
from healthlint.cli.status import CLEAN, ERROR

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""

COLLECTION = (20_000, 20, 100)
"""Thresholds of the garbage collector: what a run makes lasts as long as its article, and little is cyclic."""

DEBUG = "HEALTHLINT_DEBUG"
"""The environment variable that shows the traceback of an internal error."""

COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "check": ("check", "Check articles; the default command."),
        "rule": ("rule", "Explain rules: why, exceptions, options, standards, examples."),
        "metrics": ("metrics", "Show how hard an article is to read, and what makes it so."),
        "drug": ("drug", "Show what the tables know about a drug or treatment."),
        "config": ("config", "Show what applies to a file, and where it was set."),
        "init": ("init", "Write a commented configuration file."),
        "doctor": ("doctor", "Check the installation: versions, model, tables, rule packs."),
        "clean": ("clean", "Remove the results that earlier runs kept."),
        "completion": ("completion", "Print a completion script for a shell."),
        "version": ("version", "Show the version."),
    }
)
"""Module and one line of help by the name of the command."""

SETTINGS: Mapping[str, object] = MappingProxyType(
    {"help_option_names": ["-h", "--help"], "max_content_width": 100}
)


class Commands(click.Group):
    """A group that imports a command when it is called, and takes anything else as `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(f"{__name__}.{COMMANDS[cmd_name][0]}").command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version", "-V"}
        if args and args[0] not in COMMANDS and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from healthlint import __version__

        click.echo(f"healthlint {__version__}")
        ctx.exit()


@click.group(cls=Commands, context_settings=dict(SETTINGS), no_args_is_help=True)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def group() -> None:
    """Check health writing: claims, risks, supervision, off-label use, evidence and readability.

    `healthlint PATH` is short for `healthlint check PATH`. Exit status: 0 nothing at or above the fail level,
    1 findings, 2 wrong usage or configuration, or an input that could not be checked.
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(*COLLECTION)
    try:
        status = group.main(prog_name="healthlint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        status = ERROR
    except click.ClickException as error:
        complain(_usage(error))
        status = ERROR
    except (click.Abort, KeyboardInterrupt):
        complain("stopped.")
        status = INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough; Python would complain once more on exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = ERROR
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        complain(f"broke: {type(error).__name__}: {error}. Report it as a bug; {DEBUG}=1 shows where.")
        status = ERROR
    sys.exit(status if isinstance(status, int) else CLEAN)


def _usage(error: click.ClickException) -> str:
    """A usage error in one line, with the command that explains the usage."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    message = error.format_message()
    return f"{message} See '{context.command_path} --help'." if context else message
