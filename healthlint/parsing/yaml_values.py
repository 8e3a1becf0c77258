"""YAML with the exact place of every string."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from healthlint.parsing.pieces import Run
from healthlint.parsing.values import UnreadableError, Value, escape_runs
from healthlint.text import Text

if TYPE_CHECKING:
    from yaml.nodes import Node

_PROPERTIES = re.compile(r"(?:[!&]\S*[ \t\r\n]+)*")
_DEEP = re.compile(r"(?:[\[{]\s*){100}")  # the parser takes seconds for these before it gives up
_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*(?:\r\n|\r|\n)[ \t]*|.)|"
    r"[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*"
)
_NAMED = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "0": "\0",
    "_": "\u00a0",
    "N": "\u0085",
    "L": "\u2028",
    "P": "\u2029",
}
_PREFIX = "tag:yaml.org,2002:"
_TRUTH = {"true": True, "false": False}


def read_yaml(source: str, start: int, end: int) -> Value:
    """The tree of the YAML in `source[start:end]`. Raises `UnreadableError` where it is none."""
    if _DEEP.search(source, start, end):
        raise UnreadableError("it is nested too deeply", start)
    from yaml import MarkedYAMLError, SafeLoader, compose

    try:
        from yaml import CSafeLoader as Loader  # ten times as fast, and no deeper than it can go
    except ImportError:
        Loader = SafeLoader  # type: ignore[misc, assignment]  # noqa: N806
    try:
        node = compose(source[start:end], Loader=Loader)
        return _Reader(source, start).value(node)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        raise UnreadableError(str(error.problem), start + mark.index if mark else start) from error
    except RecursionError as error:
        raise UnreadableError("it is nested too deeply", start) from error
    except Exception as error:  # the parser also raises plain errors for characters that YAML forbids
        raise UnreadableError(str(error).strip().partition("\n")[0], start) from error


class _Reader:
    """Turns nodes into values; a node that aliases repeat is read once."""

    def __init__(self, source: str, base: int) -> None:
        self._source = source
        self._base = base
        self._known: dict[int, Value] = {}

    def value(self, node: Node | None) -> Value:
        if node is None:
            return None
        if id(node) in self._known:
            return self._known[id(node)]
        self._known[id(node)] = None  # what an alias to a node around itself stands for
        found = self._known[id(node)] = self._read(node)
        return found

    def _read(self, node: Any) -> Value:
        if node.id == "mapping":
            return {str(key.value): self.value(value) for key, value in node.value}
        if node.id == "sequence":
            return [self.value(item) for item in node.value]
        start, end = self._base + node.start_mark.index, self._base + node.end_mark.index
        try:
            return _scalar(str(node.tag), str(node.value))
        except LookupError:
            return string_text(self._source, start, end, node.style, node.value)


def _scalar(tag: str, text: str) -> Value:
    """A number, truth value, date or nothing, as YAML 1.2 has them. Raises LookupError for text.

    The parser goes by YAML 1.1, in which "yes" is a truth value and "12:30" a number.
    """
    kind = tag.removeprefix(_PREFIX)
    if kind == "str" or (kind in ("int", "float") and ":" in text):
        raise LookupError(text)
    match kind:
        case "null":
            return None
        case "bool":
            return _TRUTH[text.lower()]
        case "int":
            with suppress(ValueError):
                return int(text.replace("_", ""), 0)
        case "float":
            with suppress(ValueError):
                return float(text.replace("_", "").lower().replace(".inf", "inf").replace(".nan", "nan"))
        case "timestamp":
            with suppress(ValueError):
                return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    return text


def string_text(source: str, start: int, end: int, style: str | None, value: str) -> Text:
    """The scalar `value` with its map to `source[start:end]`; one atom where its spelling is not understood."""
    properties = _PROPERTIES.match(source, start, end)
    begin = properties.end() if properties else start
    if style in ("|", ">"):
        runs = _block_runs(source, begin, end, folded=style == ">")
    elif style == '"':
        runs = escape_runs(source, begin + 1, end - 1, _ESCAPE, _unescaped)
    elif style == "'":
        runs = escape_runs(source, begin + 1, end - 1, re.compile(f"''|{_FOLD.pattern}"), _unquoted)
    else:
        runs = escape_runs(source, begin, end, _FOLD, _unquoted)
    text = Text.build(runs)
    if text.text.split() != value.split():
        return Text.build([(value, start, end)])
    return text


def _unquoted(raw: str) -> str:
    return "'" if raw == "''" else _folded(raw)


def _folded(raw: str) -> str:
    """What a line break in a flow scalar stands for: a space, or one line break less where lines are blank."""
    breaks = raw.count("\n") or raw.count("\r")
    return " " if breaks == 1 else "\n" * breaks


def _unescaped(raw: str) -> str:
    if raw[0] != "\\":
        return _folded(raw)
    code = raw[1]
    if code in "xuU" and len(raw) > 2:
        digits = raw[2:]
        point = int(digits, 16)
        return chr(point) if point < 0x110000 else "\ufffd"
    if raw[1:].isspace() and len(raw) > 1 and ("\n" in raw or "\r" in raw):
        return ""
    return _NAMED.get(code, code if not code.isalpha() else "")


def _block_runs(source: str, start: int, end: int, *, folded: bool) -> Iterator[Run]:
    """The lines of a block scalar after its header, without their indentation."""
    header = _LINE.match(source, start, end)
    lines = list(_LINE.finditer(source, header.end() if header else start, end))
    indents = [len(m.group()) - len(m.group().lstrip(" ")) for m in lines if m.group().strip()]
    indent = min(indents, default=0)
    for number, line in enumerate(lines):
        text = line.group().rstrip("\r\n")
        begin = line.start() + min(indent, len(text) - len(text.lstrip(" ")))
        finish = line.start() + len(text)
        if begin < finish:
            yield source[begin:finish], begin, finish
        if number + 1 < len(lines) and line.end() > finish:
            after = lines[number + 1].group()
            joined = folded and text.strip() and after.strip() and not after[indent : indent + 1].isspace()
            yield (" " if joined else "\n"), finish, line.end()
