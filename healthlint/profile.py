"""The five kinds of health text, and the thresholds that differ between them.

The figures are those of the rule catalogue: reading level from MedlinePlus and the NHS service manual,
sentence and paragraph length from the NHS service manual and the US federal plain language guidelines, the
rest from the advertising and news standards that the rules cite.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

ProfileName = Literal["patient-education", "news", "clinic-marketing", "supplement-marketing", "professional"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One kind of health text. A threshold of `None` switches the check off.

    `grade` is a US school grade. `risk_high` and `risk_other` are the risk grades (0 to 3) that a page needs
    for interventions of the high-risk class and for others; `supervision_high` and `supervision_rx` the
    supervision grades (0 to 3) for high-risk and for other prescription or injected treatments.
    `least_hedge` is the weakest hedge (0 to 4) that clears an unapproved claim. `benefit_ratio` is how many
    benefit sentences may stand for each sentence that names a harm.
    """

    name: ProfileName
    marketing: bool = False
    grade: float | None = 8
    sentence_words: int | None = 25
    sentence_words_warning: int | None = 35
    paragraph_words: int = 150
    paragraph_sentences: int | None = None
    passive_share: float | None = 0.25
    least_hedge: int = 2
    risk_high: int = 3
    risk_other: int = 2
    supervision_high: int = 3
    supervision_rx: int = 2
    benefit_ratio: int = 5


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile(name="patient-education", paragraph_sentences=6),
            Profile(
                name="news",
                grade=10,
                sentence_words=30,
                sentence_words_warning=40,
                passive_share=0.35,
                risk_high=2,
                supervision_high=2,
                supervision_rx=0,
                benefit_ratio=4,
            ),
            Profile(
                name="clinic-marketing", marketing=True, paragraph_words=100, least_hedge=4, benefit_ratio=3
            ),
            Profile(
                name="supplement-marketing",
                marketing=True,
                paragraph_words=100,
                least_hedge=4,
                risk_high=2,
                supervision_high=2,
                supervision_rx=2,
                benefit_ratio=3,
            ),
            Profile(
                name="professional",
                grade=None,
                sentence_words=40,
                sentence_words_warning=None,
                paragraph_words=250,
                passive_share=None,
                least_hedge=3,
                risk_other=2,
                supervision_high=0,
                supervision_rx=0,
            ),
        )
    }
)
"""Every profile by name."""

DEFAULT_PROFILE: ProfileName = "patient-education"
