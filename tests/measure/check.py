"""Checking many texts in one process, as the command line does without a configuration file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from healthlint.analysis.syntax import Syntax
from healthlint.diagnostic import FileReport
from healthlint.runner import begin, complete, listed
from healthlint.settings import Settings, make_settings

_TOGETHER = 50


@cache
def settings(profile: str) -> Settings:
    """Every rule with its defaults in one profile."""
    return make_settings(profile=profile)


def check_all(texts: Iterable[tuple[str, str]], profile: str) -> Iterator[FileReport]:
    """The reports on (name, text) pairs in their order. Raises `ValueError` where one could not be checked."""
    chosen = settings(profile)
    for some in in_groups(texts):
        syntax = Syntax(chosen.model)
        begun = [begin(text, name, chosen, syntax) for name, text in some]
        done = iter(complete([article for article in begun if not isinstance(article, FileReport)]))
        for article in begun:
            report = article if isinstance(article, FileReport) else next(done)
            if report.status != "checked":
                raise ValueError(f"{report.filename} was {report.status}: {report.reason}")
            yield listed(report)


def in_groups(texts: Iterable[tuple[str, str]]) -> Iterator[Sequence[tuple[str, str]]]:
    """The texts in groups whose sentences are parsed together."""
    group: list[tuple[str, str]] = []
    for text in texts:
        group.append(text)
        if len(group) == _TOGETHER:
            yield group
            group = []
    if group:
        yield group


def codes_of(report: FileReport) -> frozenset[str]:
    """The codes of everything that was found."""
    return frozenset(diagnostic.rule.code for diagnostic in report.diagnostics)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
