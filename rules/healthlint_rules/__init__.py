"""The built-in rule pack: one module a rule, one folder a family."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from healthlint.api import AnyRule


def rules() -> tuple[AnyRule, ...]:
    """Every rule of the pack: the `RULE` of each module inside a family folder."""
    modules = walk_packages(__path__, f"{__name__}.")
    depth = __name__.count(".") + 2
    return tuple(import_module(m.name).RULE for m in modules if not m.ispkg and m.name.count(".") == depth)
