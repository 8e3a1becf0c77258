"""Report formats. Each is one module that sees only a `Report` and is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from healthlint.diagnostic import Report
from healthlint.report.style import Style

Renderer = Callable[[Report, Style], Iterator[str]]

_FUNCTIONS: Mapping[str, str] = MappingProxyType(
    {
        "full": "full:render",
        "concise": "concise:render",
        "grouped": "grouped:render",
        "json": "json_report:render",
        "json-lines": "json_report:render_lines",
        "sarif": "sarif:render",
        "github": "github:render",
        "gitlab": "gitlab:render",
        "junit": "xml:render_junit",
        "checkstyle": "xml:render_checkstyle",
        "rdjson": "rdjson:render",
        "markdown": "markdown:render",
        "html": "html:render",
        "statistics": "statistics:render",
        "statistics-json": "statistics:render_json",
    }
)


def renderer(name: str) -> Renderer:
    """The function that writes a report in the named format, in pieces of text. Raises `KeyError`."""
    module, _, function = _FUNCTIONS[name].partition(":")
    return cast("Renderer", getattr(import_module(f"{__name__}.{module}"), function))
