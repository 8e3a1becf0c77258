"""A progress bar on standard error, for runs that take long and are watched."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

DELAY = 1.0
"""Seconds after which a run counts as long."""

_WIDTH = 30


def watched(items: Iterable[Item], total: int, *, quiet: bool = False) -> Iterator[Item]:
    """The items, with a bar once they take longer than `DELAY`, if standard error is a terminal."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield from items
        return
    begin = time.monotonic()
    drawn = False
    for number, item in enumerate(items, 1):
        if time.monotonic() - begin > DELAY:
            filled = _WIDTH * number // total
            sys.stderr.write(f"\r[{'#' * filled}{'.' * (_WIDTH - filled)}] {number:,} of {total:,} files")
            sys.stderr.flush()
            drawn = True
        yield item
    if drawn:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
