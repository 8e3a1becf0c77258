"""The sample article has the findings that an editor wants, and no others."""

from __future__ import annotations

from healthlint.runner import lint_text
from tests.shared_data import shared_file

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
    path = shared_file("data", "sample", "ketamine.txt")
    report = lint_text(path.read_text(encoding="utf-8"), path.name)
    found = [diagnostic.rule.code for diagnostic in report.diagnostics]
    assert {code: found.count(code) for code in found} == WANTED
