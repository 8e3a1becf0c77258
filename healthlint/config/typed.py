"""Plain data (as TOML or YAML give it) into frozen dataclasses, checked by type and bound.

The fields of a dataclass may be `str`, `int`, `float`, `bool`, a `Literal`, a nested dataclass, `X | None`,
`tuple[X, ...]`, `frozenset[X]` or `Mapping[str, X]`. Field metadata bounds a number (`min`, `max`), explains
the field (`help`), and lets an option of a rule follow a general setting (`follows`: "readability.engine"). A
number that may be `None` is switched off by "off". Keys may be written with hyphens or underscores.
"""

from __future__ import annotations

import math
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from healthlint.config.suggest import did_you_mean, one_of

Shape = TypeVar("Shape")

OFF = "off"
"""Written for a number that is `None`."""

_NAMES: Mapping[type, str] = types.MappingProxyType(
    {str: "a text in quotes", bool: "true or false", int: "a whole number", float: "a number"}
)


class BadValueError(Exception):
    """A value that does not fit; the message says which key, what stands there and what belongs there."""


def key_of(field: Field[Any]) -> str:
    """The name of a field as it is written in a file."""
    return field.name.replace("_", "-")


def public_fields(shape: type) -> tuple[Field[Any], ...]:
    """The fields of a dataclass that a person can set; metadata `internal` takes one out."""
    return tuple(field for field in fields(shape) if not field.metadata.get("internal"))


def hints_of(shape: type) -> dict[str, Any]:
    """The resolved types of the fields of a dataclass."""
    return get_type_hints(shape)


def build(shape: type[Shape], table: object, where: str) -> tuple[Shape, tuple[str, ...]]:
    """An instance of the dataclass `shape` from `table`, and a sentence about each key that does not fit.

    Keys that do not fit keep their defaults, so every field must have one. `where` names the table in
    messages ("rules.long-sentence").
    """
    values, problems = read_fields(shape, table, where)
    return shape(**values), problems


def read_fields(shape: type, table: object, where: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The values that `table` gives for the fields of `shape`, by field name, and what does not fit."""
    if not isinstance(table, Mapping):
        return {}, (f"{where or 'the file'} must be a table, not {_shown(table)}.",)
    known = {key_of(field): field for field in public_fields(shape)}
    hints = hints_of(shape)
    values: dict[str, Any] = {}
    problems: list[str] = []
    for key, value in table.items():
        path = f"{where}.{key}" if where else str(key)
        field = known.get(str(key).replace("_", "-"))
        if field is None:
            problems.append(f"unknown key '{path}'.{did_you_mean(str(key), known) or _keys(known)}")
            continue
        try:
            values[field.name] = convert(value, hints[field.name], path, field.metadata)
        except BadValueError as error:
            problems.append(str(error))
    return values, tuple(problems)


def _keys(known: Mapping[str, object]) -> str:
    return f" The keys here are {', '.join(known)}." if known else " It takes no options."


def convert(
    value: object, hint: Any, where: str, metadata: Mapping[str, Any] = types.MappingProxyType({})
) -> Any:
    """`value` as the type `hint` wants it. Raises `BadValueError` when it does not fit."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _convert_union(value, get_args(hint), where, metadata)
    if origin is Literal:
        return _convert_choice(value, get_args(hint), where)
    if origin in (tuple, frozenset, Sequence):
        return _convert_list(value, hint, where, metadata)
    if origin in (dict, Mapping):
        return _convert_mapping(value, hint, where, metadata)
    if isinstance(hint, type) and is_dataclass(hint):
        return _convert_table(value, hint, where)
    if hint in (Any, object):
        return value
    return _convert_scalar(value, hint, where, metadata)


def _convert_table(value: object, hint: type, where: str) -> Any:
    values, problems = read_fields(hint, value, where)
    missing = [
        f"'{where}' needs the key '{key_of(field)}'."
        for field in public_fields(hint)
        if field.default is MISSING and field.default_factory is MISSING and field.name not in values
    ]
    if problems or missing:
        raise BadValueError(" ".join(problems or missing))
    return hint(**values)


def _convert_union(value: object, members: Sequence[Any], where: str, metadata: Mapping[str, Any]) -> Any:
    real = [member for member in members if member is not types.NoneType]
    if len(real) < len(members) and value == OFF and {int, float} & set(real):
        return None
    for member in real[:-1]:
        try:
            return convert(value, member, where, metadata)
        except BadValueError:
            continue
    return convert(value, real[-1], where, metadata)


def _convert_choice(value: object, choices: Sequence[Any], where: str) -> Any:
    if value in choices:
        return value
    names = [str(choice) for choice in choices]
    raise BadValueError(
        f"'{where}' must be {one_of(names)}, not {_shown(value)}.{did_you_mean(str(value), names)}"
    )


def _convert_list(value: object, hint: Any, where: str, metadata: Mapping[str, Any]) -> Any:
    member = get_args(hint)[0]
    if not isinstance(value, (list, tuple)):
        raise BadValueError(f"'{where}' must be a list in square brackets, not {_shown(value)}.")
    items = [convert(item, member, f"{where}[{number}]", metadata) for number, item in enumerate(value)]
    return frozenset(items) if get_origin(hint) is frozenset else tuple(items)


def _convert_mapping(value: object, hint: Any, where: str, metadata: Mapping[str, Any]) -> Any:
    member = get_args(hint)[1]
    if not isinstance(value, Mapping):
        raise BadValueError(f"'{where}' must be a table, not {_shown(value)}.")
    return {str(key): convert(item, member, f"{where}.{key}", metadata) for key, item in value.items()}


def _convert_scalar(value: object, hint: Any, where: str, metadata: Mapping[str, Any]) -> Any:
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise BadValueError(f"'{where}' must be {_NAMES.get(hint, hint.__name__)}, not {_shown(value)}.")
    if isinstance(value, float) and not math.isfinite(value):
        raise BadValueError(f"'{where}' must be a finite number, not {value}.")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        low, high = metadata.get("min"), metadata.get("max")
        if (low is not None and value < low) or (high is not None and value > high):
            raise BadValueError(f"'{where}' must be {_bounds(low, high)}, not {value}.")
    return value


def _bounds(low: float | None, high: float | None) -> str:
    if low is None:
        return f"at most {high}"
    return f"at least {low}" if high is None else f"between {low} and {high}"


def _shown(value: object) -> str:
    text = repr(value)
    kind = "true" if value is True else "false" if value is False else text
    return kind if len(kind) <= 60 else f"{kind[:57]}..."
