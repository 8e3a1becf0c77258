"""The syntax of the sentences that words alone leave undecided.

A rule or an analysis asks with `parses` and gets the words of each sentence with their heads. How they come
about is the run's affair: a single document is parsed on the spot; a run over many files hands its documents
one `Syntax`, which stops the first pass at a sentence that it does not know (`SyntaxPending`), so that the
unknown sentences of all files go to the parser together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field

from healthlint.document import Document, Parse, Word

__all__ = ["Parse", "Syntax", "SyntaxPending", "Word", "parses"]


def parses(document: Document, texts: Sequence[str]) -> list[Parse]:
    """The parse of each sentence of `texts`, in their order. Ask for all that are needed in one call."""
    if not texts:
        return []
    if document.syntax is not None:
        return list(document.syntax(texts))
    return list(_parse(texts))


class SyntaxPending(BaseException):  # like a cancelled task: no handler of errors may take it for one
    """A sentence has not been parsed yet; run the rule again when `Syntax.settle` has been called."""


@dataclass
class Syntax:
    """The parses of one run: those known so far, and the sentences that were asked for in vain.

    `known` may be any mapping, such as one that reads a cache. `model` is the import name of the spaCy model
    to use, "" for the best one that is installed. `parsed` counts the sentences that went to the parser.
    """

    known: MutableMapping[str, Parse] = field(default_factory=dict[str, Parse])
    model: str = ""
    parsed: int = 0
    _wanted: dict[str, None] = field(default_factory=dict[str, None])

    def __call__(self, texts: Sequence[str]) -> Sequence[Parse]:
        """The parses of `texts`; raises SyntaxPending, and notes what is missing, unless all are known."""
        found = [self.known.get(text) for text in texts]
        missing = [text for text, parse in zip(texts, found, strict=True) if parse is None]
        if missing:
            self._wanted.update(dict.fromkeys(missing))
            raise SyntaxPending
        return [parse for parse in found if parse is not None]

    def settle(self) -> None:
        """Parse every sentence that was asked for in vain, all in one batch."""
        wanted = tuple(self._wanted)
        self._wanted.clear()
        for text, parse in zip(wanted, _parse(wanted, self.model), strict=True):
            self.known[text] = parse
        self.parsed += len(wanted)


def _parse(texts: Iterable[str], model: str = "") -> Iterator[Parse]:
    from healthlint.analysis import spacy_model

    return spacy_model.parse(texts, model)
