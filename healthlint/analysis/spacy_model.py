"""The syntax of sentences: the only module that imports spaCy.

spaCy costs more than everything else together, so it is imported when the first sentence needs it, only its
parser is loaded, and what a parser does not need is left out. Every saving leaves the parses as they are;
tests compare them with those of a plain `spacy.load`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType, SimpleNamespace
from typing import Any

from healthlint.analysis.weights import Model, ModelError, find, standard_tokenizer
from healthlint.document import Parse, Word

LONGEST = 10_000
"""Characters of one text that are parsed; a sentence is never so long, but a file without line ends can be."""

_UNUSED = ("tagger", "attribute_ruler", "lemmatizer", "ner", "senter", "strings")
_TOKENIZER = "healthlint.tokenizer_without_cases"
_MANY = 20_000
_SPACY_SERIES = "3.8."
_BATCH = 128
_BATCH_LENGTH = 6_000
_HASH = (1 << 64) - 1
_CHECK = (
    "In the trial, 12.5 mg a day didn't help the patients who'd had severe pain for years, its authors say.",
    "Doctors who prescribe it off-label should tell people what isn't known; few of them do.",
)


def model_name() -> str | None:
    """The import name of the model that will be used, or None when no model is installed."""
    try:
        return find().name
    except ModelError:
        return None


def parse(texts: Iterable[str], model: str = "") -> Iterator[Parse]:
    """The words of each text with their dependencies, in the order of the texts.

    `model` is an import name or a folder, "" for the best installed model. Of a text longer than `LONGEST`
    characters only the beginning is parsed. Raises ModelError when the model is missing or does not load.
    """
    readable = [_readable(text) for text in texts]
    parser = _parser(model)
    parser.admit(readable)
    for batch in _batches(readable):
        for parsed in parser.pipeline.pipe(batch, batch_size=len(batch)):
            yield _words(parsed, parser.pipeline.vocab.strings)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in groups of a size that is quick to parse and fits in memory."""
    batch: list[str] = []
    length = 0
    for text in texts:
        if batch and (len(batch) == _BATCH or length + len(text) > _BATCH_LENGTH):
            yield batch
            batch, length = [], 0
        batch.append(text)
        length += len(text)
    if batch:
        yield batch


def _readable(text: str) -> str:
    """What spaCy can read of `text`, at the same offsets: lone surrogates have no UTF-8 form."""
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")


def _words(parsed: Any, strings: Any) -> Parse:
    from spacy.attrs import DEP, HEAD, IDX, LENGTH

    rows = parsed.to_array([IDX, LENGTH, DEP, HEAD]).astype("int64").tolist()
    names = {dep: sys.intern(strings[dep & _HASH]) if dep else "" for _, _, dep, _ in rows}
    return tuple(
        Word(start, start + length, names[dep], at + head) for at, (start, length, dep, head) in enumerate(rows)
    )


@dataclass(frozen=True, slots=True)
class _Parser:
    """A loaded pipeline, and the special cases that its tokenizer has not been given yet, by their text.

    Half the time of building spaCy's English tokenizer goes into 1,300 contractions, abbreviations and
    emoticons, of which a few sentences hold none or two.
    """

    pipeline: Any
    waiting: dict[str, Any]

    def admit(self, texts: Sequence[str]) -> None:
        """Give the tokenizer every special case that `texts` can contain, spaces aside."""
        text = "".join("".join(texts).split())
        every = len(text) > _MANY
        for case in [case for case in self.waiting if every or "".join(case.split()) in text]:
            self.pipeline.tokenizer.add_special_case(case, self.waiting.pop(case))


@lru_cache(maxsize=2)
def _parser(name: str) -> _Parser:
    model = find(name)
    with _no_collection():
        single = _import_numpy()
        spacy = _import_spacy()
        try:
            return _load(spacy, model, single)
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(
                f"the spaCy model '{model.name}' {model.version} does not load: {error}"
            ) from error


def _load(spacy: Any, model: Model, single: bool) -> _Parser:
    """The parser on the fastest operations that give the same parses as spaCy's choice."""
    if standard_tokenizer(model):
        spacy.registry.tokenizers(_TOKENIZER, func=_tokenizer_without_cases)
        pipeline = spacy.util.load_model_from_path(
            model.folder,
            exclude=[*_UNUSED, "tokenizer"],
            config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}},
        )
        parser = _Parser(pipeline, dict(pipeline.Defaults.tokenizer_exceptions))
    else:
        parser = _Parser(spacy.util.load_model_from_path(model.folder, exclude=_UNUSED), {})
    if single:
        _quicken(parser)
    return parser


def _tokenizer_without_cases() -> Callable[[Any], Any]:
    """spaCy's own English tokenizer, its special cases aside; registered with spaCy under `_TOKENIZER`."""
    import spacy

    build = spacy.registry.tokenizers.get("spacy.Tokenizer.v1")()

    def bare(pipeline: Any) -> Any:
        defaults = type("Defaults", (pipeline.Defaults,), {"tokenizer_exceptions": {}})
        return build(SimpleNamespace(vocab=pipeline.vocab, Defaults=defaults))

    return bare


def _quicken(parser: _Parser) -> None:
    """Use the faster operations if they parse the check sentences as the usual ones do."""
    fast = _fast_ops()
    if fast is None:
        return
    usual = parser.pipeline.get_pipe("parser").model.ops
    expected = _trees(parser)
    _use(parser.pipeline, fast)
    if _trees(parser) != expected:
        _use(parser.pipeline, usual)


def _fast_ops() -> Any:
    """Thinc's operations on numpy's own OpenBLAS, or None where thinc chose something else than BLIS.

    They are about 1.7 times as fast as BLIS on the short sentences that are parsed here.
    """
    import numpy
    from thinc.api import NumpyOps, get_current_ops

    blas = numpy.show_config(mode="dicts").get("Build Dependencies", {}).get("blas", {})
    if type(get_current_ops()) is not NumpyOps or "openblas" not in str(blas.get("name", "")):
        return None
    return NumpyOps(use_blis=False)


def _use(pipeline: Any, ops: Any) -> None:
    for _, pipe in pipeline.pipeline:
        for layer in pipe.model.walk():
            layer.ops = ops


def _trees(parser: _Parser) -> list[Parse]:
    parser.admit(_CHECK)
    return [_words(parsed, parser.pipeline.vocab.strings) for parsed in parser.pipeline.pipe(_CHECK)]


def _import_numpy() -> bool:
    """Import numpy with one thread; whether that could still be done.

    Threads gain nothing on matrices of this size, and a process that has none can be forked.
    """
    name = "OPENBLAS_NUM_THREADS"
    if os.environ.get(name) == "1" or "numpy" in sys.modules:
        import numpy

        return os.environ.get(name) == "1"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        import numpy  # noqa: F401
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
    return True


def _import_spacy() -> Any:
    """Import spaCy without its command line, which costs a third of the import and loads an HTTP client."""
    from importlib.metadata import version

    if "spacy" not in sys.modules and version("spacy").startswith(_SPACY_SERIES):
        known = set(sys.modules)
        try:
            with _without_command_line():
                import spacy
            return spacy
        except (ImportError, AttributeError):  # a release that needs its command line
            for name in {name for name in sys.modules if name.partition(".")[0] == "spacy"} - known:
                del sys.modules[name]
    import spacy

    return spacy


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Empty modules in the place of `spacy.cli` while spaCy is imported; the real ones stay importable."""
    package, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    info.info = _spacy_info  # type: ignore[attr-defined]
    sys.modules.update({package.__name__: package, info.__name__: info})
    try:
        yield
    finally:
        for stub in (package, info):
            if sys.modules.get(stub.__name__) is stub:
                del sys.modules[stub.__name__]
        if (spacy := sys.modules.get("spacy")) and getattr(spacy, "cli", None) is package:
            del spacy.cli


def _spacy_info(*args: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*args, **options)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection while thousands of lasting objects are made, and none of them looked at again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
