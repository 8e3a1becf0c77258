"""What earlier runs found, so that a text that did not change is not checked again.

`open_cache` gives a `Cache`, or none with a warning: a cache may fail in any way without harm to a run.
"""

from __future__ import annotations

from healthlint.cache.location import cache_folder
from healthlint.cache.store import Cache, CacheError, clean, open_cache

__all__ = ["Cache", "CacheError", "cache_folder", "clean", "open_cache"]
