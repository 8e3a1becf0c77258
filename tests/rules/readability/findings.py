"""What one rule finds in a text."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Any

from healthlint.document import Document
from healthlint.finding import Finding
from healthlint.parsing import parse
from healthlint.profile import PROFILES


def find(
    module: str, source: str, name: str = "page.md", profile: str = "patient-education", **options: Any
) -> list[tuple[str, Finding]]:
    """The marked text and the finding of each problem that the rule in `module` finds."""
    rule = import_module(f"healthlint_rules.readability.{module}").RULE
    document: Document = parse(source, name, profile=PROFILES[profile])
    found = rule.check(document, replace(rule.options(), **options))
    return [(source[finding.span.start : finding.span.end], finding) for finding in found]


def marked(module: str, source: str, name: str = "page.md", **options: Any) -> list[str]:
    """The text that the rule marks."""
    return [text for text, _ in find(module, source, name, **options)]
