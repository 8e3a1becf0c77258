"""The listed examples of the rule catalogue behave as listed, each in the profile that it is written for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from healthlint.packs import Packs, load
from healthlint.profile import PROFILES
from healthlint.runner import lint_text
from healthlint.settings import make_settings
from healthlint_rules import rules
from tests.rules.listed_documents import DOCUMENTS, document
from tests.rules.pages import Described
from tests.shared_data import shared_file

LISTED: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("listed_examples.json").read_text(encoding="utf-8")
)
CASES = [
    pytest.param(entry["code"], kind, example, id=f"{entry['code']}-{kind}-{number}")
    for entry in LISTED
    for kind in ("bad", "good")
    for number, example in enumerate(entry[kind], 1)
]
ENDINGS = {"markdown": "md", "html": "html", "text": "txt"}


@cache
def packs() -> Packs:
    return load()


def described(example: dict[str, str]) -> Described:
    if "document" in example:
        return document(example["document"])
    return Described(example.get("text", example["listed"]))


@pytest.mark.parametrize(("code", "kind", "example"), CASES)
def test_example_behaves_as_listed(code: str, kind: str, example: dict[str, str]) -> None:
    page = described(example)
    settings = make_settings(profile=example["profile"], select=[code], packs=packs())
    report = lint_text(page.text, f"example.{ENDINGS[page.format]}", settings)
    assert report.status == "checked", report.reason
    found = {diagnostic.rule.code for diagnostic in report.diagnostics}
    assert found == ({code} if kind == "bad" else set()), page.text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_as_described(name: str) -> None:
    assert not DOCUMENTS[name].broken()


def test_every_document_is_used_and_every_profile_runs_the_rule() -> None:
    examples = [(entry["code"], example) for entry in LISTED for example in entry["bad"] + entry["good"]]
    assert {example.get("document") for _, example in examples} >= set(DOCUMENTS)
    known = {rule.code: rule for rule in rules()}
    for code, example in examples:
        profile = PROFILES[example["profile"]].name
        assert known[code].severity[profile] is not None, (code, example["listed"])


def test_listed_examples_are_those_of_the_catalogue() -> None:
    catalogue = json.loads(shared_file("design", "rules.json").read_text(encoding="utf-8"))["rules"]
    by_code = {entry["code"]: entry for entry in catalogue}
    for entry in LISTED:
        assert entry["name"] == by_code[entry["code"]]["name"]
        for kind in ("bad", "good"):
            assert [example["listed"] for example in entry[kind]] == by_code[entry["code"]][kind]
