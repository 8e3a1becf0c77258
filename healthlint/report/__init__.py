"""Report formats. Each is one module that sees only a `Report` and is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from healthlint.diagnostic import Report
from healthlint.report.style import Style

FORMATS: Mapping[str, str] = MappingProxyType({"full": "full", "concise": "concise", "json": "json_report"})
"""Module names by the names of the formats."""

Renderer = Callable[[Report, Style], Iterator[str]]


def renderer(name: str) -> Renderer:
    """The function that writes a report in the named format, in pieces of text. Raises `KeyError`."""
    return cast("Renderer", import_module(f"{__name__}.{FORMATS[name]}").render)
