"""Reports and parses come back from their stored form as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.cache.codec import (
    CodecError,
    dump_card,
    dump_parse,
    dump_report,
    load_card,
    load_parse,
    load_report,
)
from healthlint.diagnostic import Diagnostic, FileReport, RuleCard
from healthlint.document import Word
from healthlint.finding import Edit, Finding, Related
from healthlint.rule import Source
from healthlint.text import Span

number = st.integers(min_value=0, max_value=10**9)
spans = st.builds(Span, number, number)
sources = st.from_type(Source)
cards = st.builds(RuleCard, sources=st.lists(sources, max_size=3).map(tuple))
findings = st.builds(
    Finding,
    span=spans,
    confidence=st.sampled_from(["high", "medium", "low"]),
    related=st.lists(st.builds(Related, spans), max_size=3).map(tuple),
    edit=st.none() | st.builds(Edit, spans, safe=st.booleans()),
    lowered=st.booleans(),
    raised=st.booleans(),
)
diagnostics = st.builds(
    Diagnostic,
    rule=cards,
    finding=findings,
    sentence=st.text(),
    section=st.lists(st.text(), max_size=3).map(tuple),
    justification=st.text(),
)
several = st.lists(diagnostics, max_size=3).map(tuple)
figures = st.none() | st.integers() | st.floats(allow_nan=False) | st.text()
reports = st.builds(
    FileReport,
    status=st.sampled_from(["checked", "skipped", "failed"]),
    reason=st.text(),
    source=st.text(),
    profile=st.text(),
    profile_origin=st.text(),
    metrics=st.dictionaries(st.text(), figures, max_size=4),
    diagnostics=several,
    suppressed=several,
    baselined=several,
    notes=st.lists(st.text(), max_size=2).map(tuple),
)


@given(reports)
def test_a_report_comes_back_equal(report: FileReport) -> None:
    stored_cards: list[RuleCard] = []

    def number_of(card: RuleCard) -> int:
        stored_cards.append(card)
        return len(stored_cards) - 1

    stored = dump_report(report, number_of)
    assert stored.isascii()
    assert load_report(stored, report.filename, report.source, stored_cards.__getitem__) == report


@given(cards)
def test_a_card_comes_back_equal(card: RuleCard) -> None:
    assert load_card(dump_card(card)) == card


@given(st.lists(st.builds(Word, number, number, st.text(max_size=9), number), max_size=30).map(tuple))
def test_a_parse_comes_back_equal(parse: tuple[Word, ...]) -> None:
    assert load_parse(dump_parse(parse)) == parse


@pytest.mark.parametrize("stored", ["", "[", "null", "[1]", '{"a": 1}', "[1, 2, 3, 4, 5, 6, 7, 8, 9]"])
def test_what_was_not_stored_so_is_refused(stored: str) -> None:
    with pytest.raises(CodecError):
        load_report(stored, "a.md", "", lambda _: pytest.fail("no card is asked for"))
    with pytest.raises(CodecError):
        load_card(stored)


def test_a_parse_cut_short_is_refused() -> None:
    stored = dump_parse((Word(0, 4, "ROOT", 0), Word(5, 9, "dobj", 0)))
    with pytest.raises(CodecError):
        load_parse(stored.replace(",0]", "]"))


def test_the_file_name_and_the_source_are_the_readers() -> None:
    report = FileReport("old/name.md", "checked", source="Some text.")
    stored = dump_report(report, lambda _: 0)
    assert "Some text" not in stored
    found = load_report(stored, "new/name.md", "Some text.", lambda _: pytest.fail("no cards"))
    assert found == replace(report, filename="new/name.md")
