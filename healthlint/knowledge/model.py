"""What the knowledge tables hold: interventions, conditions, and what is known of a pair of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "drug", "biologic", "vaccine", "supplement", "food", "device", "procedure", "therapy", "practice"
]
ConditionKind = Literal["disease", "symptom", "function"]
Status = Literal["approved", "limited", "off-label", "not-found", "never-approved"]
Coverage = Literal["reviewed", "label", ""]

CLASSES: dict[str, str] = {
    "anaesthetic": "puts people to sleep or numbs them for procedures",
    "chemotherapy": "cancer medicine that needs an oncology team",
    "compounded": "made to order by a pharmacy; no regulator has checked it",
    "controlled": "in a schedule of the US Controlled Substances Act",
    "generic": "a word that stands for any intervention, such as treatment or supplement",
    "group": "a class name, such as antidepressants or antibiotics",
    "home-standard": "self-use at home is the standard of care (insulin, naloxone, GLP-1 pens)",
    "infused": "given into a vein",
    "injected": "given by injection",
    "investigational": "approved for nothing in the United States; in trials at most",
    "low-risk": "everyday self-care that needs no professional",
    "opioid": "acts on opioid receptors",
    "otc": "sold without a prescription",
    "prescription": "needs a prescription",
    "psychedelic": "changes perception (psilocybin, MDMA, LSD, ayahuasca)",
    "rems": "under an FDA risk evaluation and mitigation strategy",
    "surgery": "an operation",
}
"""The closed vocabulary of intervention classes with what each means."""

KINDS: tuple[Kind, ...] = (
    "drug", "biologic", "vaccine", "supplement", "food", "device", "procedure", "therapy", "practice",
)  # fmt: skip
SYSTEMS: tuple[str, ...] = (
    "mental", "cardiovascular", "skin", "musculoskeletal", "digestive", "respiratory", "endocrine",
    "neurological", "cancer", "infection", "immune", "reproductive", "eye", "ear", "kidney",
    "blood", "pain", "general",
)  # fmt: skip
"""Body systems of conditions."""

_HIGH_RISK = frozenset({
    "anaesthetic", "psychedelic", "opioid", "rems", "controlled", "infused", "surgery", "chemotherapy",
})  # fmt: skip
_SUPERVISED = _HIGH_RISK | {"prescription", "injected", "compounded", "investigational"}


@dataclass(frozen=True, slots=True)
class Intervention:
    """Something done or taken for health. `ingredient` is set where this is a brand; `boxed` are the topics
    of the boxed warning. `coverage` says how well its approved uses are known: checked by hand, read from
    label text, or not at all.
    """

    id: str
    name: str
    kind: Kind
    classes: frozenset[str]
    ingredient: str = ""
    boxed: tuple[str, ...] = ()
    coverage: Coverage = ""

    @property
    def high_risk(self) -> bool:
        """Whether only a qualified professional with monitoring should give it. Vaccines are not meant."""
        if self.kind == "vaccine":
            return False
        if self.classes & _HIGH_RISK:
            return True
        return "injected" in self.classes and "home-standard" not in self.classes

    @property
    def supervised(self) -> bool:
        """Whether it needs a health professional at all."""
        return bool(self.classes & _SUPERVISED)

    @property
    def low_risk(self) -> bool:
        """Whether it is everyday self-care."""
        return "low-risk" in self.classes


@dataclass(frozen=True, slots=True)
class Condition:
    """A disease, a symptom, or a body function that people want to improve. `system` is one of `SYSTEMS`."""

    id: str
    name: str
    kind: ConditionKind
    system: str
    curable: bool = False
    parents: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """What the tables know of an intervention for a condition.

    `limits` narrows an approval or says why there is none ("adjunct to an oral antidepressant", "approved as
    Wegovy"). `reviewed` is true where a person checked the pair; other rows were read from label text by
    program, about one in ten of them wrongly.
    """

    status: Status
    limits: str
    source: str
    url: str
    as_of: str
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One shipped table with its provenance. `sha256` is over the file as shipped."""

    name: str
    rows: int
    as_of: str
    sources: str
    licence: str
    sha256: str
