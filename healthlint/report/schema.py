"""The JSON Schema of the JSON report. `python -m healthlint.report.schema` writes the published file anew."""

from __future__ import annotations

import json
from pathlib import Path

from healthlint.config.jsonschema import DRAFT, Schema, typed_dict_schema
from healthlint.report.json_model import JsonReport

PUBLISHED = Path(__file__).with_name("schema.json")


def report_schema() -> Schema:
    """The schema, generated from the types in `json_model`."""
    return {"$schema": DRAFT, "title": "healthlint report", **typed_dict_schema(JsonReport)}


def written() -> str:
    """The text of the published file."""
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PUBLISHED.write_text(written(), encoding="utf-8", newline="\n")
