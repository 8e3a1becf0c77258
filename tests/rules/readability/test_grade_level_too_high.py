"""REA001: both grades, the denominators, the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from healthlint.analysis.readability import readability
from healthlint.config.model import Config, Readability
from healthlint.packs import load
from healthlint.parsing import parse
from healthlint.runner import lint_text
from healthlint.settings import SettingsFinder, make_settings
from healthlint_rules.readability.grade_level_too_high import RULE
from tests.rules.listed_readability_pages import DOCUMENTS
from tests.rules.pages import NEUTRAL
from tests.rules.readability.findings import find, marked
from tests.shared_data import shared_file

MODULE = "grade_level_too_high"
DENSE = DOCUMENTS["dense page"].text
PARAGRAPHS = [paragraph.strip() for paragraph in DENSE.split("\n\n")[1:]]


def test_message_names_grades_target_and_what_was_measured() -> None:
    [(_, finding)] = find(MODULE, DENSE)
    assert "grade 28.9" in finding.message
    assert "28.3 with the names of the topic" in finding.message
    assert "target of 8" in finding.message
    assert "436 words in 20 sentences" in finding.message
    assert "administration (16 times)" in finding.message
    assert len(finding.related) == 4


def test_only_both_grades_above_the_target_count() -> None:
    page = DOCUMENTS["page on ALS"].text
    assert not find(MODULE, page)
    assert find(MODULE, page, grade=6.5)
    assert find(MODULE, page.replace("Living with amyotrophic lateral sclerosis", "Living with it"))


@pytest.mark.parametrize(("profile", "found"), [("patient-education", 1), ("news", 0), ("professional", 0)])
def test_target_is_the_profile_s(profile: str, found: int) -> None:
    page = " ".join(NEUTRAL[:4]) + "\n\n" + " ".join(PARAGRAPHS[:1])
    grade = readability(parse(page, "page.md")).grade
    assert 8 < grade < 10
    assert len(find(MODULE, page, profile=profile)) == found


@pytest.mark.parametrize(
    "source",
    [
        "# Title\n\n" + PARAGRAPHS[0],
        "\n".join(f"- {line}" for line in ("pharmacological interactions", "longitudinal adherence") * 40),
        "## References\n\n" + "\n\n".join(PARAGRAPHS),
        "\n\n".join(f"> {paragraph}" for paragraph in PARAGRAPHS),
        "| Sign | Act |\n| --- | --- |\n" + "| Symptomatic hypotension necessitates rest. | Yes. |\n" * 40,
    ],
    ids=["too-short", "fragments", "references", "quotation", "table"],
)
def test_what_is_no_running_prose_gets_no_verdict(source: str) -> None:
    assert not find(MODULE, source)


def test_engine_textstat_decides_by_its_own_counts() -> None:
    page = " ".join(["Naltrexone and ketamine and semaglutide can help some people with very bad moods."] * 12)
    assert find(MODULE, page, engine="own")
    assert not find(MODULE, page, engine="textstat")


def test_the_setting_readability_engine_reaches_the_rule(tmp_path: Path) -> None:
    finder = SettingsFinder(load(), Config(readability=Readability(engine="textstat")), isolated=True)
    options = {active.rule.code: active.options for active in finder.of(tmp_path / "page.md").rules}
    assert options["REA001"].engine == "textstat"
    assert RULE.options().engine == "own"


def test_sample_article() -> None:
    source = shared_file("data", "sample", "ketamine.txt").read_text(encoding="utf-8")
    [(text, finding)] = find(MODULE, source, "ketamine.txt")
    assert text.startswith("Despite the lack of FDA approval")
    assert "499 words in 26 sentences" in finding.message
    [(_, theirs)] = find(MODULE, source, "ketamine.txt", engine="textstat")
    assert "grade 12.1" in theirs.message


def test_severity_in_a_report() -> None:
    report = lint_text(DENSE, "page.md", make_settings(select=["REA001"]))
    assert [(d.rule.code, d.severity) for d in report.diagnostics] == [("REA001", "warning")]
    assert report.metrics["words"] == 436
    assert marked(MODULE, DENSE)[0] in DENSE
