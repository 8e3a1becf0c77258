"""Words and phrases that say that something works, by what they say and what they say it of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from healthlint.analysis.lexicon import Lexicon, table
from healthlint.analysis.mentions import Reading
from healthlint.analysis.verbs import Form, forms
from healthlint.wording import Wording

Kind = Literal["cure", "treat", "relieve", "prevent", "reverse", "improve", "help", "work"]
Wants = Literal["bad", "good", "any", "none"]


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect verb in a sentence: its range in characters and words, its form, the object that it wants."""

    kind: Kind
    wants: Wants
    form: Form
    start: int
    end: int
    first: int
    last: int


@lru_cache(maxsize=1)
def _verbs() -> Lexicon[tuple[Kind, Wants, Form]]:
    entries: dict[str, tuple[Kind, Wants, Form]] = {}
    for verb, kind, wants in table("effects"):
        for form, tag in forms(verb).items():
            entries.setdefault(form, (kind, wants, tag))  # type: ignore[arg-type]
    return Lexicon(entries)


_ALSO_NOUNS = frozenset(
    "attack attacks benefit benefits aid aids treats shield shields balance control controls target targets "
    "boost boosts support supports fight fights burn burns cut cuts lift lifts help fix release block blocks "
    "end ends calm increase increases decrease".split()
)
"""Forms that are nouns behind the name of an outcome ("panic attacks", "health benefits", "pain control")."""

_INTRANSITIVE = frozenset(
    "as when in with by during after before at while because if from until than between of".split()
)


def verbs(reading: Reading) -> Iterator[Effect]:
    """The effect verbs of a sentence in order; those that a preposition follows act on nothing."""
    ends = {mention.last: mention for mention in reading.named("outcome")}
    for match in _verbs().find(reading.sentence.plain, reading.words):
        kind, wants, form = match.value
        following = reading.lower[match.last + 1] if match.last + 1 < len(reading.lower) else ""
        if following in _INTRANSITIVE and match.first == match.last:
            continue
        if reading.sentence.plain[match.end : match.end + 1] == "-":
            continue
        if any(
            m.first <= match.first <= m.last and m.last - m.first > match.last - match.first
            for m in reading.mentions
        ):
            continue
        if match.first - 1 in ends and reading.lower[match.first] in _ALSO_NOUNS:
            continue
        yield Effect(kind, wants, form, match.start, match.end, match.first, match.last)


_ADJECTIVE = (
    r"(?:effective|efficacious|beneficial|helpful|useful|powerful|potent|excellent|great|invaluable|successful|"
    r"advantageous|good|wonderful|superb|terrific|therapeutic|proven|unbeatable)"
)
_REMEDY = (
    r"(?:treatments?|remed(?:y|ies)|cures?|solutions?|answers?|antidotes?|therap(?:y|ies)|options?|"
    r"alternatives?|ways?|weapons?|tools?|fix|approach(?:es)?|aids?|methods?|strateg(?:y|ies)|medicines?|"
    r"choices?|recommendations?|habits?)"
)
EFFECTIVE = Wording(
    rf"\b(?:(?:highly|very|extremely|incredibly|most|particularly|especially|truly|quite|really|equally|also|"
    rf"so|more|just as|remarkably|proven|potentially)[ -])*{_ADJECTIVE}\b(?:\s+(?:and|yet|"
    rf",)\s+\w+)?(?:\s+(?:natural|non-invasive|holistic|long-term|safe|first-line|home|herbal|new|\w+ic|"
    rf"\w+al))*(?:\s+{_REMEDY})?\s+(?:for|in|against|at|to|with|when it comes to|as)\b"
    rf"|\beffective (?:treatment|relief|prevention|management) of\b"
    rf"|\b(?:ideal|perfect|legitimate|excellent|go-to)\s+(?:\w+\s+)?{_REMEDY}\s+for\b",
    re.IGNORECASE,
)
"""An adjective of effect with the preposition that ties it to what it is good for."""

PROOF = Wording(
    r"\b(?:clinically|scientifically|medically|laboratory)[- ](?:proven|tested|validated|verified|backed|"
    r"studied|supported|demonstrated)\b"
    r"|\b(?:backed|supported|proven|validated|confirmed|verified) by (?:\w+ ){0,2}(?:science|research|studies|"
    r"evidence|trials)\b"
    r"|\b(?:science|research|evidence)[- ]backed\b|\bproven (?:results|benefits|effectiveness|efficacy|"
    r"solution|remedy|formula|track record)\b"
    r"|\b(?:prove[sdn]?|demonstrates?|demonstrated) (?:its|the|their) (?:\w+ )?(?:efficacy|effectiveness|"
    r"benefits)\b",
    re.IGNORECASE,
)
"""Proof claimed in general, with no study named."""

ANSWER = Wording(
    r"\b(?:highly |very |truly |simple |straightforward |safe |yet |and |,)*(?:effective|impactful|powerful|"
    r"excellent|great|ideal|perfect|valuable|proven|natural|wonderful|game-changing)\s+(?:\w+\s+)?(?:options?|"
    r"approach(?:es)?|solutions?|choices?|additions?|ways?|tools?|steps?|recommendations?|remed(?:y|ies))\b(?! "
    r"(?:for|to|in|of|against)\b)",
    re.IGNORECASE,
)
"""An answer to a need that the sentence named before ("for those who want to ..., X is a good approach")."""

REMEDY_FOR = Wording(
    r"\b(?:(?:the|a|an|your|nature's|nature’s|our|one of the)\s+)(?:[\w-]+\s+){0,4}(?:cure|remedy|antidote|"
    r"answer|solution|secret|key|fix|relief|cures|remedies)\s+(?:for|to|from|against)\b"
    r"|\b(?:provid|offer|bring|giv|deliver)\w*\s+(?:[\w-]+\s+){0,3}relief\b"
    r"|\b(?:prevention|reversal|elimination|eradication|alleviation|healing|removal|expulsion) of\b"
    r"|\b(?:fast|rapid|quick|instant|lasting|long-lasting|trusted|effective|natural|soothing|complete|total|"
    r"gentle|real|drug-free|targeted|deep|immediate|temporary|significant|much-needed|permanent|"
    r"symptomatic)?\s*relief\s+(?:from|of|for)\b",
    re.IGNORECASE,
)
"""A noun for a remedy with the preposition that ties it to the illness."""

NOMINAL = Wording(
    r"\b(?:(?:significant|dramatic|noticeable|remarkable|marked|rapid|great|greater|overall|visible|real|"
    r"substantial|measurable|major|better|long-term|lasting|faster)\s+)*(?:improvements?|uplift|lift|"
    r"reductions?|decreases?|increases?|boosts?|gains?|relief|remission|resolution|recovery|enhancements?|"
    r"drops?|decline|success|surge)\s+(?:in|of|from|to|for|with)\b"
    r"|\b(?:improved|better|enhanced|increased|reduced|lower(?:ed)?|less(?:ened)?|fewer|more|greater|faster|"
    r"quicker|speedier|deeper|clearer|healthier|stronger|sharper|smoother|firmer|brighter|longer|higher|"
    r"decreased|diminished|restored|heightened|boosted|balanced|optimal|renewed|sustained|glowing|radiant|"
    r"younger-looking|restful|relieved|eased|accelerated|strengthened|happier|calmer)\b",
    re.IGNORECASE,
)
"""An improvement as a noun phrase: what "leads to", "provides" or a bullet of benefits goes on with."""

GIVING = Wording(
    r"\b(?:aid(?:s|ing)?|help(?:s|ing)?|assist(?:s|ing)?) (?:in|with)|\b(?:lead(?:s|ing)?|led) to|\bresult(?:s|"
    r"ed|ing)? in|\b(?:provid|produc|promot|achiev|experienc|creat|ensur|generat|induc|guarante|facilitat|"
    r"enabl|notic|encourag)(?:e|es|ed|ing|s)\b"
    r"|\b(?:offer|deliver|show|yield|bring|allow|see|enjoy|give|support|foster|confer|unlock|gain|get|feel|"
    r"have|find|report|demonstrate|culminate in|contribute to|translate (?:to|into)|make for|reward)(?:s|ed|"
    r"ing)?\b"
    r"|\b(?:seen|shown|gave|given|brought|found|felt|has|had|got|saw|giving|contribut(?:es|ed|ing) to|mak(?:es|"
    r"ing))\b",
    re.IGNORECASE,
)
"""Verbs that give, bring or show an improvement."""

BENEFITS = Wording(
    r"""\b(?:offers?|provides?|has|have|boasts?|delivers?|brings?|packed\ with|full\ of|known\ for|rich\ in
        |loaded\ with|comes?\ with|gain|enjoy|reap|gives?|possess(?:es)?|carr(?:y|ies)|exhibits?)
        \s+(?:[\w-]+\s+){0,5}?
        (?:health\ |therapeutic\ |many\ |numerous\ |range\ of\ |substantial\ |proven\ )+benefits?\b
    |\b(?:has|have|having|with|possess(?:es)?|exhibits?|boasts?|its|their|known\ for|offers?|provides?
        |contains?|shows?|rich\ in)
        \s+(?:[\w-]+\s+){0,5}?
        (?:anti-?\s?(?:inflammatory|viral|bacterial|microbial|fungal|oxidant|cancer|tumou?r|age?ing)|healing
        |therapeutic|medicinal|immune[-\ ]boosting|energy[-\ ]boosting|calming|sedative|soothing|restorative
        |rejuvenating|regenerative|protective|cleansing|detoxif\w+|detoxification|analgesic
        |pain[-\ ]relieving|health[-\ ]promoting|adaptogenic|neuroprotective|beneficial|antiviral
        |antioxidant|mood[-\ ]\w+)
        \s+(?:[\w-]+\s+){0,2}(?:properties|effects?|benefits?|qualities|powers?|actions?|activity)\b
    |\b(?:is|are)\s+(?:an?\s+|one\ of\ the\ (?:most\ )?)?(?:[\w-]+\s+){0,4}
        (?:anti-?\s?inflammator(?:y|ies)|anti-?\s?virals?|anti-?\s?bacterials?|anti-?\s?fungals?
        |anti-?\s?microbials?|anti-?\s?oxidants?|adaptogens?|antihistamines?|pain[-\ ]?(?:killer|reliever)s?
        |fat[-\ ]burners?|superfoods?|immune\ boosters?|sleep\ aids?)\b
    |\b(?:act(?:s|ing)?|work(?:s|ing)?|function(?:s|ing)?|serve(?:s|d)?)\ as
        \ (?:an?\ |nature['’]s\ )?(?:[\w-]+\ ){0,3}
        (?:anti-?\s?(?:inflammatory|viral|bacterial|oxidant|histamine|depressant|biotic|fungal|microbial)
        |antihistamine|antidepressant|antibiotic|antiviral|tonic|adaptogen|sedative|painkiller|detoxifier
        |remedy|cure|sleep\ aid)\b
    |\bbenefits?\ (?:of\ (?:\w+\ ){1,4})?(?:also\ )?extends?\ to\b
    |\b(?:well-)?known\ for\ (?:its|their)\s+(?:[\w-]+\s+){0,4}(?:effects|benefits|properties)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Benefits and healing properties that something is said to have."""

RESULTS = Wording(
    r"\b(?:results?|benefits|effects?|outcomes|relief|success rates?) (?:\w+ )?(?:is|are|will be|have been|"
    r"were) (?:\w+ly |often |both |truly |so )?(?:excellent|amazing|outstanding|impressive|remarkable|"
    r"incredible|durable|lasting|long-lasting|immediate|permanent|visible|irrefutable|undeniable|dramatic|"
    r"astounding|life-changing|fantastic)\b"
    r"|\b(?:expect|see|notice|feel|enjoy|experience) (?:\w+ ){0,2}(?:improvements?|results|differences?|relief|"
    r"changes|effects?|benefits) (?:within|in|after|from|almost|immediately|right away|by)\b",
    re.IGNORECASE,
)
"""Results that are praised, or promised for a time."""

BENEFIT_FROM = Wording(
    r"\b(?:gain|reap|get|enjoy|derive|receive)\w*\s+(?:\w+\s+){0,3}benefits?\s+(?:from|of|by)\b|"
    r"\b(?:benefit(?:s|ed|ing)?|benefit (?:greatly|hugely|enormously|a lot)|profit|recover(?:s|ed|ing)?|"
    r"heal(?:s|ed|ing)?)\s+(?:\w+ly\s+)?(?:from|with|through|by|thanks to)\b|\brespond(?:s|ed)? (?:very |"
    r"really |extremely )?well to\b"
    r"|\b(?:f(?:ind|ound)|get|got|feel|experience|enjoy)\s+(?:\w+\s+){0,3}relief\s+(?:with|from|through|after|"
    r"by)\b"
    r"|\b(?:found|had|have|seen|see|find)\s+(?:\w+\s+){0,2}success\s+(?:with|using|through)\b",
    re.IGNORECASE,
)
"""People who get better from something."""

WORKS = Wording(
    r"\b(?:work(?:s|ed)?|do(?:es)? wonders)\s+(?:(?:very|really|extremely|so|incredibly|quite|just as|"
    r"as)\s+)?(?:well|great|wonders|wonderfully|preventively|preventatively|effectively|fast|quickly|naturally|"
    r"like magic|better|brilliantly|synergistically|amazingly|perfectly|for|against|on|to help)\b",
    re.IGNORECASE,
)
"""The plain statement that something works."""

BETTER = Wording(
    r"\b(?:feel(?:s|ing)?|get(?:s|ting)?|become(?:s)?|grow(?:s)?|look(?:s|ing)?|stay(?:s|ing)?|sleep(?:s|ing)?|"
    r"live(?:s)?|recover(?:s)?|heal(?:s)?|keep(?:s)? you|leav(?:es?|ing) you|mak(?:es?|ing) "
    r"you)\s+(?:feel(?:ing)?\s+|look(?:ing)?\s+)?(?:\w+ly\s+|so much\s+|much\s+|significantly\s+)?(?:better|"
    r"stronger|healthier|calmer|younger|happier|faster|fitter|leaner|longer|energi[sz]ed|refreshed|rejuvenated|"
    r"revitali[sz]ed|relaxed|more (?:energetic|relaxed|focused|alert|confident|resilient))\b",
    re.IGNORECASE,
)
"""People who feel, look or live better."""

ROLE = Wording(
    r"\bplay(?:s|ed)? an? (?:\w+ )?(?:role|part) in\b|\b(?:positively|beneficially|favou?rably) (?:impacts?|"
    r"influences?|affects?|impacting|affecting)\b"
    r"|\b(?:impacts?|influences?|affects?) (?:your |the )?(?:\w+ ){1,3}(?:positively|for the better)\b|"
    r"\b(?:has|have|had) (?:a |an )?(?:\w+ )?(?:positive|beneficial|profound|powerful|healing|calming|"
    r"soothing) (?:impact|effects?|influence) on\b"
    r"|\bexcels? (?:at|in|when)\b|\b(?:show|shows|showed|shown|has|have|demonstrates?) (?:\w+ "
    r"){0,3}(?:efficacy|effectiveness|effects? against) ?(?:in|for|against)?\b",
    re.IGNORECASE,
)
"""Something that acts on an outcome for the better without saying how."""

GOING = Wording(
    r"\b(?:disappear(?:s|ed)?|vanish(?:es|ed)?|melts? away|fades? away|go(?:es)? away|clears? up|subsides?|"
    r"resolves? (?:itself|completely)|improve(?:s|d)?|become(?:s)? (?:more )?(?:noticeable|visible|stronger|"
    r"better)|(?:effectively|successfully|naturally) (?:treated|relieved|reduced|eliminated|managed|prevented)|"
    r"(?:is|are|was|were|be|been|being) (?:significantly |greatly |completely |dramatically |fully |"
    r"substantially |effectively |easily |quickly |now |once )*(?:reduced|eliminated|relieved|alleviated|"
    r"improved|enhanced|restored|reversed|cured|healed|prevented|boosted|strengthened|removed|eased|lowered|"
    r"increased|offset|mitigated|corrected|extracted|flushed out|minimi[sz]ed|lessened|diminished|halved|"
    r"resolved))\b",
    re.IGNORECASE,
)
"""An outcome that gets better, as the subject of its sentence."""
