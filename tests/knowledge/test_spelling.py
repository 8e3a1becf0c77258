"""Forms of names: British and American, plurals, possessives, ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthlint.knowledge.build.spelling import CONDITION_NOUNS, INTERVENTION_NOUNS, key, slug, variants


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("diarrhoea", "diarrhea"),
        ("anemia", "anaemia"),
        ("generalized anxiety", "generalised anxiety"),
        ("seizure", "seizures"),
        ("chronic itchy rash", "chronic itchy rashes"),
        ("food allergy", "food allergies"),
        ("Crohn's disease", "Crohns disease"),
        ("Alzheimer's disease", "Alzheimer disease"),
        ("Sjögren syndrome", "Sjogren syndrome"),
    ],
)
def test_forms_of_conditions(name: str, form: str) -> None:
    assert form in variants(name, CONDITION_NOUNS)


@pytest.mark.parametrize(("name", "form"), [("lip filler", "lip fillers"), ("root remedy", "root remedies")])
def test_forms_of_interventions(name: str, form: str) -> None:
    assert form in variants(name, INTERVENTION_NOUNS)


@pytest.mark.parametrize("form", ["ED", "MS", "RA", "ADD", "AIDS", "SAD", "PrEP", "SAMe", "EDS", "TENS"])
def test_acronyms_that_are_words_keep_their_case(form: str) -> None:
    assert key(form) == form


@pytest.mark.parametrize("form", ["Migraine", "ADHD", "IBS", "GLP-1", "IV drip", "CBD oil", "EpiPen"])
def test_other_names_are_found_in_any_case(form: str) -> None:
    assert key(form) == form.lower()


@given(st.text(alphabet=st.characters(codec="latin-1", exclude_characters="\t\n"), min_size=1, max_size=30))
def test_ids_are_plain_and_the_given_form_comes_first(name: str) -> None:
    assert variants(name)[0] == name
    assert slug(slug(name)) == slug(name)
    assert all(c.islower() or c.isdigit() or c == "-" for c in slug(name))
