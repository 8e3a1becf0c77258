"""Inflected forms of English verbs, for tables that list a verb once."""

from __future__ import annotations

from typing import Literal

Form = Literal["base", "s", "ing", "past"]

_IRREGULAR = {
    "beat": ("beats", "beating", ("beat", "beaten")),
    "bring": ("brings", "bringing", ("brought",)),
    "build": ("builds", "building", ("built",)),
    "burn": ("burns", "burning", ("burned", "burnt")),
    "cut": ("cuts", "cutting", ("cut",)),
    "drive": ("drives", "driving", ("drove", "driven")),
    "feel": ("feels", "feeling", ("felt",)),
    "fight": ("fights", "fighting", ("fought",)),
    "find": ("finds", "finding", ("found",)),
    "get": ("gets", "getting", ("got", "gotten")),
    "give": ("gives", "giving", ("gave", "given")),
    "go": ("goes", "going", ("went", "gone")),
    "grow": ("grows", "growing", ("grew", "grown")),
    "have": ("has", "having", ("had",)),
    "hold": ("holds", "holding", ("held",)),
    "keep": ("keeps", "keeping", ("kept",)),
    "lead": ("leads", "leading", ("led",)),
    "lose": ("loses", "losing", ("lost",)),
    "make": ("makes", "making", ("made",)),
    "offset": ("offsets", "offsetting", ("offset",)),
    "overcome": ("overcomes", "overcoming", ("overcame", "overcome")),
    "put": ("puts", "putting", ("put",)),
    "rebuild": ("rebuilds", "rebuilding", ("rebuilt",)),
    "regrow": ("regrows", "regrowing", ("regrew", "regrown")),
    "reset": ("resets", "resetting", ("reset",)),
    "rid": ("rids", "ridding", ("rid",)),
    "shed": ("sheds", "shedding", ("shed",)),
    "shrink": ("shrinks", "shrinking", ("shrank", "shrunk")),
    "speed": ("speeds", "speeding", ("sped", "speeded")),
    "take": ("takes", "taking", ("took", "taken")),
    "undo": ("undoes", "undoing", ("undid", "undone")),
}
_DOUBLED = frozenset(
    {"control", "dispel", "expel", "repel", "reprogram", "slim", "stop", "trim", "unclog", "zap"}
)
_VOWELS = "aeiou"


def forms(verb: str) -> dict[str, Form]:
    """The inflected forms of a verb or verb phrase ("ward off"), each with what it is.

    Where a form is both (cut, beat), the base form wins.
    """
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    third, ing, past = _inflect(head)
    found: dict[str, Form] = {}
    for form in past:
        found[form + tail] = "past"
    found[ing + tail] = "ing"
    found[third + tail] = "s"
    found[head + tail] = "base"
    return found


def _inflect(verb: str) -> tuple[str, str, tuple[str, ...]]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    if verb in _DOUBLED:
        return third, verb + verb[-1] + "ing", (verb + verb[-1] + "ed",)
    if verb.endswith("ee"):
        return third, verb + "ing", (verb + "d",)
    if verb.endswith("e"):
        return third, verb[:-1] + "ing", (verb + "d",)
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return third, verb + "ing", (verb[:-1] + "ied",)
    return third, verb + "ing", (verb + "ed",)
