"""Where a sentence breaks into clauses, so that a hedge or a negation counts for its own clause only."""

from __future__ import annotations

from functools import lru_cache

from healthlint.analysis.lexicon import Token

_CONJUNCTIONS = frozenset(
    "but although though while whereas because however unless until since if whether when whenever where which "
    "who whom whose yet despite".split()
)
_SUBJECTS = frozenset("it they we you he she this these those there that i".split())


def clause_starts(text: str, words: tuple[Token, ...]) -> list[int]:
    """For each word, the index of the first word of its clause.

    A clause begins after a semicolon, colon, dash or bracket, at a subordinating conjunction, and after a
    comma or "and" that a new subject follows. "that" opens no clause: what governs it governs its clause.
    """
    starts: list[int] = []
    begin = 0
    for index, word in enumerate(words):
        if index and _opens(text, words, index):
            begin = index
        elif word.lower in _CONJUNCTIONS and index > begin:
            begin = index + 1
        starts.append(min(begin, index))
    return starts


def _opens(text: str, words: tuple[Token, ...], index: int) -> bool:
    gap = text[words[index - 1].end : words[index].start]
    if _hard(gap):
        return True
    if gap.strip() == "," or words[index - 1].lower in ("and", "or", "so"):
        return words[index].lower in _SUBJECTS
    return False


@lru_cache(maxsize=256)
def _hard(gap: str) -> bool:
    return any(mark in gap for mark in ";:—()…") or " - " in gap or " – " in gap
