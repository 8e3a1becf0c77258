"""Which claims are told as fact where words leave it open and the syntax of the sentence decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from healthlint.analysis.claims import claims
from healthlint.analysis.weighing import as_fact
from healthlint.parsing import parse
from healthlint.profile import PROFILES


def stated(text: str, profile: str) -> list[str]:
    document = replace(parse(text, "page.md"), profile=PROFILES[profile])
    return [claim.text for claim in claims(document) if as_fact(claim, document)]


@pytest.mark.parametrize(
    "text",
    [
        "Healthy fats strengthen the liver.",
        "Our shakes boost your energy levels.",
        "Stay warm: proper woollen socks help prevent kidney stones.",
        "The bath, which relieves back pain, lasts an hour.",
    ],
)
def test_an_unknown_subject_is_believed_to_act_in_an_advertisement(text: str) -> None:
    assert stated(text, "supplement-marketing") != []


@pytest.mark.parametrize(
    "text",
    [
        "Our business is built on destroying life.",
        "Walking releases dopamine, which eases pain.",
        "Many runners had lower mortality rates.",
        "One sign is increased release of hormones in the brain.",
    ],
)
def test_what_the_verb_does_not_act_on_is_not_promised(text: str) -> None:
    assert stated(text, "supplement-marketing") == []


def test_doubt_about_something_else_is_no_hedge() -> None:
    assert stated("When the tests suggest cancer, acupuncture eases pain.", "patient-education") == ["eases"]


@pytest.mark.parametrize(
    "text",
    [
        "It seems that acupuncture cures asthma.",
        "If acupuncture relieves asthma, the trial will show it.",
        "This could lead to gels with capsaicin that relieve asthma.",
    ],
)
def test_doubt_that_governs_the_claim_is_a_hedge(text: str) -> None:
    assert stated(text, "patient-education") == []


def test_an_approved_treatment_is_no_cure_but_of_what_can_be_cured() -> None:
    assert stated("Metformin cures type 2 diabetes.", "patient-education") == ["cures"]
    assert stated("Metformin treats type 2 diabetes.", "patient-education") == []
    assert stated("Antibiotics cure pneumonia.", "patient-education") == []
    assert stated("Garlic cures pneumonia.", "patient-education") == ["cures"]


@pytest.mark.parametrize(
    "text",
    [
        "Walter says rotten meat cured his asthma.",
        "She claims the diet cured her arthritis.",
        "The diet reduces beneficial bacteria.",
        "He has sustained a lot of brain damage.",
        "The peptide moves repair-related cells.",
        "The class keeps fostering a fun fitness routine.",
        "## Will Fasting Help With Gout",
        "Turmeric does not per se reduce pain.",
        "Your patients are battling asthma.",
        "Turmeric extends the shelf life of milk.",
        "To counter poisoning, our bodies use the stomach.",
        "Smith, J. A., et al. “Turmeric relieves migraine.” Journal of Spice 12 (2003): 1-9.",
    ],
)
def test_reported_words_compounds_and_sources_promise_nothing(text: str) -> None:
    assert stated(text, "supplement-marketing") == []
