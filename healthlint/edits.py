"""Edits to a text: apply those that do not get into each other's way, show them, write them back safely."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from healthlint.finding import Edit

Item = TypeVar("Item")

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_NEWLINE = re.compile(r"\r\n|\n|\r")


class WriteError(Exception):
    """A file that was not changed; the message says why and what to do."""


def newline_of(text: str) -> str:
    """The line ending that a text uses first; LF when it has none."""
    found = _NEWLINE.search(text)
    return found.group() if found else "\n"


def without_overlap(edits: Iterable[tuple[Edit, Item]]) -> list[tuple[Edit, Item]]:
    """The edits in order of the text, without those that touch or start at what an earlier one changes."""
    kept: list[tuple[Edit, Item]] = []
    for edit, item in sorted(edits, key=lambda pair: (pair[0].span.start, pair[0].span.end)):
        last = kept[-1][0].span if kept else None
        if last is None or edit.span.start >= max(last.end, last.start + 1):
            kept.append((edit, item))
    return kept


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits in order that do not overlap. Their line ends become those of the text."""
    newline = newline_of(text)
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start], _NEWLINE.sub(newline, edit.content))
        at = edit.span.end
    return "".join((*parts, text[at:]))


def encoded_like(data: bytes, before: str, after: str) -> bytes:
    """The bytes of `after` in the encoding in which `before` is `data`. Raises `WriteError` without one."""
    for encoding in ENCODINGS:
        if before.encode(encoding, "surrogatepass") == data:
            return after.encode(encoding)
    raise WriteError("Its bytes cannot be written back as they were. Save it as UTF-8 first.")


def diff(path: str, before: str, after: str) -> Iterator[str]:
    """A unified diff between two states of a file, as `patch -p0` reads it. Lines keep their endings."""
    from difflib import unified_diff

    for line in unified_diff(_lines(before), _lines(after), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> Sequence[str]:
    return [line for line in re.split(r"(?<=\n)", text) if line]


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Write `after` to a file in one step, if it still holds `before`. Its mode is kept, and a link stays one.

    Raises `WriteError` when the file has changed meanwhile or cannot be written; it is then as it was.
    """
    import shutil
    import tempfile

    target = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        if target.read_bytes() != before:
            raise WriteError("It was changed while it was being checked. Run healthlint again.")
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        raise WriteError(f"It cannot be written: {error.strerror or error}. Check its permissions.") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
