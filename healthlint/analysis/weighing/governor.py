"""What the syntax of a sentence says of a claim that its words leave open.

A small model errs, so its parse is asked two narrow questions only, and only where words have found a claim
and a reason to doubt it: whether the verb acts on the outcome, and what a word of doubt is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from healthlint.analysis.claims import Claim
from healthlint.analysis.subjects import BODY
from healthlint.analysis.weighing.possibility import POSSIBLE
from healthlint.document import Parse

_OTHER_CLAUSE = frozenset(("relcl", "advcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis"))
"""Dependencies at which another clause begins."""

_BESIDE = frozenset(("aux", "advmod", "mark", "acomp", "amod", "attr", "oprd"))
"""How a word of doubt stands beside the verb that it makes doubtful."""

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_VERBAL = frozenset(("aux", "auxpass", "nsubj", "nsubjpass"))
_NOMINAL = frozenset(("compound", "amod", "nsubj", "nsubjpass", "dobj", "pobj", "poss", "nmod", "appos"))
"""What a verb is not: the model takes "cures" in "Ketamine cures depression" for part of a name."""


def stands(claim: Claim, parse: Parse) -> bool:
    """Whether the syntax leaves the claim standing: nothing doubts it, and its verb acts on its outcome."""
    verb = _word_at(parse, claim.start)
    if verb is None:
        return True
    if parse[verb].dep == "aux":
        verb = parse[verb].head
    return not _doubted(claim, parse, verb) and _acts(claim, parse, verb)


def _doubted(claim: Claim, parse: Parse, verb: int) -> bool:
    """Whether a word of doubt governs the verb, or stands beside one that does."""
    doubts = [_word_at(parse, m.start()) for m in POSSIBLE.finditer(claim.reading.sentence.plain, 0, claim.end)]
    if not doubts:
        return False
    over = {verb, *_governors(parse, verb)}
    return parse[verb].dep in _NOMINAL or any(
        doubt is None or doubt in over or (parse[doubt].dep in _BESIDE and parse[doubt].head in over)
        for doubt in doubts
    )


def _governors(parse: Parse, index: int) -> Iterator[int]:
    """The words above a verb in its sentence; a coordinated clause with a subject of its own stands alone."""
    while parse[index].head != index:
        if parse[index].dep == "conj" and _has(parse, index, _SUBJECTS):
            return
        index = parse[index].head
        yield index


def _acts(claim: Claim, parse: Parse, verb: int) -> bool:
    """Whether the verb acts on one of the outcomes, and not as a process of the body."""
    if parse[verb].dep in _NOMINAL:
        return claim.helped or claim.subject.kind != "other"
    if claim.subject.kind == "relative" and _of_the_body(claim, parse, verb):
        return False
    heads = [_word_at(parse, outcome.end - 1) for outcome in claim.outcomes]
    return any(head is None or _belongs(parse, head, verb) for head in heads)


def _of_the_body(claim: Claim, parse: Parse, verb: int) -> bool:
    """Whether a relative clause is about a part or substance of the body, or about a whole clause."""
    clause = next((n for n in (verb, *_governors(parse, verb)) if parse[n].dep == "relcl"), None)
    if clause is None:
        return False
    noun = parse[clause].head
    text = claim.reading.sentence.plain[parse[noun].start : parse[noun].end].lower()
    return text in BODY or _has(parse, noun, _VERBAL)


def _belongs(parse: Parse, index: int, verb: int) -> bool:
    """Whether a word depends on the verb without another clause between them."""
    while index != verb:
        if parse[index].dep in _OTHER_CLAUSE or parse[index].head == index:
            return False
        index = parse[index].head
    return True


def _has(parse: Parse, index: int, deps: frozenset[str]) -> bool:
    """Whether a word has a dependent of one of these kinds."""
    return any(word.head == index and word.dep in deps and n != index for n, word in enumerate(parse))


def _word_at(parse: Parse, offset: int) -> int | None:
    """The word that stands at an offset of the sentence."""
    return next((n for n, word in enumerate(parse) if word.start <= offset < word.end), None)
