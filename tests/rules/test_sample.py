"""The sample article has the findings that an editor wants, and no others."""

from __future__ import annotations

import pytest

from healthlint.runner import lint_text
from tests.shared_data import shared_path

WANTED = {
    "EVD001": 1,
    "EVD008": 1,
    "EFF004": 2,
    "OFF003": 1,
    "REA001": 1,
    "REA002": 4,
    "REA006": 1,
}
"""How often each built rule is wanted there."""


def test_the_sample_has_what_an_editor_wants_and_nothing_else() -> None:
    path = shared_path("data", "sample", "ketamine.txt")
    if not path.exists():
        pytest.skip("the sample article is not here; set HEALTHLINT_SHARED to the folder that holds it")
    report = lint_text(path.read_text(encoding="utf-8"), path.name)
    found = [diagnostic.rule.code for diagnostic in report.diagnostics]
    assert {code: found.count(code) for code in found} == WANTED
