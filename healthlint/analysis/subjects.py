"""What a clause is about: an intervention, "it", people, the body, a study, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from healthlint.analysis.mentions import Mention, Reading
from healthlint.wording import Wording

SubjectKind = Literal[
    "intervention", "anaphor", "generic", "practice", "people", "body", "evidence", "relative", "none", "other"
]

_ANAPHORS = frozenset("it they this these that those".split())
_GENERIC = frozenset(
    "treatment treatments therapy therapies drug drugs medicine medicines medication medications supplement "
    "supplements product products procedure procedures remedy remedies device devices injection injections "
    "infusion infusions vaccine vaccines formula formulas herb herbs extract extracts oil oils ingredient "
    "ingredients capsule capsules tablet tablets pill pills cream gel serum patch spray drops tincture tea "
    "diet diets program programs programme programmes protocol protocols approach technique techniques method "
    "practice practices session sessions exercise exercises screening test surgery operation regimen course "
    "plan system blend powder gummies shake drink intervention interventions compound compounds nutrient "
    "nutrients vitamin vitamins mineral minerals antioxidant antioxidants cleanse detox massage adjustment "
    "adjustments care training habit habits food foods juice bath baths glasses laser light heat cold "
    "technology service treatment's transplant transplantation replacement agent agents molecule candidate "
    "implant chemotherapy radiotherapy".split()
)
_PEOPLE = frozenset(
    "patient patients people person individuals individual men women man woman children child adults adult "
    "users user clients client customers doctors doctor physicians clinicians providers provider practitioners "
    "therapists therapist nurses nurse we you i he she researchers scientists experts team teams everyone "
    "anyone someone nobody those many some most others who veterans athletes participants volunteers members "
    "parents clinicians company companies clinic clinics hospitals hospital government psychiatrists surgeons "
    "pharmacist pharmacists family families friends coach staff professionals".split()
)
_EVIDENCE = frozenset(
    "study studies research trial trials evidence results result data findings finding review analysis survey "
    "paper authors science scientists investigators meta-analysis report".split()
)
BODY = frozenset(
    "body bodies liver kidneys kidney heart brain lungs lung skin stomach gut cells cell immune blood hormones "
    "hormone insulin muscles muscle nerves receptors receptor serotonin dopamine system systems enzymes "
    "neurons lymphatic bacteria virus".split()
)
_KNOWING = frozenset(
    "understanding knowing learning recognizing recognising finding exploring discovering balance "
    "choosing".split()
)
_BY = frozenset("by with from through using on after via during thanks to following".split())
_REPORTING = frozenset(
    "show shows shown showed found find finds suggest suggests indicate indicates report reports reported "
    "prove proves proven confirm confirms confirmed say says said believe believes claim claims demonstrate "
    "demonstrates demonstrated reveal reveals discovered conclude concludes concluded agree know see".split()
)
_LACK = frozenset(
    "lack weak without avoid limit quit stop skip avoiding stopping quitting skipping deficiency loss absence "
    "excess untreated poor disrupted disturbed insufficient inadequate unmanaged uncontrolled chronic".split()
)
_LEADING = Wording(
    r"^\W*(?:in|for|with|by|after|at|on|during|over|through|when|while|if|as|because|despite|besides|according|"
    r"beyond|unlike|based|since|from|under|among|additionally|furthermore|moreover|however|therefore|also|once|"
    r"instead|to)\b[^,]*,",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause. `intervention` is the id of a named one, "" otherwise."""

    kind: SubjectKind
    intervention: str = ""
    lacking: bool = False


def subject_of(reading: Reading, clause: int, left: int, end: int) -> Subject:
    """The subject of a verb group that begins at word `left` of the clause that begins at word `clause`.

    `end` is the offset behind the verb: where the subject is people or nothing, an intervention that follows
    ("by", "with", "from") is what the clause is about.
    """
    words, lower = reading.words, reading.lower
    begin = clause
    if begin < left:
        part = reading.sentence.plain[words[begin].start : words[left - 1].end + 1]
        if opening := _LEADING.match(part):
            offset = words[begin].start + opening.end()
            begin = next((n for n in range(begin, left) if words[n].start >= offset), left)
    begin = _told_of_it(reading, begin, left)
    if begin >= left:
        if clause > 0 and lower[clause - 1] in ("which", "that", "who", "and", "but"):
            return _relative(reading, clause)
        return _beside(reading, "none", end)
    return _head(reading, begin, left, end)


def _head(reading: Reading, begin: int, left: int, end: int) -> Subject:
    lower = reading.lower
    lacking = any(word in _LACK for word in lower[begin : min(left, begin + 3)])
    if lower[begin] in _KNOWING:
        return Subject("evidence")
    if lower[begin].endswith("ing") and len(lower[begin]) > 5 and begin + 1 < left:
        named_here = _named_left(reading, begin, left)
        return Subject("intervention" if named_here else "practice", named_here, lacking)
    for index in range(begin, left):
        word = lower[index]
        if mention := _named_at(reading, index):
            if mention.specific:
                return Subject("intervention", mention.id, lacking)
            return Subject("generic", _beside(reading, "generic", end).intervention, lacking)
        if word in _ANAPHORS and (index + 1 >= left or (index == begin and word in ("it", "they"))):
            return Subject("anaphor", "", lacking)
        if word in _GENERIC:
            return Subject("generic", _named_left(reading, begin, left), lacking)
        if word in _EVIDENCE or word in _PEOPLE:
            told = _told(reading, index + 1, left)
            if told < left:
                return _head(reading, told, left, end)
            if word in _PEOPLE:
                return _beside(reading, "people", end)
            return Subject("evidence", _named_left(reading, begin, left), lacking)
        if word in BODY and not (index + 1 < left and lower[index + 1] in _GENERIC - BODY):
            return Subject("body", "", lacking)
    return Subject("other", "", lacking)


def _told_of_it(reading: Reading, begin: int, left: int) -> int:
    """The first word behind "it appears that" or "it is clear that", `begin` where nothing is told so."""
    lower = reading.lower
    if begin + 1 >= left or lower[begin] != "it" or lower[begin + 1] not in _EXPLETIVE:
        return begin
    return next((n + 1 for n in range(begin + 2, min(begin + 6, left)) if lower[n] == "that"), begin)


_EXPLETIVE = frozenset("appears seems is was turns follows looks".split())


def _named_at(reading: Reading, index: int) -> Mention | None:
    """The last mention of an intervention that holds the word at `index`."""
    found = [m for m in reading.named("intervention") if m.first <= index <= m.last]
    return found[-1] if found else None


def _told(reading: Reading, start: int, left: int) -> int:
    """The first word of what people or studies are said to report, `left` where they report nothing."""
    lower = reading.lower
    verb = next((n for n in range(start, left - 1) if lower[n] in _REPORTING), None)
    if verb is None:
        return left
    return verb + (2 if lower[verb + 1] == "that" else 1)


def _named_left(reading: Reading, begin: int, left: int) -> str:
    for mention in reading.named("intervention"):
        if begin <= mention.first < left and mention.specific:
            return mention.id
    return ""


def _beside(reading: Reading, kind: SubjectKind, end: int) -> Subject:
    """An intervention elsewhere in the sentence, behind the verb first."""
    named = [m for m in reading.named("intervention") if m.specific]
    behind = [m for m in named if m.start >= end]
    if kind == "people":
        behind = [m for m in behind if not _BY.isdisjoint(reading.lower[max(0, m.first - 5) : m.first])]
        named = []
    chosen = (behind or named)[:1]
    return Subject(kind, chosen[0].id if chosen else "")


def _relative(reading: Reading, clause: int) -> Subject:
    before = [m for m in reading.named("intervention") if m.last < clause and m.specific]
    return Subject("relative", before[-1].id if before else "")
