"""The cache file: several processes, damage, size, and what is done when it cannot be used."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from healthlint.cache import Cache, CacheError, clean, open_cache, store
from healthlint.diagnostic import Diagnostic, FileReport, RuleCard
from healthlint.document import Word
from healthlint.finding import Finding
from healthlint.rule import Source
from healthlint.text import Span

CARD = RuleCard(
    "EFF001", "some-rule", "efficacy", "Say so.", (Source("A", "B", "https://c.org"),), "https://c.org"
)
PARSE = (Word(0, 4, "ROOT", 0), Word(5, 9, "dobj", 0))


def report(name: str, message: str = "This says too much.") -> FileReport:
    found = Diagnostic(CARD, "warning", Finding(Span(0, 4), message), "This cures.", ("Uses",))
    return FileReport(name, "checked", source="This cures.", metrics={"grade": 7.5}, diagnostics=(found,))


def filled(folder: Path) -> Path:
    cache = open_cache(folder)
    cache.add({b"key": report("a.md")}, {b"sentence": PARSE})
    cache.close()
    assert not cache.problem
    return cache.path


def test_what_was_added_is_found_by_the_next_run(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = open_cache(tmp_path)
    assert cache.report(b"key", "a.md", "This cures.") == report("a.md")
    assert cache.report(b"another key", "a.md", "This cures.") is None
    assert cache.parses([b"sentence", b"unknown"]) == {b"sentence": PARSE}
    cache.close()


def test_more_keys_than_one_query_takes(tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    keys = [number.to_bytes(2) for number in range(2000)]
    cache.add({}, dict.fromkeys(keys, PARSE))
    assert len(cache.parses(keys)) == len(keys)
    cache.close()


def test_a_second_connection_reads_while_the_first_is_open(tmp_path: Path) -> None:
    first, second = open_cache(tmp_path), open_cache(tmp_path)
    first.add({b"1": report("a.md")}, {})
    second.add({b"2": report("b.md", "Another message.")}, {})
    assert first.report(b"2", "b.md", "This cures.") == report("b.md", "Another message.")
    assert second.report(b"1", "a.md", "This cures.") == report("a.md")
    first.close()
    second.close()


def _add_many(folder: Path, name: str) -> None:
    cache = open_cache(folder)
    for number in range(50):
        cache.add({f"{name}{number}".encode(): report(name, f"Message {number}.")}, {})
    cache.close()
    assert not cache.problem


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(target=_add_many, args=(tmp_path, name)) for name in ("first", "second", "third")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    cache = open_cache(tmp_path)
    for name in ("first", "second", "third"):
        for number in range(50):
            expected = report(name, f"Message {number}.")
            assert cache.report(f"{name}{number}".encode(), name, "This cures.") == expected
    cache.close()


def test_a_file_that_is_no_database_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.write_bytes(b"This is no database. " * 500)
    with pytest.raises(CacheError, match="healthlint clean"):
        open_cache(tmp_path)


def test_damage_found_later_makes_the_cache_useless_not_the_run(tmp_path: Path) -> None:
    path = filled(tmp_path)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    try:
        cache = open_cache(tmp_path)
    except CacheError:
        return
    assert cache.report(b"key", "a.md", "This cures.") is None
    cache.add({b"new": report("b.md")}, {})
    cache.close()
    assert "not used" in cache.problem


def test_an_entry_that_cannot_be_read_is_as_good_as_none(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE report SET data = '[1, 2'")
        connection.execute("UPDATE parse SET data = '[1, 2]'")
    connection.close()
    cache = open_cache(tmp_path)
    assert cache.report(b"key", "a.md", "This cures.") is None
    assert cache.parses([b"sentence"]) == {}
    cache.close()


def test_a_folder_that_cannot_be_made_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CacheError, match="--cache-dir"):
        open_cache(tmp_path / "file" / "cache")


def test_the_oldest_half_is_forgotten_when_the_file_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SIZE_LIMIT", 100_000)
    cache = open_cache(tmp_path)
    for number in range(100):
        monkeypatch.setattr("time.time", lambda number=number: 1_000_000 + number)
        cache.add({bytes([number]): report("a.md", "x" * 5_000)}, {})
    before = cache.path.stat().st_size
    cache.close()
    assert cache.path.stat().st_size < before or before < 100_000
    again = open_cache(tmp_path)
    kept = [n for n in range(100) if again.report(bytes([n]), "a.md", "This cures.") is not None]
    again.close()
    assert kept == list(range(50, 100))


def test_what_is_used_is_not_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def at(day: int) -> Cache:
        monkeypatch.setattr("time.time", lambda: 86_400.0 * day)
        return open_cache(tmp_path)

    cache = at(10)
    cache.add({b"often": report("a.md"), b"once": report("b.md")}, {})
    cache.close()
    cache = at(20)
    assert cache.report(b"often", "a.md", "This cures.") is not None
    cache.close()
    monkeypatch.setattr(store, "SIZE_LIMIT", 0)
    at(30).close()
    cache = at(31)
    assert cache.report(b"often", "a.md", "This cures.") is not None
    assert cache.report(b"once", "b.md", "This cures.") is None
    cache.close()


def test_clean_removes_the_cache_and_nothing_else(tmp_path: Path) -> None:
    path = filled(tmp_path / "cache")
    other = path.with_name("notes.txt")
    other.write_text("keep me")
    assert path in list(clean(path.parent))
    assert list(path.parent.iterdir()) == [other]
    assert list(clean(tmp_path / "nowhere")) == []
