"""The examples on the page of each rule show what the rule does."""

from __future__ import annotations

import pytest

from healthlint.testing import ExampleCase, check_example, example_cases
from healthlint_rules import rules


@pytest.mark.parametrize("case", example_cases(rules()), ids=str)
def test_own_example(case: ExampleCase) -> None:
    check_example(case)
