"""What kind of text an article seems to be, for `profile = "auto"`. The reason is always given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from healthlint.document import Document
from healthlint.profile import DEFAULT_PROFILE, ProfileName

_CUES: Mapping[ProfileName, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "supplement-marketing": (
            ("a supplement facts label", r"\bsupplement facts\b|\bserving size\b"),
            ("a shop button", r"\badd to (?:cart|basket|bag)\b|\bbuy now\b|\bsubscribe (?:and|&) save\b"),
            (
                "the supplement disclaimer",
                r"\bnot (?:been )?evaluated by the (?:fda|food and drug administration)\b",
            ),
            (
                "amounts per capsule",
                r"\bper (?:capsule|serving|softgel|gummy|scoop)\b|\b\d+ (?:capsules|softgels|gummies)\b",
            ),
            ("a money-back offer", r"\bmoney[- ]back guarantee\b|\bfree shipping\b"),
        ),
        "clinic-marketing": (
            (
                "an offer to book",
                r"\bbook (?:a|an|your|now|online)\b|\bschedule (?:a|an|your)\b.{0,30}\b(?:consult|appoint)",
            ),
            (
                "'our clinic'",
                r"\bour (?:clinic|clinics|patients|providers|doctors|team of|practice|med spa|physicians)\b",
            ),
            ("'we offer'", r"\bwe (?:offer|provide|specialise in|specialize in|treat)\b"),
            ("a price", r"(?:[$£€] ?\d[\d,.]*)|\b\d+ (?:dollars|pounds|euros)\b"),
            (
                "a call to action",
                r"\bcall (?:us|today|now)\b|\bcontact us\b|\bfree consultation\b|\bget started\b",
            ),
        ),
        "news": (
            (
                "a dateline",
                r"(?m)^\W{0,4}[A-Z][A-Z .,]{2,30}(?:,? [A-Z][a-z]+\.? \d{1,2})?,? ?"
                r"(?:\([A-Z][\w ]+\) )?[—–-]{1,2} ",
            ),
            (
                "reported speech",
                r"[\"”],? (?:said|says|told)\b|\b(?:said|told reporters) in (?:a|an) (?:statement|interview)\b",
            ),
            ("a day of the week in the report", r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
            ("publication of a study", r"\bpublished (?:on [A-Z]\w+day |today |this week )?in (?:the )?[A-Z]"),
        ),
        "professional": (
            ("numbered references", r"\[\d{1,3}(?:[,–-]\d{1,3})*\]"),
            ("a sample size", r"\b[nN] ?= ?\d"),
            ("confidence intervals or p values", r"\b95 ?% ?CI\b|\bp ?[<=] ?0?\.\d"),
            ("dosing shorthand", r"\b(?:mg/kg|mcg/kg|ml/min|t\.i\.d\.|b\.i\.d\.|q\.d\.)|\bcontraindicat"),
        ),
    }
)
_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Guess:
    """The profile that a text seems to belong to, and the signs that say so (empty when there are none)."""

    profile: ProfileName
    signs: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The signs in words."""
        return ", ".join(self.signs) if self.signs else "no sign of another kind of text"


def guess(document: Document) -> Guess:
    """The profile with the most signs in the text, of which there must be two; else patient-education."""
    text = "\n".join(block.text.text for block in document.blocks)
    found = {name: _signs(name, text) for name in _CUES}
    best = max(found, key=lambda name: len(found[name]))
    if len(found[best]) < _NEEDED:
        return Guess(DEFAULT_PROFILE, ())
    return Guess(best, found[best])


def _signs(name: ProfileName, text: str) -> tuple[str, ...]:
    cased = name == "news"
    flags = 0 if cased else re.IGNORECASE
    return tuple(sign for sign, pattern in _CUES[name] if re.search(pattern, text, flags))
