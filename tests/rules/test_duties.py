"""Which pages owe a word on harms, on supervision and on approval, and which words pay for it."""

from __future__ import annotations

from functools import cache

import pytest

from healthlint.packs import Packs, load
from healthlint.runner import lint_text
from healthlint.settings import make_settings


@cache
def packs() -> Packs:
    return load()


def found(profile: str, text: str, *codes: str) -> set[str]:
    """The codes among `codes` that a page gets."""
    report = lint_text(text, "page.md", make_settings(profile=profile, select=list(codes), packs=packs()))
    assert report.status == "checked", report.reason
    return {diagnostic.rule.code for diagnostic in report.diagnostics}


OWED = (
    ("clinic-marketing", "# After a fall\n\nWe can use trigger point injections, massage and laser treatment."),
    (
        "patient-education",
        "# Sore ears\n\n## How to treat it\n\n- take paracetamol or ibuprofen (not aspirin)\n",
    ),
    (
        "patient-education",
        "# Older skin\n\nSkin thins with the years. Chemical peels, microneedling and dermal "
        "fillers smooth wrinkles.",
    ),
    (
        "supplement-marketing",
        "# Zellura\n\nZellura sharpens memory. It supports healthy blood sugar. Take two capsules a day.",
    ),
    (
        "patient-education",
        "# Headaches\n\nLook at how much you get of vitamin D. Taking vitamin D reduces migraine attacks.",
    ),
    (
        "supplement-marketing",
        "# Turmeric\n\nTurmeric relieves arthritis. Steroids do the same. They cause weight gain "
        "and thin bones.",
    ),
    (
        "supplement-marketing",
        "# Turmeric\n\nTurmeric relieves arthritis. Prescription drugs cause ulcers and kidney damage.",
    ),
    (
        "clinic-marketing",
        "# Acupuncture\n\nAcupuncture eases back pain. One woman had bleeding, the side effects "
        "of a medication "
        "that another clinic gave her.",
    ),
    (
        "news",
        "# A urine test spots bladder cancer early\n\nThe new urine test detects bladder cancer. "
        "In the study the "
        "test identified 80 of 100 tumours. Doctors hope to use the test for screening.",
    ),
    (
        "supplement-marketing",
        "# Valerian\n\nValerian eases anxiety. It is sold to help with food addiction.",
    ),
)


@pytest.mark.parametrize(("profile", "text"), OWED)
def test_a_page_that_promotes_and_names_no_harm_owes_it(profile: str, text: str) -> None:
    assert found(profile, text, "RSK001", "RSK002")


FREE = (
    (
        "patient-education",
        "# Irregular heartbeat\n\nThe use of cocaine or amphetamines can lead to an irregular heartbeat.",
    ),
    ("clinic-marketing", "# Steady energy\n\nOur breakfast plan lifts your energy without stimulants."),
    (
        "patient-education",
        "# Nosebleeds\n\n- you’re taking a blood thinner such as warfarin\n- you take warfarin\n",
    ),
    (
        "patient-education",
        "# Bladder infections\n\nAvoid taking NSAIDs like ibuprofen or aspirin for the pain of a "
        "kidney infection.",
    ),
    (
        "patient-education",
        "# Homeopathy for autism\n\nPeople try homeopathy for autism. There is no good evidence "
        "for homeopathy. "
        "It lacks a scientific basis. Homeopathy is not recommended for any illness.",
    ),
    (
        "clinic-marketing",
        "# What is in a tablet\n\nMany tablets use fillers such as starch, which can trigger allergies.",
    ),
    (
        "patient-education",
        "# Hernia repair\n\nHernia repair fixes a hernia. The operation can cause infection, "
        "bleeding and nerve damage.",
    ),
    (
        "patient-education",
        "# Chemotherapy\n\nChemotherapy shrinks tumours. The drugs leave few cells alone. They "
        "cause toxicity, vomiting and hair loss.",
    ),
    (
        "patient-education",
        "# Ciprofloxacin\n\nCiprofloxacin clears bladder infections. It may "
        "rupture tendons or injure the nerves.",
    ),
    (
        "news",
        "# Cream clears warts\n\nThe cream cleared warts in a study of 60 people. Nobody among them "
        "reported any side effects.",
    ),
    (
        "news",
        "# Mist vaccine to be tried\n\nResearchers believe that a vaccine works better when it is "
        "inhaled. A study "
        "will begin in May.",
    ),
)


@pytest.mark.parametrize(("profile", "text"), FREE)
def test_a_page_without_promotion_or_with_named_harms_owes_nothing(profile: str, text: str) -> None:
    assert not found(profile, text, "RSK001", "RSK002")


def test_harms_of_body_parts_are_told_by_verbs() -> None:
    text = (
        "# Ciprofloxacin\n\nCiprofloxacin clears bladder infections. It may "
        "rupture tendons or injure the nerves."
    )
    assert not found("patient-education", text, "RSK007")


def test_damaged_skin_is_no_harm() -> None:
    text = "# CBD cream\n\nOur CBD cream relieves eczema. It can repair damaged skin."
    assert found("supplement-marketing", text, "RSK001") == {"RSK001"}


def test_a_nurse_who_gives_the_infusion_supervises_it() -> None:
    text = (
        "# Ketamine infusions\n\nOur ketamine infusions may ease depression. An anaesthetist gives each "
        "infusion."
    )
    assert not found("clinic-marketing", text, "SUP001", "SUP002")


def test_doctors_on_staff_supervise() -> None:
    text = "# Knee pain\n\nOur trigger point injections relieve knee pain. We have medical doctors on staff."
    assert not found("clinic-marketing", text, "SUP001", "SUP002")


def test_every_treatment_in_a_list_owes_supervision() -> None:
    text = "# Gut health\n\nAcupuncture, probiotics and ginseng calm inflammation of the gut."
    assert found("clinic-marketing", text, "SUP001") == {"SUP001"}


def test_naloxone_may_be_kept_at_home() -> None:
    text = (
        "# Opioids\n\nOpioids ease severe pain. Store naloxone at home while "
        "somebody in the house takes opioids."
    )
    assert not found("patient-education", text, "SUP004")


def test_the_illness_of_those_who_are_helped_is_the_use() -> None:
    text = "# Trazodone\n\nTrazodone helps adults with insomnia get more sleep."
    assert found("patient-education", text, "OFF001") == {"OFF001"}


def test_a_use_in_brackets_belongs_to_what_stands_before_them() -> None:
    text = "# Pregnancy\n\nSome medicines reach the child: valproate, fluoxetine (used to treat depression)."
    assert not found("patient-education", text, "OFF001")


def test_a_label_in_a_list_is_for_its_own_item() -> None:
    text = (
        "# Tranexamic acid\n\n## Indications\n\n- Bleeding from trauma\n- Other bleeding (off-label)\n"
        "- Heavy periods\n"
    )
    assert found("patient-education", text, "OFF001") == {"OFF001"}


def test_a_plain_explanation_of_off_label_counts() -> None:
    text = (
        "# Spironolactone\n\nSpironolactone clears acne in women. Giving it "
        "for acne is off-label. Doctors prescribe an "
        "approved drug for another purpose, which no regulator has examined."
    )
    assert not found("patient-education", text, "OFF003")
