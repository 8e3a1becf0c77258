"""Risk disclosure: which harms an article names, how fully, and where.

Grades: R0 no harm named, R1 generic wording only ("side effects may occur"), R2 one or two named harms tied
to the intervention, R3 three or more distinct harms or a serious one. Harms are normalised to concepts
(abuse, addiction, misuse and dependence are one), so that synonyms cannot inflate the grade.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from healthlint.analysis.claims import claims
from healthlint.analysis.cues import cues
from healthlint.analysis.lexicon import Lexicon, table
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.sections import in_references, is_myths, is_risks
from healthlint.document import Document, analysis

_TIE = re.compile(
    r"\b(?:can|may|might|could|will|does|do|also|sometimes|often|rarely|usually)\s+(?:\w+\s+){0,2}?"
    r"(?:cause|lead to|result in|trigger|raise|increase|worsen|damage|harm|make|produce|induce|provoke|affect|interfere|interact|"
    r"irritate|lower|slow|stop|develop|experience|get|have|feel|include|bring on|mask|kill|be (?:fatal|deadly|dangerous|toxic|"
    r"addictive|habit[- ]forming))\b"
    r"|\b(?:caus(?:es?|ed|ing)|led to|leads? to|leading to|results? in|resulted in|trigger(?:s|ed)?|increas(?:es|ed|ing) (?:the |your )?"
    r"(?:risk|chances?)|rais(?:es|ed|ing) (?:the |your )?(?:risk|blood))\b"
    r"|\b(?:side[- ]?effects?|adverse (?:effects?|events?|reactions?)|risks?|complications?|reactions?|dangers?|hazards?|toxicity|"
    r"warnings?|downsides?|drawbacks?|contra-?indicat\w+)\b"
    r"|\b(?:potential|risk|danger|possibility|chance|chances|likelihood|threat|incidence|rates?|reports?|cases?|history|signs?) (?:for|of)\b"
    r"|\b(?:associated|linked|connected|tied) (?:with|to)\b|\bwatch (?:out )?for\b|\bat risk\b|\boverdos\w+"
    r"|\b(?:some|many|most|a few|few|certain|\d+ in \d+|one in \w+) (?:of )?(?:the |these )?(?:people|patients|users|participants|"
    r"volunteers|women|men|children|clients)\s+(?:\w+\s+){0,3}(?:experience|experienced|report|reported|get|got|have|had|feel|felt|"
    r"develop|developed|suffer|suffered|find|notice)\b"
    r"|\b(?:you|your \w+|they) (?:may|might|can|could|will) (?:\w+ )?(?:feel|have|get|notice|experience|be|become|look|develop|bleed)\b"
    r"|\b(?:toxic|poisonous|addictive|habit[- ]forming|fatal|deadly|dangerous|unsafe|harmful|life-threatening)\b"
    r"|\b(?:do not|don['’]t|never|should not|shouldn['’]t|avoid|must not)\s+(?:take|use|have|drive|drink|give|stop|combine|mix)\b"
    r"|\b(?:had|got|reported|experienced|developed|suffered|died|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"\b(?:side[- ]?effects?|adverse (?:effects?|events?|reactions?)|complications?|risks?|dangers?|downsides?|drawbacks?|hazards?|"
    r"harms?|cautions?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|without|zero|free of|free from|any|fewer|minimal|never|not|don['’]t|doesn['’]t|does not|do not|isn['’]t|aren['’]t|lack of|"
    r"reduces?|lowers?|decreases?|minimi[sz]es?|prevents?|avoids?|protects?|less|lower|reduced|reducing|lowering|eliminat\w+)\s+"
    r"(?:\w+[\s-]+){0,4}$",
    re.IGNORECASE,
)
_MINIMISED = re.compile(
    r"\b(?:only|just|merely)\s+(?:\w+\s+){0,2}(?:minor|mild|slight|a little|temporary)|\bnothing to worry about\b|\bnegligible\b|"
    r"\bsmall price\b|\bminor and\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\b(?:side[- ]?effects?|risks?|adverse|reactions?|complications?|warnings?|harms?|dangers?|cause|contra-?indicat\w+|symptoms of an "
    r"allergic|call (?:your|a|999|911)|stop (?:taking|using))\b[^.?!]*:?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Harm:
    """A named harm in a sentence: offsets, concept, and whether it is serious."""

    start: int
    end: int
    concept: str
    serious: bool


@dataclass(frozen=True, slots=True)
class RiskStatement:
    """A sentence that names harms of the intervention, or (no harms) that speaks of risk in general."""

    reading: Reading
    harms: tuple[Harm, ...]
    minimised: bool = False


@dataclass(frozen=True, slots=True)
class RiskDisclosure:
    """The harms that a document names. `visible` are the statements that are not hidden or demoted."""

    named: tuple[RiskStatement, ...]
    generic: tuple[RiskStatement, ...]

    @property
    def concepts(self) -> frozenset[str]:
        """Every distinct harm named."""
        return frozenset(harm.concept for statement in self.named for harm in statement.harms)

    @property
    def grade(self) -> int:
        """0 to 3, as in the module's docstring."""
        if not self.named:
            return 1 if self.generic else 0
        serious = any(harm.serious for statement in self.named for harm in statement.harms)
        grade = 3 if len(self.concepts) >= 3 or serious else 2
        return grade - 1 if all(statement.minimised for statement in self.named) else grade

    @property
    def best(self) -> RiskStatement | None:
        """The statement that names most harms, or the first generic one."""
        if self.named:
            return max(self.named, key=lambda statement: len(statement.harms))
        return self.generic[0] if self.generic else None


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon[tuple[str, bool]]:
    return Lexicon((row[0], (row[1], len(row) > 2 and row[2] == "serious")) for row in table("harms"))


def harms(reading: Reading) -> tuple[Harm, ...]:
    """The harm words of a sentence, tied to anything or not."""
    found = _lexicon().find(reading.sentence.plain, list(reading.words))
    return tuple(Harm(match.start, match.end, *match.value) for match in found)


@analysis
def risks(document: Document) -> RiskDisclosure:
    """The harms that the document names and ties to an intervention, and its generic wording about risk."""
    claimed = {claim.reading.sentence.index: claim for claim in claims(document) if not claim.negated}
    named: list[RiskStatement] = []
    generic: list[RiskStatement] = []
    for reading in readings(document):
        sentence = reading.sentence
        if in_references(document, sentence.block_index) or sentence.block.prominence == "hidden":
            continue
        if any(is_myths(heading) for heading in sentence.block.path[-1:]):
            continue
        if statement := _statement(document, reading, sentence.index in claimed):
            (named if statement.harms else generic).append(statement)
    return RiskDisclosure(tuple(named), tuple(generic))


def _statement(document: Document, reading: Reading, claimed: bool) -> RiskStatement | None:
    text = reading.sentence.plain
    heard = cues(reading.sentence)
    if heard.question and reading.sentence.block.kind != "heading":
        return None
    under_heading = any(is_risks(heading) for heading in reading.sentence.block.path[-2:])
    listed = (
        reading.sentence.block.kind in ("list_item", "cell")
        and _LEAD_IN.search(_lead_in(document, reading)) is not None
    )
    tied = _TIE.search(text)
    if tied or under_heading or listed:
        found = tuple(
            harm
            for harm in harms(reading)
            if not heard.quoted(harm.start, harm.end)
            and not _denied(text, harm)
            and not _is_topic(reading, harm, claimed)
        )
        if found and (listed or under_heading or _about_intervention(reading)):
            return RiskStatement(reading, found, _MINIMISED.search(text) is not None)
    if GENERIC.search(text) and reading.sentence.block.kind != "heading" and _about_intervention(reading):
        return RiskStatement(reading, ())
    return None


def _lead_in(document: Document, reading: Reading) -> str:
    """The text that introduces the list of this item."""
    number = reading.sentence.block_index - 1
    while number >= 0 and document.blocks[number].kind in ("list_item", "cell"):
        number -= 1
    return document.blocks[number].text.text if number >= 0 else ""


def _denied(text: str, harm: Harm) -> bool:
    return _DENIED.search(text, 0, harm.start) is not None


def _is_topic(reading: Reading, harm: Harm, claimed: bool) -> bool:
    """Whether the harm word is what the intervention is for ("relieves pain", "treatment of depression")."""
    before = reading.sentence.plain[: harm.start].lower()
    if re.search(
        r"\b(?:treat\w*|reliev\w+|eas(?:e|es|ing)|reduc\w+|prevent\w*|for|of|with|against|manag\w+|fight\w*|from|helps?|sooth\w+|"
        r"patients with|people with|alleviat\w+|lower\w*|improv\w+|symptoms of|suffer\w* (?:from|with)|control\w*)\s+"
        r"(?:(?:the|your|their|severe|chronic|mild|acute|any|all|symptoms of|resistant|major)\s+)*$",
        before,
    ):
        return not re.search(
            r"\b(?:risks?|chances?|potential|cases?|reports?|signs?|incidence|rates?|associated|linked|possibility|danger|likelihood|dangers|"
            r"history|effects?)\s+(?:\w+\s+){0,2}(?:for|of|with|from)\s+(?:\w+\s+)*$",
            before,
        )
    return claimed and not _TIE.search(before)


_INTERVENTION_WORDS = frozenset(
    "it its they them this these treatment treatments therapy medicine medicines medication medications drug drugs tablet tablets dose "
    "doses injection injections infusion infusions procedure surgery operation supplement supplements vaccine product side overdose "
    "withdrawal taking using use used long-term high use you users people patients some effects symptoms reactions adverse".split()
)


def _about_intervention(reading: Reading) -> bool:
    """Whether a sentence speaks of an intervention rather than of an illness."""
    if any(True for _ in reading.named("intervention")):
        return True
    first = next((m for m in reading.named("outcome")), None)
    heads = {word for word in reading.lower[:12]}
    if (
        first is not None
        and first.first <= 1
        and first.disease
        and not heads & {"treatment", "therapy", "medicine", "side"}
    ):
        return False
    return bool(heads & _INTERVENTION_WORDS)


def concepts_of(phrase: str) -> frozenset[str]:
    """The harm concepts that a phrase names."""
    return frozenset(match.value[0] for match in _lexicon().find(phrase))
