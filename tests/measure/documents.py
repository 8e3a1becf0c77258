"""The labelled documents: what an editor wanted flagged against what was found, by family."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.text import Span
from tests.measure.check import check_all, read_rows
from tests.measure.row import Counts, Judged, Row, Target

SET = "eval/dev"
BASELINES = {"efficacy": ".35", "safety": "0", "risk": ".56", "supervision": ".56", "off-label": "0"}
TARGETS = {"efficacy": 0.80, "safety": 0.85, "risk": 0.90, "supervision": 0.90, "off-label": 0.85}

_SAFETY = ("RSK005", "ALT003")
_SENTENCE_END = re.compile(r"\n|[.!?] ")
_UNWANTED: Mapping[str, tuple[tuple[str, ...], Callable[[dict[str, Any]], bool]]] = {
    "risk": (("RSK001", "RSK002"), lambda label: label["risk"] in ("missing", "generic-only")),
    "supervision": (
        ("SUP001", "SUP002", "SUP005"),
        lambda label: label["supervision"] in ("missing", "boilerplate-only"),
    ),
    "off-label": (("OFF001",), lambda label: any(not pair["labelled"] for pair in label["off_label"])),
}
"""The rules about whole documents, and whether a label wants one of them."""


def rows(folder: Path) -> Iterator[Row]:
    """A row for each family, measured on a folder with `labels.jsonl` and `docs/<profile>/<id>.<ending>`."""
    checked = list(_checked(folder))
    yield _by_sentence("efficacy", "sentences with EFF findings", checked, _efficacy, _is_efficacy)
    yield _by_sentence("safety", "sentences with RSK005, ALT003", checked, _safety, _is_safety)
    for name, (codes, wanted) in _UNWANTED.items():
        yield _by_document(name, codes, checked, wanted)


def _checked(folder: Path) -> Iterator[tuple[dict[str, Any], FileReport]]:
    by_profile: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for label in read_rows(folder / "labels.jsonl"):
        by_profile[label["profile"]].append(label)
    for profile, labels in sorted(by_profile.items()):
        texts = [_text(folder / "docs" / profile, label["id"]) for label in labels]
        yield from zip(labels, check_all(texts, profile), strict=True)


def _text(folder: Path, name: str) -> tuple[str, str]:
    [path] = folder.glob(f"{name}.*")
    return path.name, path.read_bytes().decode("utf-8")


def _efficacy(label: dict[str, Any]) -> list[str]:
    return [item["quote"] for item in label["efficacy"]]


def _is_efficacy(code: str) -> bool:
    return code.startswith("EFF")


def _safety(label: dict[str, Any]) -> list[str]:
    return [item["quote"] if isinstance(item, dict) else item for item in label["safety_absolute"]]


def _is_safety(code: str) -> bool:
    return code in _SAFETY


def _by_sentence(
    name: str,
    measure: str,
    checked: Iterable[tuple[dict[str, Any], FileReport]],
    quotes: Callable[[dict[str, Any]], list[str]],
    is_ours: Callable[[str], bool],
) -> Row:
    """Labelled sentences against findings that overlap them; findings on one other sentence count once."""
    tp = fp = fn = 0
    errors: list[str] = []
    judged: list[Judged] = []
    for label, report in checked:
        source = report.source
        wanted = [Span(at, at + len(quote)) for quote in quotes(label) if (at := source.find(quote)) >= 0]
        found = [diagnostic for diagnostic in report.diagnostics if is_ours(diagnostic.rule.code)]
        for span in wanted:
            if any(_overlap(span, diagnostic.finding.span) for diagnostic in found):
                tp += 1
            else:
                fn += 1
                errors.append(f"missed in {label['id']}: {source[span.start : span.end][:200]!r}")
        judged += [
            Judged(one.rule.code, any(_overlap(span, one.finding.span) for span in wanted)) for one in found
        ]
        for alarm in _false_alarms(source, found, wanted):
            fp += 1
            span = alarm.finding.span
            near = source[max(0, span.start - 60) : span.end + 60]
            errors.append(f"false alarm {alarm.rule.code} in {label['id']}: {near!r}")
    counts = Counts(tp, fp, fn)
    return _row(name, measure, counts, errors, judged)


def _false_alarms(source: str, found: Iterable[Diagnostic], wanted: list[Span]) -> Iterator[Diagnostic]:
    """The first finding on each sentence that no label names."""
    end = -1
    for diagnostic in sorted(found, key=lambda one: (one.finding.span.start, one.finding.span.end)):
        span = diagnostic.finding.span
        if any(_overlap(span, other) for other in wanted):
            continue
        if end < 0 or _SENTENCE_END.search(source, end, max(end, span.start)):
            yield diagnostic
            end = span.end
        else:
            end = max(end, span.end)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _by_document(
    name: str,
    codes: tuple[str, ...],
    checked: Iterable[tuple[dict[str, Any], FileReport]],
    is_wanted: Callable[[dict[str, Any]], bool],
) -> Row:
    decisions: list[tuple[bool, bool]] = []
    errors: list[str] = []
    judged: list[Judged] = []
    for label, report in checked:
        wanted = is_wanted(label)
        found = [one.rule.code for one in report.diagnostics if one.rule.code in codes]
        decisions.append((wanted, bool(found)))
        judged += [Judged(code, wanted) for code in sorted(set(found))]
        if wanted != bool(found):
            what = "missed" if wanted else f"false alarm {', '.join(found)}"
            errors.append(f"{what} in {label['id']} ({label['profile']})")
    return _row(name, f"documents with {', '.join(codes)}", Counts.of(decisions), errors, judged)


def _row(name: str, measure: str, counts: Counts, errors: list[str], judged: list[Judged]) -> Row:
    return Row(
        name=name,
        set=SET,
        measure=measure,
        figures=counts.scores,
        targets={"F1": Target(TARGETS[name])},
        counts=str(counts),
        baseline=f"F1 {BASELINES[name]}",
        errors=errors,
        judged=judged,
    )
