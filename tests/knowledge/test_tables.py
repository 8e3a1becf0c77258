"""The shipped tables fit together, and say where they come from."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest

from healthlint import knowledge
from healthlint.knowledge.model import CLASSES, KINDS, SYSTEMS
from healthlint.knowledge.tables import TABLES, header_and_rows, read, row, rows, under


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_have_all_columns(name: str) -> None:
    head, body = header_and_rows(read(name))
    columns = head["columns"].split()
    split = [tuple(line.split("\t")) for line in body]
    assert all(len(fields) == len(columns) for fields in split)
    assert all(before <= after for before, after in pairwise(split))


def test_every_table_states_its_source_date_and_licence() -> None:
    found = knowledge.tables()
    assert [table.name for table in found] == list(TABLES)
    assert all(table.rows and table.as_of and table.sources and table.licence for table in found)
    assert all(len(table.sha256) == 64 for table in found)


def test_licence_and_notice_are_beside_the_tables() -> None:
    folder = files("healthlint.knowledge").joinpath("data")
    assert "CC BY 4.0" in folder.joinpath("NOTICE.md").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 4.0" in folder.joinpath("LICENSE").read_text(encoding="utf-8")


def test_names_lead_to_records() -> None:
    interventions = {line.partition("\t")[0] for line in rows("interventions")}
    conditions = {line.partition("\t")[0] for line in rows("conditions")}
    assert set(knowledge.intervention_names().values()) <= interventions
    assert set(knowledge.condition_names().values()) <= conditions


def test_records_use_the_closed_vocabularies() -> None:
    for line in rows("interventions"):
        item = knowledge.intervention(line.partition("\t")[0])
        assert item.kind in KINDS
        assert item.classes <= set(CLASSES)
        assert not item.ingredient or knowledge.intervention(item.ingredient)
    for line in rows("conditions"):
        condition = knowledge.condition(line.partition("\t")[0])
        assert condition.system in SYSTEMS
        assert all(knowledge.condition(other) for other in (*condition.parents, *condition.same))


def test_uses_and_established_pairs_name_known_things() -> None:
    sources = {line.partition("\t")[0] for line in rows("sources")}
    for name, source_column in (("uses", 4), ("established", 2)):
        for line in rows(name):
            fields = line.split("\t")
            assert knowledge.intervention(fields[0])
            assert knowledge.condition(fields[1])
            assert fields[source_column] in sources


def test_enough_is_reviewed() -> None:
    reviewed = [line.split("\t") for line in rows("uses") if line.endswith("\treviewed")]
    assert sum(fields[2] == "off-label" for fields in reviewed) >= 250
    assert sum(fields[2] == "approved" for fields in reviewed) >= 1_000
    assert len(rows("established")) >= 200


def test_rows_are_found_without_splitting_the_table() -> None:
    assert row("sources", "label").startswith("label\t")
    assert row("sources", "labels").startswith("labels\t")
    assert under("uses", "ketamin") == []
    assert {line.partition("\t")[0] for line in under("uses", "ketamine")} == {"ketamine"}
    assert len(under("uses", "ketamine")) == sum(line.startswith("ketamine\t") for line in rows("uses"))
    with pytest.raises(KeyError):
        row("sources", "nobody")
