"""Reads the bulk files that openFDA publishes: drug labels and the NDC directory, as JSON or as the zips of it.

Their shape: https://open.fda.gov/apis/drug/label/ and https://open.fda.gov/apis/drug/ndc/. A label states
its indications as prose, so conditions are looked up in it by name; sentences that limit or deny a use are
left out.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from healthlint.knowledge.build.labels import Indication, LabelDrug
from healthlint.knowledge.build.spelling import key

_SENTENCE = re.compile(r"(?<=[.;])\s+|[•·]|\s\*\s|\(\s*\d+(?:\.\d+)*\s*\)")
_DENIED = re.compile(
    r"\b(not (?:indicated|recommended|intended|approved|been established)|limitations? of use"
    r"|should not be used|contraindicated|have not been (?:studied|established))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’/-]*")
_SALT = re.compile(
    r"\b(hydrochloride|hcl|sodium|potassium|calcium|maleate|fumarate|succinate|tartrate|mesylate|besylate|citrate"
    r"|acetate|sulfate|phosphate|hydrobromide|bitartrate|tromethamine|disodium|monohydrate|dihydrate|anhydrous)\b"
)
_LONGEST_NAME = 8
"""Condition names of more words are not looked for."""

_INTO_THE_BODY = frozenset(
    ("INTRAVENOUS SUBCUTANEOUS INTRAMUSCULAR INTRADERMAL INTRATHECAL INTRA-ARTICULAR INTRAVITREAL EPIDURAL "
     "INTRACAVERNOUS INTRALESIONAL").split()
)  # fmt: skip
_TYPES = {"HUMAN PRESCRIPTION DRUG": "prescription", "HUMAN OTC DRUG": "otc"}


@dataclass(slots=True)
class _Gathered:
    """What the products of one ingredient say, put together."""

    kind: str = "drug"
    brands: dict[str, None] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    routes: set[str] = field(default_factory=set)
    boxed: dict[str, None] = field(default_factory=dict)
    indications: dict[str, None] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)


def read_openfda(
    labels: Iterable[Path],
    ndc: Iterable[Path],
    condition_names: Mapping[str, str],
    topics: Iterable[tuple[str, str]],
) -> Iterator[LabelDrug]:
    """Drugs from openFDA label and NDC files, sorted by name, one for each active ingredient or combination.

    `condition_names` are the surface forms to look for, `topics` pairs of a pattern and the plain words for a
    topic of a boxed warning.
    """
    found: dict[str, _Gathered] = {}
    patterns = [(re.compile(pattern, re.IGNORECASE), topic) for pattern, topic in topics]
    for path in labels:
        for record in results(path):
            _take_label(found, record, condition_names, patterns)
    for path in ndc:
        for record in results(path):
            _take_product(found, record)
    for name, gathered in sorted(found.items()):
        yield LabelDrug(
            name,
            gathered.kind,
            tuple(sorted(gathered.brands)),
            (),
            frozenset(_classes(gathered)),
            tuple(gathered.boxed),
            tuple(Indication(condition) for condition in gathered.indications),
            tuple(gathered.sources),
        )


def results(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a bulk file; `ValueError` where it has no `results`."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            texts = [archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".json")]
    else:
        texts = [path.read_bytes()]
    for text in texts:
        content = json.loads(text)
        if not isinstance(content, dict) or not isinstance(content.get("results"), list):
            raise ValueError(f"{path}: no openFDA file: it has no list of results")
        yield from content["results"]


def plain_name(generic: str) -> str:
    """The ingredient of a generic name: lower case, without its salt; combinations joined by "and"."""
    parts = [part for part in re.split(r"\s*(?:,|;|/|\band\b)\s*", generic.lower()) if part]
    bare = [" ".join(_SALT.sub(" ", part).split()) or part for part in parts]
    return " and ".join([", ".join(bare[:-1]), bare[-1]]) if len(bare) > 1 else bare[0] if bare else ""


def indications(text: str, condition_names: Mapping[str, str]) -> Iterator[str]:
    """The condition names in the prose of a label's indications, longest first where they overlap."""
    for sentence in _SENTENCE.split(text):
        if sentence and not _DENIED.search(sentence):
            yield from _names_in(sentence, condition_names)


def _names_in(sentence: str, condition_names: Mapping[str, str]) -> Iterator[str]:
    words = _WORD.findall(sentence.replace("’", "'"))
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            form = " ".join(words[at : at + length])
            if key(form) in condition_names or form.lower() in condition_names:
                yield form
                at += length - 1
                break
        at += 1


def _take_label(
    found: dict[str, _Gathered],
    record: Mapping[str, Any],
    condition_names: Mapping[str, str],
    patterns: Iterable[tuple[re.Pattern[str], str]],
) -> None:
    known = record.get("openfda") or {}
    for generic in known.get("generic_name") or ():
        gathered = found.setdefault(plain_name(generic), _Gathered())
        gathered.sources["openfda-label"] = None
        for brand in known.get("brand_name") or ():
            if plain_name(brand) != plain_name(generic):
                gathered.brands[brand.lower()] = None
        for product_type in known.get("product_type") or ():
            gathered.classes |= {_TYPES[product_type]} if product_type in _TYPES else set()
        gathered.routes |= set(known.get("route") or ())
        for text in record.get("indications_and_usage") or ():
            gathered.indications |= dict.fromkeys(indications(text, condition_names))
        for text in record.get("boxed_warning") or ():
            gathered.boxed |= {topic: None for pattern, topic in patterns if pattern.search(text)}


def _take_product(found: dict[str, _Gathered], record: Mapping[str, Any]) -> None:
    generic = record.get("generic_name") or ""
    if not generic:
        return
    gathered = found.setdefault(plain_name(generic), _Gathered())
    gathered.sources["openfda-ndc"] = None
    brand = record.get("brand_name") or ""
    if brand and plain_name(brand) != plain_name(generic):
        gathered.brands[brand.lower()] = None
    if record.get("dea_schedule"):
        gathered.classes.add("controlled")
    product_type = record.get("product_type") or ""
    if product_type in _TYPES:
        gathered.classes.add(_TYPES[product_type])
    if product_type == "VACCINE":
        gathered.kind = "vaccine"
    elif record.get("marketing_category") == "BLA" and gathered.kind == "drug":
        gathered.kind = "biologic"
    gathered.routes |= set(record.get("route") or ())
    if any(name.startswith("Opioid Agonist") for name in record.get("pharm_class") or ()):
        gathered.classes.add("opioid")


def _classes(gathered: _Gathered) -> Iterator[str]:
    """The classes of all products together: one that is sold without a prescription makes it `otc`; `infused`
    and `injected` are only what is given in no other way.
    """
    yield from gathered.classes - ({"prescription"} if "otc" in gathered.classes else set())
    if gathered.routes and gathered.routes <= _INTO_THE_BODY:
        yield "infused" if gathered.routes == {"INTRAVENOUS"} else "injected"
