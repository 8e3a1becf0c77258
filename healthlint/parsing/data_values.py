"""TOML and JSON with the exact place of every string.

The standard library reads both but gives no positions. Here the text is walked a second time: it is known to be
valid by then, so only strings, keys and brackets matter.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator

from healthlint.parsing.values import UnreadableError, Value, escape_runs
from healthlint.text import Text

_SKIP = re.compile(r"(?:[\s,]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?P<long>(?:[^"\\]|\\[\s\S]|"(?!""))*"{0,2})"""'
    r"|'''(?P<raw>(?:[^']|'(?!''))*'{0,2})'''"
    r'|"(?P<basic>(?:[^"\\]|\\.)*)"'
    r"|'(?P<literal>[^']*)'"
)
_BARE = re.compile(r"[^\s,\]}#]+(?:[ ]\d[^\s,\]}#]*)?")
_KEY_PART = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+))\s*""")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[ \t]*\r?\n\s*|\\."
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "e": "\x1b"}


def read_toml(source: str, start: int, end: int) -> Value:
    """The tree of the TOML in `source[start:end]`. Raises `UnreadableError` where it is none."""
    text = source[start:end]
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise UnreadableError(str(error), start) from error
    strings = dict(_Scanner(source, start, end).toml())
    return _placed(values, (), strings)


def read_json(source: str, start: int) -> tuple[Value, int]:
    """The tree of the JSON object that begins at `start`, and where it ends. Raises `UnreadableError`."""
    try:
        values, end = json.JSONDecoder().raw_decode(source, start)
    except json.JSONDecodeError as error:
        raise UnreadableError(error.msg, error.pos) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError("it is nested too deeply", start) from error
    strings = dict(_Scanner(source, start, end).value(()))
    return _placed(values, (), strings), end


Keys = tuple[str | int, ...]


def _placed(value: Value, keys: Keys, strings: dict[Keys, Text]) -> Value:
    """`value` with each string in it replaced by the one that knows its place."""
    if isinstance(value, dict):
        return {key: _placed(item, (*keys, key), strings) for key, item in value.items()}
    if isinstance(value, list):
        return [_placed(item, (*keys, number), strings) for number, item in enumerate(value)]
    if isinstance(value, str):
        found = strings.get(keys)
        return found if found is not None and found.text.split() == value.split() else value
    return value


class _Scanner:
    """Walks valid TOML or JSON and yields its strings by their keys."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self._source = source
        self._at = start
        self._end = end

    def _peek(self) -> str:
        skipped = _SKIP.match(self._source, self._at, self._end)
        self._at = skipped.end() if skipped else self._at
        return self._source[self._at : self._at + 1] if self._at < self._end else ""

    def toml(self) -> Iterator[tuple[Keys, Text]]:
        """The strings of a TOML document."""
        table: Keys = ()
        counts: dict[Keys, int] = {}
        while char := self._peek():
            if char == "[":
                double = self._source.startswith("[[", self._at)
                self._at += 2 if double else 1
                table = _resolve(self._key(), counts)
                self._at += 2 if double else 1
                if double:
                    counts[table] = counts.get(table, -1) + 1
                    table = (*table, counts[table])
                continue
            before = self._at
            yield from self._pair(table)
            if self._at == before:
                return

    def _pair(self, table: Keys) -> Iterator[tuple[Keys, Text]]:
        keys = self._key()
        if self._peek() in ("=", ":"):
            self._at += 1
        yield from self.value((*table, *keys))

    def _key(self) -> Keys:
        parts: list[str | int] = []
        self._peek()
        while part := _KEY_PART.match(self._source, self._at, self._end):
            self._at = part.end()
            quoted = part[1]
            parts.append("".join(_meaning(quoted)) if quoted is not None else part[2] or part[3] or "")
            if not self._source.startswith(".", self._at):
                break
            self._at += 1
        return tuple(parts)

    def value(self, keys: Keys) -> Iterator[tuple[Keys, Text]]:
        """The strings of the value that begins here."""
        char = self._peek()
        if char in ("[", "{"):
            self._at += 1
            number = 0
            while (inner := self._peek()) and inner not in "]}":
                before = self._at
                yield from self.value((*keys, number)) if char == "[" else self._pair(keys)
                number += 1
                if self._at == before:
                    return
            self._at += 1
        elif string := _STRING.match(self._source, self._at, self._end):
            self._at = string.end()
            yield keys, _string_text(self._source, string)
        elif bare := _BARE.match(self._source, self._at, self._end):
            self._at = bare.end()


def _resolve(keys: Keys, counts: dict[Keys, int]) -> Keys:
    """The keys of a table header, with the number of the entry in each array of tables on the way."""
    found: Keys = ()
    for position, key in enumerate(keys):
        found = (*found, key)
        if position + 1 < len(keys) and found in counts:
            found = (*found, counts[found])
    return found


def _string_text(source: str, string: re.Match[str]) -> Text:
    kind = string.lastgroup or "basic"
    start, end = string.span(kind)
    if kind in ("long", "raw"):
        start += 2 if source.startswith("\r\n", start) else source.startswith("\n", start)
    if kind in ("raw", "literal"):
        return Text.build([(source[start:end], start, end)])
    return Text.build(escape_runs(source, start, end, _ESCAPE, _unescaped))


def _meaning(raw: str) -> Iterator[str]:
    return (text for text, _, _ in escape_runs(raw, 0, len(raw), _ESCAPE, _unescaped))


def _unescaped(raw: str) -> str:
    code = raw[1]
    if len(raw) == 12:
        return raw.encode().decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")
    digits = raw[2:]
    if code in "uU" and digits:
        return chr(int(digits, 16))
    if code.isspace():
        return ""
    return _NAMED.get(code, code)
