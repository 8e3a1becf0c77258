"""Checks files and texts, and answers from what it knows where nothing changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Self

from healthlint.analysis.syntax import Syntax
from healthlint.cache import Cache, CacheError, open_cache
from healthlint.diagnostic import FileReport
from healthlint.document import Parse
from healthlint.engine.keys import Keys
from healthlint.runner import Article, begin, complete, decoded, read
from healthlint.settings import Settings

CHUNK = 32
CHUNK_BYTES = 150_000
"""Files and bytes that are checked together: the sentences make full batches, the documents fit in memory."""

PARALLEL_FROM = 100
"""Files below which a second process gains nothing: measured, 64 take as long, 100 a quarter less."""

_SENTENCES = 1_500
_REPORTS = 100


@dataclass(frozen=True, slots=True)
class Task:
    """One text to check: the file at `path`, or `data` as if it stood there. `name` is what reports call it."""

    name: str
    path: Path
    settings: Settings
    data: bytes | None = None


@dataclass
class Engine:
    """Checks texts. `folder` is where its cache lives, None to keep nothing.

    It remembers sentences and texts between calls, so that an editor's next question about a text costs what
    was changed. `warnings` says what is wrong with the cache, once. Safe to use from several threads; use it
    in a `with` block, or close it.
    """

    folder: Path | None = None
    warnings: list[str] = field(default_factory=list)
    _keys: Keys = field(default_factory=Keys)
    _cache: Cache | None = None
    _syntaxes: dict[str, Syntax] = field(default_factory=dict)
    _reports: dict[bytes, FileReport] = field(default_factory=dict)
    _parsed_by_workers: int = 0
    _lock: RLock = field(default_factory=RLock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the cache; the engine can still be used and opens it again."""
        with self._lock:
            if self._cache is not None:
                self._cache.close()
                self._note(self._cache.problem)
                self._cache = None

    @property
    def parsed(self) -> int:
        """How many sentences went to the parser, in this process and in its workers."""
        return self._parsed_by_workers + sum(syntax.parsed for syntax in self._syntaxes.values())

    def lint(self, text: str, path: str, settings: Settings) -> FileReport:
        """Check a text that may have been checked before in this process, wholly or in part."""
        with self._lock:
            key = self._keys.text(text.encode("utf-8", "surrogatepass"), path, settings)
            report = self._reports.pop(key, None)
            if report is None:
                begun = begin(text, path, settings, self._syntax(settings.model))
                report = begun if isinstance(begun, FileReport) else complete([begun])[0]
                self._keep({})
            self._reports[key] = report
            if len(self._reports) > _REPORTS:
                del self._reports[next(iter(self._reports))]
            return report

    def lint_files(
        self, tasks: Sequence[Task], processes: int = 0, parallel_from: int = PARALLEL_FROM
    ) -> Iterator[FileReport]:
        """Check files and give a report on each, in order.

        `processes` is how many work on them, 0 for as many as there are processors. With fewer than
        `parallel_from` files that are not in the cache, one process does it all.
        """
        with self._lock:
            known = self._recalled(tasks)
        rest = [number for number in range(len(tasks)) if number not in known]
        checked = self._checked(tasks, rest, processes, parallel_from)
        for number in range(len(tasks)):
            yield known[number] if number in known else next(checked)

    def _checked(
        self, tasks: Sequence[Task], rest: Sequence[int], processes: int, parallel_from: int
    ) -> Iterator[FileReport]:
        """Reports on the tasks with the numbers `rest`, in their order."""
        chunks = tuple(_chunks(tasks, rest))
        alone = len(chunks) if processes == 1 or len(rest) < parallel_from else 1
        for chunk in chunks[:alone]:  # the first chunk loads what processes then share
            yield from self.lint_chunk([tasks[number] for number in chunk])
        if alone < len(chunks):
            yield from self._shared_out(tasks, chunks[alone:], processes)

    def _shared_out(
        self, tasks: Sequence[Task], chunks: Sequence[Sequence[int]], processes: int
    ) -> Iterator[FileReport]:
        """Reports on the tasks with the numbers in `chunks`, made by worker processes."""
        from healthlint.engine.pool import Pool, WorkerError, available

        self.close()
        done = 0
        try:
            worker = _Worker(self.folder, tuple(tasks))
            with Pool(worker, min(processes or available(), len(chunks))) as pool:
                for reports, parsed in pool.run(chunks):
                    self._parsed_by_workers += parsed
                    yield from reports
                    done += 1
        except WorkerError as error:
            for number in (number for chunk in chunks[done:] for number in chunk):
                yield FileReport(tasks[number].name, "failed", f"It was not checked: {error}.")
        self._opened()  # so that closing it sees to its size

    def lint_chunk(self, tasks: Sequence[Task]) -> list[FileReport]:
        """Check files together, without a look at the cache of reports, and store what was found in it."""
        reports: dict[int, FileReport] = {}
        articles: dict[int, Article] = {}
        keys: dict[int, bytes] = {}
        with self._lock:
            for number, task in enumerate(tasks):
                begun = self._begin(task, keys, number)
                if isinstance(begun, FileReport):
                    reports[number] = begun
                else:
                    articles[number] = begun
            reports.update(zip(articles, complete(list(articles.values())), strict=True))
            self._keep({key: reports[n] for n, key in keys.items() if reports[n].status == "checked"})
        return [report for _, report in sorted(reports.items())]

    def _begin(self, task: Task, keys: dict[int, bytes], number: int) -> Article | FileReport:
        data = read(task.path, task.name) if task.data is None else task.data
        if isinstance(data, FileReport):
            return data
        text = decoded(data, task.name)
        if isinstance(text, FileReport):
            return text
        if self.folder is not None:
            keys[number] = self._keys.text(data, task.name, task.settings)
        return begin(text, task.name, task.settings, self._syntax(task.settings.model))

    def _recalled(self, tasks: Sequence[Task]) -> dict[int, FileReport]:
        """The reports on those tasks whose text was checked before, by the number of the task."""
        found: dict[int, FileReport] = {}
        cache = self._opened()
        for number, task in enumerate(tasks if cache else ()):
            data = read(task.path, task.name) if task.data is None else task.data
            text = decoded(data, task.name) if isinstance(data, bytes) else None
            if cache and isinstance(data, bytes) and isinstance(text, str):
                report = cache.report(self._keys.text(data, task.name, task.settings), task.name, text)
                if report is not None:
                    found[number] = report
        return found

    def _syntax(self, model: str) -> Syntax:
        if model not in self._syntaxes:
            self._syntaxes[model] = Syntax(model, partial(self._recall, model))
        return self._syntaxes[model]

    def _recall(self, model: str, texts: Sequence[str]) -> Mapping[str, Parse]:
        cache = self._opened()
        if cache is None:
            return {}
        keys = self._keys.sentences(texts, model)
        found = cache.parses(tuple(keys.values()))
        return {text: found[key] for text, key in keys.items() if key in found}

    def _keep(self, reports: Mapping[bytes, FileReport]) -> None:
        """Store reports and the parses that are new, and drop the oldest parses from memory."""
        parses: dict[bytes, Parse] = {}
        cache = self._opened()
        for model, syntax in self._syntaxes.items():
            new = syntax.take_new()
            if new and cache:
                keys = self._keys.sentences(new, model)
                parses.update((keys[text], parse) for text, parse in new.items())
            syntax.forget(_SENTENCES)
        if cache is not None:
            cache.add(reports, parses)

    def _opened(self) -> Cache | None:
        if self._cache is None and self.folder is not None and not self.warnings:
            try:
                self._cache = open_cache(self.folder)
            except CacheError as error:
                self._note(str(error))
        return self._cache

    def _note(self, warning: str) -> None:
        if warning and warning not in self.warnings:
            self.warnings.append(warning)


def _chunks(tasks: Sequence[Task], numbers: Iterable[int]) -> Iterator[Sequence[int]]:
    """The numbers of tasks in groups that are checked together."""
    chunk: list[int] = []
    length = 0
    for number in numbers:
        size = _size(tasks[number])
        if chunk and (len(chunk) == CHUNK or length + size > CHUNK_BYTES):
            yield chunk
            chunk, length = [], 0
        chunk.append(number)
        length += size
    if chunk:
        yield chunk


def _size(task: Task) -> int:
    if task.data is not None:
        return len(task.data)
    try:
        return task.path.stat().st_size
    except OSError:
        return 0


@dataclass
class _Worker:
    """What a worker process does: it checks the tasks with the numbers that it is given.

    It makes an engine of its own when it is first called, as a connection to the cache cannot change process.
    """

    folder: Path | None
    tasks: tuple[Task, ...]
    _engine: Engine | None = None

    def __call__(self, numbers: Sequence[int]) -> tuple[list[FileReport], int]:
        """Reports on the tasks, and how many sentences had to be parsed for them."""
        if self._engine is None:
            self._engine = Engine(self.folder)
        before = self._engine.parsed
        reports = self._engine.lint_chunk([self.tasks[number] for number in numbers])
        return reports, self._engine.parsed - before
