"""What kind of text an article seems to be."""

from __future__ import annotations

import pytest

from healthlint.config.guess import guess
from healthlint.parsing import parse

TEXTS = {
    "clinic-marketing": "Our clinic is in the old town. We offer lasers from £120. Book an appointment.",
    "supplement-marketing": "Per serving: 200 mg. Add to cart today. Not evaluated by the FDA.",
    "news": 'GENEVA, May 3 (Wire) — A trial was published in a journal. "It is early," said a reviewer.',
    "professional": "In the trial (n = 212) the odds ratio was 1.4 (95% CI 1.1 to 1.9) [3,4].",
    "patient-education": "A cold goes away by itself. Talk to your doctor if it lasts. Our patients rest.",
}


@pytest.mark.parametrize(("profile", "text"), TEXTS.items())
def test_signs_decide(profile: str, text: str) -> None:
    found = guess(parse(text, "a.md"))
    assert found.profile == profile
    assert bool(found.signs) is (profile != "patient-education")
    assert found.reason
