"""Front matter: YAML between `---`, TOML between `+++`, or a JSON object, at the start of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from healthlint.document import Block, Format
from healthlint.parsing.values import UnreadableError, Value, plain
from healthlint.text import LineIndex

_OPENING = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_OBJECT = re.compile(r"\ufeff?\{\s*[\"}]")
_KEY = re.compile(r"^[\w\"'][^\n:]*:(?:\s|$)", re.MULTILINE)
_LONGEST = 300_000  # code points; a parser of YAML in Python reads some hundred thousand a second


@dataclass(frozen=True)
class FrontMatter:
    """What stands before the body: where it ends, its prose, its values, and remarks for the report."""

    end: int = 0
    blocks: tuple[Block, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def read_front_matter(source: str, form: Format) -> FrontMatter:
    """The front matter of `source`, empty where there is none.

    Where it is broken, a note says so and only the body is checked.
    """
    begin = 1 if source.startswith("\ufeff") else 0
    if opening := _OPENING.match(source):
        fence = opening["fence"]
        closing = _CLOSING[fence].search(source, opening.end())
        if closing is None or (fence == "---" and not _KEY.search(source, opening.end(), closing.start())):
            return FrontMatter(begin)
        return _fenced(source, fence, opening.end(), closing, form)
    if _OBJECT.match(source):
        return _object(source, begin, form)
    return FrontMatter(begin)


def _fenced(source: str, fence: str, start: int, closing: re.Match[str], form: Format) -> FrontMatter:
    if closing.start() - start > _LONGEST:
        note = (
            f"The front matter has more than {_LONGEST:,} characters; its fields were not checked. Shorten it."
        )
        return FrontMatter(closing.end(), notes=(note,))
    try:
        if fence == "---":
            from healthlint.parsing.yaml_values import read_yaml

            values = read_yaml(source, start, closing.start())
        else:
            from healthlint.parsing.data_values import read_toml

            values = read_toml(source, start, closing.start())
    except UnreadableError as error:
        kind = "YAML" if fence == "---" else "TOML"
        return FrontMatter(closing.end(), notes=(_note(source, kind, error),))
    return _found(values, closing.end(), form)


def _object(source: str, start: int, form: Format) -> FrontMatter:
    from healthlint.parsing.data_values import read_json

    try:
        values, end = read_json(source, start)
    except (UnreadableError, RecursionError):
        return FrontMatter(start)  # a text that begins with a brace
    return _found(values, end, form)


def _found(values: Value, end: int, form: Format) -> FrontMatter:
    from healthlint.parsing.fields import field_blocks

    if not isinstance(values, dict):
        return FrontMatter(end)
    try:
        return FrontMatter(end, tuple(field_blocks(values, form)), plain(values))
    except RecursionError:
        return FrontMatter(end, notes=("The front matter is nested too deeply; its fields were not checked.",))


def _note(source: str, kind: str, error: UnreadableError) -> str:
    row = LineIndex(source).row(error.offset)
    return (
        f"The front matter is not valid {kind} (line {row}: {error.problem}); its fields were not checked. "
        f"Correct it."
    )
