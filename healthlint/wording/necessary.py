"""The trigger words of a regular expression: sets of words of each of which every match holds one.

The expression is read with the standard library's own parser. Parts of it that stand for few texts are
spelt out, and the words in them are triggers; of the parts that every match must have, those whose words are
rarest are taken. What cannot be spelt out is passed over, so a set may be missing but is never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_EDGE = "\x01"
"""In a spelt-out text: the edge of a word, of no width."""
_OTHER = "\x02"
"""Some sign that is no letter."""
_DIGIT = "0"
_DIGITS = (ord("0"), ord("9"))
_MOST = 600
_USEFUL = 0.5
_RUN = re.compile(r"[a-z]+")
_LETTER = re.compile(r"[^\W\d_]")
_SHORTEST = 3

SETS = 3

Texts = frozenset[str]
Share = Callable[[str], float]
"""How often a trigger lets a sentence through, 0 to 1."""


def necessary(expression: str, flags: int, share: Share) -> tuple[Texts, ...]:
    """Up to `SETS` sets of triggers of an expression, the rarest first; none when it has none."""
    found = {triggers for triggers in _candidates(parser.parse(expression, flags), share, "") if triggers}
    ordered = sorted(found, key=lambda triggers: (_sum(triggers, share), sorted(triggers)))
    return tuple(each for each in ordered[:SETS] if each == ordered[0] or _sum(each, share) < _USEFUL)


def _sum(triggers: Texts, share: Share) -> float:
    return sum(map(share, triggers))


def _best(items: Iterable[Any], share: Share, before: str = "") -> Texts | None:
    """The rarest triggers of a sequence; `before` is what is known of the sign in front of it."""
    found = [triggers for triggers in _candidates(items, share, before) if triggers]
    return min(found, key=lambda triggers: (_sum(triggers, share), sorted(triggers)), default=None)


def _candidates(items: Iterable[Any], share: Share, before: str) -> Iterator[Texts | None]:
    """The triggers of each part that every match of a sequence must have."""
    here: Texts = frozenset((before,))
    for item in _flat(items):
        texts = _spelt(item)
        if texts is not None and len(here) * len(texts) <= _MOST:
            here = _joined(here, texts)
            continue
        once = _once(item)
        yield _triggers(_joined(here, once) if len(here) * len(once) <= _MOST else here, share)
        if texts is None:
            yield _of_part(item, share, _EDGE if all(text and _parts_words(text[-1]) for text in here) else "")
        here = texts if texts is not None else once
    yield _triggers(here, share)


def _flat(items: Iterable[Any]) -> Iterator[Any]:
    """The items of a sequence with its groups opened."""
    for code, value in items:
        if code is codes.SUBPATTERN:
            yield from _flat(value[3])
        elif code is codes.ATOMIC_GROUP:
            yield from _flat(value)
        else:
            yield code, value


def _of_part(item: Any, share: Share, before: str) -> Texts | None:
    """The triggers of a part that cannot be spelt out."""
    code, value = item
    if code is codes.BRANCH:
        branches = [_best(branch, share, before) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else None  # type: ignore[arg-type]
    if code in _REPEATS and value[0] > 0:
        return _best(value[2], share)
    return None


_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_NO_WIDTH = (codes.ASSERT, codes.ASSERT_NOT)


def _spelt(item: Any) -> Texts | None:
    """All texts that a part can match; None when they are too many."""
    code, value = item
    if code is codes.LITERAL:
        return frozenset((_sign(value),))
    if code is codes.AT:
        return frozenset(("",) if value is codes.AT_NON_BOUNDARY else (_EDGE,))
    if code in _NO_WIDTH:
        return frozenset(("",))
    if code is codes.IN:
        return _spelt_set(value)
    if code is codes.BRANCH:
        return _union(_spelt_all(branch) for branch in value[1])
    if code in _REPEATS and value[1] <= 2:
        once = _spelt_all(value[2])
        return once and _union(_times(once, count) for count in range(value[0], value[1] + 1))
    return None


def _times(texts: Texts, count: int) -> Texts | None:
    found: Texts = frozenset(("",))
    for _ in range(count):
        found = _joined(found, texts)
        if len(found) > _MOST:
            return None
    return found


def _spelt_all(items: Iterable[Any]) -> Texts | None:
    found: Texts = frozenset(("",))
    for item in _flat(items):
        texts = _spelt(item)
        if texts is None or len(found) * len(texts) > _MOST:
            return None
        found = _joined(found, texts)
    return found


def _union(parts: Iterable[Texts | None]) -> Texts | None:
    found: set[str] = set()
    for part in parts:
        if part is None or len(found) + len(part) > _MOST:
            return None
        found |= part
    return frozenset(found)


def _spelt_set(members: list[Any]) -> Texts | None:
    """The signs of a character class, those that are no letters taken together where they are many."""
    found: set[str] = set()
    for code, value in members:
        if code is codes.LITERAL:
            found.add(_sign(value))
        elif code is codes.CATEGORY and value in (codes.CATEGORY_SPACE, codes.CATEGORY_NOT_WORD):
            found.add(_OTHER)
        elif (code, value) in ((codes.CATEGORY, codes.CATEGORY_DIGIT), (codes.RANGE, _DIGITS)):
            found.add(_DIGIT)
        else:
            return None
    return frozenset(found)


def _sign(code: int) -> str:
    sign = chr(code).lower()
    return _DIGIT if sign.isdecimal() else sign


def _once(item: Any) -> Texts:
    """What a part that cannot be spelt out begins and ends with: what it repeats, where that is known."""
    code, value = item
    if code in _REPEATS and value[0] > 0:
        return _spelt_all(value[2]) or frozenset(("",))
    return frozenset(("",))


def _joined(before: Texts, after: Texts) -> Texts:
    return frozenset(one + other for one in before for other in after)


def _triggers(texts: Texts, share: Share) -> Texts | None:
    """A trigger for each of the texts, or None when one of them has none."""
    found: set[str] = set()
    for text in texts:
        options = list(_options(text))
        if not options:
            return None
        found.add(min(options, key=lambda option: (share(option), -len(option), option)))
    return frozenset(one for one in found if not any(_implied(one, other) for other in found if other != one))


def _options(text: str) -> Iterator[str]:
    """The triggers that a text holds."""
    for run in _RUN.finditer(text):
        begin, end = run.span()
        first = begin > 0 and _parts_words(text[begin - 1])
        last = end < len(text) and _parts_words(text[end])
        if len(run.group()) >= _SHORTEST or (first and (last or len(run.group()) > 1)):
            yield "^" * first + run.group() + "$" * last
    for sign in set(text) - {_EDGE, _OTHER}:
        if not (sign.isalpha() or sign.isspace()):
            yield sign


def _parts_words(sign: str) -> bool:
    """Whether a word ends before `sign` and begins after it."""
    return not _LETTER.match(sign)


def _implied(one: str, other: str) -> bool:
    """Whether every text that holds the trigger `one` holds `other`."""
    inside, letters = one.strip("^$"), other.strip("^$")
    if not (inside.isalpha() and letters.isalpha()):
        return False
    if other.startswith("^") and other.endswith("$"):
        return False
    if other.startswith("^"):
        return one.startswith("^") and inside.startswith(letters)
    if other.endswith("$"):
        return one.endswith("$") and inside.endswith(letters)
    return letters in inside
