"""The help of `check` like a manual page: flags by what they are about, exit statuses, variables, examples."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import click

SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Rules and settings": (
            *(
                "select",
                "extend_select",
                "ignore",
                "per_file_ignores",
                "profile",
                "config",
                "configs",
                "isolated",
            ),
            "preview",
        ),
        "Files": (
            *("exclude", "extend_exclude", "force_exclude", "respect_gitignore", "extension", "file_list"),
            "stdin_filename",
        ),
        "Old findings": (
            *("baseline", "write_baseline", "prune_baseline", "since", "add_ignore"),
            "report_unused_suppressions",
        ),
        "Fixes": ("fix", "unsafe_fixes", "diff", "show_fixes"),
        "Report": (
            *("output_format", "output_file", "statistics", "show_files", "show_settings", "quiet", "silent"),
            *("verbose", "color"),
        ),
        "When a run fails": ("fail_level", "max_warnings", "exit_zero"),
        "Speed": ("cache_dir", "no_cache", "processes", "watch"),
    }
)
"""Names of flags by the section that shows them; others stand at the end."""

_STATUSES = (
    ("0", "Nothing at or above the fail level."),
    ("1", "Findings."),
    ("2", "Wrong usage or configuration, or an input that could not be checked; the others still are."),
)
_VARIABLES = (
    ("HEALTHLINT_CONFIG", "Configuration file, as --config."),
    ("HEALTHLINT_OUTPUT_FORMAT", "As --output-format."),
    ("HEALTHLINT_OUTPUT_FILE", "As --output-file."),
    ("HEALTHLINT_CACHE_DIR", "As --cache-dir."),
    ("HEALTHLINT_NO_CACHE", "As --no-cache."),
    ("NO_COLOR", "No colours unless --color always asks for them."),
)
_EXAMPLES = (
    ("healthlint content/", "Check a folder."),
    ("healthlint draft.md --profile news", "Check a draft as a news story."),
    ("healthlint . --select RSK,SUP --ignore RSK009", "Check risk and supervision, but for one rule."),
    ("healthlint . --output-format sarif -o out.sarif", "Write a report for code scanning."),
    ("cat draft.md | healthlint - --stdin-filename blog/draft.md", "Check what an editor holds."),
)


def format_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write the flags of a command in their sections."""
    rows: dict[str, list[tuple[str, str]]] = {title: [] for title in (*SECTIONS, "Other")}
    homes = {name: title for title, names in SECTIONS.items() for name in names}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None and isinstance(parameter, click.Option):
            rows[homes.get(parameter.name or "", "Other")].append(record)
    for title, records in rows.items():
        if records:
            with formatter.section(title):
                formatter.write_dl(records)


def format_epilog(formatter: click.HelpFormatter) -> None:
    """Write the exit statuses, the environment variables and the examples."""
    for title, records in (("Exit statuses", _STATUSES), ("Environment", _VARIABLES), ("Examples", _EXAMPLES)):
        with formatter.section(title):
            formatter.write_dl(records)
