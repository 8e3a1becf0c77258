"""What every rule of the pack must carry: a name, a page, sources, examples."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from urllib.parse import urlsplit

import pytest

from healthlint.rule import FAMILIES, AnyRule, Example
from healthlint_rules import rules

RULES = rules()
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
HEADINGS = ["What it flags", "Why it matters", "Exceptions", "What it cannot see", "How to fix"]
HEAVY = ("spacy", "textstat", "numpy", "nltk", "yaml", "turbohtml")


def texts(examples: tuple[str | Example, ...]) -> list[str]:
    return [example if isinstance(example, str) else example.text for example in examples]


@EACH_RULE
def test_name_is_the_module_in_kebab_case(rule: AnyRule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.check.__module__.split(".")[-1] == rule.name.replace("-", "_")


def test_codes_and_names_are_unique() -> None:
    assert not [code for code, count in Counter(rule.code for rule in RULES).items() if count > 1]
    assert not [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1]


@EACH_RULE
def test_code_belongs_to_a_family(rule: AnyRule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.family in FAMILIES


def test_the_rules_of_a_folder_are_of_one_family() -> None:
    families = {(rule.check.__module__.split(".")[1], rule.family) for rule in RULES}
    assert len({folder for folder, _ in families}) == len({family for _, family in families}) == len(families)


@EACH_RULE
def test_page_has_a_one_sentence_summary_and_the_headings(rule: AnyRule) -> None:
    assert re.fullmatch(r"[^.]+(?:\.\w[^.]*)*\.", rule.summary), rule.summary
    assert re.findall(r"^## (.+)$", rule.page, re.MULTILINE) == HEADINGS
    sections = re.split(r"^## .+$", rule.page, flags=re.MULTILINE)
    assert all(section.strip() for section in sections)


@EACH_RULE
def test_sources_have_a_publisher_a_title_and_an_address(rule: AnyRule) -> None:
    assert rule.sources
    assert any(source.url.startswith("https://") for source in rule.sources)
    for source in rule.sources:
        address = urlsplit(source.url)
        assert source.publisher
        assert source.title
        assert address.scheme in {"http", "https"}
        assert address.hostname
        assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", source.accessed)


@EACH_RULE
def test_examples_are_marked(rule: AnyRule) -> None:
    good, bad = texts(rule.good), texts(rule.bad)
    assert len(good) >= 2
    assert len(bad) >= 2
    assert not [text for text in good if "[|" in text or "|]" in text]
    for text in bad:
        assert re.findall(r"\[\||\|\]", text) == ["[|", "|]"] * text.count("[|") != [], text


@EACH_RULE
def test_bad_examples_stand_in_a_profile_where_the_rule_is_on(rule: AnyRule) -> None:
    profiles = {example.profile for example in rule.bad if isinstance(example, Example)}
    assert not [profile for profile in profiles if rule.severity[profile] is None]


def test_importing_the_pack_imports_nothing_heavy() -> None:
    script = (
        "import sys, healthlint_rules; healthlint_rules.rules(); "
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
