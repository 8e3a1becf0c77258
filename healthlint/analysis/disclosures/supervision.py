"""Supervision: whether an article sends its reader to a qualified health professional, and how firmly.

Grades: S0 nothing, S1 a legal line ("not medical advice"), S2 directed ("talk to your doctor before you
start"), S3 restricted (use only with a qualified professional, monitoring where the risk is high).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from healthlint.analysis.cues import cues
from healthlint.analysis.lexicon import table
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.sections import in_references
from healthlint.document import Document, analysis
from healthlint.wording import Wording, Wordings
from healthlint.wording.alternatives import one_of

BOILERPLATE = Wording(
    r"\b(?:for (?:\w+ )?(?:informational|information|educational|education|general information)(?: and "
    r"\w+)?(?: purposes)?(?: only)?\b[^.]*\b(?:only|purposes?|advice)|not (?:intended (?:to be|as|to)|"
    r"constitute|a substitute|be (?:a )?(?:construed|considered|used)|meant|provide)?[^.]{0,40}\b(?:medical|"
    r"professional|health|clinical) advice|(?:is|are|does) not (?:a )?(?:substitute|replacement|intended to)|"
    r"not (?:been )?(?:evaluated|approved) by the (?:FDA|Food)|not intended to diagnose|individual results "
    r"(?:may|will|can)? ?vary|nothing (?:here|on this (?:site|page|website)) (?:is|constitutes)|no medical "
    r"advice|medical disclaimer)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def professional() -> str:
    """A pattern for the title of a qualified health professional."""
    return one_of(row[0] for row in table("professionals")) + r"(?:s|['’]s|s['’])?"


@lru_cache(maxsize=1)
def titles() -> Wording:
    """Finds the title of a qualified health professional."""
    return Wording(rf"\b{professional()}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _directed() -> Wordings:
    """What sends a reader to a professional; apart, so that each has trigger words of its own."""
    who = professional()
    expressions = (
        rf"\b(?:talk(?:ing)?|speak(?:ing)?|chat|turn|go|reach out|report|listen|refer\w*|describe|show|"
        rf"mention\w*)\s+(?:\w+\s+){{0,4}}?(?:to|with)\s+(?:[\w'’-]+[\s,]+){{0,7}}?{who}\b",
        rf"\b(?:ask(?:ing)?|see|seeing|consult(?:ing)?|tell|contact|call|visit|check with|inform|find|phone|"
        rf"ring|get|seek(?:ing)?|discuss\w*|work(?:ing)?|meet(?:ing)?|involve|trust|need|follow|email|alert|"
        rf"notify|book|make|schedule|check in|examined|assessed|advised|recommended|seen|treated|checked|"
        rf"evaluated|diagnosed|told)\b\s+(?:[\w'’-]+[\s,]+){{0,9}}?{who}\b",
        r"\b(?:seek(?:ing)?|get(?:ting)?|ask(?:ing)? for|need(?:s)?|obtain|take|have|urgent|immediate|"
        r"emergency|find|under|with|without)\s+(?:\w+\s+){0,3}?(?:medical|professional|emergency|urgent|expert|"
        r"immediate|doctor['’]s|doctors['’]|pharmacist['’]s|specialist|qualified)\s+(?:medical\s+)?(?:advice|"
        r"help|attention|guidance|assessment|care|evaluation|consultation|opinion|supervision|treatment)\b",
        rf"\b(?:your|a|an|the) {who} (?:\w+ ){{0,3}}?(?:will|can|may|should|might|could|must|is|who|has|"
        rf"recommends?|prescribes?|decides?|prescribed|recommended|wants?|to|or|if|about|before|first|needs?|"
        rf"says?|tells?|know|how|and)\b",
        r"\b(?:call|dial|ring|phone)\s+(?:\w+\s+){0,2}(?:911|999|111|112|000)\b|\bA&E\b|\bemergency "
        r"(?:department|room)\b|\bprescribed (?:\w+ ){0,3}by\b",
        rf"\b{who}['’]?s? (?:advice|instructions|guidance|approval|permission|recommendations?)\b",
        rf"\b{who} (?:first|before|if|about)\b",
        rf"\b{who}\s+(?:reviews?|assess(?:es)?|evaluates?|examines?|prescribes?|decides?|performs?|"
        rf"diagnos\w+)\b",
        rf"\bconsultations? with (?:[\w-]+ ){{0,4}}{who}\b",
        rf"\b(?:by|with|from|through) (?:a|an|your|our|the) (?:[\w-]+ ){{0,4}}{who}\b",
    )
    return Wordings(Wording(expression, re.IGNORECASE) for expression in expressions)


@lru_cache(maxsize=1)
def _restricted() -> Wordings:
    """What leaves use to a professional; apart, so that each has trigger words of its own."""
    who = professional()
    care = (
        r"(?:care|supervision|guidance|direction|oversight|monitoring|instruction|control|eye|eyes|management|"
        r"prescription|observation|watch|hands|advice)"
    )
    place = (
        r"(?:clinics?|hospitals?|cent(?:er|re)s?|settings?|facilit(?:y|ies)|office|surgery|environment|"
        r"programme|program|pharmacy)"
    )
    acts = (
        r"\s+(?:\w+\s+){0,4}?(?:given|administered|used|taken|injected|performed|carried out|done|prescribed|"
        r"supervised|started|overseen|managed|handled|monitored|delivered|provided|inserted|placed|run|led|"
        r"checked)\s+"
    )
    only = rf"\b(?:only|must|should|has to|have to|needs? to|always|can only){acts}(?:\w+\s+){{0,4}}?"
    by = r"(?:by|under|with|in|at)\s+(?:[\w-]+\s+){0,6}?"
    passive = rf"\b(?:be|is|are|was|were|been|being){acts}(?:by|under)\s+(?:[\w-]+\s+){{0,6}}?"
    watches = (
        r"\s+(?:\w+\s+){0,3}?(?:will |must |can |should )?(?:monitors?|watch(?:es)?|stays?|supervis\w+|"
        r"observes?|administers?|oversees?|checks?)\b"
    )
    forbidden = (
        r"\b(?:do not|don['’]t|never|cannot|should not|must not) (?:use|take|have|try|inject|do) (?:\w+ ){0,4}"
    )
    strict = r"\bunder (?:strict |close |proper |careful |direct |full |the )*"
    expressions = (
        rf"\b(?:under|with|in)\s+(?:the\s+)?(?:[\w-]+\s+){{0,4}}?{care}\s+(?:of|from|"
        rf"by)\s+(?:[\w-]+\s+){{0,5}}?{who}\b",
        rf"{strict}(?:medical|clinical|professional|physician|doctor['’]?s?|specialist|veterinary|psychiatric|"
        rf"expert|nursing)\s+{care}\b",
        rf"{strict}{who}\s+{care}\b",
        r"\b(?:medical|clinical|professional|physician)[- ]supervision\b|\bmedically supervised\b",
        rf"{only}{by}(?:{care}|{place})\b",
        rf"{only}{by}{who}\b",
        rf"{passive}{care}\b",
        rf"{passive}{who}\b",
        r"\b(?:selected|chosen|assessed|screened|evaluated|approved|reviewed) by (?:the |our |a |an )?(?:\w+ "
        r")?(?:medical|clinical|care) team\b",
        rf"\b(?:staff|medical team|care team|team){watches}",
        rf"\b{who}{watches}",
        rf"\b{who} on (?:staff|site|hand)\b",
        rf"\b(?:an?|the|our|your)\s+(?:[\w-]+\s+){{0,2}}?{who}\s+(?:\w+\s+){{0,2}}?(?:gives?|performs?|injects?|places?)\b",
        r"\b(?:close|careful|continuous|medical|constant|regular|ongoing) (?:\w+ )?monitoring\b",
        r"\bmonitor(?:ed|ing)? (?:\w+ ){0,4}(?:by|for)\b",
        r"\b(?:prescription[- ]only|only (?:available )?(?:on|with|by) (?:a )?prescription|available on "
        r"prescription|by prescription|needs? a prescription|requires? a prescription)\b",
        rf"\b(?:certified|licensed|registered|accredited|approved|specialist|specialised|specialized) (?:\w+ "
        rf")?(?:treatment )?{place}\b",
        rf"{forbidden}(?:at home|on your own|by yourself)\b",
        rf"{forbidden}without (?:\w+ ){{0,4}}{who}\b",
    )
    return Wordings(Wording(expression, re.IGNORECASE) for expression in expressions)


@dataclass(frozen=True, slots=True)
class SupervisionStatement:
    """A sentence about supervision with its grade (1 to 3)."""

    reading: Reading
    grade: int


@dataclass(frozen=True, slots=True)
class Supervision:
    """The supervision statements of a document in reading order."""

    statements: tuple[SupervisionStatement, ...]

    @property
    def grade(self) -> int:
        """The best grade, 0 without a statement."""
        return max((statement.grade for statement in self.statements), default=0)

    @property
    def best(self) -> SupervisionStatement | None:
        """The first statement of the best grade."""
        return next((s for s in self.statements if s.grade == self.grade), None)


@analysis
def supervision(document: Document) -> Supervision:
    """Every statement that sends the reader to a professional or restricts use to one."""
    found = []
    for reading in readings(document):
        block = reading.sentence.block
        if in_references(document, reading.sentence.block_index) or block.prominence == "hidden":
            continue
        if grade := grade_of(reading):
            found.append(SupervisionStatement(reading, grade))
    return Supervision(tuple(found))


def grade_of(reading: Reading) -> int:
    """The supervision grade of one sentence."""
    text = reading.sentence.plain
    if cues(reading.sentence).question:
        return 0
    if _opposed(text) or _told(reading):
        return 0
    if _restricted().found(text):
        return 3
    if _directed().found(text):
        return 2
    return 1 if BOILERPLATE.search(text) else 0


_STORY = frozenset("she he her his him i i'm i've i'd".split())
_READER = frozenset("you your you're you'll yourself".split())


def _told(reading: Reading) -> bool:
    """Whether a sentence tells of somebody else's visits to professionals."""
    words = set(reading.lower)
    return bool(words & _STORY) and not words & _READER


_OPPOSED = Wording(
    r"\b(?:without (?:a|any|seeing|visiting|needing|going|talking)[^.]{0,30}(?:doctor|physician|prescription|"
    r"GP|clinic)|no (?:doctor|prescription|referral|appointment)|skip the|instead of (?:seeing|a doctor|your "
    r"doctor)|replaces? (?:therapy|your)|doctors? (?:don['’]t|won['’]t|never|do not|will not|hate|tend to))\b",
    re.IGNORECASE,
)


def _opposed(text: str) -> bool:
    return _OPPOSED.search(text) is not None and not re.search(
        r"\b(?:do not|don['’]t|never|beware|avoid|should not|shouldn['’]t|must not|illegal|dangerous|unsafe)\b",
        text,
        re.IGNORECASE,
    )
