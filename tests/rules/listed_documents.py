"""Documents for those examples of the rule catalogue that describe a page instead of quoting a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.rules import listed_claim_pages, listed_readability_pages, listed_risk_pages
from tests.rules.pages import Described

_EXPLAINER = Path(__file__).parents[2] / "examples" / "ketamine-explainer.md"

DOCUMENTS: Mapping[str, Described] = {
    **listed_risk_pages.DOCUMENTS,
    **listed_claim_pages.DOCUMENTS,
    **listed_readability_pages.DOCUMENTS,
}
"""Every described page by the name that `listed_examples.json` gives it."""


def document(name: str) -> Described:
    """The page of this name; "ketamine explainer" is the whole article among the examples."""
    if name == "ketamine explainer":
        return Described(_EXPLAINER.read_text(encoding="utf-8"))
    return DOCUMENTS[name]
