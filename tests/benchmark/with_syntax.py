"""`python -m tests.benchmark.with_syntax FILES`: a run in which a rule asks for the syntax of every claim.

The rule stands for any rule that needs the parser, so that the cost of syntax can be measured whatever the
rules of the day ask for: all of healthlint's own rules run as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from healthlint.analysis.claims import claims
from healthlint.analysis.syntax import parses
from healthlint.api import Document, Finding, NoOptions, Rule, Source, severities
from healthlint.engine import Engine, Task
from healthlint.packs import Packs, load
from healthlint.settings import make_settings


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield a finding on the grammatical subject of each sentence with a claim."""
    found = {claim.reading.sentence.index: claim.reading.sentence for claim in claims(document)}
    for sentence, parse in zip(
        found.values(), parses(document, [s.plain for s in found.values()]), strict=True
    ):
        for word in parse:
            if word.dep == "nsubj":
                yield Finding(sentence.cut(word.start, word.end), "This is said to do something.")


RULE = Rule(
    code="REA999",
    name="subjects-of-claims",
    severity=severities("suggestion", "suggestion", "suggestion", "suggestion", "suggestion"),
    scope="sentence",
    sources=(Source("healthlint", "Benchmark", "https://example.org"),),
    options=NoOptions,
    check=check,
    good=(),
    bad=(),
)


def packs() -> Packs:
    """The installed rules and the one that asks for syntax."""
    known = load()
    return Packs({**known.rules, RULE.code: RULE}, known.errors)


def main(names: list[str]) -> None:
    """Check the files and say on standard error how many sentences were parsed."""
    settings = make_settings(packs=packs())
    with Engine() as engine:
        for _ in engine.lint_files([Task(name, Path(name), settings) for name in names], processes=1):
            pass
        print(f"{engine.parsed:,} sentences parsed", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
