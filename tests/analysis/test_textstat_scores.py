"""textstat on text that was segmented here: offline, and in agreement where the definitions agree."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from healthlint.analysis import formulas
from healthlint.analysis.readability import readability
from healthlint.analysis.textstat_scores import ENGLISH, OTHER_LANGUAGES, counts, grades, scores
from healthlint.parsing import parse

DICTIONARY_WORDS = (
    "The doctor will look at your skin and ask how long the rash has been there. You may need a "
    "cream for a week or two. Some creams can make the skin thin, so use a small amount. Tell the "
    "nurse if the rash gets worse. Do not scratch it. Keep your nails short and your hands clean."
)
WITH_POINTS = "The dose was 2.5 mg (95% CI 0.76 to 0.99). Eat fruit, e.g. apples, in the U.S. market."


def measured(text: str):  # type: ignore[no-untyped-def]
    return readability(parse(text, "page.md")).measured


def test_agreement_where_the_definitions_agree() -> None:
    text = readability(parse(DICTIONARY_WORDS, "page.md"))
    theirs = scores(text.measured)
    assert counts(text.measured)["sentences"] == text.counts.sentences == 6
    assert counts(text.measured)["words"] == text.counts.words
    assert counts(text.measured)["syllables"] == text.counts.syllables
    assert theirs["flesch_kincaid_grade"] == pytest.approx(text.grade, abs=0.01)
    assert theirs["flesch_reading_ease"] == pytest.approx(formulas.flesch_reading_ease(text.counts), abs=0.01)
    assert theirs["coleman_liau_index"] == pytest.approx(formulas.coleman_liau(text.counts), abs=0.5)
    assert theirs["automated_readability_index"] == pytest.approx(
        formulas.automated_readability(text.counts), abs=0.5
    )


def test_decimals_and_abbreviations_end_no_sentence() -> None:
    assert counts(measured(WITH_POINTS))["sentences"] == 2
    assert counts(measured(WITH_POINTS))["words"] == sum(
        len(sentence.words) for sentence in measured(WITH_POINTS)
    )


def test_every_score_of_textstat_is_there() -> None:
    assert list(scores(measured(DICTIONARY_WORDS))) == [*ENGLISH, *OTHER_LANGUAGES]


def test_names_of_the_topic_count_one_syllable() -> None:
    text = measured(
        "# Ketamine and depression\n\nKetamine can lift depression. Ask your doctor about ketamine first."
    )
    plain, neutral = grades(text)
    assert neutral < plain


def test_no_network_and_no_nltk_data_are_needed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    script = (
        "import json, socket\ndef refuse(*args, **options): raise OSError('no "
        "network')\nsocket.socket.connect = socket.create_connection = socket.getaddrinfo = "
        "refuse\nfrom healthlint.analysis.readability import readability\nfrom "
        "healthlint.analysis.textstat_scores import scores\nfrom healthlint.parsing import parse\n"
        f"text = readability(parse({DICTIONARY_WORDS!r}, 'page.md'))\n"
        "print(json.dumps(scores(text.measured)))"
    )
    environment = {"HOME": str(tmp_path), "PATH": "", "NLTK_DATA": str(tmp_path), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=tmp_path,
    )
    found = json.loads(done.stdout)
    assert found["flesch_kincaid_grade"] == pytest.approx(
        scores(measured(DICTIONARY_WORDS))["flesch_kincaid_grade"]
    )
    assert not list(tmp_path.iterdir())
