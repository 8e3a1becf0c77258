"""Changed lines: what a git revision and the working tree differ in, and which findings that concerns.

A finding about a sentence is shown when a line of its sentence was added or altered, or when one was removed
from inside it. A finding about a section or a document is shown when anything in its section or document
changed, removals included: the change may have taken the very words away that it misses.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(r'\\([abfnrtv"\\]|[0-7]{3})')
_CONTROL = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_DIFF = (
    *("diff", "--unified=0", "--inter-hunk-context=0", "-M", "--no-color", "--no-ext-diff", "--no-textconv"),
    *("--src-prefix=a/", "--dst-prefix=b/"),
)


class RevisionError(Exception):
    """Changes that cannot be told; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of one file in its present lines, counted from 1.

    `lines` holds the first and last line of each run of added or altered lines, `cuts` the number of the line
    behind which lines were removed (0 at the top). `whole` stands for a file that is new.
    """

    lines: tuple[tuple[int, int], ...] = ()
    cuts: tuple[int, ...] = ()
    whole: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` changed, or a line between two of them is gone."""
        return (
            self.whole
            or any(start <= last and first <= end for start, end in self.lines)
            or any(first <= cut < last for cut in self.cuts)
        )

    def __bool__(self) -> bool:
        return self.whole or bool(self.lines) or bool(self.cuts)


NEW_FILE = Changes(whole=True)


def read_diff(text: str) -> Mapping[str, Changes]:
    """The changes of each file that a `git diff --unified=0` names, by its present path."""
    found: dict[str, Changes] = {}
    path: str | None = None
    rows = iter(text.split("\n"))
    for row in rows:
        if row.startswith("diff --git "):
            path = None
        elif row.startswith("+++ "):
            path = _path(row[4:])
        elif path is not None and (hunk := _HUNK.match(row)):
            removed, first, added = (1 if part is None else int(part) for part in hunk.groups())
            _skip(rows, removed + added)
            found[path] = _with_hunk(found.get(path, Changes()), first, added)
    return found


def _skip(rows: Iterator[str], count: int) -> None:
    """Pass over the lines of a hunk, whatever they look like; a remark about a missing line end is none."""
    while count:
        row = next(rows, None)
        if row is None:
            return
        count -= not row.startswith("\\")


def _with_hunk(changes: Changes, first: int, added: int) -> Changes:
    if added:
        return Changes((*changes.lines, (first, first + added - 1)), changes.cuts)
    return Changes(changes.lines, (*changes.cuts, first))


def _path(written: str) -> str | None:
    """The path of a `+++` line; None for a file that was deleted."""
    name = written.rstrip("\t")
    if name.startswith('"'):
        raw = name[1:-1].encode("utf-8", "surrogateescape")
        name = re.sub(_ESCAPE.pattern.encode(), _unescaped, raw).decode("utf-8", "surrogateescape")
    return None if name == "/dev/null" else name.removeprefix("b/")


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape.group(1).decode("ascii")
    return bytes((_CONTROL[code] if code in _CONTROL else int(code, 8),))


@dataclass(frozen=True)
class ChangedFiles:
    """The changes of a working tree: its top folder, what changed, and all files that git keeps in it."""

    top: Path
    changed: Mapping[str, Changes]
    tracked: frozenset[str]

    def of(self, path: Path) -> Changes:
        """The changes of one file. What git does not keep has changed as a whole."""
        real = Path(os.path.realpath(path.parent)) / path.name
        if not real.is_relative_to(self.top):
            return NEW_FILE
        name = real.relative_to(self.top).as_posix()
        return self.changed.get(name, Changes() if name in self.tracked else NEW_FILE)


def changes_since(revision: str, folder: Path) -> ChangedFiles:
    """What changed in the repository around `folder` since `revision`.

    The comparison is with the last common ancestor of `revision` and the present commit, so that what others
    did on a branch in the meantime is no change. Raises `RevisionError`.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    base = revision_of(revision, folder)
    if base is None:
        raise RevisionError(
            f"git knows no revision '{revision}' here. In a shallow clone, fetch it first, for example with "
            f"'git fetch origin {revision}' or 'fetch-depth: 0'."
        )
    ancestor = _try_git(folder, "merge-base", base, "HEAD")
    if ancestor:
        base = ancestor.strip()
    found = dict(read_diff(_git(top, *_DIFF, base, "--")))
    counts = _git(top, "diff", "--numstat", "--no-renames", "-z", base, "--").split("\0")
    binary = (row.removeprefix("-\t-\t") for row in counts if row.startswith("-\t-\t"))
    found.update(dict.fromkeys(binary, NEW_FILE))
    tracked = _git(top, "ls-files", "-z").split("\0")
    return ChangedFiles(top, found, frozenset(tracked))


def revision_of(name: str, folder: Path) -> str | None:
    """The commit that `name` stands for in the repository around `folder`, if there is one."""
    if not name or name.startswith("-"):
        return None
    found = _try_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.strip().split("\n")[-1] if found else None


def _try_git(folder: Path, *arguments: str) -> str | None:
    try:
        return _git(folder, *arguments)
    except RevisionError:
        return None


def _git(folder: Path, *arguments: str) -> str:
    import subprocess

    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise RevisionError(
            f"git does not run ({error.strerror or error}). Install it, or leave out --since."
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(f"git says: {said[0] if said else f'exit status {done.returncode}'}.")
    return done.stdout.decode("utf-8", "surrogateescape")
