"""A small rule pack whose findings a reader of the tests can tell at a glance.

`EFF002` finds the word "cures", `JRG003` the words "utilize" (with a safe fix) and "leverage" (with an unsafe
one), `RSK001` a page that says "cures" and never "risk", at the first of these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from healthlint.api import Document, Edit, Finding, NoOptions, Rule, Source, sentences, severities
from healthlint.directives import RULES
from healthlint.packs import Packs
from healthlint.rule import AnyRule
from healthlint.settings import Settings, make_settings

TODAY = date(2026, 6, 15)
_SOURCE = Source("healthlint", "Tests", "https://example.org/tests")
_EVERYWHERE = severities("warning", "warning", "warning", "warning", "warning")
_PLAIN = {"utilize": ("use", True), "leverage": ("use", False)}


def _cures(document: Document) -> Iterator[Finding]:
    for sentence in sentences(document):
        for hit in re.finditer(r"\bcures\b", sentence.plain):
            yield Finding(sentence.cut(*hit.span()), "'cures' promises a cure.")


def find_cures(document: Document, options: NoOptions) -> Iterator[Finding]:
    yield from _cures(document)


def find_jargon(document: Document, options: NoOptions) -> Iterator[Finding]:
    for sentence in sentences(document):
        for hit in re.finditer(r"\butilize\b|\bleverage\b", sentence.plain):
            span = sentence.cut(*hit.span())
            word, safe = _PLAIN[hit.group()]
            yield Finding(span, f"'{hit.group()}' is jargon.", word, edit=Edit(span, word, safe))


def find_riskless_page(document: Document, options: NoOptions) -> Iterator[Finding]:
    if not any("risk" in sentence.plain for sentence in sentences(document)):
        for finding in tuple(_cures(document))[:1]:
            yield Finding(finding.span, "The page promises a cure and names no risk.")


CURE: Rule[NoOptions] = Rule(
    code="EFF002",
    name="cure-claim",
    severity=_EVERYWHERE,
    scope="sentence",
    sources=(_SOURCE,),
    options=NoOptions,
    check=find_cures,
    good=(),
    bad=(),
)
JARGON: Rule[NoOptions] = Rule(
    code="JRG003",
    name="plain-word",
    severity=_EVERYWHERE,
    scope="sentence",
    sources=(_SOURCE,),
    options=NoOptions,
    check=find_jargon,
    good=(),
    bad=(),
)
RISKLESS: Rule[NoOptions] = Rule(
    code="RSK001",
    name="missing-risk-disclosure",
    severity=_EVERYWHERE,
    scope="document",
    sources=(_SOURCE,),
    options=NoOptions,
    check=find_riskless_page,
    good=(),
    bad=(),
)


def small_packs() -> Packs:
    """The three rules and those about suppressions."""
    rules: tuple[AnyRule, ...] = (CURE, JARGON, RISKLESS, *RULES)
    return Packs({rule.code: rule for rule in rules})


def small_settings(*, select: tuple[str, ...] | None = None, today: date = TODAY) -> Settings:
    """Settings with these rules only."""
    from dataclasses import replace

    return replace(make_settings(packs=small_packs(), select=select), today=today)
