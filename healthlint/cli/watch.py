"""`--watch`: check files again when they change.

Files are looked at again and again, as that works on every file system; a look takes little and the pauses
grow with it, so that watching costs a few percent of one processor at most.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from healthlint.config.read import nearest
from healthlint.files import Inputs

PAUSE = 0.5
"""Seconds between two looks, at least."""

_SHARE = 20

State = Mapping[Path, tuple[int, int]]
"""Time of the last change and size of each file that is there."""


def state_of(inputs: Inputs) -> State:
    """What the files of a run and their configuration files look like now."""
    files = [entry.path for entry in inputs.entries if entry.report is None and entry.data is None]
    configurations = {nearest(folder) for folder in {file.parent for file in files}}
    found: dict[Path, tuple[int, int]] = {}
    for path in (*files, *(path for path in configurations if path)):
        try:
            stat = path.stat()
        except OSError:
            continue
        found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def changed(before: State, after: State) -> frozenset[Path]:
    """The files that are new, gone or different."""
    return frozenset(path for path in {*before, *after} if before.get(path) != after.get(path))


def watch(
    before: State,
    look: Callable[[], Inputs],
    check: Callable[[frozenset[Path]], object],
    pause: Callable[[float], object] = time.sleep,
) -> NoReturn:
    """Call `check` with the paths that changed, whenever some did, until something it calls raises.

    `before` is what the files looked like before they were checked first; `look` finds the files of the run
    anew, so that new files are noticed. A changed configuration file is among the paths. The pause grows with
    the time that a look takes.
    """
    while True:
        begin = time.process_time()
        after = state_of(look())
        pause(max(PAUSE, _SHARE * (time.process_time() - begin)))
        if paths := changed(before, after):
            check(paths)
        before = after
