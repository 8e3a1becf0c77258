"""What governs a verb in its own clause: hedges, boosters, negation, purpose.

English says in the verb group itself how sure a statement is ("may help to ease", "has been shown to
reduce"), so the group is read from the verb leftwards, by the form of the verb. A hedge elsewhere in the
sentence does not count: "It may rain, but ketamine cures depression" is not hedged.

Hedge levels (catalogue of hedges, calibrated on GRADE 26 and the Cochrane verb survey): -1 booster, 0 plain
fact, 1 can or helps, 2 appears or often, 3 may or might, 4 not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from healthlint.analysis.verbs import Form, forms

Mode = Literal[
    "finite",
    "imperative",
    "bullet",
    "purpose",
    "design",
    "indication",
    "way",
    "means",
    "result",
    "gerund",
    "adjective",
    "noun",
]

MODALS = {
    "can": 1, "could": 3, "may": 3, "might": 3, "will": 0, "'ll": 0, "would": 2, "should": 1, "must": 0,
    "shall": 0, "cannot": 1, "can't": 1, "couldn't": 3, "won't": 0, "wouldn't": 2, "shouldn't": 1, "mustn't": 0,
}  # fmt: skip
NEGATORS = frozenset(
    "not never no neither nor without cannot can't couldn't won't wouldn't shouldn't don't doesn't didn't "
    "isn't aren't wasn't weren't hasn't haven't hardly rarely barely fails failed fail unlikely".split()
)
ADVERBS = {
    "sometimes": 3, "possibly": 3, "potentially": 3, "perhaps": 3, "maybe": 3, "conceivably": 3,
    "theoretically": 3, "reportedly": 3, "supposedly": 3, "allegedly": 3, "seemingly": 2, "apparently": 2,
    "often": 2, "usually": 2, "generally": 2, "typically": 2, "frequently": 2, "commonly": 2, "probably": 2,
    "likely": 2, "mostly": 2, "largely": 2, "normally": 2, "occasionally": 3, "modestly": 2, "slightly": 2,
    "somewhat": 2, "partially": 2, "definitely": -1, "always": -1, "certainly": -1, "undoubtedly": -1,
    "absolutely": -1, "guaranteed": -1, "permanently": -1, "completely": -1, "instantly": -1, "also": 0,
    "even": 0, "still": 0, "then": 0, "just": 0, "both": 0, "further": 0, "thus": 0, "therefore": 0, "ever": 0,
    "already": 0, "actively": 0, "better": 0, "now": 0, "far": 0, "soon": 0, "not": 0, "only": 0, "all": 0,
    "too": 0, "so": 0, "well": 0, "rather": 0, "per": 0, "se": 0,
}  # fmt: skip
_PARTICIPLES: dict[str, tuple[Mode, int]] = {
    **dict.fromkeys(
        "shown proven known demonstrated confirmed established scientifically clinically".split(),
        ("finite", -1),
    ),
    **dict.fromkeys("found reported observed seen documented noted".split(), ("finite", 0)),
    **dict.fromkeys(
        "thought believed said claimed considered hypothesized hypothesised suspected supposed expected hoped "
        "rumored rumoured assumed theorized poised alleged purported reputed suggested".split(),
        ("finite", 3),
    ),
    **dict.fromkeys(
        "studied tested investigated evaluated explored researched examined trialled".split(), ("finite", 4)
    ),
    **dict.fromkeys(
        "designed intended formulated meant made developed created engineered aimed crafted tailored committed "
        "dedicated".split(),
        ("design", 1),
    ),
    **dict.fromkeys(
        "used prescribed given taken indicated approved licensed recommended administered performed offered "
        "authorized authorised applied employed utilized utilised cleared ordered sold marketed "
        "advertised".split(),
        ("indication", 0),
    ),
}
_VERBS: dict[str, tuple[Mode, int]] = {}
for _verb, _meaning in {
    "seem": ("finite", 2), "appear": ("finite", 2), "tend": ("finite", 2), "work": ("finite", 1),
    "serve": ("finite", 0), "act": ("finite", 0), "continue": ("finite", 0), "begin": ("finite", 0),
    "start": ("finite", 0), "promise": ("finite", 1), "aim": ("design", 2), "hope": ("purpose", 3),
    "try": ("purpose", 2), "attempt": ("purpose", 2), "want": ("purpose", 2), "wish": ("purpose", 2),
    "strive": ("design", 1), "plan": ("purpose", 2), "seek": ("purpose", 2), "need": ("purpose", 0),
    "look": ("purpose", 0), "claim": ("purpose", 3), "purport": ("purpose", 3), "go": ("finite", 0),
}.items():  # fmt: skip
    for _form in forms(_verb):
        _VERBS[_form] = _meaning  # type: ignore[assignment]
_NOUNS: dict[str, tuple[Mode, int]] = {
    "potential": ("finite", 3), "possibility": ("finite", 3), "ability": ("finite", 1),
    "capacity": ("finite", 1), "power": ("finite", 1), "able": ("finite", 1), "likely": ("finite", 2),
    "unlikely": ("finite", 3), "sure": ("finite", -1), "guaranteed": ("finite", -1), "way": ("way", 0),
    "ways": ("way", 0), "method": ("way", 0), "methods": ("way", 0), "key": ("way", 0), "secret": ("way", 0),
    "solution": ("way", 0), "strategy": ("way", 0), "option": ("way", 0), "options": ("way", 0),
    "remedy": ("way", 0), "approach": ("way", 0), "effort": ("purpose", 2), "efforts": ("purpose", 2),
    "how": ("purpose", 0),
}  # fmt: skip
_ALONE: dict[Form, Mode] = {"base": "imperative", "s": "bullet", "past": "adjective", "ing": "gerund"}
"""How a verb stands that nothing stands before."""
_HELP: dict[str, Form] = {"help": "base", "helps": "s", "helped": "past", "helping": "ing"}
_BE = frozenset("is are was were be been being am 's 're it's they're".split())
_HAVE = frozenset("has have had having 've".split())
_DO = frozenset(("do", "does", "did", "don't", "doesn't", "didn't"))
_NOT_A_VERB_AFTER = frozenset(
    "the a an your my his her their our its of in for with no any each every some more less better best good "
    "own right perfect new natural optimal healthy proper ideal on at from this that these as into between "
    "during under over about".split()
) - {"that", "this", "these"}
_ADVERB_EXCEPTIONS = frozenset(
    "family early only daily supply ally belly jelly reply rely apply anomaly".split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """How a verb stands in its clause. `left` is the index of the first word of its verb group."""

    mode: Mode
    hedge: int
    negated: bool
    left: int
    helped: bool = False


def is_adverb(word: str) -> bool:
    """Whether a word may stand between an auxiliary and its verb."""
    return word in ADVERBS or (word.endswith("ly") and word not in _ADVERB_EXCEPTIONS)


def scope(
    words: Sequence[str], at: int, form: Form, first: int = 0, listed: frozenset[int] = frozenset()
) -> Scope:
    """How the verb at index `at`, of the given form, stands in the clause that begins at index `first`.

    `listed` are the words that a comma stands before: a base form in a list ("to ease pain, lift mood and
    improve sleep") stands as the first of the list does.
    """
    if form == "base" and at > first and (at in listed or words[at - 1] in ("and", "or", "also")):
        governor = _list_governor(words, at, first)
        if governor is not None:
            return scope(words, governor + 1, form, first)
    if form == "ing" and at - 1 > first and words[at - 1] in ("and", "or"):
        earlier = next((n for n in range(at - 2, max(first, at - 5) - 1, -1) if words[n].endswith("ing")), None)
        if earlier is not None and words[earlier - 1] in ("in", "by"):
            return scope(words, earlier, form, first, listed)
    here = Scope("finite", 0, False, at)
    j = at - 1
    while j >= first and (
        is_adverb(words[j]) or (words[j] in NEGATORS and words[j] not in MODALS and words[j] not in _DO)
    ):
        here = _and_word(here, "" if words[j] == "not" and words[j + 1] == "only" else words[j])
        j -= 1
    here = replace(here, left=j + 1)
    if j < first:
        if form == "ing" and words[at] == "helping":
            return replace(here, mode="bullet")
        return replace(here, mode=_ALONE[form])
    if form == "ing":
        return _ing(words, j, first, here, _trailing(words, at, first, listed))
    reader = {"base": _base, "s": _third, "past": _past}[form]
    return reader(words, j, first, here)


def _trailing(words: Sequence[str], at: int, first: int, listed: frozenset[int]) -> bool:
    """Whether a participle trails its clause (", easing pain and lifting mood"): a comma stands before it."""
    if at in listed:
        return True
    if at - 1 > first and words[at - 1] in ("and", "or"):
        return any(index in listed and words[index].endswith("ing") for index in range(first, at - 1))
    return at - 1 >= first and words[at - 1] in ("thereby", "thus", "while")


def _and_word(here: Scope, word: str) -> Scope:
    level = ADVERBS.get(word, 0)
    hedge = level if level == -1 and here.hedge == 0 else max(here.hedge, level)
    return replace(here, hedge=hedge, negated=here.negated or word in NEGATORS)


def _merge(inner: Scope, outer: Scope, hedge: int = 0) -> Scope:
    """A verb group inside another: the strongest hedge of both, negated if either is."""
    levels = [inner.hedge, outer.hedge, hedge]
    strongest = max(levels)
    if strongest == 0 and -1 in levels:
        strongest = -1
    return replace(
        outer, hedge=strongest, negated=inner.negated or outer.negated, helped=inner.helped or outer.helped
    )


def _list_governor(words: Sequence[str], at: int, first: int) -> int | None:
    """The modal, "to" or "help" that governs the first verb of the list that the word at `at` stands in."""
    for index in range(at - 1, max(first, at - 16) - 1, -1):
        word = words[index]
        if word in MODALS or word in _HELP or (word == "to" and index + 1 < at):
            return index
    return None


def _base(words: Sequence[str], j: int, first: int, here: Scope) -> Scope:
    word = words[j]
    if word in MODALS:
        return replace(
            here, hedge=max(here.hedge, MODALS[word]), negated=here.negated or word in NEGATORS, left=j
        )
    if word in _DO:
        return replace(here, negated=here.negated or word in NEGATORS, left=j)
    if word in _HELP:
        return replace(_merge(here, scope(words, j, _HELP[word], first), 1), helped=True)
    if word == "to":
        return _infinitive(words, j - 1, first, here)
    if word in _NOT_A_VERB_AFTER:
        return replace(here, mode="noun")
    helper = _helper(words, j, first)
    return here if helper is None else _base(words, helper, first, here)


def _infinitive(words: Sequence[str], j: int, first: int, here: Scope) -> Scope:
    while j >= first and (is_adverb(words[j]) and words[j] not in _PARTICIPLES and words[j] not in _NOUNS):
        here = _and_word(here, words[j])
        j -= 1
    if j < first:
        return replace(here, mode="purpose", left=j + 1)
    word = words[j]
    if "too" in words[max(first, j - 2) : j + 1]:
        return replace(here, negated=True, left=j)
    if word in _HELP:
        return replace(_merge(here, scope(words, j, _HELP[word], first), 1), helped=True)
    for table in (_PARTICIPLES, _VERBS, _NOUNS):
        if word in table:
            mode, level = table[word]
            outer = _auxiliaries(words, j - 1, first, replace(here, mode=mode, left=j))
            negated = outer.negated or word in NEGATORS
            if mode == "way" and not _BE.isdisjoint(words[outer.left : j]):
                mode = "finite"
            return replace(_merge(here, outer, level), mode=mode, negated=negated)
    helper = _helper(words, j, first)
    if helper is not None:
        return _base(words, helper, first, here)
    return replace(here, mode="purpose", left=j + 1)


def _helper(words: Sequence[str], j: int, first: int) -> int | None:
    """The "help" that somebody stands behind ("helps you to sleep", "will help your skin heal")."""
    near = [index for index in range(max(first, j - 3), j + 1) if words[index] in _HELP]
    return near[-1] if near else None


def _auxiliaries(words: Sequence[str], j: int, first: int, here: Scope) -> Scope:
    """Walk left over forms of be and have, adverbs and modals."""
    while j >= first:
        word = words[j]
        if word in MODALS:
            return replace(
                here, hedge=max(here.hedge, MODALS[word]), negated=here.negated or word in NEGATORS, left=j
            )
        if word in NEGATORS or is_adverb(word):
            here = _and_word(here, word)
        elif word == "to" and j > first:
            return _merge(here, _infinitive(words, j - 1, first, replace(here, hedge=0, negated=False)))
        elif word not in _BE and word not in _HAVE and word not in ("the", "a", "an", "been"):
            return replace(here, left=j + 1)
        j -= 1
    return replace(here, left=max(j + 1, first))


def _third(words: Sequence[str], j: int, _first: int, here: Scope) -> Scope:
    if words[j] in _NOT_A_VERB_AFTER:
        return replace(here, mode="noun")
    return here


def _ing(words: Sequence[str], j: int, first: int, here: Scope, trailing: bool) -> Scope:
    word = words[j]
    if word in _BE:
        return _auxiliaries(words, j, first, here)
    if word in ("by", "through", "while", "when") and not trailing:
        return replace(here, mode="means")
    if word == "in" and j > first and words[j - 1] in _AIDING:
        return _aided(words, j - 1, first, here)
    if word == "of" and j > first and words[j - 1] in _BRINGING:
        return here
    if word in _PREPOSITIONS:
        return replace(here, mode="purpose")
    if word in ("without", "not"):
        return replace(here, mode="means", negated=True)
    return replace(here, mode="result" if trailing else "gerund")


_AIDING: dict[str, Form] = {
    "aid": "base",
    "aids": "s",
    "help": "base",
    "helps": "s",
    "assist": "base",
    "assists": "s",
    "aiding": "ing",
}
_BRINGING = frozenset(("advantage", "benefit", "effect"))
"""Nouns that say that what follows comes about ("has the advantage of easing pain")."""

_PREPOSITIONS = frozenset("for of on about into at toward towards from in to against than".split())


def _aided(words: Sequence[str], j: int, first: int, here: Scope) -> Scope:
    """ "Aids in restoring": as sure as the aid is."""
    return replace(_merge(here, scope(words, j, _AIDING[words[j]], first), 1), helped=True)


def _past(words: Sequence[str], j: int, first: int, here: Scope) -> Scope:
    word = words[j]
    if word in _BE or word in _HAVE or word in MODALS:
        return _auxiliaries(words, j, first, here)
    if word in _NOT_A_VERB_AFTER or word.endswith("ing"):
        return replace(here, mode="adjective")
    return replace(here, mode="finite")


_NO_NEGATION = frozenset(
    (("not", "only"), ("no", "matter"), ("no", "doubt"), ("no", "wonder"), ("not", "just"))
)


def denied(words: Sequence[str], at: int, first: int, reach: int = 8) -> bool:
    """Whether a negator stands before the word at index `at`, in the clause that begins at `first`."""
    before = words[max(first, at - reach) : at]
    return any(
        word in NEGATORS and (word, [*before, ""][n + 1]) not in _NO_NEGATION for n, word in enumerate(before)
    )
