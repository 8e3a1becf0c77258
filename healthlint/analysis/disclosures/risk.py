"""Risk disclosure: which harms an article names, how fully, and where.

Grades: R0 no harm named, R1 generic wording only ("side effects may occur"), R2 one or two named harms tied
to the intervention, R3 three or more distinct harms or a serious one. Harms are normalised to concepts
(abuse, addiction, misuse and dependence are one), so that synonyms cannot inflate the grade.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from healthlint import knowledge
from healthlint.analysis.claims import Claim, claims
from healthlint.analysis.clauses import clause_starts
from healthlint.analysis.cues import cues
from healthlint.analysis.disclosures.supervision import BOILERPLATE
from healthlint.analysis.duties import main_interventions
from healthlint.analysis.lexicon import Lexicon, table
from healthlint.analysis.mentions import Reading, readings
from healthlint.analysis.sections import in_references, is_myths, is_risks
from healthlint.analysis.subjects import subject_of
from healthlint.document import Document, analysis
from healthlint.wording import Wording

_MECHANISM = Wording(
    r"\b(?:works?|acts?) (?:by|on|through)\b|\breceptors?\b|\bneurotransmitters?\b", re.IGNORECASE
)
_SIDE = Wording(
    r"""\b(?:side[-\ ]?effects?|adverse\ (?:effects?|events?|reactions?)|undesirable\ effects
        |withdrawal\ symptoms|after-?effects)\b
    |\bcomplications?\ (?:of|from|after|include|are|can|consist\w*|were|included)\b|\bthe\ effects\ included\b
    |\b(?:withdrew|stopped|dropped\ out|discontinued)\b[^.;]{0,60}\b(?:due\ to|because\ of)\b
    |\b(?:risks?|dangers?|harms?|reactions?|warnings?|downsides?)(?!\ (?:factors?|signs?))\s+
        (?:[^.;]{0,60}?\ )?(?:include|includes|including|such\ as|like)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that introduce harms of a treatment by their own meaning."""

_CAUSE = Wording(
    r"""\b(?:caus(?:es?|ed|ing)|lead(?:s|ing)?\ to|led\ to|results?\ in|resulted\ in|trigger(?:s|ed)?
    |rais(?:es?|ing)|increas(?:es?|ing)|worsen(?:s|ed)?|induc(?:es?|ed)|produc(?:es?|ed)|provok(?:es?|ed)
    |bring(?:s)?\ on|mak(?:es?|ing)\ (?:you|people|some|them|it)
    |leav(?:es?|ing)\ (?:you|people|some|a|lasting)|damag(?:es?|ed|ing)|harm(?:s|ed)?|kill(?:s|ed)?
    |irritat(?:es?|ed)|(?:been|is|are|was|were)\ (?:also\ )?(?:associated|linked|tied|connected)\ (?:with|to)
    |interact(?:s)?|carr(?:y|ies)|involv(?:es?|ing)|be|is|are|slow(?:s)?|lower(?:s)?|stop(?:s)?|mask(?:s)?
    |interfer(?:es?|ing))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Verbs that tie a harm to what stands before them."""

_RISK_OF = Wording(
    r"(?<!\bat )\b(?:risks?|chances?|potential|dangers?|possibility|likelihood|reports?|rates?|signs?|"
    r"incidence|threat|prone) (?:of|for|to)\b"
    r"|\boverdos\w+|\bwatch (?:out )?for\b",
    re.IGNORECASE,
)
_PEOPLE = Wording(
    r"\b(?:you|your \w+|people|patients|users|participants|volunteers|women|men|children|clients|some|many|"
    r"they|who|person)\s+(?:\w+\s+){0,4}?(?:may|might|can|could|will|also|sometimes|often|usually|experienced?|"
    r"report(?:ed)?|got|get|had|have|feel|felt|develop(?:ed)?|suffer(?:ed)?|notice|bec[ao]me|died)\b|\b\d+ in "
    r"\d+\b|\b\d+\s?(?:%|percent|per cent)",
    re.IGNORECASE,
)
GENERIC = Wording(
    r"\b(?:side[- ]?effects?|adverse (?:effects?|events?|reactions?)|complications?|risks?|dangers?|downsides?|"
    r"drawbacks?|hazards?|harms?|cautions?)\b",
    re.IGNORECASE,
)
_DENIED = Wording(
    r"\b(?:no|without|zero|free of|free from|any|fewer|minimal|never|not|don['’]t|doesn['’]t|does not|do not|"
    r"isn['’]t|aren['’]t|lack of|reduces?|lowers?|decreases?|minimi[sz]es?|prevents?|avoids?|protects?|less|"
    r"lower|reduced|reducing|lowering|eliminat\w+|reductions?|decreas\w+|drops?|declines?|"
    r"falls?)\s+(?:\w+[\s-]+){0,4}$",
    re.IGNORECASE,
)
_MINIMISED = Wording(
    r"\b(?:only|just|merely)\s+(?:\w+\s+){0,2}(?:minor|mild|slight|a little|temporary)|\bnothing to worry "
    r"about\b|\bnegligible\b|\bsmall price\b|\bminor and\b",
    re.IGNORECASE,
)
_LEAD_IN = Wording(
    r"\b(?:side[- ]?effects?|risks?|adverse|reactions?|complications?|warnings?|harms?|dangers?|cause|"
    r"contra-?indicat\w+|symptoms of an allergic|call (?:your|a|999|911)|stop (?:taking|using))\b[^.?!]*:?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Harm:
    """A named harm in a sentence: offsets, concept, and whether it is serious."""

    start: int
    end: int
    concept: str
    serious: bool


def _specific(reading: Reading) -> frozenset[str]:
    """The ids of the interventions that a sentence names, general words left out."""
    named = reading.named("intervention")
    return frozenset(m.id for m in named if m.intervention and "generic" not in m.intervention.classes)


def _families(ids: Collection[str]) -> frozenset[str]:
    """The interventions with the ingredients of those that are brands."""
    return frozenset(ids) | {knowledge.intervention(identity).ingredient for identity in ids} - {""}


_GENERAL = frozenset(
    ("surgery", "vaccines", "dietary-supplements", "supplement", "herbal-medicine", "herbal-remedy")
)
"""Words for a whole kind, which an article also uses for the one that it is about ("the operation")."""


def _stands_for(identity: str, wanted: frozenset[str]) -> bool:
    """Whether an intervention is a general word for one of these."""
    kind = knowledge.intervention(identity).kind
    return identity in _GENERAL and any(knowledge.intervention(other).kind == kind for other in wanted)


def _any_drug(ids: frozenset[str]) -> bool:
    return any(knowledge.intervention(identity).kind in ("drug", "biologic", "vaccine") for identity in ids)


_DRUGS_BLAMED = Wording(
    r"\W*(?:(?:unlike|most|many|some|all|the|other|these|those|conventional|prescription|western|modern|"
    r"pharmaceutical|synthetic|strong|common|but|and|while|whereas|standard|over-the-counter) )*(?:drugs?|"
    r"medications?|medicines?|pharmaceuticals?|painkillers|pills)\b",
    re.IGNORECASE,
)
"""A sentence that blames drugs, which names no harm of a herb, a food or a procedure."""


@dataclass(frozen=True, slots=True)
class RiskStatement:
    """A sentence that names harms of the intervention, or (no harms) that speaks of risk in general."""

    reading: Reading
    harms: tuple[Harm, ...]
    minimised: bool = False
    taken_up: frozenset[str] = frozenset()

    @property
    def interventions(self) -> frozenset[str]:
        """The ids of the interventions that it is about: that it names, or takes up with "it" or "they"."""
        return _specific(self.reading) or self.taken_up

    def is_about(self, wanted: frozenset[str]) -> bool:
        """Whether it is about one of these interventions, or about none in particular."""
        about = {identity for identity in self.interventions if not _stands_for(identity, wanted)}
        if about:
            return not wanted.isdisjoint(_families(about))
        return (
            bool(self.interventions)
            or _any_drug(wanted)
            or not _DRUGS_BLAMED.match(self.reading.sentence.plain)
        )


@dataclass(frozen=True, slots=True)
class RiskDisclosure:
    """The harms that a document names. `visible` are the statements that are not hidden or demoted."""

    named: tuple[RiskStatement, ...]
    generic: tuple[RiskStatement, ...]

    def about(self, interventions: Collection[str]) -> RiskDisclosure:
        """What is said of these interventions, or of none by name."""
        wanted = _families(interventions)
        return RiskDisclosure(
            tuple(statement for statement in self.named if statement.is_about(wanted)),
            tuple(statement for statement in self.generic if statement.is_about(wanted)),
        )

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
    found = _lexicon().find(reading.sentence.plain, reading.words)
    return tuple(Harm(match.start, match.end, *match.value) for match in found)


@analysis
def risks(document: Document) -> RiskDisclosure:
    """The harms that the document names and ties to an intervention, and its generic wording about risk."""
    claimed: dict[int, list[Claim]] = {}
    for claim in claims(document):
        claimed.setdefault(claim.reading.sentence.index, []).append(claim)
    named: list[RiskStatement] = []
    generic: list[RiskStatement] = []
    for reading in readings(document):
        sentence = reading.sentence
        if in_references(document, sentence.block_index) or sentence.block.prominence == "hidden":
            continue
        if any(is_myths(heading) for heading in sentence.block.path[-1:]):
            continue
        if statement := _statement(document, reading, claimed.get(sentence.index, [])):
            (named if statement.harms else generic).append(statement)
    return RiskDisclosure(tuple(named), tuple(generic))


def _statement(document: Document, reading: Reading, claimed: list[Claim]) -> RiskStatement | None:
    text = reading.sentence.plain
    heard = cues(reading.sentence)
    if heard.question and reading.sentence.block.kind != "heading":
        return None
    if _MECHANISM.search(text) or BOILERPLATE.search(text):
        return None
    under = any(is_risks(heading) for heading in reading.sentence.block.path[-2:])
    in_list = reading.sentence.block.kind in ("list_item", "cell")
    listed = in_list and _LEAD_IN.search(_lead_in(document, reading)) is not None
    found: tuple[Harm, ...] = tuple(
        harm
        for harm in harms(reading)
        if (not heard.quoted(harm.start, harm.end) or _reported(document, reading, harm))
        and not _denied(text, harm)
        and not _is_topic(reading, harm, claimed)
        and not _of_the_topic(document, reading, harm)
        and (listed or _tied(document, reading, harm, under))
    )
    found += _injuries(reading)
    if found:
        return RiskStatement(reading, found, _MINIMISED.search(text) is not None, _taken_up(document, reading))
    if document.profile.name == "news" and _NONE_FOUND.search(text):
        return RiskStatement(reading, (Harm(0, 0, "none-found", False),))
    if GENERIC.search(text) and reading.sentence.block.kind != "heading" and _about_intervention(reading):
        return RiskStatement(reading, ())
    return None


def _reported(document: Document, reading: Reading, harm: Harm) -> bool:
    """Whether a news report lets a source say that the treatment causes the harm."""
    before = reading.sentence.plain[: harm.start]
    if document.profile.name != "news":
        return False
    if _SIDE.search(before) or _TAKEN.search(before) or _caused(reading, before):
        return True
    return _risked(before) and _specific(reading) != frozenset()


_TAKEN = Wording(
    r"\b(?:percent|%|patients|people|users) (?:of patients )?(?:will |may |can )?report\w*\b", re.IGNORECASE
)
_TAKING_UP = frozenset("it they these this those such".split())


def _taken_up(document: Document, reading: Reading) -> frozenset[str]:
    """The interventions that the sentence before names, where this one begins with "they" or "it"."""
    if _TAKING_UP.isdisjoint(reading.lower[:2]) or not reading.sentence.index:
        return frozenset()
    previous = readings(document)[reading.sentence.index - 1]
    same = previous.sentence.block_index == reading.sentence.block_index
    return _specific(previous) if same else frozenset()


_INJURES = Wording(
    r"\b(?:(?:tear|damage|injure|harm|weaken|rupture|scar|perforate|puncture|burn|irritate|inflame|hurt|"
    r"destroy)s?"
    r"(?:\s+(?:the|your|a|some|nearby|surrounding|their))*|(?:tore|damaged|injured|harmed|weakened|ruptured|"
    r"scarred|perforated|punctured|burned|burnt|irritated|destroyed)\s+(?:the|your|a|some|their|his|her))\s+"
    r"(?P<part>tendons?|nerves?|liver|kidneys?|heart|lungs?|brain|skin|eyes?|stomach|bowel|bladder|bones?|"
    r"teeth|"
    r"veins?|tissues?|muscles?|arter(?:y|ies))\b",
    re.IGNORECASE,
)


def _injuries(reading: Reading) -> tuple[Harm, ...]:
    """Harms that a verb tells ("it can tear tendons and damage nerves") of a treatment."""
    hits = list(_INJURES.finditer(reading.sentence.plain))
    if not hits or not _does(reading, hits[0].start(), hits[0].end()) or _denied_at(reading, hits[0].start()):
        return ()
    return tuple(Harm(hit.start(), hit.end(), *_injury(hit["part"].lower())) for hit in hits)


def _injury(part: str) -> tuple[str, bool]:
    """The concept of damage to a part of the body, and whether it is serious."""
    one = part if part.endswith("ss") else part.removesuffix("s")
    found = _lexicon().find(f"{one} damage")
    return next((match.value for match in found), (f"{one}-damage", False))


def _denied_at(reading: Reading, start: int) -> bool:
    return _DENIED.search(reading.sentence.plain, 0, start) is not None


def _does(reading: Reading, start: int, end: int) -> bool:
    """Whether the subject of the verb at `start` is a treatment."""
    at = next((n for n, word in enumerate(reading.words) if word.end > start), 0)
    clause = clause_starts(reading.sentence.plain, reading.words)[at]
    subject = subject_of(reading, clause, at, end)
    if subject.lacking:
        return False
    if subject.kind == "relative":
        return any(0 <= clause - m.last <= 3 for m in reading.named("intervention"))
    return subject.kind in ("intervention", "anaphor", "generic") or (
        subject.kind == "other" and not _TREATMENT_WORDS.isdisjoint(reading.lower[max(clause, at - _NEAR) : at])
    )


def _tied(document: Document, reading: Reading, harm: Harm, under: bool) -> bool:
    """Whether a harm is said of an intervention: a cue stands before it, behind what the harm is said of."""
    before = reading.sentence.plain[: harm.start]
    side = _SIDE.search(before)
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
    if _caused(reading, before):
        return True
    if harm.concept in ("death", "cancer"):
        return _RAISED.search(before) is not None and _specific(reading) != frozenset()
    if _risked(before) and _names_intervention(reading):
        return True
    return _PEOPLE.search(before) is not None and (
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


def _risked(before: str) -> bool:
    """Whether a risk, chance or rate of the harm is spoken of that nothing lowers."""
    found = list(_RISK_OF.finditer(before))
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


def _caused(reading: Reading, before: str) -> bool:
    """Whether the last verb of causing before the harm has an intervention as its subject."""
    verbs = list(_CAUSE.finditer(before))
    if not verbs or verbs[-1].group().lower() in ("be", "is", "are"):
        return False
    return _does(reading, verbs[-1].start(), verbs[-1].end())


def _of_another(document: Document, reading: Reading) -> bool:
    """Whether the sentence names interventions, but none that the document is about."""
    named = {
        m.id
        for m in reading.named("intervention")
        if m.intervention and "generic" not in m.intervention.classes
    }
    return bool(named) and named.isdisjoint(main_interventions(document))


_QUALITY = Wording(
    r"(?:fatal|deadly|addictive|habit[- ]forming|toxic|poisonous|life-threatening)\b", re.IGNORECASE
)
_SYMPTOMS = Wording(r"(?<!withdrawal )\bsymptoms? (?:include|includes|are|of|such as|like)\b", re.IGNORECASE)
_NONE_FOUND = Wording(
    r"\b(?:no|none|without|nor|similar|comparable|few(?:er)?|not(?= (?:\w+ ){0,3}(?:any|adverse|side|"
    r"serious)))\b"
    r"[^.;:]{0,60}\b(?:adverse (?:events?|effects?|"
    r"reactions?)|side[- ]effects?|complications?|toxicit\w+|safety (?:concerns?|issues?|"
    r"signals?))\b[^.;]{0,80}\b(?:reported|observed|found|seen|noted|occurred|recorded|group|groups|"
    r"participants|patients|study|trial|detected)\b"
    r"|\b(?:reported|observed|found|saw|noted|recorded|had|experienced|showed) no\b[^.;]{0,40}\b(?:adverse|"
    r"side[- ]effects?|complications?|toxicit(?:y|ies))"
    r"|\b(?:none|nobody|no one) (?:(?:of|among|in) [^.;]{0,40}?)?(?:had|experienced|reported|developed|"
    r"suffered)\b[^.;]{0,40}"
    r"\b(?:adverse|side[- ]effects?|complications?)"
    r"|\bno (?:\w+ )?(?:reported|observed|increase in|difference in) (?:\w+ ){0,4}(?:adverse (?:events?|"
    r"effects?)|"
    r"side[- ]effects?|complications?)",
    re.IGNORECASE,
)
"""A trial that reports to have found no harm, which in a news report is a disclosure."""

_OF_ITSELF = frozenset(("misuse-dependence", "overdose", "withdrawal", "drug-interaction"))
_NEAR = 8
_DOSES = frozenset(
    "dose doses dosage use treatment therapy medicine medicines medication medications drug drugs tablet "
    "tablets injection injections infusion infusions procedure surgery operation supplement supplements "
    "vaccine product overdose taking using treatments infusions products drops oil laser "
    "drip drips filler fillers needle needles anaesthetic anesthetic sessions session".split()
)
_TREATMENT_WORDS = _DOSES | {"it", "they", "these", "this"}


def _names_intervention(reading: Reading) -> bool:
    """Whether a sentence names an intervention, or takes one up with a pronoun or a general word."""
    if any(True for _ in reading.named("intervention")) or not _DOSES.isdisjoint(reading.lower):
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
    return first.first <= 4 and _TREATMENT_WORDS.isdisjoint(reading.lower[: first.last + 1])


def _takes_up_illness(document: Document, reading: Reading) -> bool:
    """Whether the sentence begins with "it" or "this" and the one before speaks of an illness alone."""
    if _TAKING_UP.isdisjoint(reading.lower[:1]) or not reading.sentence.index:
        return False
    previous = readings(document)[reading.sentence.index - 1]
    if previous.sentence.block_index != reading.sentence.block_index:
        return False
    return _is_disease_subject(previous) and not any(True for _ in previous.named("intervention"))


def _lead_in(document: Document, reading: Reading) -> str:
    """The text that introduces the list of this item."""
    number = reading.sentence.block_index - 1
    while number >= 0 and document.blocks[number].kind in ("list_item", "cell"):
        number -= 1
    return document.blocks[number].text.text if number >= 0 else ""


def _denied(text: str, harm: Harm) -> bool:
    return _DENIED.search(text, 0, harm.start) is not None


_TARGET = Wording(
    r"\b(?:treat\w*|reliev\w+|eas(?:e|es|ing)|reduc\w+|prevent\w*|for|of|with|against|manag\w+|fight\w*|from|"
    r"helps?|sooth\w+|in|alleviat\w+|lower\w*|improv\w+|suffer\w*|control\w*|cases|to)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


def _is_topic(reading: Reading, harm: Harm, claimed: list[Claim]) -> bool:
    """Whether the harm word is what the intervention is for ("relieves pain", "treatment of depression")."""
    if any(o.start < harm.end and harm.start < o.end for claim in claimed for o in claim.outcomes):
        return True
    if _treated(reading, harm):
        return True
    before = reading.sentence.plain[: harm.start]
    target = _TARGET.search(before)
    if target is None or _SIDE.search(before):
        return False
    tie = max((m.end() for pattern in (_CAUSE, _RISK_OF, _SIDE) for m in pattern.finditer(before)), default=-1)
    return tie < target.start()


@analysis
def _topics(document: Document) -> frozenset[str]:
    """The conditions that the title, the description and the first two sentences name."""
    found: set[str] = set()
    for reading in readings(document):
        block = reading.sentence.block
        if (
            reading.sentence.index < 2
            or block.kind == "field"
            or (block.kind == "heading" and block.level <= 1)
        ):
            found.update(m.id for m in reading.named("outcome") if m.id and m.disease)
    return frozenset(found)


def _of_the_topic(document: Document, reading: Reading, harm: Harm) -> bool:
    """Whether the harm word is the illness that the document is about, or stands in a name."""
    text = reading.sentence.plain
    if harm.start > 0 and (text[harm.start].isupper() or _COMPOUND.search(text, 0, harm.start)):
        return True
    if _MODIFIES.match(text, harm.end):
        return True
    overlapping = (m.id for m in reading.named("outcome") if m.start < harm.end and harm.start < m.end)
    return not _topics(document).isdisjoint(overlapping)


_COMPOUND = re.compile(
    r"(?:\b(?!drug|treatment|dose|opioid|steroid)[\w]+-|\b(?:food|sugar|gambling|internet|gaming|phone|"
    r"shopping) )$",
    re.IGNORECASE,
)
"""What makes a harm word part of another word ("HIV-infected", "food addiction")."""


_MODIFIES = re.compile(
    r"[ -](?:medic\w+|relief|reliev\w+|management|killers?|control|clinics?|drugs?|therap\w+|treatments?|"
    r"specialists?|"
    r"scores?|patients?|sufferers?|survivors?|centers?|centres?|research\w*)\b",
    re.IGNORECASE,
)
"""What makes a harm word say what something is for ("pain medicines", "cancer survivors")."""


def _treated(reading: Reading, harm: Harm) -> bool:
    """Whether an intervention in the sentence is approved or established for what the harm word names."""
    conditions = [m.id for m in reading.named("outcome") if m.id and m.start < harm.end and harm.start < m.end]
    for mention in reading.named("intervention"):
        for condition in conditions:
            use = knowledge.use_of(mention.id, condition) if mention.id else None
            if mention.id and (
                knowledge.established(mention.id, condition) or (use and use.status == "approved")
            ):
                return True
    return False


_INTERVENTION_WORDS = frozenset(
    "it its they them this these treatment treatments therapy medicine medicines medication medications drug "
    "drugs tablet tablets dose doses injection injections infusion infusions procedure surgery operation "
    "supplement supplements vaccine product side overdose withdrawal taking using use used long-term high use "
    "you users people patients some effects symptoms reactions adverse".split()
)


def _about_intervention(reading: Reading) -> bool:
    """Whether a sentence speaks of an intervention rather than of an illness."""
    if any(True for _ in reading.named("intervention")):
        return True
    first = next((m for m in reading.named("outcome")), None)
    heads = set(reading.lower[:12])
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
