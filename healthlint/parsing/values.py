"""Values of front matter: a tree whose strings know where they stand in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from healthlint.parsing.pieces import Run
from healthlint.text import Text

Value = Any
"""A `Text`, a number, a truth value, a date, None, a list of values or a dict of them."""


class UnreadableError(Exception):
    """Front matter that is not in its language; `offset` is where the reader gave up."""

    def __init__(self, problem: str, offset: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.offset = offset


def escape_runs(
    source: str, start: int, end: int, escapes: re.Pattern[str], meaning: Callable[[str], str]
) -> Iterator[Run]:
    """The runs of a string in which whatever `escapes` matches stands for its `meaning`."""
    at = start
    for escape in escapes.finditer(source, start, end):
        if at < escape.start():
            yield source[at : escape.start()], at, escape.start()
        yield meaning(escape.group()), escape.start(), escape.end()
        at = escape.end()
    if at < end:
        yield source[at:end], at, end


def plain(value: Value) -> Value:
    """The value with its strings as `str`."""
    if isinstance(value, Text):
        return value.text
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
