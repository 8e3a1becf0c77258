"""Where the cache lives on each platform."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "HEALTHLINT_CACHE_DIR"


def cache_folder(given: str | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the cache: the one that was given, that of the environment, or the platform's."""
    if chosen := given or environment.get(VARIABLE):
        return Path(chosen)
    return _platform_folder(sys.platform, environment) / "healthlint"


def _platform_folder(platform: str, environment: Mapping[str, str]) -> Path:
    home = Path.home()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if platform == "darwin":
        return home / "Library" / "Caches"
    wanted = Path(environment.get("XDG_CACHE_HOME") or "")
    return wanted if wanted.is_absolute() else home / ".cache"
