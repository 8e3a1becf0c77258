"""The built-in rule pack: one module a rule, one folder a family."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from healthlint.api import AnyRule


def rules() -> tuple[AnyRule, ...]:
    """Every rule of the pack: the `RULE` of each module below this package."""
    modules = walk_packages(__path__, f"{__name__}.")
    return tuple(import_module(module.name).RULE for module in modules if not module.ispkg)
