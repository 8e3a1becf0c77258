"""Rules that find a word, for tests of how findings are run, weighed and selected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from healthlint.api import AnyRule, Document, Finding, ProfileName, Rule, Severity, Source, severities
from healthlint.packs import Packs
from healthlint.rule import Scope

SOURCE = Source("Example Agency", "Guide", "https://example.org/guide")
SUGGESTED = severities("suggestion", "suggestion", "suggestion", "suggestion", "suggestion")
EVERYWHERE = severities("warning", "warning", "warning", "warning", "warning")


@dataclass(frozen=True)
class Options:
    words: int = field(default=25, metadata={"min": 5, "max": 100, "help": "Words of a sentence."})


def word_rule(
    code: str,
    word: str,
    severity: Mapping[ProfileName, Severity | None] = EVERYWHERE,
    *,
    scope: Scope = "sentence",
    lowered: bool = False,
    triggers: tuple[str, ...] = (),
) -> AnyRule:
    """A rule that finds every occurrence of `word`."""

    def check(document: Document, options: Options) -> Iterator[Finding]:
        for block in document.blocks:
            for hit in re.finditer(word, block.text.text):
                yield Finding(block.text.span(*hit.span()), f"It says {hit.group()}.", lowered=lowered)

    return Rule(
        code=code,
        name=f"word-{code.lower()}",
        severity=severity,
        scope=scope,
        sources=(SOURCE,),
        check=check,
        good=("No.",),
        bad=(f"[|{word}|].",),
        options=Options,
        triggers=triggers,
    )


def packs(*rules: AnyRule) -> Packs:
    """These rules as if a pack offered them."""
    return Packs({rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)})
