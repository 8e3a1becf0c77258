"""Reading the shipped tables. Each file is read at most once, and only when something asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from healthlint.knowledge.model import Table

TABLES = (
    "intervention_names",
    "interventions",
    "condition_names",
    "conditions",
    "uses",
    "established",
    "sources",
)
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
    fields = _body(table)[1:-1].replace("\n", "\t").split("\t")
    return MappingProxyType(dict(zip(fields[::2], fields[1::2], strict=True)))


def under(table: str, key: str) -> list[str]:
    """The rows of a table whose first field is `key`.

    Tables are sorted, so the rows stand together and the rest of the text is not looked at.
    """
    text, start = _body(table), f"\n{key}\t"
    at = text.find(start)
    if at < 0:
        return []
    end = at
    while text.startswith(start, end):
        end = text.index("\n", end + 1)
    return text[at + 1 : end].split("\n")


def row(table: str, key: str) -> str:
    """The one row of a table whose first field is `key`; `KeyError` where there is none."""
    found = under(table, key)
    if not found:
        raise KeyError(key)
    return found[0]


@cache
def _body(table: str) -> str:
    """The rows of a table as text, with a line feed before each and one at the end."""
    text = read(table)
    at = 0
    while text.startswith("# ", at):
        at = text.index("\n", at) + 1
    return "\n" + text[at:]


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
