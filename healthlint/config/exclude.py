"""Which files the settings leave out, as globs from one folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from healthlint.config.model import Layer
from healthlint.config.resolve import formats_of
from healthlint.parsing import ENDINGS


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Globs as in .gitignore, from the folder `root`. `replacing` stands in for the default exclusions.

    `endings` are the file name endings of articles in folders, in small letters.
    """

    root: Path
    replacing: tuple[str, ...] | None = None
    extending: tuple[str, ...] = ()
    forced: bool = False
    ignore_files: bool = True
    endings: frozenset[str] = frozenset(ENDINGS)


def exclusions(layers: Sequence[Layer]) -> Exclusions:
    """What the layers, lowest first, leave out. The globs of each are meant from its own folder."""
    root = Path(os.path.commonpath([layer.root.absolute() for layer in layers]))
    replacing: tuple[str, ...] | None = None
    extending: list[str] = []
    forced, ignore_files = False, True
    endings = frozenset(ENDINGS)
    for layer in layers:
        config = layer.config
        if config.exclude is not None:
            replacing = _from(root, layer.root, config.exclude)
        extending += _from(root, layer.root, config.extend_exclude)
        forced = forced if config.force_exclude is None else config.force_exclude
        ignore_files = ignore_files if config.respect_gitignore is None else config.respect_gitignore
        endings = endings.union(formats_of(config))
    return Exclusions(root, replacing, tuple(extending), forced, ignore_files, endings)


def _from(root: Path, folder: Path, globs: Iterable[str]) -> tuple[str, ...]:
    """The globs of `folder` as they are written in `root`, which is `folder` or above it."""
    way = folder.absolute().relative_to(root).as_posix()
    return tuple(_rebased(glob, "" if way == "." else f"/{way}") for glob in globs)


def _rebased(glob: str, way: str) -> str:
    negated, body = ("!", glob[1:]) if glob.startswith("!") else ("", glob)
    body = body.removeprefix("./")
    if "/" in body.rstrip("/"):
        return f"{negated}{way}/{body.lstrip('/')}"
    return f"{negated}{way}/**/{body}" if way else f"{negated}{body}"
