"""The cache file: one SQLite database that several processes may use at once.

Entries are found by the hash of all that they depend on, so that none is ever out of date. The file is kept
below a size by forgetting what was not used for longest.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from healthlint.cache.codec import (
    CodecError,
    dump_card,
    dump_parse,
    dump_report,
    load_card,
    load_parse,
    load_report,
)
from healthlint.diagnostic import FileReport, RuleCard
from healthlint.document import Parse

FORMAT = 1
"""Goes up with every change of the stored forms; each number has a file of its own."""

SIZE_LIMIT = 256_000_000
"""Bytes that the file may take up at the end of a run."""

_DAY = 86_400
_WAIT = 5.0
_AT_ONCE = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS card (number INTEGER PRIMARY KEY, data TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS report (key BLOB PRIMARY KEY, used INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS parse (key BLOB PRIMARY KEY, used INTEGER NOT NULL, data TEXT NOT NULL);
"""


class CacheError(Exception):
    """The cache cannot be used; the message says why and what to do."""


@dataclass
class Cache:
    """An open cache. A failure while it is used makes it useless, not the run: see `problem`.

    Not to be carried over a fork: each process opens its own.
    """

    path: Path
    _connection: sqlite3.Connection
    _cards: dict[int, RuleCard] = field(default_factory=dict)
    _numbers: dict[RuleCard, int] = field(default_factory=dict)
    _used: dict[str, set[bytes]] = field(default_factory=lambda: {"report": set(), "parse": set()})
    problem: str = ""

    def report(self, key: bytes, filename: str, source: str) -> FileReport | None:
        """The report stored under `key`, as that of the file `filename` with the text `source`."""
        stored = self._stored("report", [key]).get(key)
        if stored is None:
            return None
        try:
            return load_report(stored, filename, source, self._card)
        except CodecError:
            return None

    def parses(self, keys: Sequence[bytes]) -> Mapping[bytes, Parse]:
        """The stored parses of the sentences with these keys; those that are not stored are left out."""
        found: dict[bytes, Parse] = {}
        for key, stored in self._stored("parse", keys).items():
            with suppress(CodecError):
                found[key] = load_parse(stored)
        return found

    def add(self, reports: Mapping[bytes, FileReport], parses: Mapping[bytes, Parse]) -> None:
        """Store reports and parses, all or none of them."""
        if self.problem or not (reports or parses):
            return
        now = int(time.time())
        try:
            with self._transaction() as connection:
                self._number_cards(reports.values(), connection)
            report_rows = [(key, now, dump_report(report, self._number)) for key, report in reports.items()]
            parse_rows = [(key, now, dump_parse(parse)) for key, parse in parses.items()]
            with self._transaction() as connection:
                connection.executemany("INSERT OR REPLACE INTO report VALUES (?, ?, ?)", report_rows)
                connection.executemany("INSERT OR REPLACE INTO parse VALUES (?, ?, ?)", parse_rows)
        except sqlite3.Error as error:
            self._fail(error)

    def close(self) -> None:
        """Note what was used, forget the oldest entries if the file is too large, and close it."""
        try:
            if not self.problem:
                self._touch()
                if self._size() > SIZE_LIMIT:
                    self._forget()
        except sqlite3.OperationalError:
            pass  # another process is at it; the next run will do
        except sqlite3.Error as error:
            self._fail(error)
        finally:
            with suppress(sqlite3.Error):
                self._connection.close()

    def _stored(self, table: str, keys: Sequence[bytes]) -> dict[bytes, str]:
        found: dict[bytes, str] = {}
        if self.problem:
            return found
        old = time.time() - _DAY
        try:
            for at in range(0, len(keys), _AT_ONCE):
                some = keys[at : at + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, used, data FROM {table} WHERE key IN ({marks})"  # noqa: S608
                for key, used, data in self._connection.execute(query, some):
                    found[key] = data
                    if used < old:
                        self._used[table].add(key)
        except sqlite3.Error as error:
            self._fail(error)
        return found

    def _card(self, number: int) -> RuleCard:
        if number not in self._cards:
            try:
                rows = self._connection.execute("SELECT number, data FROM card").fetchall()
            except sqlite3.Error as error:
                raise CodecError(str(error)) from error
            self._cards.update((known, load_card(data)) for known, data in rows)
        return self._cards[number]

    def _number(self, card: RuleCard) -> int:
        return self._numbers[card]

    def _number_cards(self, reports: Iterable[FileReport], connection: sqlite3.Connection) -> None:
        """Store the cards in `reports` that are new and learn their numbers."""
        lists = ((r.diagnostics, r.suppressed, r.baselined) for r in reports)
        cards = {diagnostic.rule for group in lists for found in group for diagnostic in found}
        for card in cards - self._numbers.keys():
            data = dump_card(card)
            connection.execute("INSERT OR IGNORE INTO card (data) VALUES (?)", (data,))
            row = connection.execute("SELECT number FROM card WHERE data = ?", (data,)).fetchone()
            self._numbers[card] = row[0]

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is executed inside takes effect, or none of it."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _touch(self) -> None:
        now = int(time.time())
        if any(self._used.values()):
            with self._transaction() as connection:
                for table, keys in self._used.items():
                    query = f"UPDATE {table} SET used = ? WHERE key = ?"  # noqa: S608
                    connection.executemany(query, [(now, key) for key in keys])

    def _size(self) -> int:
        pages = self._connection.execute("PRAGMA page_count").fetchone()[0]
        return int(pages) * int(self._connection.execute("PRAGMA page_size").fetchone()[0])

    def _forget(self) -> None:
        """Forget the half of the entries that was not used for longest."""
        with self._transaction() as connection:
            for table in self._used:
                half = f"SELECT key FROM {table} ORDER BY used LIMIT (SELECT COUNT(*) / 2 FROM {table})"  # noqa: S608
                connection.execute(f"DELETE FROM {table} WHERE key IN ({half})")  # noqa: S608
        self._connection.execute("VACUUM")

    def _fail(self, error: sqlite3.Error) -> None:
        self.problem = self.problem or _problem(self.path, error)


def open_cache(folder: Path) -> Cache:
    """Open the cache in `folder`, which is made if need be. Raises CacheError when that cannot be done."""
    path = folder / f"results-{FORMAT}.sqlite3"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(_SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise CacheError(_problem(path, error)) from error
    return Cache(path, connection)


def clean(folder: Path) -> Iterator[Path]:
    """Remove the cache files in `folder`, those of other versions too; yields each. Raises OSError."""
    for path in sorted(folder.glob("results-*.sqlite3*")):
        path.unlink(missing_ok=True)
        yield path
    with suppress(OSError):
        folder.rmdir()


def _problem(path: Path, error: Exception) -> str:
    if isinstance(error, OSError):
        why, remedy = error.strerror or str(error), "choose another folder with --cache-dir"
    elif isinstance(error, sqlite3.OperationalError):
        why, remedy = str(error), "choose another folder with --cache-dir, or use --no-cache"
    else:
        why, remedy = str(error), "remove it with 'healthlint clean'"
    return f"the cache {path} is not used: {why}; {remedy}."
