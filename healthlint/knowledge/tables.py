"""Reading the shipped tables. Each file is read at most once, and only when something asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from healthlint.knowledge.model import Table

TABLES = ("intervention_names", "interventions", "condition_names", "conditions", "uses", "established", "sources")
"""The shipped tables, in the order in which a look-up needs them."""


def read(name: str) -> str:
    """The text of a shipped table with its header lines."""
    return files("healthlint.knowledge").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")


def header_and_rows(text: str) -> tuple[dict[str, str], list[str]]:
    """The `# key: value` lines at the top of a table, and its rows as they stand."""
    head: dict[str, str] = {}
    at = 0
    while text.startswith("# ", at):
        end = text.index("\n", at)
        key, _, value = text[at + 2 : end].partition(": ")
        head[key] = value
        at = end + 1
    return head, text[at:].splitlines()


def rows(name: str) -> list[str]:
    """The rows of a shipped table, fields separated by tabs."""
    return header_and_rows(read(name))[1]


@cache
def names(table: str) -> Mapping[str, str]:
    """Surface forms of a names table and the ids that they stand for."""
    return MappingProxyType(dict([row.split("\t") for row in rows(table)]))


@cache
def by_first(table: str) -> Mapping[str, str]:
    """The rows of a table by their first field. Rows are split only when they are used."""
    return MappingProxyType({row.partition("\t")[0]: row for row in rows(table)})


@cache
def groups(table: str) -> Mapping[str, tuple[str, ...]]:
    """The rows of a table that share a first field, by that field."""
    found: dict[str, list[str]] = {}
    for row in rows(table):
        found.setdefault(row.partition("\t")[0], []).append(row)
    return MappingProxyType({key: tuple(value) for key, value in found.items()})


def tables() -> tuple[Table, ...]:
    """Every shipped table with its size, date, sources, licence and checksum."""
    from hashlib import sha256

    found = []
    for name in TABLES:
        text = read(name)
        head, body = header_and_rows(text)
        digest = sha256(text.encode("utf-8")).hexdigest()
        found.append(Table(name, len(body), head["as-of"], head["sources"], head["licence"], digest))
    return tuple(found)
