"""Claims that a phrase makes: effective for Y, relief from Y, leads to better Y, people benefit from X."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from healthlint.analysis import effects
from healthlint.analysis.claims.claim import Claim, Pattern
from healthlint.analysis.claims.context import Context
from healthlint.analysis.claims.outcomes import LOWERED, RAISED, REACH
from healthlint.analysis.mentions import Mention, Reading
from healthlint.analysis.scope import Mode, Scope, denied, scope
from healthlint.analysis.verbs import Form
from healthlint.wording import Wording

_PAST = frozenset("led gave given brought found felt seen shown made had got saw".split())
_ARTICLES = (("a",), ("an",), ("the",))
_OPENING = frozenset("for the of temporary trusted fast effective natural lasting real and".split())
_COPULA = frozenset(
    "is are was were be been being prove proves proved remain remains become becomes seem seems appear appears "
    "'s 're it's they're considered found proven shown makes make".split()
)


def _effective(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """X is effective for Y; an effective treatment for Y."""
    lower = context.reading.lower
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    outcomes = _after(context, last - 1, 8)
    if not outcomes:
        return None
    clause = context.starts[first]
    copula = next((n for n in range(first - 1, max(clause, first - 7) - 1, -1) if lower[n] in _COPULA), None)
    if copula is None:
        where = Scope(
            "noun" if first - 1 >= clause and lower[first - 1] in ("more", "less", "not", "no") else "bullet",
            0,
            False,
            first,
        )
    else:
        where = _copular(lower, copula, clause, first)
    return context.claim("work", pattern, where, match.start(), match.end(), clause, outcomes)


def _answer(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """For Y, X is an effective approach."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    outcomes = tuple(outcome for outcome in context.outcomes if outcome.first < first)
    copula = next((n for n in range(first - 1, max(clause, first - 6) - 1, -1) if lower[n] in _COPULA), None)
    if copula is None or not outcomes:
        return None
    where = _copular(lower, copula, clause, first)
    return context.claim("work", pattern, where, match.start(), match.end(), clause, outcomes)


def _results(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """The results are excellent; expect improvement within a day."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    copula = next((n for n in range(first, context.word_at(match.end() - 1)) if lower[n] in _COPULA), None)
    where = scope(lower, first, "base", clause) if copula is None else _copular(lower, copula, clause, first)
    if copula is not None:
        where = replace(where, mode="finite")
    return context.claim("work", pattern, where, match.start(), match.end(), clause, tuple(context.outcomes))


def _proof(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """X is backed by science; clinically proven X."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    if not context.reading.mentions:
        return None
    copula = next((n for n in range(first - 1, max(clause, first - 5) - 1, -1) if lower[n] in _COPULA), None)
    where = Scope("bullet", -1, denied(lower, first, clause), first)
    if lower[first].startswith(("prove", "demonstrate")) and "the" in lower[first + 1 : first + 2]:
        where = replace(scope(lower, first, _form(lower[first]), clause), hedge=-1)
    elif copula is not None:
        where = replace(_copular(lower, copula, clause, first), hedge=-1)
    return context.claim("work", pattern, where, match.start(), match.end(), clause, tuple(context.outcomes))


def _copular(lower: tuple[str, ...], copula: int, clause: int, first: int) -> Scope:
    """The scope of a copula, its own negation and hedges and those between it and the adjective included."""
    word = lower[copula]
    form: Form = (
        "past"
        if word in ("been", "considered", "found", "proven", "shown")
        else ("s" if word in ("is", "are", "was", "were") else "base")
    )
    where = scope(lower, copula, form, clause)
    if where.mode == "adjective":
        where = Scope("finite", where.hedge, where.negated, where.left)
    hedge, negated = where.hedge, where.negated
    if word.startswith(("seem", "appear")):
        hedge = max(hedge, 2)
    if word == "considered":
        hedge = max(hedge, 3)
    for between in lower[copula + 1 : first]:
        if between in ("not", "never", "no", "neither", "less", "hardly", "rarely"):
            negated = True
        elif between in ("considered", "thought", "believed", "said", "claimed", "reported"):
            hedge = max(hedge, 3)
        elif between in (
            "often",
            "usually",
            "generally",
            "sometimes",
            "probably",
            "likely",
            "possibly",
            "potentially",
        ):
            hedge = max(hedge, 2)
        elif between in ("proven", "shown", "known"):
            hedge = -1 if hedge == 0 else hedge
    return Scope(where.mode, hedge, negated, where.left)


def _remedy(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """A cure for Y; relief from Y."""
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    outcomes = tuple(o for o in _after(context, last - 1, 5) if o.value == "bad")
    gives = match.group().lower().endswith("relief")
    if gives:
        where = scope(context.reading.lower, first, _form(context.reading.lower[first]), context.starts[first])
        return context.claim(
            "relieve", pattern, where, match.start(), match.end(), context.starts[first], outcomes
        )
    if not outcomes:
        return None
    return _with_giver(
        context, match, pattern, "cure" if "cure" in match.group().lower() else "relieve", first, outcomes
    )


def _nominal(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """Leads to improved sleep; provides a reduction in pain; a bullet "Better sleep"."""
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    outcomes = _after(context, last - 1, 5)
    if match.group().lower() == "sustained" and context.reading.lower[last + 1 : last + 2] in _ARTICLES:
        return None
    if not outcomes or not _improves(match.group().lower(), outcomes[0], context.reading):
        return None
    return _with_giver(context, match, pattern, "improve", first, outcomes)


def _improves(words: str, outcome: Mention, reading: Reading) -> bool:
    """Whether the noun phrase says that the outcome gets better: less of what is bad, more of what is good."""
    text = reading.sentence.plain[outcome.start : outcome.end].lower()
    if _LESS.search(words):
        return outcome.value == "bad" or text in LOWERED
    if _MORE.search(words):
        return text in RAISED if outcome.value == "bad" else text not in LOWERED
    return True


_LESS = Wording(r"\b(?:reduc|decreas|less|fewer|lower|diminish|drop|decline|relie|eased|remission|resolution)")
_MORE = Wording(
    r"\b(?:increas|more|greater|higher|surge|longer|boost|heighten|accelerat|sustain|enhanc|strong|deeper|"
    r"optimal|restored|sharper|faster|quicker|gain|firmer|brighter|glow|radiant|renewed)"
)


def _with_giver(
    context: Context,
    match: re.Match[str],
    pattern: Pattern,
    kind: effects.Kind,
    first: int,
    outcomes: tuple[Mention, ...],
) -> Claim | None:
    text, lower = context.reading.sentence.plain, context.reading.lower
    givers = list(effects.GIVING.finditer(text, 0, match.start()))
    clause = context.starts[first]
    for giver in reversed(givers):
        at = context.word_at(giver.start())
        if context.starts[at] != clause or first - at > 12:
            break
        where = scope(lower, at, _form(lower[at]), clause)
        if where.mode in ("noun", "adjective"):
            continue
        return context.claim(kind, pattern, where, giver.start(), match.end(), clause, outcomes)
    if (
        first == 0
        or _OPENING.issuperset(lower[:first])
        or (first <= 2 and context.reading.sentence.block.kind in ("list_item", "heading", "cell"))
    ):
        return context.claim(
            kind, pattern, Scope("bullet", 0, False, 0), match.start(), match.end(), clause, outcomes
        )
    return None


def _benefits(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """Offers many health benefits; has anti-inflammatory properties."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    where = scope(lower, first, _form(lower[first]), clause)
    words = match.group().lower()
    hedge = (
        max(where.hedge, 3)
        if re.search(r"\b(?:potential|possible|claimed|alleged|may|might|purported)\b", words)
        else where.hedge
    )
    negated = where.negated or re.search(r"\b(?:no|not|any|few|little)\b", words) is not None
    mode: Mode = "finite" if where.mode in ("adjective", "noun", "bullet") else where.mode
    found = Scope(mode, hedge, negated, where.left)
    return context.claim(
        "improve", pattern, found, match.start(), match.end(), clause, _after(context, first, 14)
    )


def _people(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """Patients benefit from X; they found relief with X."""
    lower = context.reading.lower
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    clause = context.starts[first]
    where = scope(lower, first, _form(lower[first]), clause)
    named = [m for m in context.reading.named("intervention") if m.first > last and m.first <= last + 6]
    if where.mode == "noun" or not named:
        return None
    if where.mode == "adjective":
        where = Scope("finite", where.hedge, where.negated, where.left)
    return context.claim("help", pattern, where, match.start(), match.end(), clause, tuple(context.outcomes))


def _works(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """X works wonders; X works for Y."""
    lower = context.reading.lower
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    clause = context.starts[first]
    where = scope(lower, first, _form(lower[first]), clause)
    if where.mode in ("noun", "adjective", "imperative"):
        return None
    outcomes = _after(context, last - 1, 7)
    tied = lower[last] in ("for", "against", "on", "help")
    if tied and not outcomes:
        return None
    return context.claim("work", pattern, where, match.start(), match.end(), clause, outcomes)


def _role(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """X plays a crucial role in Y; X positively affects Y."""
    lower = context.reading.lower
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    clause = context.starts[first]
    where = scope(lower, first, _form(lower[first]), clause)
    outcomes = _after(context, last - 1, 7)
    if where.mode in ("noun", "adjective") or not outcomes:
        return None
    return context.claim("improve", pattern, where, match.start(), match.end(), clause, outcomes)


def _better(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """You feel better; it keeps you younger."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    where = scope(lower, first, _form(lower[first]), clause)
    if where.mode in ("noun", "adjective", "purpose"):
        return None
    return context.claim("improve", pattern, where, match.start(), match.end(), clause, ())


def _outcome(context: Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """Pain disappears; symptoms are relieved."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    before = [o for o in context.outcomes if clause <= o.first and o.last < first and first - o.last <= 8]
    if not before:
        return None
    where = scope(lower, first, _form(lower[first]) if lower[first] not in ("are", "were") else "s", clause)
    if where.mode in ("noun", "imperative"):
        return None
    if where.mode == "adjective":
        where = Scope("finite", where.hedge, where.negated, where.left)
    return context.claim("improve", pattern, where, match.start(), match.end(), clause, tuple(before))


def _form(word: str) -> Form:
    if word.endswith("ing"):
        return "ing"
    if word in _PAST or word.endswith("ed"):
        return "past"
    return "s" if word.endswith("s") and not word.endswith("ss") else "base"


def _after(context: Context, index: int, reach: int = REACH) -> tuple[Mention, ...]:
    """The outcomes within reach after a word, with those that follow close by."""
    found: list[Mention] = []
    limit = index + reach
    for outcome in context.outcomes:
        if outcome.first > index and outcome.first <= limit:
            found.append(outcome)
            limit = outcome.last + 6
    return tuple(found)


EXPRESSIONS: tuple[tuple[Pattern, Wording], ...] = (
    ("remedy", effects.REMEDY_FOR),
    ("effective", effects.EFFECTIVE),
    ("answer", effects.ANSWER),
    ("proof", effects.PROOF),
    ("results", effects.RESULTS),
    ("people", effects.BENEFIT_FROM),
    ("benefits", effects.BENEFITS),
    ("works", effects.WORKS),
    ("outcome", effects.GOING),
    ("role", effects.ROLE),
    ("better", effects.BETTER),
    ("nominal", effects.NOMINAL),
)
"""What each phrase looks like; of two that overlap the first counts."""

BY_PATTERN: Mapping[Pattern, Callable[[Context, re.Match[str], Pattern], Claim | None]] = {
    "remedy": _remedy,
    "effective": _effective,
    "answer": _answer,
    "proof": _proof,
    "results": _results,
    "benefits": _benefits,
    "people": _people,
    "works": _works,
    "outcome": _outcome,
    "role": _role,
    "better": _better,
    "nominal": _nominal,
}
"""How each phrase is read."""
