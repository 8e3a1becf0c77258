"""Entry points are found as `importlib.metadata` finds them."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from healthlint.offers import Offer, offers


@pytest.mark.parametrize("group", ["console_scripts", "healthlint.rules", "pytest11", "no.such.group"])
def test_the_installed_ones_are_those_of_the_standard_library(group: str) -> None:
    theirs = {(point.name, point.value.partition("[")[0].strip()) for point in entry_points(group=group)}
    assert {(offer.name, offer.value) for offer in offers(group)} == theirs


def distribution(folder: Path, name: str, text: str) -> None:
    place = folder / f"{name}-1.0.dist-info"
    place.mkdir(parents=True)
    (place / "entry_points.txt").write_text(text, encoding="utf-8")


def test_groups_comments_and_extras(tmp_path: Path) -> None:
    wanted = "[some.rules]\n# a remark\nfirst = pkg.mod:obj.attr [extra]\nsecond=pkg\n"
    text = f"[other]\na = b:c\n\n{wanted}[more]\nx = y\n"
    distribution(tmp_path, "some_pack", text)
    assert list(offers("some.rules", [str(tmp_path)])) == [
        Offer("first", "pkg.mod:obj.attr"),
        Offer("second", "pkg"),
    ]


def test_the_first_of_two_installations_counts(tmp_path: Path) -> None:
    distribution(tmp_path / "one", "Some.Pack", "[rules]\na = one:x\n")
    distribution(tmp_path / "two", "some_pack", "[rules]\na = two:x\n")
    folders = [str(tmp_path / name) for name in ("missing", "one", "two")]
    assert list(offers("rules", folders)) == [Offer("a", "one:x")]


def test_an_offer_loads_what_it_names() -> None:
    assert Offer("a", "pathlib:Path.home").load()() == Path.home()
    assert Offer("a", "pathlib").load().Path is Path
    with pytest.raises(AttributeError):
        Offer("a", "pathlib:nothing").load()
    with pytest.raises(ImportError):
        Offer("a", "no_such_module_here:x").load()


def test_reading_them_does_not_import_the_standard_librarys_reader() -> None:
    program = (
        "import sys; from healthlint.packs import load; load(); assert 'importlib.metadata' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
