"""Alternatives in expressions: many phrases as one, and one expression as its alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterable

GAP = r"[\s-]+"

_END = ""
_Tree = dict[str, "_Tree"]


def one_of(phrases: Iterable[str]) -> str:
    """An expression for any of the phrases, the longest first; a gap in them stands for spaces and hyphens.

    Phrases with the same beginning share it, so that a text is compared with each letter once and not with
    each phrase.
    """
    tree: _Tree = {}
    for phrase in phrases:
        node = tree
        for sign in re.sub(GAP, " ", phrase):
            node = node.setdefault(GAP if sign == " " else re.escape(sign), {})
        node[_END] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: _Tree) -> str:
    """The alternatives of a node, those that go on before the one that ends here."""
    ways = [sign + _rest(after) for sign, after in tree.items() if sign != _END]
    return "|".join([*ways, *([""] if _END in tree else [])])


def _rest(tree: _Tree) -> str:
    if len(tree) == 1:
        sign, after = next(iter(tree.items()))
        return sign + _rest(after) if sign != _END else ""
    return f"(?:{_branches(tree)})"


_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P?[<=!:#]?|[()|]|[^\\\[()|]+", re.DOTALL)
_CLASS = re.compile(r"(?<!\\)\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_KEEPS = re.compile(r"(?:\\.|[^\\(])*\((?:[^?]|\?P|\?[a-zA-Z(-]|$)", re.DOTALL)


def split(expression: str, flags: int) -> tuple[str, ...]:
    """The alternatives at the top of an expression, in order; the expression itself where it keeps groups.

    Trying them one by one, and taking the leftmost match and of equal ones the first, is the same as trying
    the expression.
    """
    if flags & re.VERBOSE or _KEEPS.match(_CLASS.sub("x", expression)):
        return (expression,)
    parts, depth = [""], 0
    for piece in _PIECE.findall(expression):
        if piece == "|" and not depth:
            parts.append("")
            continue
        depth += piece.startswith("(") - (piece == ")")
        parts[-1] += piece
    return tuple(parts)
