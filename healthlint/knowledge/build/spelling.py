"""Spelling variants of names: British and American, plural and possessive forms."""

from __future__ import annotations

import re
import unicodedata

_BRITISH_AMERICAN = (
    ("aemia", "emia"),
    ("aemic", "emic"),
    ("anaesth", "anesth"),
    ("ageing", "aging"),
    ("behaviour", "behavior"),
    ("caesarean", "cesarean"),
    ("coeliac", "celiac"),
    ("counselling", "counseling"),
    ("diarrhoea", "diarrhea"),
    ("dyspnoea", "dyspnea"),
    ("faecal", "fecal"),
    ("fibre", "fiber"),
    ("flavour", "flavor"),
    ("foetal", "fetal"),
    ("gonorrhoea", "gonorrhea"),
    ("haem", "hem"),
    ("isation", "ization"),
    ("labour", "labor"),
    ("leukaemia", "leukemia"),
    ("manoeuvre", "maneuver"),
    ("odour", "odor"),
    ("oedema", "edema"),
    ("oesophag", "esophag"),
    ("oestr", "estr"),
    ("orrhoea", "orrhea"),
    ("paed", "ped"),
    ("seborrhoe", "seborrhe"),
    ("tumour", "tumor"),
    ("apnoea", "apnea"),
    ("colour", "color"),
    ("generalised", "generalized"),
)
CONDITION_NOUNS = frozenset(
    """
    abscess ache addiction allergen allergy aneurysm attack bite blackhead blister breakout bruise
    bunion burn cancer cataract chill clot cold condition cramp craving cyst deficiency disease
    disorder embolism episode fibroid fissure flare flash flush fracture gallstone haemorrhoid
    headache hemorrhoid hernia hive illness infection injury lesion level line lipoma metastasis
    migraine nightmare nosebleed pain palpitation period phobia pimple polyp problem rash reaction
    scar seizure sore spasm spot sprain sting stone strain symptom syndrome tag thought tic tremor
    trigger tumor tumour ulcer vein verruca wart whitehead wound wrinkle zit
    """.split()
)
"""Nouns of condition names that have a plural."""

INTERVENTION_NOUNS = frozenset(
    """
    antidepressant bath bracelet capsule cleanse cream device diet drip drop ectomy enema exercise
    extract facial filler gel graft gummy implant inhaler infusion injection jab lamp lozenge mask
    massage mat medication medicine monitor oil pacemaker patch peel pen pill plaster powder
    probiotic pump remedy retreat scan session shot splint spray stent stocking supplement surgery
    syrup tablet tea test therapy tincture tonic transplant transfusion treatment vaccine vitamin
    """.split()
)
"""Nouns of intervention names that have a plural."""


_LONG = 4
"""Acronyms of so many letters are written in any case, unless they are words."""

_WORDS = frozenset("AIDS TENS POTS NASH MASH MACE GIST LEEP TURP SMILE RICE DOMS".split())
_OWN_CASE = frozenset("SAMe SAM-e PrEP PsA hCG tPA".split())
_CLEAR = frozenset(
    """
    BPC CBD CBN CBT CGM CHF CJC CKD CVD DBT DVT ECT EBV FMT GLP GHB GTN HBV HCG HCV HGH HIV HMB HPV HRT HSV HTP
    IBD IBS IUD IVF LDL LDN LSD MDD MRI MSM NAC NMN NRT OCD PMS PPI PRP RLS RSV SLE STD STI TBI TCM THC TMJ TMS
    TRT UTI VTE
    """.split()
)
"""Shorter acronyms that are no words and that people write in lower case too."""


def variants(name: str, nouns: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """`name` and the forms that writers use for it, the given one first.

    Names that end in one of `nouns` (`seizure`, `wart`) get their plural as well.
    """
    found = {name: None}
    for form in tuple(found):
        plain = unicodedata.normalize("NFKD", form).encode("ascii", "ignore").decode()
        found.setdefault(plain)
    for form in tuple(found):
        for british, american in _BRITISH_AMERICAN:
            for old, new in ((british, american), (american, british)):
                if old in form and new not in form:
                    found.setdefault(form.replace(old, new))
    for form in tuple(found):
        found.setdefault(_plural(form, nouns))
    for form in tuple(found):
        if "'s " in form or form.endswith("'s"):
            found.setdefault(form.replace("'s", "s"))
            found.setdefault(form.replace("'s", "") if " " in form else form)
    return tuple(form for form in found if form)


def key(form: str) -> str:
    """The form as the names tables hold it: lower case, but for acronyms that are words in lower case (ED,
    AIDS) and short ones that nobody writes so. A form of several words is never one of them.
    """
    letters = "".join(c for c in form if c.isalpha())
    acronym = letters.removesuffix("s")
    if not any(c.isupper() for c in form[1:]) or " " in form.strip():
        return form.lower()
    if form in _OWN_CASE or (acronym.isupper() and acronym in _WORDS):
        return form
    known = len(acronym) >= _LONG or acronym in _CLEAR or sum(c.isdigit() for c in form) >= _LONG - 1
    return form.lower() if known or not acronym.isupper() else form


def slug(name: str) -> str:
    """The id of a name: lower case, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def _plural(form: str, nouns: frozenset[str]) -> str:
    head, _, last = form.rpartition(" ")
    if last.lower() not in nouns or any(c.isupper() for c in last[1:]):
        return ""
    if last == "metastasis":
        last = "metastases"
    elif last.endswith("y") and last[-2] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "es" if last.endswith(("s", "sh", "ch", "x", "rash")) else "s"
    return f"{head} {last}".strip()
