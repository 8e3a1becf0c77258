"""What installed distributions offer under an entry point group.

`importlib.metadata` tells the same and more, but importing it takes longer than all that is read here: with it
comes the parser of e-mail headers. Distributions in folders are found, as pip installs them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

_ENDINGS = (".dist-info", ".egg-info")


@dataclass(frozen=True, slots=True)
class Offer:
    """One entry point: its name, and `module:attribute` as its value."""

    name: str
    value: str

    def load(self) -> Any:
        """The object that the value names. Raises what its import raises, and AttributeError."""
        module, _, attributes = self.value.partition(":")
        found: Any = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def offers(group: str, path: Iterable[str] | None = None) -> Iterator[Offer]:
    """The entry points of a group in the distributions on `path`, by default `sys.path`.

    Of a distribution that is there more than once, the first counts.
    """
    seen: set[str] = set()
    for folder in sys.path if path is None else path:
        for name in _distributions(folder or os.curdir):
            project = name.split("-")[0].lower().replace(".", "_")
            if project not in seen:
                seen.add(project)
                yield from _read(Path(folder or os.curdir, name, "entry_points.txt"), group)


def _distributions(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(_ENDINGS))  # noqa: PTH208
    except OSError:
        return []


def _read(path: Path, group: str) -> Iterator[Offer]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    here = False
    for line in map(str.strip, text.splitlines() if group in text else ()):
        if line.startswith("["):
            here = line == f"[{group}]"
        elif here and line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield Offer(name.strip(), value.partition("[")[0].strip())
