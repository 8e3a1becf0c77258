"""The published JSON Schema of configuration files says what the reader of such files accepts."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from healthlint.config.jsonschema import config_schema
from healthlint.config.model import Config
from healthlint.config.template import template
from healthlint.config.typed import build
from healthlint.packs import load
from healthlint.select import active_rules
from tests.word_rules import packs, word_rule

PACKS = packs(word_rule("EFF001", "a"))
SCHEMA = config_schema(PACKS.rules.values())


def test_the_published_schema_is_that_of_the_code() -> None:
    published = json.loads(files("healthlint.config").joinpath("schema.json").read_text(encoding="utf-8"))
    expected = json.loads(json.dumps(config_schema(load().rules.values())))
    assert published == expected, "run: healthlint config --schema > healthlint/config/schema.json"
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'profile = "auto"\nselect = ["EFF"]\nfail-level = "none"\nmax-warnings = 3\n',
        'max-warnings = "off"\n',
        '[[overrides]]\npaths = ["a"]\nprofile = "news"\n[overrides.rules.EFF001]\nwords = 30\n',
        '[[provides]]\nwhat = ["risk", "crisis-line"]\npath = "x.html"\n',
        '[rules.word-eff001]\nwords = 30\nseverity = "off"\n[readability]\nengine = "textstat"\n',
        'per-file-ignores = { "a/**" = ["EFF"] }\n',
        template(),
    ],
)
def test_what_can_be_read_is_valid(text: str) -> None:
    table = tomllib.loads(text)
    jsonschema.validate(table, SCHEMA)
    config, problems = build(Config, table, "")
    assert problems == ()
    active_rules(PACKS, (), (("x", config.rules),))


@pytest.mark.parametrize(
    "table",
    [
        {"profil": "news"},
        {"profile": "newz"},
        {"select": "EFF"},
        {"max-warnings": -1},
        {"max-warnings": "none"},
        {"overrides": [{"profile": "news"}]},
        {"provides": [{"what": ["warmth"], "path": "x"}]},
        {"rules": {"EFF001": {"words": 4}}},
        {"rules": {"EFF001": {"wrods": 30}}},
        {"rules": {"EFF001": {"severity": "of"}}},
        {"rules": {"EFF9": {}}},
        {"readability": {"engine": "mine"}},
    ],
)
def test_what_cannot_be_read_is_not_valid(table: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, SCHEMA)
    config, problems = build(Config, table, "")
    if not problems:
        with pytest.raises(Exception, match=r"rules\."):
            active_rules(PACKS, (), (("x", config.rules),))


def test_none_is_a_fail_level_and_not_unset() -> None:
    assert build(Config, {"fail-level": "none"}, "")[0].fail_level == "none"
