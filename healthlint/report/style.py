"""How text reports look: colours, width of the terminal, and the width of characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_CODES: Mapping[str, str] = MappingProxyType(
    {
        "error": "1;31",
        "warning": "1;33",
        "suggestion": "1;36",
        "bold": "1",
        "dim": "2",
        "gutter": "1;34",
        "good": "1;32",
    }
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
TAB = 4


@dataclass(frozen=True, slots=True)
class Style:
    """`color` switches colour codes on, `summary` the closing line; `width` is in terminal columns."""

    color: bool = False
    width: int = 100
    summary: bool = True

    def paint(self, text: str, role: str) -> str:
        """`text` in the colour of its role ("error", "dim", ...), or unchanged without colours."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.color and text else text


def cells(character: str) -> int:
    """The number of terminal columns that one printable character takes: 0, 1 or 2."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def width_of(text: str) -> int:
    """The number of terminal columns that `text` takes."""
    return len(text) if text.isascii() else sum(map(cells, text))


def printable(character: str) -> str:
    """The character as it may be sent to a terminal: tabs as spaces, control and direction marks harmless."""
    if character == "\t":
        return " " * TAB
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Zl", "Zp"):
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == "Cf" and character != "\N{ZERO WIDTH JOINER}" else character


def without_controls(text: str) -> str:
    """`text` without control characters, but with its tabs and line ends."""
    return _CONTROLS.sub("", text)


def clean(text: str) -> str:
    """`text` on one line, safe to print."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(printable, line))


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken between words where possible."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width_of(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines
