"""Writing over markup that a parser does not know, so that every offset stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

OBJECT = "\ufffc"
"""Stands in a text for code, a bare URL or a template variable."""

DROPPED, REPLACED, CUT = "\ue000", "\ue001", "\ue002"
"""What is written over markup: nothing, one object, the end of a block."""

_MASKED = re.compile(f"[{DROPPED}{REPLACED}{CUT}]+")
_NOT_LINE_END = re.compile(r"[^\r\n]")
_REACH = 200  # how far a line's beginning or end is looked for


@dataclass(frozen=True, slots=True)
class Mask:
    """A range to write over, and the character to write, such as `DROPPED`, `REPLACED` or `CUT`."""

    start: int
    end: int
    fill: str


def masked(text: str, masks: Iterable[Mask]) -> str:
    """`text` with each mask in place of what stands there; line ends stay. Masks come in order."""
    parts: list[str] = []
    at = 0
    for mask in masks:
        if mask.start >= at:
            parts += (text[at : mask.start], *_filled(text[mask.start : mask.end], mask.fill))
            at = mask.end
    if not parts:
        return text
    return "".join((*parts, text[at:]))


def _filled(text: str, fill: str) -> tuple[str, str]:
    """What is written over `text`; one object at most, in its first line."""
    first = re.match(r"[^\r\n]*", text) if fill == REPLACED else None
    cut = first.end() if first else 0
    rest = DROPPED if fill == REPLACED else fill
    return _NOT_LINE_END.sub(fill, text[:cut]), _NOT_LINE_END.sub(rest, text[cut:])


def starts_line(text: str, at: int) -> bool:
    """Whether only white space stands before `at` in its line."""
    begin = max(at - _REACH, 0)
    line = max(text.rfind("\n", begin, at), text.rfind("\r", begin, at)) + 1
    return (line > 0 or begin == 0) and not text[line:at].strip()


def ends_line(text: str, at: int) -> bool:
    """Whether only white space stands from `at` to the end of its line."""
    rest = text[at : at + _REACH].lstrip(" \t")
    return rest[:1] in ("", "\n", "\r")


def tag_fill(text: str, start: int, end: int) -> str:
    """What a tag is written over with: the end of a block where it has its line to itself, else nothing."""
    return CUT if starts_line(text, start) and ends_line(text, end) else DROPPED


def unmasked(text: str) -> str:
    """`text` without what masks left in it."""
    return _MASKED.sub("", text)
