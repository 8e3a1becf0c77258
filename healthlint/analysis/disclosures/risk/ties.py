"""Whether a harm is said of an intervention: what causes it, what it is a risk of, whom it befalls."""

from __future__ import annotations

import re

from healthlint.analysis.disclosures.risk.harms import Harm, does
from healthlint.analysis.disclosures.risk.wordings import (
    CAUSE,
    DOSES,
    PEOPLE,
    RISK_OF,
    SIDE,
    TAKING_UP,
    TREATMENT_WORDS,
)
from healthlint.analysis.duties import main_interventions
from healthlint.analysis.mentions import Reading, readings
from healthlint.document import Document
from healthlint.wording import Wording


def tied(document: Document, reading: Reading, harm: Harm, under: bool) -> bool:
    """Whether a harm is said of an intervention: a cue stands before it, behind what the harm is said of."""
    before = reading.sentence.plain[: harm.start]
    side = SIDE.search(before)
    if side and document.profile.marketing and _OF_MEDICINES.match(before, side.end()):
        return False
    if side and not _of_illness(reading, side.end()):
        return True
    if (
        _is_disease_subject(reading)
        or _takes_up_illness(document, reading)
        or _of_another(document, reading)
        or _SYMPTOMS.search(before)
    ):
        return False
    if under:
        return True
    if harm.concept in _OF_ITSELF and _names_intervention(reading) and not _is_other_matter(reading, harm):
        return True
    if _QUALITY.match(reading.sentence.plain, harm.start) and _names_intervention(reading):
        return True
    if caused(reading, before):
        return True
    if harm.concept in ("death", "cancer"):
        return _RAISED.search(before) is not None and bool(reading.interventions)
    if risked(before) and _names_intervention(reading):
        return True
    return PEOPLE.search(before) is not None and (
        _names_intervention(reading) or _follows_intervention(document, reading)
    )


_TREATED_FOR = Wording(
    r"\b(?:treat(?:s|ing)?|treatments? (?:of|for)|(?:studied|tested|approved|used) (?:for|in)|"
    r"recover\w*)\b[^.;]*$",
    re.IGNORECASE,
)


def _is_other_matter(reading: Reading, harm: Harm) -> bool:
    """Whether addiction is what something is given for, or "dependence on" goes on with no drug."""
    if _TREATED_FOR.search(reading.sentence.plain, 0, harm.start):
        return True
    if not reading.sentence.plain.startswith(" on ", harm.end):
        return False
    return not any(0 <= mention.start - harm.end <= 20 for mention in reading.named("intervention"))


def _of_illness(reading: Reading, end: int) -> bool:
    """Whether "adverse effects" are those of an illness ("the adverse effects of menopause")."""
    following = reading.sentence.plain[end : end + 40]
    if _OF_OTHERS.match(following):
        return True
    if not following.startswith(" of "):
        return False
    return any(mention.disease and 0 <= mention.start - end <= 12 for mention in reading.named("outcome"))


_OF_OTHERS = Wording(
    r" (?:of|from) (?:(?:a|the|other|her|his|their|prescription|conventional|western|some|many) )+(?:\w+ "
    r")?(?:medic\w+|drugs?|pills|treatments?)\b"
)
_OF_MEDICINES = Wording(
    r" (?:of|from) (?:(?:a|other|her|his|their|prescription|conventional|western|many) )+(?:\w+ )?(?:medic\w+|"
    r"drugs?|pills)\b"
)
"""Side effects of what others prescribe, in a text that promotes something else."""


def risked(before: str) -> bool:
    """Whether a risk, chance or rate of the harm is spoken of that nothing lowers."""
    found = list(RISK_OF.finditer(before))
    return bool(found) and not _LOWERS.search(before, max(0, found[-1].start() - 40), found[-1].start())


_RAISED = Wording(
    r"\b(?:increase[sd]?|increasing|higher|greater|raise[sd]?|heightened|elevated) (?:the |a |in )?(?:\w+ )?"
    r"(?:risks?|chances?|rates?) of (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
_LOWERS = Wording(
    r"\b(?:reduc\w*|lower\w*|decreas\w*|prevent\w*|halv\w*|cut(?:s|ting)?|less|fewer|smaller|avoid\w*|"
    r"minimi\w*|diminish\w*|no)\b"
    r"|\bat (?:\w+ )?$",
    re.IGNORECASE,
)


def caused(reading: Reading, before: str) -> bool:
    """Whether the last verb of causing before the harm has an intervention as its subject."""
    verbs = list(CAUSE.finditer(before))
    if not verbs or verbs[-1].group().lower() in ("be", "is", "are"):
        return False
    return does(reading, verbs[-1].start(), verbs[-1].end())


def _of_another(document: Document, reading: Reading) -> bool:
    """Whether the sentence names interventions, but none that the document is about."""
    named = reading.interventions
    return bool(named) and named.isdisjoint(main_interventions(document))


_QUALITY = Wording(
    r"(?:fatal|deadly|addictive|habit[- ]forming|toxic|poisonous|life-threatening)\b", re.IGNORECASE
)
_SYMPTOMS = Wording(r"(?<!withdrawal )\bsymptoms? (?:include|includes|are|of|such as|like)\b", re.IGNORECASE)
_OF_ITSELF = frozenset(("misuse-dependence", "overdose", "withdrawal", "drug-interaction"))


def _names_intervention(reading: Reading) -> bool:
    """Whether a sentence names an intervention, or takes one up with a pronoun or a general word."""
    if any(True for _ in reading.named("intervention")) or not DOSES.isdisjoint(reading.lower):
        return True
    return _PRONOUN.search(reading.sentence.plain) is not None


_PRONOUN = Wording(
    r"\b(?:it|they|these|this)\b(?! (?:also |often )?(?:write|say|believe|think|report|conclude)\b)"
    r"(?! (?:is|was|has been|seems|appears) (?:also |very |really )?(?:\w+ )?(?:that|to|whether|how|why)\b)"
    r"(?! (?:risk|link|year|study|condition|disease|illness|infection|disorder|group|age|time|country|"
    r"problem|ailment)s?\b)"
    r"(?! \w+ (?:ailment|illness|condition|disease|disorder)s?\b)",
    re.IGNORECASE,
)
"""A pronoun that can take up a treatment, neither people who write nor the empty "it is known that"."""


def _follows_intervention(document: Document, reading: Reading) -> bool:
    """Whether the sentence before, in the same paragraph, names an intervention."""
    every, index = readings(document), reading.sentence.index
    previous = every[index - 1] if index else None
    return (
        previous is not None
        and previous.sentence.block_index == reading.sentence.block_index
        and any(True for _ in previous.named("intervention"))
    )


def _is_disease_subject(reading: Reading) -> bool:
    """Whether the sentence speaks first of an illness, not of a treatment."""
    first = reading.mentions[0] if reading.mentions else None
    if first is None or first.role == "intervention" or first.value != "bad":
        return False
    return first.first <= 4 and TREATMENT_WORDS.isdisjoint(reading.lower[: first.last + 1])


def _takes_up_illness(document: Document, reading: Reading) -> bool:
    """Whether the sentence begins with "it" or "this" and the one before speaks of an illness alone."""
    if TAKING_UP.isdisjoint(reading.lower[:1]) or not reading.sentence.index:
        return False
    previous = readings(document)[reading.sentence.index - 1]
    if previous.sentence.block_index != reading.sentence.block_index:
        return False
    return _is_disease_subject(previous) and not any(True for _ in previous.named("intervention"))
