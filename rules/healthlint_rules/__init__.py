"""The built-in rule pack: one module a rule, one folder a family."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from importlib.resources import files
from pkgutil import walk_packages
from typing import cast

from healthlint.api import AnyRule


def rules() -> tuple[AnyRule, ...]:
    """Every rule of the pack: the `RULE` of each module inside a family folder, with its measured precision."""
    modules = walk_packages(__path__, f"{__name__}.")
    depth = __name__.count(".") + 2
    figures = _precision()
    found = (import_module(m.name).RULE for m in modules if not m.ispkg and m.name.count(".") == depth)
    return tuple(
        replace(rule, precision=figures[rule.code]) if rule.code in figures else rule for rule in found
    )


def _precision() -> Mapping[str, float]:
    """The precision of rules by code, as `python -m tests.accuracy --write-precision` measured it."""
    text = files(__name__).joinpath("precision.json").read_text(encoding="utf-8")
    return cast("Mapping[str, float]", json.loads(text))
