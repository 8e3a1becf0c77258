"""What the headings of an article say about the text below them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from healthlint.document import Document, analysis
from healthlint.wording import Wording

_REFERENCES = Wording(
    r"^\W*(?:\d+\.?\s*)?(?:references?|sources?|citations?|bibliography|further reading|works cited|footnotes|"
    r"notes|selected references|related (?:articles|posts|reading)|see also|external links|learn more|"
    r"literature)\b.{0,30}$",
    re.IGNORECASE,
)
_RISKS = Wording(
    r"\b(?:side[- ]?effects?|risks?|safety|safe|precautions?|warnings?|contra-?indications?|cautions?|harms?|"
    r"adverse (?:effects?|events?|reactions?)|complications?|dangers?|interactions?|who (?:should|"
    r"can)(?:n['’]t| not)|downsides?|what can go wrong|toxicity)\b",
    re.IGNORECASE,
)
_MYTHS = Wording(
    r"\b(?:myths?|misconceptions?|fact[- ]check|debunk\w*|hoax(?:es)?|false claims?|misinformation)\b",
    re.IGNORECASE,
)


def is_references(heading: str) -> bool:
    """Whether a heading announces a list of sources."""
    return _REFERENCES.match(heading) is not None


def is_risks(heading: str) -> bool:
    """Whether a heading announces risks, side effects or who should not use something."""
    return _RISKS.search(heading) is not None


def is_myths(heading: str) -> bool:
    """Whether a heading announces claims that the text denies."""
    return _MYTHS.search(heading) is not None


_ENTRIES = ("paragraph", "list_item")
_ENTRY = Wording(
    r"\W*\d{0,3}\W*[A-Z][\w’'-]+,? [A-Z]\S*[^\n]{0,200}?(?:et al\b|[“\"_])[^\n]{0,400}?"
    r"(?:\((?:19|20)\d\d\)|\b(?:19|20)\d\d;)[^\n]{0,60}$"
)
"""An entry of a list of sources: names, a title in quotation marks, a year in brackets or before a volume."""


@analysis
def reference_blocks(document: Document) -> Mapping[int, bool]:
    """For each block, whether it lies in a list of sources, or is an entry of one that no heading announces."""
    return {
        number: any(is_references(heading) for heading in block.path[-2:])
        or (block.kind in _ENTRIES and _ENTRY.match(block.text.text) is not None)
        for number, block in enumerate(document.blocks)
    }


def in_references(document: Document, block: int) -> bool:
    """Whether a block lies in a list of sources."""
    return reference_blocks(document)[block]


def lead_in(document: Document, block: int) -> str:
    """The text before the list or table that a block is an item of, "" where there is none."""
    number = block - 1
    while number >= 0 and document.blocks[number].kind in ("list_item", "cell"):
        number -= 1
    return document.blocks[number].text.text if number >= 0 else ""
