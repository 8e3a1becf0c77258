"""The nearest known word, for messages about a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence part such as " Did you mean 'news'?" (with a leading space), or "" when nothing is near."""
    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return f" Did you mean '{by_lower[close[0]]}'?" if close else ""


def one_of(names: Iterable[str]) -> str:
    """The names as a list for a message: "a, b or c"."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
