"""What the shipped tables say of drugs and conditions that editors ask about."""

from __future__ import annotations

import pytest

from healthlint import knowledge
from tests.knowledge.pairs import judge


@pytest.mark.parametrize(
    ("drug", "condition", "truth"),
    [
        # A brand has only its own approvals, its ingredient those of all brands.
        ("Wegovy", "weight loss", "A"),
        ("Ozempic", "weight loss", "O"),
        ("semaglutide", "weight loss", "N"),
        ("Zepbound", "sleep apnea", "A"),
        ("Mounjaro", "sleep apnea", "O"),
        ("Revatio", "erectile dysfunction", "O"),
        ("sildenafil", "erectile dysfunction", "A"),
        ("Evekeo", "weight loss", "A"),
        ("Vyvanse", "binge eating", "A"),
        ("Propecia", "enlarged prostate", "O"),
        ("Latisse", "glaucoma", "O"),
        ("Horizant", "restless legs syndrome", "A"),
        ("Neurontin", "restless legs syndrome", "O"),
        ("Seroquel", "depression", "O"),
        ("Seroquel XR", "depression", "N"),
        ("Xgeva", "osteoporosis", "O"),
        ("Hemangeol", "infantile hemangioma", "A"),
        ("Hemangeol", "high blood pressure", "O"),
        ("Dysport", "crow's feet", "O"),
        ("Botox Cosmetic", "neck bands", "A"),
        # Approved for a narrower group or only as an add-on.
        ("Rexulti", "depression", "N"),
        ("Intuniv", "ADHD", "A"),
        ("Tenex", "ADHD", "O"),
        ("isotretinoin", "acne", "N"),
        ("ondansetron", "nausea", "N"),
        ("donepezil", "dementia", "N"),
        ("rifaximin", "irritable bowel syndrome", "N"),
        ("escitalopram", "anxiety", "N"),
        # Common off-label uses.
        ("ketamine", "suicidal thoughts", "O"),
        ("low-dose naltrexone", "fibromyalgia", "O"),
        ("propranolol", "public speaking anxiety", "O"),
        ("oxybutynin", "hot flushes", "O"),
        ("tamsulosin", "kidney stones", "O"),
        ("tranexamic acid", "melasma", "O"),
        ("masseter Botox", "bruxism", "O"),
        ("bevacizumab", "wet macular degeneration", "O"),
        ("methotrexate", "Crohn's disease", "O"),
        ("cabergoline", "restless legs", "O"),
        ("EDTA", "heart disease", "O"),
        ("levothyroxine", "weight loss", "O"),
        ("growth hormone", "anti-aging", "O"),
        # Approved for nothing.
        ("BPC-157", "tendon injuries", "X"),
        ("NAD+ infusions", "brain fog", "X"),
        ("ibogaine", "opioid addiction", "X"),
        ("kratom", "opioid withdrawal", "X"),
        ("turmeric", "arthritis", "X"),
        # Approved, in everyday words.
        ("paracetamol", "a high temperature", "A"),
        ("loratadine", "hay fever", "A"),
        ("salbutamol", "asthma", "A"),
        ("adrenaline", "anaphylaxis", "A"),
        ("Tylenol", "period pain", "A"),
        ("MMR jab", "measles", "A"),
        ("antibiotics", "a bacterial infection", "A"),
    ],
)
def test_status_of_a_pair(drug: str, condition: str, truth: str) -> None:
    pair = judge(drug, condition, truth)
    assert pair.decision == truth


@pytest.mark.parametrize(
    ("intervention", "condition"),
    [
        ("antibiotics", "bacterial-infection"),
        ("antibiotics", "urinary-tract-infection"),
        ("insulin", "high-blood-sugar"),
        ("statins", "high-cholesterol"),
        ("condoms", "contraception"),
        ("exercise", "athletic-performance"),
        ("chemotherapy", "breast-cancer"),
        ("appendectomy", "appendicitis"),
        ("naloxone", "opioid-overdose"),
        ("folic-acid", "neural-tube-defects"),
    ],
)
def test_established_pairs(intervention: str, condition: str) -> None:
    assert knowledge.established(intervention, condition)


@pytest.mark.parametrize(
    ("intervention", "condition"),
    [("turmeric", "cancer"), ("antibiotics", "flu"), ("homeopathy", "asthma"), ("ketamine", "depression")],
)
def test_pairs_that_nothing_establishes(intervention: str, condition: str) -> None:
    assert not knowledge.established(intervention, condition)


def test_a_use_names_its_authority_and_date() -> None:
    use = knowledge.use_of("ketamine", "depression")
    assert use is not None
    assert use.reviewed
    assert "FDA" in use.source
    assert use.url.startswith("https://")
    assert use.as_of == "2023-10-10"


def test_label_rows_are_not_reviewed() -> None:
    rows = [use for _, use in knowledge.uses_of("busulfan")]
    assert rows
    assert not any(use.reviewed for use in rows)


def test_unknown_ids_raise() -> None:
    with pytest.raises(KeyError):
        knowledge.intervention("no-such-thing")
    with pytest.raises(KeyError):
        knowledge.use_of("ketamine", "no-such-condition")


@pytest.mark.parametrize(
    ("name", "high_risk", "supervised"),
    [
        ("ketamine", True, True),
        ("psilocybin", True, True),
        ("oxycodone", True, True),
        ("hip replacement", True, True),
        ("lip filler", True, True),
        ("vitamin drip", True, True),
        ("flu shot", False, True),
        ("birth control pill", False, True),
        ("antidepressants", False, True),
        ("insulin", False, True),
        ("ibuprofen", False, False),
        ("cbd", False, False),
        ("raw milk", False, False),
        ("infrared sauna", False, False),
        ("chiropractic", False, False),
        ("acupuncture", False, False),
        ("massage", False, False),
        ("donating blood", False, False),
        ("hot bath", False, False),
    ],
)
def test_who_should_give_it(name: str, high_risk: bool, supervised: bool) -> None:
    record = knowledge.intervention(knowledge.intervention_names()[name])
    assert (record.high_risk, record.supervised) == (high_risk, supervised)


@pytest.mark.parametrize("word", "treatment|therapy|supplement|herbs|natural remedies|injection".split("|"))
def test_words_for_any_treatment_are_generic(word: str) -> None:
    assert "generic" in knowledge.intervention(knowledge.intervention_names()[word]).classes


_ORDINARY = """
today close mild muse same administration chloride thyroid state complete delay alcohol oxygen copper grape
water care protein Heather aids patch doctor body fluid formula program serum
""".split()


@pytest.mark.parametrize("word", _ORDINARY)
def test_common_words_are_no_interventions(word: str) -> None:
    names = knowledge.intervention_names()
    assert word not in names
    assert word.lower() not in names


@pytest.mark.parametrize("word", "doctor fear the add ed ms cavity urge boil height hair".split())
def test_common_words_are_no_conditions(word: str) -> None:
    assert word not in knowledge.condition_names()


@pytest.mark.parametrize(
    ("word", "system"),
    [
        ("low mood", "mental"),
        ("gut health", "digestive"),
        ("immunity", "immune"),
        ("high blood pressure", "cardiovascular"),
    ],
)
def test_everyday_words_have_their_body_system(word: str, system: str) -> None:
    assert knowledge.condition(knowledge.condition_names()[word]).system == system
