"""How a sentence stands to what it says: asked, quoted, attributed, counted, cited, debunked or doubted.

These cues hold for a sentence or a stretch of it; what hedges a single verb is in `scope`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from healthlint.analysis.sentences import Sentence, sentence_fact
from healthlint.document import Link
from healthlint.wording import Wording

Attribution = Literal["none", "vague", "belief", "study", "named"]

_QUOTE = Wording(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘’]{20,})’(?!\w)")
_SAYING = Wording(
    r"\b(?:sa(?:id|ys|ying)|noting|adding|told|tells|adds?|added|explain(?:s|ed)|not(?:es|ed)|stat(?:es|ed)|commented|comments|"
    r"writes|wrote|according to|recalls|recalled|argu(?:es|ed)|concluded?|reported|claims?|claimed|warn(?:s|"
    r"ed)|insist(?:s|ed))\b",
    re.IGNORECASE,
)
_STUDY_VERB = (
    r"(?:show(?:s|ed|n|ing)?|f(?:ind|inds|ound)|suggest(?:s|ed|ing)?|indicat(?:e|es|ed|ing)|demonstrat(?:e|es|"
    r"ed|ing)|prove[sdn]?|proven|confirm(?:s|ed)?|reveal(?:s|ed)?|report(?:s|ed)?|conclud(?:e|es|ed)|"
    r"support(?:s|ed)?|point(?:s|ed)? to|discovered?|observed?|establish(?:ed|es)|linked|links|backs?|"
    r"highlight(?:s|ed))"
)
_MANY = (
    r"(?:(?:many|several|numerous|countless|recent|some|multiple|various|new|more|most|clinical|scientific|"
    r"medical|early|preliminary|growing|much|plenty of|lots of|ample|emerging|modern|independent|published|"
    r"human|current|other|global|peer-reviewed|extensive|a (?:growing|large) body of|a number of|hundreds of|"
    r"thousands of|dozens of)\s+){0,3}"
)
VAGUE = Wording(
    rf"\b{_MANY}(?:studies|research|science|trials|evidence|data|literature|scientific (?:papers|"
    rf"studies))\s+(?:\([^)]*\)\s*)?(?:(?:on|in|into|of|from|about)\s+(?:\w+\s+){{1,3}})?(?:has\s+|have\s+|"
    rf"also\s+|now\s+|clearly\s+|consistently\s+|even\s+){{0,3}}(?:been\s+)?{_STUDY_VERB}\b"
    r"|\b(?:experts?|doctors|scientists|researchers|physicians|specialists|dermatologists|nutritionists|"
    r"psychiatrists|clinicians|health professionals)\s+(?:(?:now|all|widely|generally|also|"
    r"have)\s+){0,2}(?:say|agree|believe|recommend|claim|know|found|discovered|confirm(?:ed)?|think|shown)\b"
    r"|\bit(?:['’]s| is| has been)\s+(?:also\s+)?(?:well|widely|scientifically|clinically)?[- ]?(?:known|"
    r"proven|established|documented|shown|accepted|demonstrated)\s+that\b"
    r"|\b(?:studies|research|science|evidence)[- ](?:show|shows|proves|says)\b"
    r"|\bresearch (?:has|had) (?:repeatedly |consistently )?(?:shown|found|proven|demonstrated)\b"
    r"|\b(?:proven|shown|backed|supported|confirmed|demonstrated) (?:in|by) (?:many |numerous |several |"
    r"countless |clinical |scientific |recent |multiple |various |global )*(?:studies|research|science|trials|"
    r"evidence)\b",
    re.IGNORECASE,
)
_STUDY = Wording(
    r"\b(?:an?|the|this|that|one|our|their|two|three|both|another)\s+(?:[\w-]+\s+){0,6}(?:study|studies|trial|"
    r"trials|review|meta-analysis|analysis|survey|experiment|paper|report|research|findings)\b"
    r"[^.?!;]{0,90}?\b" + _STUDY_VERB + r"\b"
    r"|\b(?:study|trial|review|meta-analysis|survey|research|paper|findings|"
    r"results)\s+(?:\w+\s+){0,4}(?:published|led|conducted|presented|appearing|by)\b"
    r"|\b(?:study|trial) (?:finds|found|shows|suggests|says|reveals|indicates|concludes)\b"
    r"|\b(?:published|appearing|reported|presented) (?:\w+ ){0,3}(?:in|at|by|online)\b"
    r"|\bresearchers? (?:\w+ ){0,8}?(?:found|report(?:ed)?|showed|discovered|concluded?|have (?:found|shown|"
    r"discovered))\b"
    r"|\bin (?:an?|one|the|two|three|this|that) (?:[\w-]+ ){0,5}(?:study|trial|survey|experiment|analysis)\b"
    r"|\b(?:scientists|surgeons|doctors|physicians|investigators|authors|team) (?:\w+ ){0,8}?(?:found|"
    r"report(?:ed)?|showed|discovered|concluded?|have (?:found|shown|discovered))\b"
    r"|\baccording to (?:an?|the|new|recent|one) (?:[\w-]+ ){0,5}(?:study|research|trial|review|report|"
    r"analysis|survey)\b"
    r"|\b(?:results|findings|data) (?:from|of) (?:the|a|this|our|\w+) (?:[\w-]+ ){0,4}(?:study|trial)\b"
    r"|\bmeta-analys[ei]s\b",
    re.IGNORECASE,
)
_NAMED = Wording(
    r"\b(?:[Aa]ccording to|[Pp]er) (?:Dr\.?|Prof\w*\.?|the )?\s?[A-Z][\w.&’'-]+"
    r"|\b(?:Dr|Prof|Professor)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?,? [^.?!]{0,60}(?:said|says|found|notes|"
    r"explains|reports|believes|states|told|argues|recommends)\b"
    r"|\b(?:Cochrane|NICE|WHO|World Health Organization|NIH|CDC|FDA|EMA|MHRA|NHS|NCCIH|USPSTF|American "
    r"[A-Z]\w+ (?:Association|Society|Academy|College)|Food and Drug Administration|Centers for Disease "
    r"Control|National Institutes? (?:of|for) [A-Z]\w+)\b[^.?!]{0,60}\b(?:says?|said|found|finds|recommends?|"
    r"states?|stated|concludes?|concluded|reports?|reported|notes?|advises?|shows?|review|trial|study|"
    r"guideline|guidance|approved|approves)\b"
    r"|\b(?:JAMA|BMJ|The Lancet|Lancet|NEJM|New England Journal|Nature|PLoS|PLOS|Annals of|Journal of)\b"
)
_BELIEF = Wording(
    r"\b(?:some|many|a few|most|other|certain|several|these|those|lots of|numerous)\s+(?:\w+\s+){0,3}(?:people|"
    r"patients|researchers|scientists|experts|users|doctors|practitioners|clients|parents|women|men|proponents|"
    r"supporters|advocates|customers|cultures|individuals|players|consumers|clinicians|"
    r"psychiatrists)\s+(?:\w+\s+){0,2}(?:believe|say|claim|report|think|feel|find|argue|swear|suggest|reported|"
    r"said|believed|hope|consider)s?\b"
    r"|\b(?:proponents|supporters|advocates|fans|enthusiasts|users|practitioners|promoters|believers|sellers|"
    r"marketers|manufacturers|companies|websites|critics|the company|the "
    r"manufacturer)\s+(?:\w+\s+){0,2}(?:believe|say|claim|argue|swear|suggest|report|tout|advertise|promote|"
    r"said|claims|says|think|hope)\b"
    r"|\b(?:is|are|was|were|has been|have been|been)\s+(?:\w+\s+){0,2}(?:believed|thought|said|claimed|touted|"
    r"marketed|promoted|advertised|considered|revered|hailed|purported|rumou?red|traditionally|historically|"
    r"anecdotally|reputed|perceived|regarded|prized)\b"
    r"|\b(?:traditionally|historically|anecdotally|in (?:traditional|folk|ayurvedic|chinese) medicine|in "
    r"ayurveda|anecdotal (?:reports|evidence)|for (?:centuries|thousands of years|millennia|generations))\b"
    r"|\b(?:the )?(?:researchers?|scientists?|experts?|authors?|company|team|investigators?) (?:\w+ "
    r")?(?:believes?|hopes?|thinks?|suspects?|expects?|claims?)\b"
    r"|\b(?:people|those) who (?:describe|swear|claim|say|promote|sell)\b|\b(?:promot|tout|market|pitch|"
    r"advertis|hail)(?:ed|es) as\b"
    r"|\b(?:I|we) (?:believe|think|feel|hope|suspect)\b|\bin (?:my|our) (?:opinion|view)\b|\bthe (?:theory|"
    r"idea|hope|hypothesis|belief|thinking|rationale|aim|goal|purpose|intention|intent) (?:is|was|behind|that|"
    r"being|of)\b",
    re.IGNORECASE,
)
_DEBUNK = Wording(
    r"\bmyths?\b|\b(?:no|little|insufficient|scant|lack of|not enough|without|any|weak|limited|inconclusive|"
    r"poor)\s+(?:\w+\s+){0,4}(?:evidence|proof|data|research|studies)\b|\bevidence (?:is|was|remains|that \w+ "
    r"\w+ is) (?:\w+ )?(?:lacking|limited|mixed|weak|insufficient|poor|inconclusive|thin)\b"
    r"|\b(?:false(?:ly)?|bogus|unproven|debunked|disproven|disproved|hoax|scam|quackery|pseudoscien\w+|"
    r"misleading|misinformation|fraudulent|unfounded|baseless|so-called|contrary to|supposed(?:ly)?|fake|"
    r"untested|overhyped|misconception|not true|untrue|is wrong|claims? (?:that|to|about|of)|claimed that|"
    r"beware|don['’]t believe|too good to be true|placebo|presented as|marketed as|promise of|expectations of|"
    r"alternative systems)\b",
    re.IGNORECASE,
)
_LIMIT = Wording(
    r"\b(?:more|further|larger|additional|better) (?:\w+ ){0,3}(?:research|studies|trials|evidence|data|work|"
    r"investigation) (?:is|are|will be|would be|still)? ?(?:still )?(?:needed|required|necessary|warranted)\b"
    r"|\b(?:not|n['’]t|never) (?:\w+ ){0,3}(?:fully |well |yet |completely |entirely )?(?:known|understood|"
    r"clear|certain|established|proven|been (?:proven|studied|shown|established|tested))\b"
    r"|\b(?:unknown|unclear|uncertain|inconclusive|unproven|controversial|poorly understood|little is known|"
    r"remains? to be seen|too (?:early|soon) to|experimental|preliminary|mixed results|mixed evidence|"
    r"limitations?|still (?:being )?(?:studied|tested|researched|working out)|cannot say for certain|may not "
    r"(?:be (?:appropriate|suitable)|work) for everyone|not suitable for|(?:further|longer|larger|"
    r"more)[^.]{0,40}(?:studies|trials|research) (?:are|is) (?:still )?needed|not currently known)\b"
    r"|\b(?:evidence|research|data|studies) (?:is|are|was|remains?|on \w+ is) (?:\w+ ){0,2}(?:limited|mixed|"
    r"weak|lacking|scarce|sparse|insufficient|conflicting|low quality|scant|early|thin|preliminary)\b"
    r"|\b(?:limited|mixed|weak|conflicting|little|insufficient|no (?:good|strong|solid|clear|reliable)?|"
    r"low-quality|not enough|scant|lack of) (?:\w+ ){0,2}(?:evidence|research|data|proof)\b"
    r"|\b(?:does|do|did|may|might|will|would|can) ?(?:not|n['’]t) (?:always |necessarily |usually )?(?:work|"
    r"help|respond|benefit|suit|be (?:right|suitable|effective|enough))\b|\bwe (?:do not|don['’]t) (?:yet "
    r")?know\b"
    r"|\bno (?:treatment|medicine|therapy|drug|cure|supplement) (?:works|is|can|suits)\b|\bisn['’]t (?:right|"
    r"suitable) for\b"
    r"|\b(?:effects?|benefits?|relief|improvements?) (?:\w+ ){0,3}(?:wear(?:s)? off|fade|fades|(?:is|are|may "
    r"be) (?:temporary|short-lived|small|modest))\b|\bnot (?:everyone|all (?:people|patients)|a cure|for "
    r"everyone)\b|\brelapse\b",
    re.IGNORECASE,
)
_COUNTED = Wording(
    r"\b\d[\d,.]*\s?(?:%|percent|per cent|percentage points?)"
    r"|\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|half|most|a (?:third|quarter)|two[- ]thirds|"
    r"three[- ]quarters)\s+(?:in|out of|of|of the|of every)\s+(?:every\s+)?(?:\d[\d,]*|two|three|four|five|six|"
    r"seven|eight|nine|ten|twenty|hundred|patients|people|women|men|participants|children|adults|users|them|"
    r"those|cases)\b"
    r"|\b\d[\d,]*\s+(?:\w+\s+){0,3}(?:people|patients|participants|women|men|adults|children|volunteers|"
    r"veterans|subjects|mice|cases|users|respondents)\b|\bn\s?=\s?\d|\b(?:g|d|p|OR|HR|RR|CI)\s?[=<]\s?\d?\.?\d|"
    r"\b95\s?% ?CI\b"
    r"|\b(?:compared (?:with|to)|than|versus|vs\.?) (?:a |the )?(?:placebo|sham|control|dummy|usual care|no "
    r"treatment)\b"
    r"|\b(?:by|of|to) (?:about |around |nearly |almost |up to |over |more than |an average of "
    r")?\d[\d,.]*(?:\s?[-–]\s?\d+| to \d+)?(?:\s?%| percent| per cent|-fold|\s?(?:mmHg|mm Hg|kg|pounds|lbs?|"
    r"points?|times|minutes|hours|days|months|mg/dL|mmol))",
    re.IGNORECASE,
)
_CITED = Wording(
    r"\[\d{1,3}(?:\s?[-–,]\s?\d{1,3})*\]|\(\d{1,3}(?:\s?[-–,]\s?\d{1,3})*\)(?=[.,;\s]|$)|\bet al\b|"
    r"\([A-Z][\w’'-]+(?: (?:&|and) [A-Z][\w’'-]+)?,? (?:19|20)\d\d[a-z]?\)|\bdoi\b|\bPMID\b|[⁰¹²³⁴⁵⁶⁷⁸⁹]|"
    r"(?<=[a-z][.,])\d{1,3}(?=\s|$)"
    r"|\b[A-Z][a-z]+ (?:et al\.? )?\((?:19|20)\d\d\)"
)
_SOME = Wording(
    r"\b(?:in|for|with|among|of) (?:some|certain|a few|a minority of|a small number of) (?:\w+ )?(?:people|"
    r"patients|cases|individuals|women|men|users|adults|children|studies|instances|circumstances|situations)\b"
    r"|\b(?:some|a few|a small number of|a minority of) (?:of )?(?:people|patients|users|women|men|"
    r"individuals)\b|\b(?:results|effects?|experiences?) (?:may |can |will )?var(?:y|ies)\b",
    re.IGNORECASE,
)
_MANY_PEOPLE = Wording(
    r"\b(?:in|for|with|among) (?:many|most|the majority of) (?:\w+ )?(?:people|patients|cases|individuals|"
    r"women|men|users|adults|children)\b",
    re.IGNORECASE,
)
_CONDITIONAL = Wording(r"^(?:if|whether|unless|should|suppose|when deciding)\b", re.IGNORECASE)
_SUGGESTS = Wording(
    r"\b(?:suggest(?:s|ed|ing)?|hint(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|indicat(?:e|es|ed|ing)|point(?:s|"
    r"ed)? to|possibl[ey]|potential(?:ly)?|preliminary|early|emerging|promising|pilot|small|animal|(?:in|on) "
    r"(?:mice|rats|animals)|laboratory|test[- ]tube|in vitro)\b",
    re.IGNORECASE,
)


_ASKS = Wording(
    r"\W*(?:Will|Can|Does|Is|Are|Should|Could|Did|Which|What (?:[Ii]s|[Aa]re|[Cc]an|[Ww]ill|[Dd]oes)|"
    r"How (?:[Mm]uch|[Mm]any|[Oo]ften|[Cc]an|[Dd]o|[Dd]oes|[Ii]s|[Aa]re))\b(?!.*[.!]\W*$)"
)
"""The beginning of a question."""


@dataclass(frozen=True)
class Cues:
    """How one sentence stands to what it says, worked out as it is asked for; all ranges are offsets in it."""

    sentence: Sentence

    @cached_property
    def question(self) -> bool:
        """Whether it asks; headings often leave the mark out."""
        text = self.sentence.plain
        if self.sentence.block.kind == "heading" and _ASKS.match(text):
            return True
        return text.rstrip("\"'”’)*] ").endswith("?")

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """The ranges that it ascribes to somebody word by word."""
        return _attributed_quotes(self.sentence)

    @cached_property
    def attribution(self) -> Attribution:
        """Whom it ascribes what it says to."""
        return _attribution(self.sentence.plain, self.vague is not None)

    @cached_property
    def vague(self) -> tuple[int, int] | None:
        """Where it names evidence or experts without saying which."""
        found = VAGUE.search(self.sentence.plain)
        return found.span() if found else None

    @cached_property
    def believed(self) -> int:
        """Where it names a belief or a tradition, -1 without one."""
        found = _BELIEF.search(self.sentence.plain)
        return found.start() if found else -1

    @cached_property
    def cited(self) -> bool:
        """Whether it names a source that can be looked up."""
        return _cited(self.sentence)

    @cached_property
    def counted(self) -> bool:
        """Whether it gives numbers or a comparison."""
        return _COUNTED.search(self.sentence.plain) is not None

    @cached_property
    def debunked(self) -> bool:
        """Whether it denies or doubts what it repeats."""
        return _DEBUNK.search(self.sentence.plain) is not None

    @cached_property
    def limits(self) -> bool:
        """Whether it states uncertainty or limits (hedge level 4 of the catalogue)."""
        return _LIMIT.search(self.sentence.plain) is not None

    @cached_property
    def some(self) -> bool:
        """Whether it is about some of the people only."""
        return _SOME.search(self.sentence.plain) is not None

    @cached_property
    def many(self) -> bool:
        """Whether it is about most of the people only."""
        return _MANY_PEOPLE.search(self.sentence.plain) is not None

    @cached_property
    def suggested(self) -> bool:
        """Whether it calls evidence early or suggestive."""
        return _SUGGESTS.search(self.sentence.plain) is not None

    @cached_property
    def conditional(self) -> bool:
        """Whether it begins with a condition."""
        return _CONDITIONAL.match(self.sentence.plain) is not None

    def quoted(self, start: int, end: int) -> bool:
        """Whether a range lies inside words that the sentence ascribes to somebody."""
        return any(begin <= start and end <= finish for begin, finish in self.quotes)


@sentence_fact
def cues(sentence: Sentence) -> Cues:
    """The cues of one sentence."""
    return Cues(sentence)


def _attributed_quotes(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The ranges of words ascribed to somebody: quotations of four words and more with a verb of saying beside.

    A quotation may run over several sentences of its paragraph, so it is looked for there.
    """
    text = sentence.block.text.text
    if not ("“" in text or '"' in text or "‘" in text):
        return ()
    start = sentence.text.base - sentence.block.text.base
    end = start + len(sentence.plain)
    found = []
    for quote in _QUOTE.finditer(text):
        if quote.end() <= start or quote.start() >= end or len(quote.group().split()) < 4:
            continue
        outside = (
            text[max(0, quote.start() - 160) : quote.start()] + " " + text[quote.end() : quote.end() + 120]
        )
        if _SAYING.search(outside) or len(outside.split()) < 3:
            found.append((max(0, quote.start() - start), min(len(sentence.plain), quote.end() - start)))
    return tuple(found)


def _attribution(text: str, vague: bool) -> Attribution:
    if _NAMED.search(text):
        return "named"
    if _STUDY.search(text):
        return "study"
    if _BELIEF.search(text):
        return "belief"
    return "vague" if vague else "none"


def _cited(sentence: Sentence) -> bool:
    if _CITED.search(sentence.plain):
        return True
    start = sentence.text.base - sentence.block.text.base
    end = start + len(sentence.text)
    return any(
        link.start < end
        and start <= link.end
        and _is_source(link, sentence.block.text.text[link.start : link.end])
        for link in sentence.block.links
    )


_SOURCE = Wording(
    r"(?:pubmed|ncbi|nih|nlm|doi|\.gov\b|\.edu\b|gov\.uk|nhs|cochrane|bmj|lancet|nature\.|nejm|jama|who\.int|"
    r"fda|cdc|journal|sciencedirect|springer|wiley|sagepub|mayoclinic|clevelandclinic|clinicaltrials|plos|"
    r"frontiersin|mdpi|tandfonline|oup|cambridge|medline|nice\.org|examine|webmd|healthline|harvard|hopkins|"
    r"elsevier|cell\.com|apa\.org|academic|wikipedia|researchgate|semanticscholar)",
    re.IGNORECASE,
)
_STUDY_WORDS = Wording(
    r"\b(?:stud\w+|research\w*|trials?|reviews?|evidence|source|reports?|journal|meta-analysis|\d{4})\b",
    re.IGNORECASE,
)


def _is_source(link: Link, words: str) -> bool:
    """Whether a link leads to a source rather than to another page of the site."""
    if link.target.startswith(("#fn", "#ref", "#cite", "doi:")):
        return True
    if not link.target.startswith(("http://", "https://", "//")):
        return False
    return _SOURCE.search(link.target) is not None or _STUDY_WORDS.search(words) is not None


def saying(text: str) -> bool:
    """Whether somebody is said to say something in `text`."""
    return _SAYING.search(text) is not None
