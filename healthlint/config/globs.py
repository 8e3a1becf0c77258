"""Globs that pick files: `*` within a name, `**` across folders, `?` and `[...]` for one character.

A glob without a slash matches a file or folder of that name anywhere; one with a slash is anchored at the
folder of the configuration. A glob that matches a folder matches all that is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

_PIECE = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[[!^]?\]?[^\]]*\]|.", re.DOTALL)
_WILD: Mapping[str, str] = MappingProxyType(
    {"**/": "(?:.*/)?", "/**": "(?:/.*)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
)
_SPECIAL_IN_SET = re.compile(r"[\\\[\]&~|]")


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether `path` (relative, with forward slashes) is picked by one of the globs."""
    return any(compiled(glob).fullmatch(path) for glob in globs)


@lru_cache(maxsize=512)
def compiled(glob: str) -> re.Pattern[str]:
    """The pattern of the relative paths that the glob picks."""
    body = glob.strip().removeprefix("./").rstrip("/")
    anywhere = "" if "/" in body else "(?:.*/)?"
    pattern = "".join(_part(piece) for piece in _PIECE.findall(body.lstrip("/")))
    return re.compile(f"{anywhere}{pattern}(?:/.*)?", re.DOTALL)


def _part(piece: str) -> str:
    if piece in _WILD:
        return _WILD[piece]
    if len(piece) > 2 and piece.startswith("["):
        negated = piece[1] in "!^" and len(piece) > 3
        inner = piece[2:-1] if negated else piece[1:-1]
        return ("[^" if negated else "[") + _SPECIAL_IN_SET.sub(r"\\\g<0>", inner) + "]"
    return re.escape(piece)
