"""The articles under `examples/` give exactly the findings in the `.expected.txt` file beside each.

After a change that is meant, rewrite those files and read the difference:

    HEALTHLINT_UPDATE_EXAMPLES=1 pytest tests/test_examples.py

The leaflet must stay without findings whatever its file says.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from healthlint.profile import PROFILES

EXAMPLES = Path(__file__).parents[1] / "examples"
ARTICLES = sorted(
    path.name
    for path in EXAMPLES.iterdir()
    if path.suffix in {".md", ".html", ".txt"}
    and path.name != "README.md"
    and not path.name.endswith(".expected.txt")
)
CLEAN = "amlodipine-leaflet.md"
UPDATE = os.environ.get("HEALTHLINT_UPDATE_EXAMPLES") == "1"


@pytest.fixture(scope="module")
def checked() -> dict[str, dict[str, Any]]:
    """What the command reports about the folder, by file name."""
    command = [sys.executable, "-m", "healthlint", "check", ".", "--output-format", "json", "--exit-zero"]
    run = subprocess.run(command, cwd=EXAMPLES, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return {Path(file["filename"]).name: file for file in json.loads(run.stdout)["files"]}


def lines_of(file: dict[str, Any]) -> list[str]:
    """The findings of one file as lines `row:column CODE severity`."""
    return [
        f"{found['location']['row']}:{found['location']['column']} {found['code']} {found['severity']}"
        for found in file["findings"]
    ]


def test_the_folder_is_checked_and_nothing_else(checked: dict[str, dict[str, Any]]) -> None:
    assert sorted(checked) == ARTICLES
    assert {file["status"] for file in checked.values()} == {"checked"}


@pytest.mark.parametrize("name", ARTICLES)
def test_findings_are_the_expected_ones(name: str, checked: dict[str, dict[str, Any]]) -> None:
    found = lines_of(checked[name])
    expected = EXAMPLES / f"{Path(name).stem}.expected.txt"
    if UPDATE:
        expected.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    assert expected.exists(), "Write it with HEALTHLINT_UPDATE_EXAMPLES=1."
    assert found == expected.read_text(encoding="utf-8").splitlines()


def test_the_leaflet_is_clean(checked: dict[str, dict[str, Any]]) -> None:
    assert lines_of(checked[CLEAN]) == []


def test_every_other_article_has_findings(checked: dict[str, dict[str, Any]]) -> None:
    assert [name for name in ARTICLES if name != CLEAN and not checked[name]["findings"]] == []


def test_every_profile_has_an_article(checked: dict[str, dict[str, Any]]) -> None:
    assert {file["profile"] for file in checked.values()} == set(PROFILES)


def test_no_expectation_is_left_over() -> None:
    stems = {Path(name).stem for name in ARTICLES}
    left = [path.name for path in EXAMPLES.glob("*.expected.txt") if path.name.split(".")[0] not in stems]
    assert left == []


def test_the_readme_has_a_line_for_each_article() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in ARTICLES if f"| `{name}` |" not in readme] == []


def test_every_rule_that_a_neighbour_switches_off_has_its_reason() -> None:
    neighbours = EXAMPLES / "neighbours"
    vale = (neighbours / ".vale.ini").read_text(encoding="utf-8").splitlines()
    alex = (neighbours / ".alexrc.yaml").read_text(encoding="utf-8").splitlines()
    proselint = json.loads((neighbours / ".proselintrc.json").read_text(encoding="utf-8"))
    write_good = (neighbours / "write-good.sh").read_text(encoding="utf-8").splitlines()
    readme = (neighbours / "README.md").read_text(encoding="utf-8")
    reasons = {line.split()[1] for line in write_good if line.startswith("# --no-")}
    flags = {word for word in write_good[-1].split() if word.startswith("--no-")} - {"--no-install"}
    assert [b for a, b in pairwise(vale) if b.endswith("= NO") and not a.startswith("# ")] == []
    assert [line for line in alex if line.startswith("  - ") and " # " not in line] == []
    assert [check for check in proselint["checks"] if f"| `{check}` |" not in readme] == []
    assert flags == reasons
