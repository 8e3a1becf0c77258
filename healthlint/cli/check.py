"""`healthlint check`: check articles and report what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

import click

from healthlint.cli.adopt import Adoption, adoption_options
from healthlint.cli.arguments import PLAIN, CheckCommand
from healthlint.cli.complaints import complain
from healthlint.cli.given import command_line_config
from healthlint.cli.inputs import listed
from healthlint.cli.mend import Mending, mending_options
from healthlint.cli.options import (
    FAIL_LEVELS,
    FORMAT_NAMES,
    Named,
    file_options,
    rule_options,
)
from healthlint.cli.run import Flags, View, run
from healthlint.cli.status import ERROR
from healthlint.cli.work import Work, work_options
from healthlint.config.model import ConfigError
from healthlint.directives.unused_suppression import RULE as UNUSED_SUPPRESSION
from healthlint.packs import load
from healthlint.settings import SettingsFinder

Shape = TypeVar("Shape")


@click.command("check", cls=CheckCommand)
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@rule_options
@file_options
@adoption_options
@mending_options
@work_options
@click.option(
    "--output-format",
    type=Named(FORMAT_NAMES),
    envvar="HEALTHLINT_OUTPUT_FORMAT",
    help="How findings are shown; auto is github inside GitHub Actions and full elsewhere.",
)
@click.option(
    "-o", "--output-file", metavar="FILE", envvar="HEALTHLINT_OUTPUT_FILE", help="Write the report to FILE."
)
@click.option("-e", "--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("--fail-level", type=Named(FAIL_LEVELS), help="The least severity that makes the exit status 1.")
@click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="Accept up to N warnings.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of listing them.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked, and stop.")
@click.option("--show-settings", is_flag=True, help="Show the settings of the first file, and stop.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and errors only, no summary.")
@click.option("-s", "--silent", is_flag=True, help="Show nothing but errors; use the exit status.")
@click.option("-v", "--verbose", is_flag=True, help="Say what happens to each file.")
@click.option(
    "--color",
    type=Named(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Whether to use colours.",
)
def command(paths: tuple[str, ...], file_list: str | None, stdin_filename: str, **flags: Any) -> int:
    """Check articles and report what an expert editor would want to know.

    PATHS are files and folders; - is standard input. Without any, the current folder is checked.
    """
    if flags["diff"] not in (None, PLAIN):
        flags["since"], flags["diff"] = flags["diff"], None
    if not flags["report_unused_suppressions"]:
        flags["ignore"] = (*flags["ignore"], UNUSED_SUPPRESSION.code)
    about = Flags(_taken(View, flags), _taken(Adoption, flags), _taken(Mending, flags), _taken(Work, flags))
    try:
        config, config_file = command_line_config(flags)
        finder = SettingsFinder(load(), config, config_file, flags["isolated"])
        names = (*paths, *(listed(file_list) if file_list else ()))
        return run(names if names or file_list else (".",), stdin_filename, finder, about)
    except ConfigError as error:
        for problem in error.problems:
            complain(problem)
        return ERROR


def _taken(shape: type[Shape], flags: Mapping[str, Any]) -> Shape:
    """The flags that belong to a dataclass of flags."""
    return shape(**{field.name: flags[field.name] for field in fields(shape)})  # type: ignore[arg-type]
