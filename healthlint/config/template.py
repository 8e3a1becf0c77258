"""The configuration file that `healthlint init` writes: every key, explained and commented out."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from healthlint.config.model import Config
from healthlint.config.resolve import RUN_DEFAULTS
from healthlint.config.typed import key_of, public_fields
from healthlint.profile import DEFAULT_PROFILE, PROFILES

_WIDTH = 100
_EXAMPLES = {
    "extend": '"../healthlint.toml"',
    "profile": f'"{DEFAULT_PROFILE}"',
    "select": '["ALL"]',
    "extend_select": '["OFF"]',
    "ignore": '["sentence-too-long"]',
    "per_file_ignores": '{ "drafts/**" = ["REA"] }',
    "exclude": '["drafts", "*.example.md"]',
    "extend_exclude": '["archive"]',
    "max_warnings": "0",
    "extension": '{ njk = "html" }',
    "preview": "false",
}
_TABLES = """
# Other settings for some files. Globs are relative to this file; later tables win.
# [[overrides]]
# paths = ["blog/**"]
# profile = "news"
# ignore = ["REA002"]

# Notices that a page template adds to articles, so that the articles need not repeat them. The template is
# checked to exist and to carry them. `what` is any of "risk", "supervision", "crisis-line".
# [[provides]]
# what = ["supervision"]
# path = "layouts/footer.html"
# paths = ["articles/**"]

# Options of a rule, by name or code; 'healthlint rule sentence-too-long' shows those it has. `severity` sets
# "error", "warning", "suggestion" or "off" in every profile.
# [rules.sentence-too-long]
# severity = "suggestion"

# How reading level is measured: by healthlint's own counts or by textstat's.
# [readability]
# engine = "own"

# Which spaCy model parses sentences; without it, the best one that is installed.
# [syntax]
# model = "en_core_web_md"
"""


def template() -> str:
    """The text of a new configuration file. Only the profile is set; all else is a comment."""
    head = (
        "# Settings of healthlint. 'healthlint config PATH' shows what applies to a file, and from where.\n"
        f"# Profiles: {', '.join(PROFILES)}.\n\n"
    )
    return head + "\n".join(_keys()) + _TABLES


def _keys() -> Iterator[str]:
    for field in public_fields(Config):
        if field.name not in _EXAMPLES and field.name not in RUN_DEFAULTS:
            continue
        yield from (f"# {line}" for line in wrap(field.metadata["help"], _WIDTH))
        value = _EXAMPLES.get(field.name) or _shown(RUN_DEFAULTS[field.name])
        yield f"{'' if field.name == 'profile' else '# '}{key_of(field)} = {value}\n"


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'
