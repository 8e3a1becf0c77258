"""Which sentences of an article are text that a reader reads through.

`body` is what the writer wrote for the reader, lists included. `prose` is the part of it that a reading grade
can be taken of. Formulas were made for running sentences: a heading, a table cell or a list of symptoms
without full stops makes one endless sentence of them, and a bibliography or a legal notice is not read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from healthlint.analysis.sections import in_references
from healthlint.analysis.sentences import Sentence, sentences
from healthlint.document import Block, Document, analysis
from healthlint.wording import Wording

_LEGAL_HEADING = Wording(
    r"^\W*(?:(?:medical |legal |health |important )?(?:disclaimers?|notice)|legal|copyright|terms\b|privacy"
    r"|cookies?|about (?:the|our) (?:authors?|reviewers?|company)|disclosures?|funding|competing interests?"
    r"|conflicts? of interests?|acknowledge?ments?)\b.{0,30}$",
    re.IGNORECASE,
)
_BOILERPLATE = Wording(
    r"""  \b(?:information(?:al)?|educational)\ (?:(?:and|or|/)\ ?\w+\ )?(?:use|purposes?)\ only
        | \b(?:substitute|replacement)\ for\ (?:\w+\ ){0,4}(?:advice|care|diagnosis)
        | \bnot\ (?:constitute|provide|offer|intended\ as)\ (?:\w+\ ){0,2}advice
        | \bnot\ been\ evaluated\ by\ the\ (?:US\ |U\.S\.\ )?(?:FDA|Food\ and\ Drug)
        | \bnot\ intended\ to\ diagnose,?\ treat
        | \ball\ rights\ reserved | © | \bcopyright\ (?:\(c\)\ )?\d{4}
        | \b(?:privacy|cookie)\ policy | \bterms\ (?:of\ (?:use|service)|and\ conditions)
        | ^(?:(?:medically|clinically|fact)[- ])?
          (?:written|reviewed|checked|edited|published|updated|posted)\ (?:by|on)\b
        | ^(?:page\ )?last\ (?:reviewed|updated|modified|checked)\b | ^next\ review\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BOILERPLATE_WORDS = (
    "only", "substitute", "replacement", "advice", "evaluated", "diagnose", "rights", "©", "copyright",
    "policy", "terms", "written", "review", "checked", "edited", "published", "updated", "posted", "modified",
)  # fmt: skip
"""Words without which none of it can stand, looked for first because that is faster."""

_REFERENCE_WORDS = ("doi", "PMID", "PMC", "ISBN", "Retrieved", "et al", "19", "20")
_REFERENCE = Wording(
    r"\bdoi\b|\bPMC?ID\b|\bISBN\b|\bRetrieved from\b|\b(?:19|20)\d\d;\s?\d+|^.{0,200}\bet al\b.{0,200}[;:]\s?\d"
)
_ENDED = re.compile(r"""[.!?…]["'”’)\]*]*$""")
_LEADS_IN = re.compile(r""":["'”’)*]*$""")
_BEGINS = re.compile(r"""["'“‘(*]*[A-Z\d]""")
_QUOTED = Wording(r"“[^“”]+”|\"[^\"]+\"|(?<!\w)‘[^‘’]{20,}’(?!\w)")
_TITLES = ("title", "name", "headline", "heading")
_QUOTED_WORDS = 4
_ITEM_WORDS = 3


def quotations(text: str) -> list[tuple[int, int]]:
    """The ranges of `text` that repeat somebody's words: four words or more in quotation marks."""
    if not ('"' in text or "“" in text or "‘" in text):
        return []
    return [quote.span() for quote in _QUOTED.finditer(text) if len(quote.group().split()) >= _QUOTED_WORDS]


def is_quotation(text: str) -> bool:
    """Whether more than half of a sentence is quotation."""
    return sum(end - start for start, end in quotations(text)) * 2 > len(text)


def is_body(document: Document, number: int) -> bool:
    """Whether block `number` is body text: a paragraph, list item or front-matter text.

    References, legal and author sections, titles and what a reader does not see are not.
    """
    block = document.blocks[number]
    return (
        block.kind in ("paragraph", "list_item", "field")
        and block.prominence != "hidden"
        and not block.name.lower().endswith(_TITLES)
        and not in_references(document, number)
        and not any(map(_is_legal, block.path))
        and not _is_reference(block.text.text)
    )


@lru_cache(maxsize=1000)
def _is_legal(heading: str) -> bool:
    return _LEGAL_HEADING.match(heading) is not None


def _is_reference(text: str) -> bool:
    return any(word in text for word in _REFERENCE_WORDS) and _REFERENCE.search(text) is not None


def _is_boilerplate(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _BOILERPLATE_WORDS) and _BOILERPLATE.search(text) is not None


@analysis
def body(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the body text, without legal notices, bylines and dates of review."""
    blocks = [is_body(document, number) for number in range(len(document.blocks))]
    return tuple(
        sentence
        for sentence in sentences(document)
        if blocks[sentence.block_index] and not _is_boilerplate(sentence.plain)
    )


@analysis
def prose(document: Document) -> tuple[Sentence, ...]:
    """The running sentences of the body text.

    In a paragraph, what ends in an end mark or leads in a list with a colon; in a list item, what also begins
    with a capital and has three words or more, so that fragments ("if you feel sick", "Nausea.") are left out.
    Sentences that are mostly a quotation and small print are left out too.
    """
    return tuple(sentence for sentence in body(document) if _is_running(sentence.plain, sentence.block))


def _is_running(text: str, block: Block) -> bool:
    if block.kind == "field" or block.prominence != "normal":
        return False
    if is_quotation(text):
        return False
    if block.kind == "paragraph":
        return bool(_ENDED.search(text) or _LEADS_IN.search(text))
    return bool(_ENDED.search(text) and _BEGINS.match(text)) and len(text.split()) >= _ITEM_WORDS
