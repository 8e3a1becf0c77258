"""`healthlint drug` as it is installed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.commands import complaints, run


def test_a_drug_shows_its_uses_source_and_date(tmp_path: Path) -> None:
    done = run("drug", "ketamine", cwd=tmp_path)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "Approved for: general anesthesia" in text
    assert "Off-label: " in text
    assert "as of 2" in text


def test_a_brand_is_named_with_its_ingredient(tmp_path: Path) -> None:
    text = run("drug", "ozempic", "--for", "weight loss", cwd=tmp_path).stdout.decode()
    assert "off-label" in text
    assert "Wegovy" in text
    assert "a brand of semaglutide" in run("drug", "OZEMPIC", cwd=tmp_path).stdout.decode()


def test_names_of_several_words_need_no_quotes(tmp_path: Path) -> None:
    assert run("drug", "low-dose", "naltrexone", cwd=tmp_path).returncode == 0


def test_supplements_are_not_called_off_label(tmp_path: Path) -> None:
    text = run("drug", "melatonin", "--for", "insomnia", cwd=tmp_path).stdout.decode()
    assert "not approved to treat" in text
    assert "off-label" not in text


def test_a_pair_as_json(tmp_path: Path) -> None:
    done = run("drug", "gabapentin", "--for", "hot flushes", "--output-format", "json", cwd=tmp_path)
    facts = json.loads(done.stdout)
    assert facts["use"]["status"] == "off-label"
    assert facts["use"]["reviewed"] is True
    assert facts["condition"] == "hot flashes"


def test_a_drug_as_json(tmp_path: Path) -> None:
    facts = json.loads(run("drug", "esketamine", "--output-format", "json", cwd=tmp_path).stdout)
    assert "rems" in facts["classes"]
    assert facts["boxed_warning"]
    assert {"treatment-resistant depression"} <= {use["condition"] for use in facts["uses"]}


def test_unknown_names_end_with_2_and_a_hint(tmp_path: Path) -> None:
    drug = run("drug", "gabapentine", cwd=tmp_path)
    condition = run("drug", "gabapentin", "--for", "migrane", cwd=tmp_path)
    assert (drug.returncode, condition.returncode) == (2, 2)
    assert "Did you mean 'gabapentin'?" in complaints(drug)[0]
    assert "Did you mean 'migraine'?" in complaints(condition)[0]
