"""The baseline: findings that a repository had when it took healthlint up, so that only new ones are shown.

An entry names a finding by what it says: its page, its rule, its sentence and the headings above it, with a
count. It has no line numbers, and white space, case and typographic signs do not count. So a finding stays
baselined when its text is moved or wrapped anew, and comes back when its sentence is edited.

- The same sentence under other headings of the page is the same finding; the entry with the same headings is
  used first, so that a copy is reported and the original is not.
- A finding about more than a sentence (a section, a document) hangs on the sentence where it is reported. When
  it is reported elsewhere because of a change elsewhere, it is still the same finding as long as that sentence
  stands in the page and its message is the same but for numbers.
- The entries of a page that is gone are kept for pages that the baseline does not know: a page that was renamed
  or split. Two copies of such a page both stay baselined.
- Findings about suppressions are never baselined.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from healthlint.diagnostic import Diagnostic
from healthlint.directives.review import FAMILY

FILE_NAME = ".healthlint-baseline.json"
SCHEMA_VERSION = 1

Entries = Mapping[str, Mapping[str, int]]
"""How often each finding of a page may occur: rule code -> key -> count."""

_SAME_SIGN = str.maketrans(
    {**dict.fromkeys("‘’‚‛ʼ`´", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_KEY = re.compile(r"[0-9a-f]{16}\.[0-9a-f]{8}(?:\.[0-9a-f]{8})?")


class BaselineError(Exception):
    """A baseline that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of each page, by its path from the folder of the baseline, with forward slashes."""

    files: Mapping[str, Entries] = field(default_factory=dict)

    def entries(self, path: str, gone: Iterable[str] = ()) -> Entries:
        """The entries for a page: its own, or those of the pages `gone` when it has none."""
        if path in self.files:
            return self.files[path]
        return _merged(self.files[name] for name in gone if name in self.files)


@dataclass(frozen=True, slots=True)
class Split:
    """Findings that are new and findings that the baseline holds, each in the order of the input."""

    new: tuple[Diagnostic, ...]
    baselined: tuple[Diagnostic, ...]


def split(entries: Entries, diagnostics: Sequence[Diagnostic], sentences: Callable[[], Iterable[str]]) -> Split:
    """Part findings by a page's entries. `sentences` gives the page's sentences, only if needed."""
    left = {code: Counter(keys) for code, keys in entries.items()}
    known: set[int] = set()
    for matching in (_exactly, _in_another_place, _anchored_elsewhere(sentences)):
        for number, diagnostic in enumerate(diagnostics):
            budget = left.get(diagnostic.rule.code)
            if number in known or not budget or diagnostic.rule.code.startswith(FAMILY):
                continue
            found = next((key for key, count in budget.items() if count and matching(key, diagnostic)), None)
            if found is not None:
                budget[found] -= 1
                known.add(number)
    return Split(
        tuple(d for number, d in enumerate(diagnostics) if number not in known),
        tuple(d for number, d in enumerate(diagnostics) if number in known),
    )


def entries_of(diagnostics: Iterable[Diagnostic]) -> Entries:
    """The entries that hold exactly these findings."""
    found: dict[str, Counter[str]] = {}
    for diagnostic in diagnostics:
        if not diagnostic.rule.code.startswith(FAMILY):
            found.setdefault(diagnostic.rule.code, Counter())[key_of(diagnostic)] += 1
    return found


def key_of(diagnostic: Diagnostic) -> str:
    """The key of a finding: hashes of its sentence, of its headings and, beyond a sentence, of its message."""
    parts = [_sentence_hash(diagnostic.sentence), _hash("\0".join(map(_normal, diagnostic.section)), 8)]
    if diagnostic.rule.scope != "sentence":
        parts.append(_message_hash(diagnostic))
    return ".".join(parts)


def _exactly(key: str, diagnostic: Diagnostic) -> bool:
    return key == key_of(diagnostic)


def _in_another_place(key: str, diagnostic: Diagnostic) -> bool:
    return key[:16] == _sentence_hash(diagnostic.sentence)


def _anchored_elsewhere(sentences: Callable[[], Iterable[str]]) -> Callable[[str, Diagnostic], bool]:
    standing: set[str] = set()

    def matching(key: str, diagnostic: Diagnostic) -> bool:
        if diagnostic.rule.scope == "sentence" or key[26:] != _message_hash(diagnostic):
            return False
        if not standing:
            standing.update(_sentence_hash(sentence) for sentence in sentences())
        return key[:16] in standing

    return matching


def _normal(text: str) -> str:
    """Text without what may change while its meaning stays: white space, case, kinds of quotes and hyphens."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME_SIGN).casefold().split())


def _hash(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:digits]


def _sentence_hash(sentence: str) -> str:
    return _hash(_normal(sentence), 16)


def _message_hash(diagnostic: Diagnostic) -> str:
    return _hash(_NUMBER.sub("#", _normal(diagnostic.finding.message)), 8)


def _merged(entries: Iterable[Entries]) -> Entries:
    total: dict[str, Counter[str]] = {}
    for page in entries:
        for code, keys in page.items():
            total.setdefault(code, Counter()).update(keys)
    return total


def loads(text: str) -> Baseline:
    """The baseline in a file's text. Raises `BaselineError` when it is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(
            f"it is not JSON ({error}). Restore it, or write it anew with --write-baseline."
        ) from error
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version != SCHEMA_VERSION:
        raise BaselineError(
            f"its schema_version is {version!r}, and this healthlint reads {SCHEMA_VERSION}. "
            f"Write it anew with --write-baseline."
        )
    files = data.get("files")
    if not isinstance(files, dict) or not all(_is_entries(entries) for entries in files.values()):
        raise BaselineError(
            "its 'files' are not as healthlint writes them. Write it anew with --write-baseline."
        )
    return Baseline(files)


def _is_entries(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(keys, dict)
        and all(_KEY.fullmatch(key) and type(count) is int and count > 0 for key, count in keys.items())
        for keys in value.values()
    )


def dumps(baseline: Baseline) -> str:
    """The text of the file: sorted, one entry a line, so that changes to it are easy to review and merge."""
    files = {path: entries for path, entries in baseline.files.items() if any(entries.values())}
    return json.dumps({"schema_version": SCHEMA_VERSION, "files": files}, indent=1, sort_keys=True) + "\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a run: its path in the baseline, the rules that ran on it and its findings."""

    path: str
    ran: frozenset[str]
    result: Split


@dataclass(frozen=True, slots=True)
class Stale:
    """Entries that nothing matches any more: how many findings of a rule are gone from a page."""

    path: str
    rule: str
    count: int


def rewritten(baseline: Baseline, pages: Iterable[Page], gone: Iterable[str], *, with_new: bool) -> Baseline:
    """The baseline after a run: what still occurs on each page, and new findings too if `with_new`.

    Pages and rules that were not part of the run keep their entries. Entries of the pages `gone` stay only
    under the names of the pages that they were found on.
    """
    left_out = frozenset(gone)
    files = {path: entries for path, entries in baseline.files.items() if path not in left_out}
    for page in pages:
        kept = {code: keys for code, keys in files.get(page.path, {}).items() if code not in page.ran}
        found = (*page.result.baselined, *page.result.new) if with_new else page.result.baselined
        files[page.path] = {**kept, **entries_of(found)}
    return Baseline(files)


def stale(baseline: Baseline, pages: Iterable[Page]) -> tuple[Stale, ...]:
    """The entries of the pages of a run that are more than their findings, for rules that ran."""
    found: list[Stale] = []
    for page in pages:
        matched = Counter(diagnostic.rule.code for diagnostic in page.result.baselined)
        for code, keys in sorted(baseline.files.get(page.path, {}).items()):
            surplus = sum(keys.values()) - matched[code]
            if code in page.ran and surplus > 0:
                found.append(Stale(page.path, code, surplus))
    return tuple(found)
