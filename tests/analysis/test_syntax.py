"""Sentences of many documents are parsed together, each once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from healthlint.analysis.syntax import Parse, Syntax, SyntaxPending, parses
from healthlint.document import Document, Word

FIRST, SECOND, THIRD = "The tea heals ulcers.", "It cures colds.", "Nobody knows."


def test_a_document_of_its_own_is_parsed_on_the_spot() -> None:
    found = parses(Document("a.md", "", ()), [FIRST, SECOND, FIRST])
    assert found[0] == found[2]
    assert [parse[-1].end for parse in found] == [len(FIRST), len(SECOND), len(FIRST)]
    assert parses(Document("a.md", "", ()), []) == []


def test_the_first_pass_stops_and_the_second_gets_the_parses() -> None:
    syntax = Syntax()
    documents = [Document(name, "", (), syntax=syntax) for name in ("a.md", "b.md")]
    for document, texts in zip(documents, ([FIRST, SECOND], [SECOND, THIRD]), strict=True):
        with pytest.raises(SyntaxPending):
            parses(document, texts)
    syntax.settle()
    assert syntax.parsed == 3
    assert parses(documents[0], [SECOND, FIRST]) == parses(Document("c.md", "", ()), [SECOND, FIRST])
    assert set(syntax.take_new()) == {FIRST, SECOND, THIRD}
    assert syntax.take_new() == {}


def test_what_is_recalled_is_not_parsed() -> None:
    parse = (Word(0, 4, "ROOT", 0),)
    asked: list[str] = []

    def recall(texts: Sequence[str]) -> dict[str, Parse]:
        asked.extend(texts)
        return {text: parse for text in texts if text == FIRST}

    syntax = Syntax(recall=recall)
    assert syntax([FIRST, FIRST]) == [parse, parse]
    assert asked == [FIRST]
    assert syntax.parsed == 0
    with pytest.raises(SyntaxPending):
        syntax([FIRST, SECOND])
    syntax.settle()
    assert syntax.parsed == 1
    assert set(syntax.take_new()) == {SECOND}


def test_the_oldest_are_forgotten() -> None:
    syntax = Syntax(recall=lambda texts: dict.fromkeys(texts, ()))
    syntax([FIRST, SECOND, THIRD])
    syntax.forget(keep=1)
    assert list(syntax._known) == [THIRD]
    syntax.forget()
    assert not syntax._known


def test_a_handler_of_errors_does_not_swallow_the_wait() -> None:
    assert not issubclass(SyntaxPending, Exception)
