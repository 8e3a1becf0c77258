"""Ten edits of an article about ketamine, each with the risk, supervision and approval findings that it causes.

The article must have the structure of `examples/ketamine-explainer.md`: twenty-six sentences, of which those
in `ROLES` do the named work. `python -m tests.mutations ARTICLE` prints what each edit of an article causes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from healthlint.analysis.sentences import Sentence, sentences
from healthlint.parsing import parse
from healthlint.runner import lint_text

ROLES = {
    "early label": 2,
    "unknown mechanism": 9,
    "addiction": 12,
    "high doses": 13,
    "long use": 14,
    "restriction": 15,
    "monitoring": 17,
    "unknown long-term effects": 18,
    "late label": 19,
    "more research": 21,
    "not without risks": 22,
    "advice": 23,
    "closing question": 25,
}
"""The number of the sentence that does each job, headings not counted."""

SENTENCES = 26
CLINIC_HEADING = "clinic heading"
_CLINIC_HEADING = 4


@dataclass(frozen=True)
class Cut:
    """Leave the sentence out."""

    role: str


@dataclass(frozen=True)
class Rewrite:
    """Replace each pattern, which must occur once, in the sentence."""

    role: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Add:
    """Put a sentence after this one."""

    role: str
    text: str


@dataclass(frozen=True)
class MoveToEnd:
    """Put the sentence at the end of the last paragraph."""

    role: str


Edit = Cut | Rewrite | Add | MoveToEnd


@dataclass(frozen=True)
class Mutation:
    """A named set of edits and the findings that the edited article has, of the families looked at."""

    name: str
    edits: tuple[Edit, ...]
    findings: tuple[str, ...]


_HARMS = ("addiction", "high doses", "long use")
_NO_HARMS = tuple(Cut(role) for role in _HARMS)
_NO_RESTRICTION = (
    Cut("restriction"),
    Rewrite("addiction", ((r" (?:when used )?under medical supervision", ""),)),
    Rewrite("monitoring", ((r", with close [^.]* by medical staff", ""),)),
)
_NO_EARLY_LABEL = (
    Rewrite("early label", ((r"off-label ", ""),)),
    Rewrite(CLINIC_HEADING, ((r" and Off-Label \w+", ""),)),
)

MUTATIONS = (
    Mutation("original", (), ("OFF003",)),
    Mutation("no named harm", _NO_HARMS, ("RSK002", "OFF003")),
    Mutation(
        "no word about risk",
        (
            *_NO_HARMS,
            Cut("more research"),
            Cut("not without risks"),
            Rewrite("advice", ((r" who (?:can|knows) [^.]*", ""),)),
            Cut("closing question"),
        ),
        ("RSK001", "OFF003"),
    ),
    Mutation("no restriction to professionals", _NO_RESTRICTION, ("SUP002", "OFF003")),
    Mutation("no professional at all", (*_NO_RESTRICTION, Cut("advice")), ("SUP001", "OFF003")),
    Mutation(
        "no word about approval",
        (*_NO_EARLY_LABEL, Rewrite("late label", ((r"^Despite [^,]*, ", ""), (r" off-label", "")))),
        ("OFF001",),
    ),
    Mutation("label far from the claim", _NO_EARLY_LABEL, ("OFF002", "OFF003")),
    Mutation(
        "label explained",
        (Add("late label", "The FDA approved it for anesthesia during operations, not for depression."),),
        (),
    ),
    Mutation("harms at the end", tuple(MoveToEnd(role) for role in _HARMS), ("RSK003", "OFF003")),
    Mutation(
        "no uncertainty",
        (
            Cut("unknown mechanism"),
            Cut("more research"),
            Rewrite("unknown long-term effects", ((r"^While ", ""), (r", the long-term effects [^.]*", ""))),
        ),
        ("EVD009", "OFF003"),
    ),
)


def mutated(source: str, path: str, edits: Iterable[Edit]) -> str:
    """The article after the edits. Raises `ValueError` where its structure is not the expected one."""
    document = parse(source, path)
    prose = [sentence for sentence in sentences(document) if sentence.block.kind != "heading"]
    headings = [sentence for sentence in sentences(document) if sentence.block.kind == "heading"]
    if len(prose) != SENTENCES:
        raise ValueError(f"{path} has {len(prose)} sentences, not {SENTENCES}")
    places = {role: prose[number - 1] for role, number in ROLES.items()}
    places[CLINIC_HEADING] = headings[_CLINIC_HEADING]
    changes = [change for edit in edits for change in _changes(edit, places[edit.role], prose)]
    parts, at = [], 0
    for start, end, text in sorted(changes, key=lambda change: change[:2]):
        parts += [source[at:start], text]
        at = end
    return "".join([*parts, source[at:]])


def _changes(edit: Edit, sentence: Sentence, prose: Sequence[Sentence]) -> Iterator[tuple[int, int, str]]:
    """(start, end, replacement) of an edit, offsets in the source."""
    start, end = sentence.span.start, sentence.span.end
    if isinstance(edit, Rewrite):
        yield start, end, _rewritten(sentence.plain, edit.changes)
    elif isinstance(edit, Add):
        yield end, end, f" {edit.text}"
    else:
        yield start, _next_start(sentence, prose), ""
        if isinstance(edit, MoveToEnd):
            yield prose[-1].span.end, prose[-1].span.end, f" {sentence.plain}"


def _next_start(sentence: Sentence, prose: Sequence[Sentence]) -> int:
    """Where the next sentence of the same paragraph begins, or else where this one ends."""
    after = prose[prose.index(sentence) + 1 :]
    if after and after[0].block_index == sentence.block_index:
        return after[0].span.start
    return sentence.span.end


def _rewritten(text: str, changes: Iterable[tuple[str, str]]) -> str:
    for pattern, replacement in changes:
        text, count = re.subn(pattern, replacement, text)
        if count != 1:
            raise ValueError(f"{pattern!r} occurs {count} times in {text!r}")
    return text[0].upper() + text[1:]


def findings(text: str, path: str) -> tuple[str, ...]:
    """The codes of the findings that the mutations are about, in the order of the families."""
    report = lint_text(text, path)
    codes = [diagnostic.rule.code for diagnostic in report.diagnostics]
    wanted = [code for code in codes if code[:3] in {"RSK", "SUP", "OFF"} or code == "EVD009"]
    return tuple(sorted(wanted, key=lambda code: (["RSK", "EVD", "SUP", "OFF"].index(code[:3]), code)))


if __name__ == "__main__":
    article = Path(sys.argv[1])
    original = article.read_text(encoding="utf-8")
    for mutation in MUTATIONS:
        found = findings(mutated(original, article.name, mutation.edits), article.name)
        verdict = "as expected" if found == mutation.findings else f"expected {' '.join(mutation.findings)}"
        print(f"{mutation.name:35}{' '.join(found):30}{verdict}")
