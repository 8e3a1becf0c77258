"""Claims: which sentences say that an intervention does something for an illness, a symptom or a function.

A claim is found by words (an effect verb, adjective or noun with an outcome that fits it) and weighed by the
verb group that carries it, the subject of its clause and the cues of its sentence. What is a claim and how
sure it is told are facts of the text; whether it is acceptable is for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from healthlint import knowledge
from healthlint.analysis import effects
from healthlint.analysis.clauses import clause_starts
from healthlint.analysis.cues import Cues, cues
from healthlint.analysis.mentions import Mention, Reading, intervention_counts, readings
from healthlint.analysis.scope import Mode, Scope, denied, scope
from healthlint.analysis.sections import in_references
from healthlint.analysis.subjects import Subject, subject_of
from healthlint.analysis.verbs import Form
from healthlint.document import Document, analysis
from healthlint.text import Span
from healthlint.wording import Wording, possible

Pattern = Literal[
    "verb",
    "effective",
    "remedy",
    "nominal",
    "benefits",
    "people",
    "works",
    "outcome",
    "better",
    "role",
    "answer",
    "proof",
    "results",
]

_RIVALS = frozenset("alternative alternatives unlike than instead versus vs replace replaces".split())
_REACH = 9
_OFTEN = 2
_HELP_REACH = 9
_FINDING_OUT = frozenset(
    "diagnose identify detect monitor determine find understand recommend decide explain ensure track".split()
)
_NEAR = 4
_WEAK = frozenset(
    (
        "body",
        "the body",
        "your body",
        "mind",
        "health",
        "life",
        "lives",
        "care",
        "problems",
        "issues",
        "balance",
    )
)
_AUXILIARIES = frozenset("has have had is are was were be been can could may might will would".split())
_LOWERED = frozenset(
    "blood pressure|cholesterol|cholesterol level|cholesterol levels|blood cholesterol|blood sugar|blood sugar "
    "levels|blood glucose|blood glucose levels|glucose levels|weight|body weight|appetite|cortisol|cortisol "
    "levels|stress|stress levels|heart rate|acidity|insulin|insulin levels|estrogen levels|hormone levels|"
    "triglycerides|body fat|fat|tolerance|stress response|immune response".split("|")
)
_RAISED = frozenset(
    "weight loss|fat loss|elimination|detoxification|detox|hair loss|tolerance|appetite".split("|")
)
_SHOWING = frozenset(
    "show shows shown prove proves proven suggest support find found demonstrate indicate".split()
)
_NONE = frozenset(("no", "none", "neither", "nothing", "nobody"))


@dataclass(frozen=True)
class Claim:
    """One claim in one sentence. `start` and `end` are the offsets of the words that carry it.

    `hedge` is the level of the verb group and of "in some people"-like qualifiers, -1 to 4; `intervention` is
    the id of what the claim is about, named here, taken up by "it" or "this treatment", or "" when the text
    leaves it open; `subject` is what stands before the verb. `outcomes` are what it acts on.
    """

    reading: Reading
    cues: Cues
    kind: effects.Kind
    pattern: Pattern
    start: int
    end: int
    mode: Mode
    hedge: int
    negated: bool
    helped: bool
    subject: Subject
    intervention: str
    outcomes: tuple[Mention, ...]

    @property
    def span(self) -> Span:
        """The source span of the words that carry the claim."""
        return self.reading.sentence.cut(self.start, self.end)

    @property
    def text(self) -> str:
        """The words that carry the claim."""
        return self.reading.sentence.plain[self.start : self.end]

    @property
    def record(self) -> knowledge.Intervention | None:
        """What the tables know of the intervention."""
        return knowledge.intervention(self.intervention) if self.intervention else None

    @cached_property
    def quoted(self) -> bool:
        """Whether the claim stands in words ascribed to somebody."""
        return self.cues.quoted(self.start, self.end)

    @property
    def disease(self) -> bool:
        """Whether it is about a named disease."""
        return any(outcome.disease for outcome in self.outcomes)

    @property
    def curable(self) -> bool:
        """Whether one of the outcomes is an illness that treatment cures."""
        return any(outcome.condition is not None and outcome.condition.curable for outcome in self.outcomes)

    @property
    def asserted(self) -> bool:
        """Whether the text itself states it: not denied, asked, debunked, or a mere purpose."""
        return not (self.negated or self.cues.question or self.mode == "noun")

    @property
    def established(self) -> bool:
        """Whether nobody doubts the pair (a vaccine and its disease)."""
        ids = [outcome.id for outcome in self.outcomes if outcome.id]
        if not self.intervention:
            return False
        if knowledge.intervention(self.intervention).kind == "vaccine" and len(ids) < len(self.outcomes):
            return True
        return any(knowledge.established(self.intervention, key) for key in ids)

    @property
    def settled(self) -> bool:
        """Whether the pair is approved or established, so that plain words are fair."""
        if not self.intervention:
            return False
        if self.established:
            return True
        for outcome in self.outcomes:
            if outcome.id:
                use = knowledge.use_of(self.intervention, outcome.id)
                if use is not None and use.status in ("approved", "limited"):
                    return True
        return False


@analysis
def claims(document: Document) -> tuple[Claim, ...]:
    """Every claim of the document in reading order."""
    found: list[Claim] = []
    focus = _focus(document)
    for reading in readings(document):
        if in_references(document, reading.sentence.block_index):
            continue
        seen: list[Claim] = []
        for claim in _claims(reading, focus.get(reading.sentence.index, ""), document.profile.marketing):
            if not any(claim.start < other.end and other.start < claim.end for other in seen):
                seen.append(claim)
        found.extend(sorted(seen, key=lambda claim: claim.start))
    return tuple(found)


@analysis
def _focus(document: Document) -> Mapping[int, str]:
    """For each sentence, the intervention that "it" or "this treatment" would mean there."""
    counts = intervention_counts(document)
    main = max(counts, key=lambda key: counts[key]) if counts else ""
    main = main if counts.get(main, 0) >= _OFTEN else ""
    found: dict[int, str] = {}
    current = main
    section: tuple[str, ...] = ()
    for reading in readings(document):
        block = reading.sentence.block
        if block.path != section:
            section = block.path
            current = (_named_in_headings(document).get(section[-1], "") if section else "") or main
        found[reading.sentence.index] = current
        for mention in reading.named("intervention"):
            record = mention.intervention
            rival = not _RIVALS.isdisjoint(reading.lower[max(0, mention.first - 3) : mention.first])
            if record and "generic" not in record.classes and not rival:
                current = mention.id
    return found


@analysis
def _named_in_headings(document: Document) -> Mapping[str, str]:
    """The intervention that each heading names first, by the heading's text; "" where it names none."""
    found: dict[str, str] = {}
    for reading in readings(document):
        block = reading.sentence.block
        if block.kind == "heading" and block.text.text not in found:
            named = (
                mention.id
                for mention in reading.named("intervention")
                if mention.intervention and "generic" not in mention.intervention.classes
            )
            found[block.text.text] = next(named, "")
    return found


def _claims(reading: Reading, focus: str, marketing: bool) -> Iterator[Claim]:
    text = reading.sentence.plain
    context: _Context | None = None
    for effect in effects.verbs(reading):
        context = context or _Context(reading, focus, marketing)
        if claim := _by_verb(context, effect):
            yield claim
    here = possible(text)
    for pattern, expression in _EXPRESSIONS:
        for match in expression.finditer(text) if here & expression.bits else ():
            context = context or _Context(reading, focus, marketing)
            if claim := _BY_PATTERN[pattern](context, match, pattern):
                yield claim


class _Context:
    """A sentence with what several of its claims share, worked out when first needed."""

    def __init__(self, reading: Reading, focus: str, marketing: bool) -> None:
        self.reading = reading
        self.focus = focus
        self.marketing = marketing

    @cached_property
    def cues(self) -> Cues:
        return cues(self.reading.sentence)

    @cached_property
    def starts(self) -> list[int]:
        return clause_starts(self.reading.sentence.plain, self.reading.words)

    @cached_property
    def listed(self) -> frozenset[int]:
        """The indexes of the words that a comma stands before."""
        text, words = self.reading.sentence.plain, self.reading.words
        return frozenset(n for n in range(1, len(words)) if "," in text[words[n - 1].end : words[n].start])

    @cached_property
    def outcomes(self) -> list[Mention]:
        return list(self.reading.named("outcome"))

    def word_at(self, offset: int) -> int:
        """The index of the word at or after an offset."""
        words = self.reading.words
        return next((n for n, word in enumerate(words) if word.end > offset), len(words) - 1)

    def _none(self, clause: int, left: int) -> bool:
        """Whether the subject is nothing at all ("no treatment", "none of these medicines")."""
        before = self.reading.lower[clause:left]
        if not _NONE.isdisjoint(before):
            return True
        return any(word in _SHOWING and denied(before, n, 0, 3) for n, word in enumerate(before))

    def claim(
        self,
        kind: effects.Kind,
        pattern: Pattern,
        where: Scope,
        start: int,
        end: int,
        clause: int,
        outcomes: tuple[Mention, ...],
    ) -> Claim:
        subject = subject_of(self.reading, clause, where.left, end)
        hedge = max(where.hedge, 1) if kind == "help" and where.hedge >= 0 else where.hedge
        if self.cues.some and hedge < 3:
            hedge = 3
        elif self.cues.many and 0 <= hedge < 2:
            hedge = 2
        identity = subject.intervention or (
            self.focus if subject.kind == "anaphor" or (subject.kind == "none" and self.marketing) else ""
        )
        return Claim(
            self.reading,
            self.cues,
            kind,
            pattern,
            start,
            end,
            where.mode,
            hedge,
            where.negated or self._none(clause, where.left),
            where.helped,
            subject,
            identity,
            outcomes,
        )


def _by_verb(context: _Context, effect: effects.Effect) -> Claim | None:
    lower = context.reading.lower
    clause = context.starts[effect.first]
    where = scope(lower, effect.first, effect.form, clause, context.listed)
    if where.mode in ("noun", "adjective"):
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


def _objects(context: _Context, effect: effects.Effect) -> tuple[Mention, ...]:
    """The outcomes that an effect verb acts on: the nearest that fits, and those coordinated with it."""
    reading = context.reading
    clause = context.starts[effect.last]
    found: list[Mention] = []
    reach = effect.last + _REACH
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
    if wants in ("any", "none") or wants == outcome.value:
        return wants != "good" or not _measure(outcome, reading)
    text = reading.sentence.plain[outcome.start : outcome.end].lower()
    return text in (_LOWERED if wants == "bad" else _RAISED)


def _measure(outcome: Mention, reading: Reading) -> bool:
    """Whether more of the outcome is no benefit (cholesterol, blood pressure), unless it is called healthy."""
    text = reading.sentence.plain[outcome.start : outcome.end].lower()
    before = reading.lower[outcome.first - 1] if outcome.first else ""
    return text in _LOWERED and before not in (
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


def _after(context: _Context, index: int, reach: int = _REACH) -> tuple[Mention, ...]:
    """The outcomes within reach after a word, with those that follow close by."""
    found: list[Mention] = []
    limit = index + reach
    for outcome in context.outcomes:
        if outcome.first > index and outcome.first <= limit:
            found.append(outcome)
            limit = outcome.last + 6
    return tuple(found)


def _form(word: str) -> Form:
    if word.endswith("ing"):
        return "ing"
    if word in _PAST or word.endswith("ed"):
        return "past"
    return "s" if word.endswith("s") and not word.endswith("ss") else "base"


_PAST = frozenset("led gave given brought found felt seen shown made had got saw".split())
_OPENING = frozenset("for the of temporary trusted fast effective natural lasting real and".split())
_COPULA = frozenset(
    "is are was were be been being prove proves proved remain remains become becomes seem seems appear appears "
    "'s 're it's they're considered found proven shown makes make".split()
)


def _effective(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


def _answer(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


def _results(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """The results are excellent; expect improvement within a day."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    copula = next((n for n in range(first, context.word_at(match.end() - 1)) if lower[n] in _COPULA), None)
    where = scope(lower, first, "base", clause) if copula is None else _copular(lower, copula, clause, first)
    if copula is not None:
        where = replace(where, mode="finite")
    return context.claim("work", pattern, where, match.start(), match.end(), clause, tuple(context.outcomes))


def _proof(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


def _remedy(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


def _nominal(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """Leads to improved sleep; provides a reduction in pain; a bullet "Better sleep"."""
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    outcomes = _after(context, last - 1, 5)
    if not outcomes or not _improves(match.group().lower(), outcomes[0], context.reading):
        return None
    return _with_giver(context, match, pattern, "improve", first, outcomes)


def _improves(words: str, outcome: Mention, reading: Reading) -> bool:
    """Whether the noun phrase says that the outcome gets better: less of what is bad, more of what is good."""
    text = reading.sentence.plain[outcome.start : outcome.end].lower()
    if _LESS.search(words):
        return outcome.value == "bad" or text in _LOWERED
    if _MORE.search(words):
        return text in _RAISED if outcome.value == "bad" else text not in _LOWERED
    return True


_LESS = Wording(r"\b(?:reduc|decreas|less|fewer|lower|diminish|drop|decline|relie|eased|remission|resolution)")
_MORE = Wording(
    r"\b(?:increas|more|greater|higher|surge|longer|boost|heighten|accelerat|sustain|enhanc|strong|deeper|"
    r"optimal|restored|sharper|faster|quicker|gain|firmer|brighter|glow|radiant|renewed)"
)


def _with_giver(
    context: _Context,
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


def _benefits(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


def _people(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


def _works(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


def _role(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """X plays a crucial role in Y; X positively affects Y."""
    lower = context.reading.lower
    first, last = context.word_at(match.start()), context.word_at(match.end() - 1)
    clause = context.starts[first]
    where = scope(lower, first, _form(lower[first]), clause)
    outcomes = _after(context, last - 1, 7)
    if where.mode in ("noun", "adjective") or not outcomes:
        return None
    return context.claim("improve", pattern, where, match.start(), match.end(), clause, outcomes)


def _better(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
    """You feel better; it keeps you younger."""
    lower = context.reading.lower
    first = context.word_at(match.start())
    clause = context.starts[first]
    where = scope(lower, first, _form(lower[first]), clause)
    if where.mode in ("noun", "adjective", "purpose"):
        return None
    return context.claim("improve", pattern, where, match.start(), match.end(), clause, ())


def _outcome(context: _Context, match: re.Match[str], pattern: Pattern) -> Claim | None:
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


_EXPRESSIONS: tuple[tuple[Pattern, Wording], ...] = (
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
_BY_PATTERN = {
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
