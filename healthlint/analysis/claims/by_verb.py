"""Claims that a verb makes: X relieves, prevents, restores Y."""

from __future__ import annotations

from healthlint.analysis import effects
from healthlint.analysis.claims.claim import Claim
from healthlint.analysis.claims.context import Context
from healthlint.analysis.claims.outcomes import LOWERED, RAISED, REACH
from healthlint.analysis.mentions import Mention, Reading
from healthlint.analysis.scope import scope

_HELP_REACH = 9
_FINDING_OUT = frozenset(
    "diagnose identify detect monitor determine find understand recommend decide explain ensure track".split()
)
_NEAR = 4
"""How many words behind a verb are near it."""
_WEAK = frozenset("body|the body|your body|mind|health|life|lives|care|problems|issues|balance".split("|"))
"""Outcomes that say so little that they have to stand near the verb."""
_FRIENDLY = frozenset(("beneficial", "good", "friendly", "healthy", "helpful"))
"""What makes germs welcome ("beneficial bacteria")."""
_AUXILIARIES = frozenset("has have had is are was were be been can could may might will would".split())


def by_verb(context: Context, effect: effects.Effect) -> Claim | None:
    """The claim that an effect verb makes with the outcomes that it acts on, None where it makes none."""
    lower = context.reading.lower
    clause = context.starts[effect.first]
    where = scope(lower, effect.first, effect.form, clause, context.listed)
    if where.mode in ("noun", "adjective") or _suffers(context, effect):
        return None
    outcomes = _objects(context, effect)
    if not outcomes:
        return None
    claim = context.claim(effect.kind, "verb", where, effect.start, effect.end, clause, outcomes)
    told = effect.form == "past" and lower[where.left] not in _AUXILIARIES
    if told and claim.subject.kind not in ("intervention", "generic", "anaphor"):
        return None
    following = lower[effect.last + 1 : effect.last + 3]
    if effect.kind == "help" and (
        outcomes[0].first - effect.last > _HELP_REACH or not _FINDING_OUT.isdisjoint(following)
    ):
        return None
    return claim


def _suffers(context: Context, effect: effects.Effect) -> bool:
    """Whether people "are battling" an illness, which is to have it."""
    lower = context.reading.lower
    before = lower[effect.first - 1] if effect.first else ""
    return lower[effect.first] in ("battling", "fighting") and before in (
        "are",
        "is",
        "was",
        "were",
        "been",
        "be",
    )


def _objects(context: Context, effect: effects.Effect) -> tuple[Mention, ...]:
    """The outcomes that an effect verb acts on: the nearest that fits, and those coordinated with it."""
    reading = context.reading
    clause = context.starts[effect.last]
    found: list[Mention] = []
    reach = effect.last + REACH
    for position, outcome in enumerate(context.outcomes):
        if outcome.first <= effect.last:
            continue
        if outcome.first > reach or context.starts[outcome.first] != clause:
            break
        following = context.outcomes[position + 1] if position + 1 < len(context.outcomes) else None
        adjacent = following and following.first == outcome.last + 1 and following.first not in context.listed
        if adjacent and not found:
            continue
        if _modifies_intervention(reading, outcome):
            continue
        if (
            outcome.first - effect.last > _NEAR
            and reading.sentence.plain[outcome.start : outcome.end].lower() in _WEAK
        ):
            continue
        if not found and not _fits(effect.wants, outcome, reading):
            return ()
        found.append(outcome)
        reach = outcome.last + 6
    return tuple(found)


def _fits(wants: effects.Wants, outcome: Mention, reading: Reading) -> bool:
    if outcome.value == "bad" and outcome.first and reading.lower[outcome.first - 1] in _FRIENDLY:
        return False
    if wants in ("any", "none") or wants == outcome.value:
        return wants != "good" or not _measure(outcome, reading)
    text = reading.sentence.plain[outcome.start : outcome.end].lower()
    return text in (LOWERED if wants == "bad" else RAISED)


def _measure(outcome: Mention, reading: Reading) -> bool:
    """Whether more of the outcome is no benefit (cholesterol, blood pressure), unless it is called healthy."""
    text = reading.sentence.plain[outcome.start : outcome.end].lower()
    before = reading.lower[outcome.first - 1] if outcome.first else ""
    return text in LOWERED and before not in (
        "healthy",
        "good",
        "hdl",
        "normal",
        "optimal",
        "balanced",
        "stable",
    )


def _modifies_intervention(reading: Reading, outcome: Mention) -> bool:
    return any(m.first == outcome.last + 1 for m in reading.named("intervention"))
