"""Code, name, scope, severity and sources of each rule are those of the catalogue, where it is present."""

from __future__ import annotations

import json
from typing import Any

import pytest

from healthlint.rule import AnyRule
from healthlint_rules import rules
from tests.shared_data import shared_file

RULES = rules()
SCOPES = {"token": "sentence", "paragraph": "section", "section": "section", "word": "sentence"}


def catalogue() -> dict[str, dict[str, Any]]:
    listed = json.loads(shared_file("design", "rules.json").read_text(encoding="utf-8"))["rules"]
    return {entry["code"]: entry for entry in listed}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_that_of_the_catalogue(rule: AnyRule) -> None:
    entry = catalogue()[rule.code]
    assert rule.name == entry["name"]
    severity = {profile: level or "off" for profile, level in rule.severity.items()}
    assert severity == entry["profiles"]
    assert len(rule.sources) >= min(len(entry["sources"]), 2)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_scope_is_that_of_the_catalogue(rule: AnyRule) -> None:
    listed = catalogue()[rule.code]["scope"].replace("/", " ").replace("+", " ").split()[0]
    assert rule.scope == SCOPES.get(listed, listed)
