"""How often the findings are right, measured on labelled texts that nobody here wrote.

`python -m tests.accuracy` prints a Markdown table of every measure whose data is present, in the folder that
HEALTHLINT_SHARED names or in `shared` beside the checkout. The texts themselves are never stored here.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from tests.measure import (
    control,
    documents,
    drug_pairs,
    negations,
    publish,
    reading_ease,
    releases,
    sentence_sets,
)
from tests.measure.row import Row
from tests.measure.rule_precision import precision_of
from tests.shared_data import shared_path


@dataclass(frozen=True, slots=True)
class Measure:
    """A function that makes rows, the names of the rows, and the files or folders that it reads."""

    names: tuple[str, ...]
    run: Callable[..., Iterator[Row]]
    parts: tuple[tuple[str, ...], ...]

    @property
    def paths(self) -> list[Path]:
        """Where the files are, or would be."""
        return [shared_path(*part) for part in self.parts]


def _on_set(name: str, run: Callable[..., Iterator[Row]], file: str) -> Measure:
    return Measure((name,), run, (("eval", "sets", file),))


MEASURES = (
    Measure(("efficacy", "safety", "risk", "supervision", "off-label"), documents.rows, (("eval", "dev"),)),
    _on_set("violative", sentence_sets.violative, "violative_claims.jsonl"),
    _on_set("adjudicated", sentence_sets.adjudicated, "efficacy_adjudicated.jsonl"),
    Measure(
        ("control", "control duties"),
        control.rows,
        (("eval", "sets", "control_nih_medquad.jsonl"), ("data", "articles")),
    ),
    _on_set("releases", releases.rows, "hnr_releases_criteria.jsonl"),
    Measure(("pairs",), drug_pairs.rows, (("data", "drugs", "pairs_dev.tsv"),)),
    _on_set("sentence grades", reading_ease.ratings, "readability_medical_sentences.jsonl"),
    _on_set("summary order", reading_ease.summaries, "cochrane_pls.jsonl"),
    _on_set("negation", negations.rows, "negation_negex.jsonl"),
)
NAMES = tuple(name for measure in MEASURES for name in measure.names)


def measured(wanted: Iterable[str] = (), *, sample: int = 0) -> Iterator[Row]:
    """The rows whose data is present, all or those named in `wanted`.

    The control pages are read on a sample of `sample` pages, all of them where it is 0.
    """
    chosen = frozenset(wanted) or frozenset(NAMES)
    for measure in MEASURES:
        if not chosen.intersection(measure.names):
            continue
        if not all(path.exists() for path in measure.paths):
            print(f"left out, no data: {', '.join(measure.names)}", file=sys.stderr)
            continue
        run = partial(control.rows, sample=sample) if measure.run is control.rows else measure.run
        yield from (row for row in run(*measure.paths) if row.name in chosen)


def plain(row: Row, errors: int) -> dict[str, Any]:
    """A row for JSON, with at most `errors` of its errors."""
    targets = {name: str(target) for name, target in row.targets.items()}
    whole = {**asdict(row), "targets": targets, "met": row.met, "errors": list(row.errors[:errors])}
    del whole["judged"]
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write what is asked for. Status 1 where a target is missed, 2 without any data."""
    options = _options(arguments)
    found = list(measured(options.row))
    if not found:
        print("no data; set HEALTHLINT_SHARED to the folder that holds it", file=sys.stderr)
        return 2
    if options.json:
        rules = {code: asdict(one) for code, one in precision_of(found).items()}
        rows = [plain(row, options.errors) for row in found]
        print(json.dumps({"rows": rows, "rules": rules}, ensure_ascii=False, indent=2))
    else:
        print(publish.table(found))
        for row in found:
            for line in row.errors[: options.errors]:
                print(f"{row.name}: {line}")
    if options.write_precision:
        publish.write_precision(precision_of(found))
    if options.write_readme:
        publish.write_readme(found, date.today())
    if options.write_floors is not None:
        publish.write_floors(found, options.write_floors)
    return 0 if all(row.met is not False for row in found) else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--row", action="append", choices=NAMES, default=[], help="measure this row only")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of each row")
    parser.add_argument("--json", action="store_true", help="print JSON, with the precision of each rule")
    parser.add_argument(
        "--write-precision", action="store_true", help="write the precision of each rule into the rule pack"
    )
    parser.add_argument("--write-readme", action="store_true", help="write the table into README.md")
    parser.add_argument(
        "--write-floors",
        type=float,
        metavar="MARGIN",
        help="write what tests/test_accuracy.py asks for: each figure less the margin",
    )
    options = parser.parse_args(arguments)
    if options.row and (options.write_precision or options.write_readme or options.write_floors is not None):
        parser.error("what is written comes from all rows; leave out --row")
    return options


if __name__ == "__main__":
    sys.exit(main())
