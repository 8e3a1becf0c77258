"""The JSON Schema of configuration files and reports, generated from the types that read and write them."""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from healthlint.config.model import Config
from healthlint.config.typed import OFF, key_of, public_fields
from healthlint.rule import AnyRule

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_SCALARS: Mapping[type, str] = types.MappingProxyType(
    {str: "string", bool: "boolean", int: "integer", float: "number"}
)


def schema_of(hint: Any, metadata: Mapping[str, Any] = types.MappingProxyType({})) -> Schema:
    """The schema of values of a type: scalars, literals, unions, lists, mappings, dataclasses, typed dicts."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return {**schema_of(arguments[0]), "description": arguments[1]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return _union(arguments, metadata)
    if origin in (tuple, list, frozenset):
        unique = {"uniqueItems": True} if origin is frozenset else {}
        return {"type": "array", "items": schema_of(arguments[0]), **unique}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    if is_typeddict(hint):
        return typed_dict_schema(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return dataclass_schema(hint)
    if hint is types.NoneType:
        return {"type": "null"}
    return _scalar(hint, metadata)


def _union(members: tuple[Any, ...], metadata: Mapping[str, Any]) -> Schema:
    return {"anyOf": [schema_of(member, metadata) for member in members]}


def _scalar(hint: Any, metadata: Mapping[str, Any]) -> Schema:
    found: Schema = {"type": _SCALARS[hint]} if hint in _SCALARS else {}
    if "min" in metadata:
        found["minimum"] = metadata["min"]
    if "max" in metadata:
        found["maximum"] = metadata["max"]
    return found


def typed_dict_schema(shape: Any) -> Schema:
    """The schema of a typed dict, in which every key is required and no other is allowed."""
    hints = get_type_hints(shape, include_extras=True)
    return {
        "type": "object",
        "description": inspect.getdoc(shape) or "",
        "properties": {key: schema_of(hint) for key, hint in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }


def dataclass_schema(shape: type, defaults: object = None) -> Schema:
    """The schema of a table that is read into a dataclass, as a person writes it.

    TOML has no `None`: a key that may be unset is left out, or says "off" where no other text belongs.
    """
    hints = get_type_hints(shape)
    known = public_fields(shape)
    required = [
        key_of(f) for f in known if f.default is MISSING and f.default_factory is MISSING and defaults is None
    ]
    properties = {}
    for field in known:
        default = getattr(defaults, field.name, None)
        properties[key_of(field)] = {
            **_writable(hints[field.name], field.metadata),
            **({"description": field.metadata["help"]} if "help" in field.metadata else {}),
            **({"default": _plain(default)} if default is not None else {}),
        }
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _writable(hint: Any, metadata: Mapping[str, Any]) -> Schema:
    if get_origin(hint) not in (Union, types.UnionType) or types.NoneType not in get_args(hint):
        return schema_of(hint, metadata)
    members = [member for member in get_args(hint) if member is not types.NoneType]
    schemas = [schema_of(member, metadata) for member in members]
    if {int, float} & set(members):
        schemas.append({"const": OFF})
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def config_schema(rules: Iterable[AnyRule] = ()) -> Schema:
    """The schema of healthlint.toml with the options of these rules, by name and by code."""
    schema = {"$schema": DRAFT, "title": "healthlint configuration", **dataclass_schema(Config)}
    tables = rule_tables(rules)
    schema["properties"]["rules"] = {**schema["properties"]["rules"], **tables}
    override = schema["properties"]["overrides"]["items"]["properties"]
    override["rules"] = {"$ref": "#/properties/rules"}
    return schema


def rule_tables(rules: Iterable[AnyRule]) -> Schema:
    """The schema of `[rules]`: a table of options for each rule."""
    level = {"enum": ["error", "warning", "suggestion", "off"], "description": "Severity in every profile."}
    properties: Schema = {}
    for rule in rules:
        options = rule.options()
        table = dataclass_schema(type(options), options)
        table["description"] = rule.summary
        table["properties"] = {"severity": level, **table["properties"]}
        properties[rule.name] = table
        properties[rule.code] = {"$ref": f"#/properties/rules/properties/{rule.name}"}
    return {"type": "object", "properties": properties, "additionalProperties": False} if properties else {}
