"""Addresses in running text: web addresses, e-mail addresses and DOIs. They are links, not prose."""

from __future__ import annotations

import re

_URL = re.compile(
    r"""(?P<web>(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>"\ufffc|]+)
    |(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)
    |(?P<doi>\bdoi:\ ?10\.\d{4,9}/[^\s<>"\ufffc]+)
    |(?P<bare>(?<![\w@.-])(?:[a-zA-Z0-9-]{1,63}\.){1,4}
        (?:com|org|net|gov|edu|info|co|io|uk|ca|au|eu|int|health)/[^\s<>"\ufffc|]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOSING = {")": "(", "]": "["}


def find_urls(text: str) -> list[tuple[int, int, str]]:
    """The (start, end, target) of each address in `text`, without the punctuation that follows it."""
    if "/" not in text and "@" not in text and "www." not in text:
        return []
    found: list[tuple[int, int, str]] = []
    for match in _URL.finditer(text):
        start, end = match.start(), _trimmed(match)
        address = text[start:end]
        kind = match.lastgroup
        if kind == "web" and not any(char.isalnum() for char in address.partition("://")[2] or address):
            continue
        if kind == "mail":
            address = "mailto:" + address
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
