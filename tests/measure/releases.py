"""News releases that experts reviewed: whether a release without word of harms is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.measure.check import check_all, codes_of, read_rows
from tests.measure.row import Counts, Judged, Row, Target

_RULES = frozenset(("RSK001", "RSK002"))
_NOT_SATISFACTORY = 0


def rows(path: Path) -> Iterator[Row]:
    """RSK001 and RSK002 against the experts' "not satisfactory" on harms; releases without verdict left out."""
    reviewed = [row for row in read_rows(path) if row["label"].get("harms") is not None]
    reports = check_all((("release.md", row["text"]) for row in reviewed), "news")
    decisions: list[tuple[bool, bool]] = []
    errors: list[str] = []
    judged: list[Judged] = []
    for row, report in zip(reviewed, reports, strict=True):
        wanted = row["label"]["harms"] == _NOT_SATISFACTORY
        found = sorted(codes_of(report) & _RULES)
        decisions.append((wanted, bool(found)))
        judged += [Judged(code, wanted) for code in found]
        if wanted != bool(found):
            reason = (row["meta"].get("explanations") or {}).get("harms") or ""
            what = "missed" if wanted else f"false alarm {', '.join(found)}"
            errors.append(f"{what} in {row['id']}: {' '.join(str(reason).split())[:300]}")
    counts = Counts.of(decisions)
    yield Row(
        name="releases",
        set="hnr_releases_criteria",
        measure="no harms told, by RSK001, RSK002 (news)",
        figures={
            "weighted F1": counts.weighted_f1,
            "balanced accuracy": counts.balanced_accuracy,
            "precision": counts.precision,
            "recall": counts.recall,
        },
        targets={"weighted F1": Target(0.80), "balanced accuracy": Target(0.72)},
        counts=str(counts),
        baseline="P .95, R .35; published weighted F1 .77",
        errors=errors,
        judged=judged,
    )
