"""The keys of the cache: hashes of all that a result depends on."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from healthlint.analysis.weights import ModelError, find
from healthlint.settings import Settings

_SIZE = 16
_MAY_EXPIRE = re.compile(rb"healthlint[\s\S]*\buntil\b")


@dataclass(frozen=True)
class Keys:
    """Makes the keys of texts and of sentences.

    What a result depends on besides the text: its name, its settings with the options of every rule, the code
    and tables of healthlint and of the rule packs, the model, the versions of spaCy and Python, and the day
    where a suppression in the text may expire.
    """

    _settings: dict[int, tuple[Settings, bytes]] = field(default_factory=dict)

    def text(self, data: bytes, name: str, settings: Settings) -> bytes:
        """The key of the report on `data` under the name `name`."""
        day = date.today().isoformat() if _MAY_EXPIRE.search(data) else ""
        return _digest(self._of_settings(settings), name.encode("utf-8", "surrogatepass"), day.encode(), data)

    def sentences(self, texts: Iterable[str], model: str) -> dict[str, bytes]:
        """The keys of the parses of sentences, by sentence."""
        versions = _versions(model)
        return {text: _digest(versions, text.encode("utf-8", "surrogatepass")) for text in texts}

    def _of_settings(self, settings: Settings) -> bytes:
        known = self._settings.get(id(settings))
        if known is None:
            packages = {rule.rule.check.__module__.partition(".")[0] for rule in settings.rules}
            code = "\n".join(_code(name) for name in sorted({"healthlint", *packages}))
            written = "\n".join(_written(settings))
            digest = _digest(code.encode(), written.encode("utf-8", "surrogatepass"), _versions(settings.model))
            known = self._settings[id(settings)] = (settings, digest)  # keeps the id from being used again
        return known[1]


def _digest(*parts: bytes) -> bytes:
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()


def _written(settings: Settings) -> Iterator[str]:
    for active in settings.rules:
        yield f"{active.rule.code} {active.level} {canonical(active.options)}"
    for part in fields(settings):
        if part.name != "rules":
            yield f"{part.name} {canonical(getattr(settings, part.name))}"


def canonical(value: object) -> str:
    """A text that is the same for equal values in every process, whatever the order of sets and mappings."""
    if is_dataclass(value) and not isinstance(value, type):
        inner = ",".join(f"{part.name}={canonical(getattr(value, part.name))}" for part in fields(value))
        return f"{type(value).__qualname__}({inner})"
    if isinstance(value, Mapping):
        return "{" + ",".join(sorted(f"{canonical(k)}:{canonical(v)}" for k, v in value.items())) + "}"
    if isinstance(value, (set, frozenset)):
        return "{" + ",".join(sorted(map(canonical, value))) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, re.Pattern):
        return f"re({value.pattern!r},{value.flags})"
    if callable(value):
        return f"{value.__module__}.{getattr(value, '__qualname__', '')}"
    return repr(value)


@lru_cache(maxsize=64)
def _code(package: str) -> str:
    """Size and time of every file of a package: new code or new tables make new keys."""
    spec = find_spec(package)
    if spec is None:
        return package
    places = spec.submodule_search_locations or [spec.origin or ""]
    return "\n".join(line for place in places for line in sorted(_files(Path(place))))


def _files(place: Path) -> Iterator[str]:
    if not place.is_dir():
        yield _stat(place)
        return
    folders = [os.fspath(place)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                else:
                    found = entry.stat()
                    yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _stat(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return str(path)
    return f"{path} {found.st_size} {found.st_mtime_ns}"


@lru_cache(maxsize=8)
def _versions(model: str) -> bytes:
    """What parses depend on: the model's weights and the versions of spaCy, Thinc and Python."""
    try:
        weights = find(model).fingerprint
    except ModelError:
        weights = ""
    specs = (find_spec(name) for name in ("spacy", "thinc"))
    packages = [_stat(Path(spec.origin).with_name("about.py")) for spec in specs if spec and spec.origin]
    return "\n".join([weights, sys.version, *packages]).encode()
