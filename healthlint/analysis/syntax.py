"""The syntax of the sentences that words alone leave undecided.

A rule or an analysis asks with `parses` and gets the words of each sentence with their heads. How they come
about is the run's affair: a single document is parsed on the spot; a run over many files hands its documents
one `Syntax`, which stops the first pass at a sentence that it does not know (`SyntaxPending`), so that the
unknown sentences of all files go to the parser together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

    `model` is the import name or the folder of the spaCy model to use, "" for the best one that is installed.
    `recall` looks sentences up that are not known, in a cache perhaps; it leaves out what it does not have.
    `parsed` counts the sentences that went to the parser.
    """

    model: str = ""
    recall: Callable[[Sequence[str]], Mapping[str, Parse]] | None = None
    parsed: int = 0
    _known: dict[str, Parse] = field(default_factory=dict[str, Parse])
    _wanted: dict[str, None] = field(default_factory=dict[str, None])
    _new: dict[str, Parse] = field(default_factory=dict[str, Parse])

    def __call__(self, texts: Sequence[str]) -> Sequence[Parse]:
        """The parses of `texts`; raises SyntaxPending, and notes what is missing, unless all are known."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        if missing and self.recall:
            self._known.update(self.recall(missing))
            missing = [text for text in missing if text not in self._known]
        if missing:
            self._wanted.update(dict.fromkeys(missing))
            raise SyntaxPending
        return [self._known[text] for text in texts]

    def settle(self) -> None:
        """Parse every sentence that was asked for in vain, all in one batch."""
        wanted = tuple(self._wanted)
        self._wanted.clear()
        for text, parse in zip(wanted, _parse(wanted, self.model), strict=True):
            self._known[text] = self._new[text] = parse
        self.parsed += len(wanted)

    def take_new(self) -> Mapping[str, Parse]:
        """The parses that were made since this was last asked, for keeping."""
        new, self._new = self._new, {}
        return new

    def forget(self, keep: int = 0) -> None:
        """Drop all parses but the `keep` latest from memory."""
        for text in list(self._known)[: max(len(self._known) - keep, 0)]:
            del self._known[text]


def _parse(texts: Iterable[str], model: str = "") -> Iterator[Parse]:
    from healthlint.analysis import spacy_model

    return spacy_model.parse(texts, model)
