"""REA003: words and sentences, and files without blank lines."""

from __future__ import annotations

import pytest

from tests.rules.readability.findings import find, marked

MODULE = "paragraph_too_long"


def paragraph(sentences: int, words: int) -> str:
    return " ".join("Now " + "word " * (words - 2) + "ends." for _ in range(sentences))


@pytest.mark.parametrize(
    ("profile", "sentences", "words", "expected"),
    [
        ("patient-education", 6, 25, 0),
        ("patient-education", 7, 5, 1),
        ("patient-education", 4, 38, 1),
        ("news", 9, 5, 0),
        ("news", 4, 38, 1),
        ("clinic-marketing", 4, 26, 1),
        ("professional", 6, 40, 0),
        ("professional", 7, 40, 1),
    ],
)
def test_limits(profile: str, sentences: int, words: int, expected: int) -> None:
    assert len(find(MODULE, paragraph(sentences, words), profile=profile)) == expected


def test_finding_stands_on_the_first_sentence_and_counts() -> None:
    source = f"Short.\n\nFirst of all. {paragraph(7, 5)}"
    [(text, finding)] = find(MODULE, source)
    assert text == "First of all."
    assert "38 words in 8 sentences" in finding.message


@pytest.mark.parametrize("prefix", ["> ", "## References\n\n", "## Disclaimer\n\n"])
def test_quotations_references_and_legal_text_are_left_out(prefix: str) -> None:
    assert not find(MODULE, prefix + paragraph(9, 5))


def test_list_items_and_answers_in_front_matter_count() -> None:
    assert len(find(MODULE, f"- one\n- {paragraph(9, 5)}")) == 1
    front = f"---\nfaqs:\n  - question: What now?\n    answer: {paragraph(9, 5)}\n---\n\nText.\n"
    assert len(find(MODULE, front)) == 1


def test_plain_text_without_blank_lines_gets_one_note() -> None:
    lines = "\n".join(paragraph(9, 8) for _ in range(4))
    [(_, finding)] = find(MODULE, lines, "page.txt")
    assert "no blank line" in finding.message
    assert "4 of its paragraphs" in finding.message
    assert len(marked(MODULE, lines.replace("\n", "\n\n"), "page.txt")) == 4
