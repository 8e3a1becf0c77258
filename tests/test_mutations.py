"""Each edit of the mutation table causes exactly the findings stated, on our explainer and on the sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutations import MUTATIONS, Mutation, findings, mutated
from tests.shared_data import shared_file

EXPLAINER = Path(__file__).parents[1] / "examples" / "ketamine-explainer.md"
EACH_MUTATION = pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)


def found_after(mutation: Mutation, article: Path) -> tuple[str, ...]:
    source = article.read_text(encoding="utf-8")
    return findings(mutated(source, article.name, mutation.edits), article.name)


@EACH_MUTATION
def test_explainer(mutation: Mutation) -> None:
    assert found_after(mutation, EXPLAINER) == mutation.findings


@EACH_MUTATION
def test_sample(mutation: Mutation) -> None:
    assert found_after(mutation, shared_file("data", "sample", "ketamine.txt")) == mutation.findings


def test_explainer_without_edits_is_itself() -> None:
    source = EXPLAINER.read_text(encoding="utf-8")
    assert mutated(source, EXPLAINER.name, ()) == source
