"""healthlint: a linter for health writing."""

from __future__ import annotations

__version__ = "0.1.0"
