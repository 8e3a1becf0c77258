"""Template code in pages: Liquid, Jinja, Hugo shortcodes, PHP and the like. It is no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.parsing.masks import CUT, REPLACED, Mask, masked, tag_fill

_OPENER = re.compile(r"\{\{[<%]?|\{%|\{#(?=[\s-])|<%|<\?")
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>", "<?": "?>"}
_LONGEST = 4000  # template code of more characters than this is taken for prose that happens to hold braces
_PAIRED = re.compile(r"[{%<\s-]*(comment|highlight)\b")


def without_templates(text: str) -> str:
    """`text` with its template code written over, every offset as it was."""
    if not _OPENER.search(text):
        return text
    return masked(text, _masks(text))


def _masks(text: str) -> Iterator[Mask]:
    at = 0
    closing: dict[str, int] = {}
    for opener in _OPENER.finditer(text):
        start = opener.start()
        if start < at:
            continue
        mark = opener.group()
        end = _next(text, _CLOSERS[mark], opener.end(), closing)
        if end < 0 or end - start > _LONGEST:
            continue
        pair = _PAIRED.match(text, start, end)
        if pair:
            end = max(end, _end_of_pair(text, pair[1], mark, end, closing))
        fill = tag_fill(text, start, end)
        variable = mark == "{{" and fill != CUT
        yield Mask(start, end, REPLACED if variable else fill)
        at = end


def _next(text: str, mark: str, at: int, known: dict[str, int]) -> int:
    """The offset after the next `mark` from `at` on, or -1. `known` keeps answers, so that it is linear."""
    found = known.get(mark, 0)
    if found >= 0 and found - len(mark) < at:
        found = text.find(mark, at)
        found = known[mark] = found + len(mark) if found >= 0 else -1
    return found


def _end_of_pair(text: str, name: str, mark: str, at: int, known: dict[str, int]) -> int:
    """Where `{% endNAME %}` or `{{< /NAME >}}` ends, or -1."""
    word = _next(text, ("end" if mark == "{%" else "/") + name, at, known)
    return text.find(_CLOSERS[mark], word) + len(_CLOSERS[mark]) if word >= 0 else -1
