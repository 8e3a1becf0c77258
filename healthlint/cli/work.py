"""The flags that decide how a run does its work, and change nothing in what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from healthlint.cache.location import VARIABLE, cache_folder
from healthlint.engine import Engine

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the flags say about cache and processes. `processes` is 0 for as many as there are processors."""

    cache_dir: str | None = None
    no_cache: bool = False
    processes: int = 0
    watch: bool = False

    def engine(self) -> Engine:
        """An engine that works as the flags say."""
        return Engine(None if self.no_cache else cache_folder(self.cache_dir))


def cache_dir_option(command: Command) -> Command:
    """The flag for the folder of the cache."""
    return click.option(
        "--cache-dir",
        metavar="FOLDER",
        envvar=VARIABLE,
        help="Where to keep results for the next run (default: the platform's cache folder).",
    )(command)


def work_options(command: Command) -> Command:
    """Flags about cache, processes and watching."""
    for option in reversed(
        (
            cache_dir_option,
            click.option(
                "--no-cache",
                is_flag=True,
                envvar="HEALTHLINT_NO_CACHE",
                help="Check everything anew, and keep no results.",
            ),
            click.option(
                "--processes",
                type=click.IntRange(min=0),
                metavar="N",
                default=0,
                show_default="one for each processor",
                help="How many processes check many files; few files are checked by one.",
            ),
            click.option("-w", "--watch", is_flag=True, help="Stay, and check files again when they change."),
        )
    ):
        command = option(command)
    return command
