"""From a text to a report: profiles, weighing, failures, and what is listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.api import AnyRule, Document, Finding, severities
from healthlint.arbitrate import capped, in_order, sentence_at
from healthlint.diagnostic import FileReport
from healthlint.parsing import parse
from healthlint.runner import lint_file, lint_text
from healthlint.settings import make_settings
from tests.word_rules import EVERYWHERE, SUGGESTED, Options, packs, word_rule


def codes(report: FileReport) -> list[str]:
    return [diagnostic.rule.code for diagnostic in report.diagnostics]


def lint(text: str, *rules: AnyRule, profile: str | None = None, path: str = "a.md") -> FileReport:
    return lint_text(text, path, make_settings(packs=packs(*rules), profile=profile))


def test_a_report_says_where_a_finding_stands() -> None:
    report = lint("# Tea\n\nIt is new. It cures *all* of it.\n", word_rule("EFF002", "cures"))
    [found] = report.diagnostics
    assert (found.sentence, found.section, found.severity) == ("It cures all of it.", ("Tea",), "warning")
    assert (report.status, report.profile, report.profile_origin) == ("checked", "patient-education", "default")


def test_a_rule_that_is_off_in_the_profile_does_not_run() -> None:
    rule = word_rule("EFF002", "cures", severities("warning", None, "error", "error", None))
    assert codes(lint("It cures.", rule)) == ["EFF002"]
    assert codes(lint("It cures.", rule, profile="news")) == []
    assert [d.severity for d in lint("It cures.", rule, profile="clinic-marketing").diagnostics] == ["error"]


def test_a_rule_runs_only_when_a_trigger_occurs() -> None:
    def never(document: Document, options: Options) -> Iterator[Finding]:
        raise AssertionError

    rule = replace(word_rule("EFF002", "cures", triggers=("cure", "heal")), check=never)
    assert lint("It is tea.", rule).status == "checked"
    assert lint("It HEALS.", rule).status == "failed"


def test_a_lowered_finding_is_one_severity_below_its_rule() -> None:
    rule = word_rule("EFF004", "hype", lowered=True)
    assert [d.severity for d in lint("It is hype.", rule).diagnostics] == ["suggestion"]


def test_one_finding_for_each_sentence_and_family_the_worst_first() -> None:
    mild = word_rule("EFF009", "cures", lowered=True)
    worse = word_rule("EFF004", "by miracle")
    text = "It cures by miracle. It cures you."
    assert codes(lint(text, mild, worse)) == ["EFF004", "EFF009"]
    assert codes(lint(text, mild)) == ["EFF009", "EFF009"]


def test_of_equal_findings_of_a_sentence_the_narrowest_stays_then_the_more_special() -> None:
    wide, narrow = word_rule("EFF009", "It cures"), word_rule("EFF001", "cures")
    assert codes(lint("It cures you.", wide, narrow)) == ["EFF001"]
    assert codes(lint("It cures you.", narrow, word_rule("EFF002", "cures"))) == ["EFF002"]


def test_efficacy_absorbs_evidence_on_the_same_sentence_only() -> None:
    rules = word_rule("EFF001", "cures"), word_rule("EVD001", "studies")
    assert codes(lint("In studies it cures. Other studies differ.", *rules)) == ["EFF001", "EVD001"]
    document_rule = word_rule("EVD008", "studies", scope="document")
    assert codes(lint("In studies it cures.", rules[0], document_rule)) == ["EVD008", "EFF001"]


def test_a_rule_takes_the_place_of_findings_that_it_overlaps() -> None:
    approval = replace(word_rule("OFF004", "approved cure"), replaces=("EFF",))
    assert codes(lint("An approved cure now.", approval, word_rule("EFF002", "cure now"))) == ["OFF004"]
    assert codes(lint("An approved cure now.", approval, word_rule("EFF006", "now"))) == ["OFF004", "EFF006"]


def test_families_outside_of_claims_keep_all_findings() -> None:
    style = word_rule("REA006", "not"), word_rule("REA007", "un")
    assert codes(lint("It is not un.", *style)) == ["REA006", "REA007"]
    wide = word_rule("EVD008", "cures", scope="document"), word_rule("EVD009", "cures", scope="section")
    assert codes(lint("It cures.", *wide)) == ["EVD008", "EVD009"]


def test_of_what_a_page_fails_to_disclose_the_first_is_said() -> None:
    wide = word_rule("RSK001", "cures", scope="document"), word_rule("RSK003", "cures", scope="section")
    assert codes(lint("It cures.", *wide)) == ["RSK001"]


def test_the_rest_of_many_suggestions_is_counted() -> None:
    rule = word_rule("REA007", "um", SUGGESTED)
    report = lint("\n\n".join(["um."] * 8), rule)
    assert codes(report) == ["REA007"] * 5
    assert report.notes == ("3 more suggestions of word-rea007 (REA007) not listed",)
    warnings = lint("\n\n".join(["um."] * 8), word_rule("REA007", "um"))
    assert len(warnings.diagnostics) == 8


def test_a_rule_that_breaks_fails_the_file_by_name_and_the_others_still_run() -> None:
    def broken(document: Document, options: Options) -> Iterator[Finding]:
        yield from ()
        raise KeyError("lost")

    rule = replace(word_rule("EFF001", "x"), check=broken, name="broken-rule")
    report = lint("It cures.", rule, word_rule("EFF002", "cures"))
    assert report.status == "failed"
    assert "The rule broken-rule (EFF001) broke: KeyError: 'lost'." in report.reason
    assert codes(report) == ["EFF002"]


def test_a_parser_that_breaks_fails_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("healthlint.parsing.parse", broken)
    report = lint("It cures.", word_rule("EFF002", "cures"))
    assert report.status == "failed"
    assert report.reason == "healthlint broke while reading it: RecursionError: too deep. Report it as a bug."


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    settings = make_settings(packs=packs())
    assert "no such file" in lint_file(tmp_path / "gone.md", "gone.md", settings).reason
    folder = lint_file(tmp_path, "folder", settings)
    assert folder.status == "failed"
    assert folder.reason.startswith("The file cannot be read")


def test_metrics_are_reported() -> None:
    text = "A cold goes away by itself. Rest and drink water. " * 10
    report = lint(text)
    assert report.metrics["words"] == 100
    assert lint("").metrics == {}


def test_findings_are_in_reading_order_and_none_twice() -> None:
    twice = word_rule("EFF001", "cures|cures"), word_rule("REA001", "It")
    report = lint("It cures. It cures.", *twice)
    spans = [diagnostic.finding.span for diagnostic in report.diagnostics]
    assert spans == sorted(spans)
    assert len(set(zip(codes(report), spans, strict=True))) == len(spans)
    again = [*report.diagnostics, *report.diagnostics]
    assert in_order(again) == list(report.diagnostics)


def test_every_offset_has_the_sentence_that_holds_it() -> None:
    text = "One two. Three ![four. five](x.png) six.\n\n- Seven\n- Eight. Nine\n"
    document = parse(text, "a.md")
    for word in ("One", "Three", "six", "Seven", "Eight", "Nine"):
        sentence = sentence_at(document, text.index(word))
        assert sentence is not None
        assert word in sentence.plain
    assert sentence_at(parse("", "a.md"), 0) is None


@given(st.lists(st.sampled_from(["error", "warning", "suggestion"]), max_size=20), st.integers(0, 6))
def test_capping_drops_suggestions_only_and_counts_them(levels: list[str], limit: int) -> None:
    [model] = lint("It cures.", word_rule("EFF002", "cures")).diagnostics
    found = [replace(model, severity=level) for level in levels]  # type: ignore[arg-type]
    kept, notes = capped(found, limit)
    missing = len(found) - len(kept)
    assert missing == max(levels.count("suggestion") - limit, 0)
    assert bool(notes) is bool(missing)
    assert [d for d in kept if d.severity != "suggestion"] == [d for d in found if d.severity != "suggestion"]


@given(st.text(max_size=300), st.sampled_from(["a.md", "a.html", "a.txt", "a.mdx"]))
def test_no_text_stops_a_run(text: str, path: str) -> None:
    report = lint(text, word_rule("EFF002", "e", EVERYWHERE), path=path)
    assert report.status in ("checked", "failed")
    assert "Report it as a bug" not in report.reason
    for diagnostic in report.diagnostics:
        assert text[diagnostic.finding.span.start : diagnostic.finding.span.end] in ("e", "&#101;", "&#x65;")
