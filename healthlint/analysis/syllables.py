"""How many syllables a word has when it is read aloud.

Words of the CMU Pronouncing Dictionary have the count of their first pronunciation there. A word that it
lacks is taken apart (spelling variants, endings, combining forms) until a part is found, and otherwise
counted from its spelling. Abbreviations that are spelled out count their letters ("OCD" 3, "SSRIs" 4).
A whole number in figures counts one syllable: a reader takes it in at one glance, and plain-language
guidance prefers "30 minutes" to "thirty minutes". A decimal is read figure by figure ("0.87" counts 4).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from healthlint.analysis.syllable_rules import spelled_syllables

_SPELLED_OUT = {"us": 2, "who": 3, "ed": 2, "ms": 2, "tb": 2}
"""Abbreviations whose letters also make a word of the dictionary."""

_VARIANTS = (
    (re.compile(r"ae"), "e"),
    (re.compile(r"oe"), "e"),
    (re.compile(r"our(?=$|s$|ed$|ing$|al)"), "or"),
    (re.compile(r"is(?=e[ds]?$|ing$|ation)"), "iz"),
    (re.compile(r"ys(?=e[ds]?$|ing$)"), "yz"),
    (re.compile(r"ll(?=ed$|ing$|er$)"), "l"),
)
"""British spellings and the American ones, which the dictionary prefers."""

_ENDINGS = {"ness": 1, "less": 1, "ment": 1, "ments": 1, "ful": 1, "ly": 1, "ing": 1, "like": 1, "wise": 1}
_PREFIXES = {
    "anti": 2, "auto": 2, "bio": 2, "cardio": 3, "chemo": 2, "co": 1, "counter": 2, "dis": 1, "electro": 3,
    "endo": 2, "extra": 2, "gastro": 2, "hyper": 2, "hypo": 2, "immuno": 3, "inter": 2, "intra": 2, "macro": 2,
    "micro": 2, "mis": 1, "multi": 2, "neuro": 2, "non": 1, "over": 2, "peri": 2, "physio": 3, "poly": 2,
    "post": 1, "pre": 1, "psycho": 2, "radio": 3, "re": 1, "self": 1, "semi": 2, "sub": 1, "super": 2,
    "thermo": 2, "trans": 1, "ultra": 2, "un": 1, "under": 2,
}  # fmt: skip
_FIGURES = re.compile(r"\d[\d,]*(?:\.\d+)?")
_KEY_LETTERS = 3
"""Letters by which a part of the table is found that is searched from end to end."""

_SIBILANT = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)$")


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """The syllables of one word as it stands in a text, at least 1. A hyphenated word counts all its parts."""
    plain = _plain(word)
    letters = [part for part in re.split(r"[-\d.,]+", plain) if part.strip("'")]
    figures = _FIGURES.findall(plain)
    return max(sum(map(_part, letters)) + sum(len(number) if "." in number else 1 for number in figures), 1)


def _plain(word: str) -> str:
    """Without accents, and with straight apostrophes and plain hyphens."""
    if word.isascii():
        return word
    straight = word.replace("’", "'").replace("‐", "-").replace("‑", "-")
    decomposed = unicodedata.normalize("NFKD", straight)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _part(part: str) -> int:
    letters = part.strip("'").removesuffix("s") if part[:-1].isupper() else part.strip("'")
    lower = part.lower().strip("'")
    if letters.isupper() and lower in _SPELLED_OUT:
        return _SPELLED_OUT[lower]
    known = look_up(lower)
    if known is not None:
        return known
    if _is_spelled_out(letters):
        return len(letters) + 2 * letters.lower().count("w")
    return _possessive(lower) or _derived(lower) or spelled_syllables(re.sub(r"[^a-z]", "", lower))


def _is_spelled_out(letters: str) -> bool:
    """Whether the letters are read one by one: capitals that make no word, or no vowel among them."""
    if len(letters) > 6:
        return False
    capitals = sum(letter.isupper() for letter in letters)
    vowels = re.findall(r"[aeiouy]+", letters.lower())
    pronounceable = len(letters) >= 4 and re.fullmatch(
        r"[^aeiou]?(?:[aeiou][^aeiou]{1,2})+[aeiou]?", letters.lower()
    )
    return not vowels or (capitals >= 2 and not pronounceable)


def _possessive(lower: str) -> int | None:
    stem, apostrophe, rest = lower.partition("'")
    if not apostrophe:
        return None
    return syllables(stem) + (rest == "s" and bool(_SIBILANT.search(stem)))


def _derived(lower: str) -> int | None:
    """The count of a word from that of a known word inside it."""
    for pattern, american in _VARIANTS:
        variant = pattern.sub(american, lower)
        if variant != lower and (known := look_up(variant)) is not None:
            return known
    return _without_ending(lower) or _without_prefix(lower)


def _without_ending(lower: str) -> int | None:
    if lower.endswith("s") and not lower.endswith("ss"):
        for stem in (lower[:-1], lower[:-2] if lower.endswith("es") else ""):
            if (known := _known_stem(stem)) is not None:
                return known + bool(_SIBILANT.search(stem))
    if lower.endswith("ed"):
        for stem in (lower[:-1], lower[:-2]):
            if (known := _known_stem(stem)) is not None:
                return known + bool(re.search(r"[td]e?$", stem))
    for ending, count in _ENDINGS.items():
        if lower.endswith(ending) and (known := _known_stem(lower.removesuffix(ending))) is not None:
            return known + count
    return None


def _known_stem(stem: str) -> int | None:
    return look_up(stem) if len(stem) >= 4 else None


def _without_prefix(lower: str) -> int | None:
    for prefix, count in _PREFIXES.items():
        rest = lower.removeprefix(prefix)
        if rest != lower and len(rest) >= 5:
            known = look_up(rest)
            if known is None:
                known = _without_ending(rest)
            if known is not None:
                return count + known
    return None


def look_up(word: str) -> int | None:
    """The count of a lower-case word in the shipped dictionary, or `None`."""
    data, key = _table(), word.encode()
    line = b"\n%b " % key
    at = data.find(line, *_place(key[:_KEY_LETTERS]))
    return None if at < 0 else int(data[at + len(line) : data.index(b"\n", at + 1)])


@lru_cache(maxsize=10_000)
def _place(prefix: bytes) -> tuple[int, int]:
    """Where the lines of the words with this beginning stand, with the line end before them."""
    return max(_bound(prefix) - 1, 0), _bound(prefix + b"\xff")


def _bound(key: bytes) -> int:
    """Where the first line stands whose word is not before `key`."""
    data = _table()
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if data[start : data.index(b" ", start)] < key:
            low = data.index(b"\n", start) + 1
        else:
            high = start
    return low


@cache
def _table() -> bytes:
    """Lines of `word count`, sorted: searched as they stand, for a dict of them is slow to build and large.

    The lines about source and licence, which come first, are left out but for their line end.
    """
    data = files("healthlint.analysis").joinpath("data", "syllables.txt").read_bytes()
    rows = re.search(rb"\n(?!#)", data)
    return data[rows.start() :] if rows else data
