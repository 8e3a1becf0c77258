"""REA006: pairs of negatives, their positive wording, and look-alikes."""

from __future__ import annotations

import pytest

from tests.rules.readability.findings import find, marked
from tests.shared_data import shared_file

MODULE = "double_negative"


@pytest.mark.parametrize(
    ("source", "text", "positive"),
    [
        ("Surgery is not without risks.", "is not without risks", "has risks"),
        (
            "These drugs aren't without their side effects.",
            "aren't without their side effects",
            "have their side effects",
        ),
        ("It was not entirely without any risk.", "was not entirely without any risk", "had risk"),
        ("It is a choice not without merit.", "not without", "with"),
        ("Pain is not unusual.", "not unusual", "common"),
        ("It isn’t uncommon to cry.", "isn’t uncommon", "is common"),
        ("Relapse is not infrequent.", "not infrequent", "frequent"),
        ("The new pill is not ineffective.", "not ineffective", ""),
        ("Do not fail to call us.", "Do not fail to", "Be sure to"),
        ("You should not forget to eat.", "should not forget to", "should remember to"),
        ("Surgery is not risk-free.", "is not risk-free", "has risks"),
        ("Wait not less than two hours.", "not less than", "at least"),
    ],
)
def test_pairs(source: str, text: str, positive: str) -> None:
    assert [(found, finding.suggestion) for found, finding in find(MODULE, source)] == [(text, positive)]


@pytest.mark.parametrize(
    "source",
    [
        "Do not drive and do not drink.",
        "Do not take it unless a doctor says so.",
        "This is not under review, not unique and not until May.",
        "Do not stop, not without asking your doctor.",
        "Relief is hard, if not impossible.",
        "It is painful or not uncommon.",
        "Don't forget to drink.",
        'The leaflet says "it is not without risks" in bold.',
        "> It is not without risks.",
        "## Not without risks",
    ],
)
def test_look_alikes(source: str) -> None:
    assert not find(MODULE, source)


def test_sample_article() -> None:
    source = shared_file("data", "sample", "ketamine.txt").read_text(encoding="utf-8")
    assert marked(MODULE, source, "ketamine.txt") == ["is not without risks"]
