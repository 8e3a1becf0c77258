"""REA002: what is counted, how many are listed, and when the severity goes up."""

from __future__ import annotations

import pytest

from healthlint.runner import lint_text
from healthlint.settings import make_settings
from tests.rules.readability.findings import find, marked
from tests.shared_data import shared_file

MODULE = "sentence_too_long"


def words(count: int, end: str = ".") -> str:
    return " ".join(["Word", *["word"] * (count - 1)]) + end


@pytest.mark.parametrize(
    ("profile", "length", "expected"),
    [
        ("patient-education", 25, None),
        ("patient-education", 26, "suggestion"),
        ("patient-education", 35, "suggestion"),
        ("patient-education", 36, "warning"),
        ("news", 30, None),
        ("news", 41, "warning"),
        ("clinic-marketing", 36, "warning"),
        ("professional", 60, None),
    ],
)
def test_limits_and_severities(profile: str, length: int, expected: str | None) -> None:
    report = lint_text(words(length), "page.md", make_settings(profile=profile, select=["REA002"]))
    assert [diagnostic.severity for diagnostic in report.diagnostics] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "source",
    [
        f"{words(20, '')} (that is, {words(15, '')}).",
        f"{words(24, '')} [1, 2-4].",
        f"{words(24, '')} (Author 2020; Other and Third 2021).",
        f"{words(20, ':')}\n\n" + "\n".join(f"- {words(8, '')}" for _ in range(5)),
        f"{words(20, ':')} {words(8, ';')} {words(8, ';')} {words(8)}",
        f"> {words(40)}",
        f"## {words(40, '')}",
        f"| a |\n| --- |\n| {words(40)} |",
        f"## References\n\n{words(40)}",
        f"## Disclaimer\n\n{words(40)}",
        f'He said: "{words(40)}"',
        f"This article is for informational purposes only and {words(40)}",
    ],
    ids=[
        "gloss",
        "marks",
        "citation",
        "list",
        "inline-list",
        "quote",
        "heading",
        "table",
        "references",
        "legal",
        "quotation",
        "notice",
    ],
)
def test_what_is_not_counted(source: str) -> None:
    assert not find(MODULE, source)


def test_a_colon_inside_a_sentence_does_not_end_the_count() -> None:
    assert find(MODULE, f"{words(20, ':')} {words(20)}")


def test_five_worst_are_listed_in_reading_order_and_the_rest_counted() -> None:
    lengths = [30, 26, 40, 27, 33, 28, 36]
    found = find(MODULE, "\n\n".join(words(length) for length in lengths))
    assert [len(text.split()) for text, _ in found] == [30, 40, 33, 28, 36]
    assert ["more" in finding.message for _, finding in found] == [False] * 4 + [True]
    assert "2 more sentences are over the limit" in found[-1][1].message


def test_options_replace_the_profile_s_limits() -> None:
    assert find(MODULE, words(16), words=15)
    assert not find(MODULE, words(30), words=40)
    assert find(MODULE, words(30), warning_words=28)[0][1].raised


def test_span_covers_markup_and_line_breaks_inside_the_sentence() -> None:
    source = f"Short one. *Here* are\n{words(25, '')} **in bold** at last. End."
    assert marked(MODULE, source) == [source[source.index("Here") : source.index(" End.")]]


def test_sample_article_has_the_four_listed_sentences() -> None:
    source = shared_file("data", "sample", "ketamine.txt").read_text(encoding="utf-8")
    starts = [text.split()[0] for text in marked(MODULE, source, "ketamine.txt")]
    assert starts == ["Ketamine,", "While", "Despite", "If"]
