"""Building the tables from small files in the shape of their sources."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from healthlint.knowledge.build.__main__ import command
from healthlint.knowledge.build.curated import CurationError, load
from healthlint.knowledge.build.openfda import indications, plain_name, read_openfda, results
from healthlint.knowledge.tables import TABLES, header_and_rows

CURATED = {
    "interventions.tsv": [
        "name\tkind\tclasses\tbrands\tboxed\tnames",
        "examplamine\tdrug\tprescription\tExampla; Examplor\tbleeding\t",
        "calm root\tsupplement\t\t\t\tcalming root",
    ],
    "conditions.tsv": [
        "name\tkind\tsystem\tcurable\tparents\tsame\tnames",
        "headache\tsymptom\tpain\t\t\t\thead pain",
        "migraine\tdisease\tneurological\t\theadache\t\t",
        "high blood pressure\tdisease\tcardiovascular\t\t\t\thypertension",
        "asthma\tdisease\trespiratory\t\t\t\t",
    ],
    "uses.tsv": [
        "intervention\tstatus\tconditions\tlimits\tsource",
        "Examplor\tapproved\tmigraine\tin adults\tlabel",
        "examplamine\toff-label\tasthma\t\tlabel",
    ],
    "established.tsv": ["interventions\tconditions\tsource", "examplamine\theadache\tlabel"],
    "sources.tsv": [
        "key\tauthority\turl\tas_of",
        "label\tA label\thttps://example.org/{name}\t2025-01-31",
        "labels\tLabels read by program\thttps://example.org/{name}\t2025-01-31",
    ],
    "stop_names.txt": ["# common words", "mild"],
    "boxed_topics.tsv": ["pattern\ttopic", "suicid\tsuicidal thoughts", "\\bstroke\\b\tstroke"],
}
LABEL = {
    "openfda": {
        "generic_name": ["EXAMPLAMINE HYDROCHLORIDE"],
        "brand_name": ["Exampla"],
        "product_type": ["HUMAN PRESCRIPTION DRUG"],
        "route": ["ORAL"],
    },
    "indications_and_usage": [
        "1 INDICATIONS AND USAGE Exampla is indicated for hypertension, to lower blood pressure. "
        "Limitations of use: Exampla is not indicated for asthma."
    ],
    "boxed_warning": ["WARNING: SUICIDALITY. Watch for suicidal thoughts."],
    "effective_time": "20240101",
}
NEW_LABEL = {
    "openfda": {
        "generic_name": ["novelizumab"],
        "brand_name": ["NOVELIX"],
        "product_type": ["HUMAN PRESCRIPTION DRUG"],
        "route": ["SUBCUTANEOUS"],
    },
    "indications_and_usage": ["NOVELIX is a blocker indicated for the maintenance treatment of asthma."],
    "effective_time": "20250301",
}
PRODUCTS = [
    {
        "product_ndc": "0000-0001",
        "generic_name": "Novelizumab",
        "brand_name": "Novelix",
        "route": ["SUBCUTANEOUS"],
        "product_type": "HUMAN PRESCRIPTION DRUG",
        "marketing_category": "BLA",
    },
    {
        "product_ndc": "0000-0002",
        "generic_name": "Examplamine Hydrochloride",
        "brand_name": "Mild",
        "dea_schedule": "CIV",
        "route": ["ORAL"],
        "product_type": "HUMAN PRESCRIPTION DRUG",
    },
]


@pytest.fixture
def curated(tmp_path: Path) -> Path:
    folder = tmp_path / "curated"
    folder.mkdir()
    for name, lines in CURATED.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def openfda(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text(json.dumps({"meta": {"last_updated": "2025-03-01"}, "results": records}), encoding="utf-8")
    return path


def build(curated: Path, out: Path, *more: str) -> dict[str, list[str]]:
    arguments = ["--curated", str(curated), "--out", str(out), "--as-of", "2025-03-31", *more]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0, done.output
    return {name: header_and_rows((out / f"{name}.tsv").read_text("utf-8"))[1] for name in TABLES}


def test_openfda_files_give_drugs_classes_and_indications(curated: Path, tmp_path: Path) -> None:
    labels = openfda(tmp_path / "label.json", [LABEL, NEW_LABEL])
    ndc = openfda(tmp_path / "ndc.json", PRODUCTS)
    tables = build(curated, tmp_path / "out", "--label", str(labels), "--ndc", str(ndc))
    assert "novelix\tnovelix" in tables["intervention_names"]
    assert "novelizumab\tnovelizumab\tbiologic\tinjected|prescription\t\t\tlabel" in tables["interventions"]
    assert "novelix\tNovelix\tbiologic\tinjected|prescription\tnovelizumab\t\t" in tables["interventions"]
    assert "novelizumab\tasthma\tapproved\t\tlabels\t" in tables["uses"]
    assert "examplamine\thigh-blood-pressure\tapproved\t\tlabels\t" in tables["uses"]


def test_reviewed_rows_win_over_labels(curated: Path, tmp_path: Path) -> None:
    label = {**LABEL, "indications_and_usage": ["Exampla is indicated for asthma and for migraine."]}
    labels = openfda(tmp_path / "label.json", [label])
    uses = build(curated, tmp_path / "out", "--label", str(labels))["uses"]
    assert "examplamine\tasthma\toff-label\t\tlabel\treviewed" in uses
    assert not any(row.startswith("examplamine\tasthma\tapproved") for row in uses)


def test_common_words_become_no_brand(curated: Path, tmp_path: Path) -> None:
    ndc = openfda(tmp_path / "ndc.json", PRODUCTS)
    names = build(curated, tmp_path / "out", "--ndc", str(ndc))["intervention_names"]
    assert not any(row.startswith("mild\t") for row in names)


def test_a_build_is_the_same_every_time(curated: Path, tmp_path: Path) -> None:
    labels = openfda(tmp_path / "label.json", [LABEL, NEW_LABEL])
    reverse = openfda(tmp_path / "reverse.json", [NEW_LABEL, LABEL])
    for out, file in (("one", labels), ("two", labels), ("three", reverse)):
        build(curated, tmp_path / out, "--label", str(file))
    for name in TABLES:
        first, *others = [(tmp_path / out / f"{name}.tsv").read_bytes() for out in ("one", "two", "three")]
        assert all(other == first for other in others)


def test_a_zip_is_read_as_it_is_downloaded(tmp_path: Path) -> None:
    path = tmp_path / "drug-label-0001-of-0001.json.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("drug-label-0001-of-0001.json", json.dumps({"results": [LABEL]}))
    assert list(results(path)) == [LABEL]


def test_a_file_without_results_is_refused_in_one_line(curated: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"error": {"code": "NOT_FOUND"}}', encoding="utf-8")
    done = CliRunner().invoke(
        command,
        ["--curated", str(curated), "--out", str(tmp_path / "out"), "--as-of", "x", "--label", str(path)],
    )
    assert done.exit_code == 1
    assert "no list of results" in done.output
    assert "Traceback" not in done.output


def test_boxed_warnings_become_plain_words(tmp_path: Path) -> None:
    labels = openfda(tmp_path / "label.json", [LABEL])
    (drug,) = read_openfda(
        [labels], [], {"hypertension": "h"}, [("suicid", "suicidal thoughts"), ("stroke", "stroke")]
    )
    assert drug.boxed == ("suicidal thoughts",)
    assert drug.name == "examplamine"
    assert drug.brands == ("exampla",)


def test_a_drug_that_is_also_given_by_mouth_is_no_infusion(tmp_path: Path) -> None:
    routes: list[dict[str, Any]] = [
        {"generic_name": "Bothazole", "route": [route]} for route in ("ORAL", "INTRAVENOUS")
    ]
    (both,) = read_openfda([], [openfda(tmp_path / "a.json", routes)], {}, [])
    (vein,) = read_openfda([], [openfda(tmp_path / "b.json", routes[1:])], {}, [])
    assert "infused" not in both.classes
    assert "infused" in vein.classes


def test_denied_uses_are_no_indications() -> None:
    names = {"migraine": "m", "asthma": "a", "COPD": "c"}
    text = "Indicated for migraine. It is not indicated for asthma. Limitations of use: COPD."
    assert list(indications(text, names)) == ["migraine"]


@pytest.mark.parametrize(
    ("generic", "plain"),
    [
        ("METFORMIN HYDROCHLORIDE", "metformin"),
        ("Sitagliptin and Metformin Hydrochloride", "sitagliptin and metformin"),
        ("Lithium Citrate", "lithium"),
        ("Sodium Chloride", "chloride"),
        ("", ""),
    ],
)
def test_plain_names(generic: str, plain: str) -> None:
    assert plain_name(generic) == plain


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("uses.tsv", "examplamine\tapproved\tgout\t\tlabel", "unknown condition gout"),
        ("uses.tsv", "nobody\tapproved\tasthma\t\tlabel", "unknown name"),
        ("uses.tsv", "examplamine\tperhaps\tasthma\t\tlabel", "unknown name, status or source"),
        ("established.tsv", "examplamine\tasthma\thearsay", "unknown source"),
        ("interventions.tsv", "x\tdrug\tmagic\t\t\t", "unknown class"),
        ("conditions.tsv", "x\tdisease\tsoul\t\t\t\t", "unknown system"),
        ("conditions.tsv", "x\tdisease\tpain\t\tnothing\t\t", "unknown parents"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(curated: Path, file: str, line: str, problem: str) -> None:
    with (curated / file).open("a", encoding="utf-8") as table:
        table.write(line + "\n")
    with pytest.raises(CurationError, match=problem):
        load(curated)


def test_the_shipped_hand_kept_tables_load() -> None:
    kept = load(Path(__file__).parents[2] / "healthlint" / "knowledge" / "curated")
    assert kept.interventions
    assert kept.established
