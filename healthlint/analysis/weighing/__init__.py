"""Whether a claim is told as plain fact where its kind of text has to hedge, attribute or count it.

The line differs by profile: "can help" is a promise in an advertisement and a hedge in a leaflet, "studies
show" is an attribution in a news report and none in a leaflet, approved and established uses need no hedge
outside marketing of supplements. Words decide what they can; the syntax of the sentence decides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.cues import saying
from healthlint.analysis.sections import is_myths, is_risks
from healthlint.analysis.syntax import parses
from healthlint.analysis.weighing import advertisement, information
from healthlint.analysis.weighing.governor import stands
from healthlint.document import Document, Parse, analysis
from healthlint.profile import Profile
from healthlint.wording import Wording

_LEGAL = Wording(r"\b(?:privacy|terms (?:of|and)|notice of|cookies?)\b", re.IGNORECASE)
_TOLD = Wording(
    r"\b(?!(?:Research|Science|Stud(?:y|ies)|Experts|Doctors|We|I|Evidence|Trials|Data)\b)"
    r"(?:[A-Z][a-z]+|he|she|who) "
    r"(?:also )?(?:claim(?:s|ed)|says|said|believe[sd]|insist(?:s|ed)|sw(?:ears|ore))\b"
)
"""Somebody who is not the seller says it."""
_ANIMALS = Wording(
    r"\b(?:mouse|mice|rats?|rodents?|dogs?|cats?|pets?|horses?|preclinical|in vitro|zebrafish)\b", re.IGNORECASE
)


def as_fact(claim: Claim, document: Document) -> bool:
    """Whether the text states the claim as fact, given what its profile accepts."""
    by_words = _by_words(claim, document)
    if by_words is not None:
        return by_words
    return stands(claim, _parses_of_the_undecided(document)[claim.reading.sentence.index])


@analysis
def _parses_of_the_undecided(document: Document) -> Mapping[int, Parse]:
    """The parses of the sentences with claims that words leave undecided, by the index of the sentence."""
    undecided = {
        claim.reading.sentence.index: claim.reading.sentence.plain
        for claim in claims(document)
        if _by_words(claim, document) is None
    }
    return dict(zip(undecided, parses(document, list(undecided.values())), strict=True))


def _by_words(claim: Claim, document: Document) -> bool | None:
    """The verdict as far as words alone give one."""
    if not _told(claim, document):
        return False
    weigh = advertisement.weigh if document.profile.marketing else information.weigh
    return weigh(claim, document)


def _told(claim: Claim, document: Document) -> bool:
    """Whether the text speaks for itself, of people, in a place where claims are made."""
    marketing = document.profile.marketing
    if not claim.asserted or claim.subject.lacking or claim.cues.debunked or claim.cues.limits:
        return False
    if claim.quoted or claim.cues.conditional or _reported(claim, document.profile):
        return False
    if claim.cues.counted and not marketing:
        return False
    sentence = claim.reading.sentence
    if sentence.block.name == "alt" or _ANIMALS.search(sentence.plain):
        return False
    path = sentence.block.path
    if any(_LEGAL.search(heading) for heading in path[:1]):
        return False
    return not any(is_myths(heading) or (is_risks(heading) and not marketing) for heading in path[-1:])


def _reported(claim: Claim, profile: Profile) -> bool:
    """Whether the sentence gives the claim to somebody or something that may vouch for it in this profile."""
    heard = claim.cues
    if heard.cited or heard.attribution == "named" or 0 <= heard.believed < claim.end:
        return True
    if profile.marketing:
        told = _TOLD.search(claim.reading.sentence.plain, 0, claim.end) is not None
        return told or (heard.attribution == "study" and heard.counted)
    if heard.attribution == "study" or saying(claim.reading.sentence.plain):
        return True
    return heard.attribution == "vague" and profile.name == "news"
