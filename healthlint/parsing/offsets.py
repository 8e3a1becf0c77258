"""From offsets in UTF-8 bytes to offsets in code points."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right

_NOT_ASCII = re.compile("[^\0-\x7f]+")
_WIDE = re.compile("([\u0080-\u07ff]+)|([\u0800-\uffff]+)|[\U00010000-\U0010ffff]+")


class CodePoints:
    """Turns byte offsets in the UTF-8 form of `text` into code points, `base` added."""

    def __init__(self, text: str, base: int = 0) -> None:
        self._base = base
        self._bytes = [0]
        self._points = [0]
        self._widths = [1]
        extra = 0
        for run in (run for wide in _NOT_ASCII.finditer(text) for run in _WIDE.finditer(text, *wide.span())):
            width = (run.lastindex or 3) + 1
            start, end = run.span()
            for point, size in ((start, width), (end, 1)):
                self._bytes.append(point + extra)
                self._points.append(point)
                self._widths.append(size)
                if size > 1:
                    extra += (end - start) * (size - 1)
        self._low = self._high = self._point = 0
        self._width = 1
        self._go_to(0)

    def __call__(self, offset: int) -> int:
        """The code point offset, counted in the source, of a byte offset that lies between two characters."""
        if not self._low <= offset < self._high:
            self._go_to(offset)
        return self._point + (offset - self._low) // self._width

    def _go_to(self, offset: int) -> None:
        """Find the run of characters of one width that `offset` lies in; the next one mostly does too."""
        at = bisect_right(self._bytes, offset) - 1
        self._low, self._width = self._bytes[at], self._widths[at]
        self._point = self._points[at] + self._base
        self._high = self._bytes[at + 1] if at + 1 < len(self._bytes) else sys.maxsize
