"""From offsets in UTF-8 bytes to offsets in code points."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile("([\u0080-\u07ff]+)|([\u0800-\uffff]+)|[\U00010000-\U0010ffff]+")


class CodePoints:
    """Turns byte offsets in the UTF-8 form of `text` into code points, `base` added."""

    def __init__(self, text: str, base: int = 0) -> None:
        self._base = base
        self._bytes: list[int] = []
        self._points: list[int] = []
        self._widths: list[int] = []
        if text.isascii():
            return
        extra = 0
        for run in _WIDE.finditer(text):
            width = (run.lastindex or 3) + 1
            start, end = run.span()
            for point, size in ((start, width), (end, 1)):
                self._bytes.append(point + extra)
                self._points.append(point)
                self._widths.append(size)
                if size > 1:
                    extra += (end - start) * (size - 1)

    def __call__(self, offset: int) -> int:
        """The code point offset, counted in the source, of a byte offset that lies between two characters."""
        if not self._bytes or offset < self._bytes[0]:
            return offset + self._base
        at = bisect_right(self._bytes, offset) - 1
        return self._points[at] + (offset - self._bytes[at]) // self._widths[at] + self._base
