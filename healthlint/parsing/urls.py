"""Addresses in running text: web addresses, e-mail addresses and DOIs. They are links, not prose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from healthlint.document import Link
from healthlint.parsing.masks import OBJECT
from healthlint.parsing.pieces import runs_of
from healthlint.text import Text

_CHARACTER = r"""[^\s<>"|\ufffc\u3000-\u9fff\uff00-\uffef]"""


@cache
def _addresses() -> re.Pattern[str]:
    """Compiled when a text first has an address: it takes longer than the rest of the module."""
    return re.compile(_URL, re.VERBOSE | re.IGNORECASE)


_URL = rf"""(?P<web>(?<![a-zA-Z0-9])(?:(?:https?|ftp)://|www\.){_CHARACTER}+)
    |(?P<mail>(?<![\w.+-])(?:mailto:)?[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+)
    |(?P<doi>\bdoi:\ ?10\.\d{{4,9}}/{_CHARACTER}+)
    |(?P<bare>(?<![\w@.-])(?:[a-zA-Z0-9-]{{1,63}}\.){{1,4}}
        (?:com|org|net|gov|edu|info|co|io|uk|ca|au|eu|int|health)/{_CHARACTER}+)"""
_CLOSING = {")": "(", "]": "["}


def find_urls(text: str) -> list[tuple[int, int, str]]:
    """The (start, end, target) of each address in `text`, without the punctuation that follows it."""
    if "/" not in text and "@" not in text and "www." not in text:
        return []
    found: list[tuple[int, int, str]] = []
    for match in _addresses().finditer(text):
        start, end = match.start(), _trimmed(match)
        address = text[start:end]
        kind = match.lastgroup
        if kind == "web" and not any(char.isalnum() for char in address.partition("://")[2] or address):
            continue
        if kind == "mail":
            address = "mailto:" + address.removeprefix("mailto:")
        elif kind == "doi":
            address = "https://doi.org/" + address[4:].lstrip()
        elif not address.lower().startswith(("http", "ftp")):
            address = "https://" + address
        found.append((start, end, address))
    return found


def _trimmed(match: re.Match[str]) -> int:
    """Where the address ends: final punctuation and closing brackets without a partner are not part of it."""
    address = match.group()
    end = len(address)
    surplus = {close: address.count(close) - address.count(opening) for close, opening in _CLOSING.items()}
    while end:
        last = address[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in ".,;:!?'’”*_~…":
            break
        end -= 1
    return match.start() + end


def without_urls(text: Text, links: tuple[Link, ...]) -> tuple[Text, tuple[Link, ...]]:
    """The text with each bare URL replaced by one object character that is a link.

    `links` are in order of their starts.
    """
    urls = find_urls(text.text)
    if not urls:
        return text, links
    runs: list[tuple[str, int, int]] = []
    shifts: list[tuple[int, int, int]] = []
    at, shorter = 0, 0
    for start, end, _ in urls:
        runs.extend(runs_of(text, at, start))
        span = text.span(start, end)
        runs.append((OBJECT, span.start, span.end))
        shorter += end - start - 1
        shifts.append((start, end, shorter))
        at = end
    runs.extend(runs_of(text, at, len(text)))
    moved = [Link(_moved(k.start, shifts), _moved(k.end, shifts), k.target) for k in links]
    starts = [link.start for link in links]
    for start, end, target in urls:
        before = bisect_right(starts, start) - 1
        if before < 0 or links[before].end < end:
            finish = _moved(end, shifts)
            moved.append(Link(finish - 1, finish, target))
    return Text.build(runs), tuple(sorted(moved, key=_start))


def _moved(offset: int, shifts: list[tuple[int, int, int]]) -> int:
    """Where `offset` comes to lie when each URL (start, end, characters less up to here) is one character."""
    at = bisect_left(shifts, offset, key=lambda shift: shift[0]) - 1
    if at < 0:
        return offset
    _, end, shorter = shifts[at]
    return max(offset, end) - shorter


def _start(link: Link) -> int:
    return link.start
