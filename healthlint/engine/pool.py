"""Worker processes that hand results back in the order of the work.

Each worker has a pipe of its own. When the main process ends, however it ends, the pipe closes and the worker
leaves; nothing is left behind and nothing is half written.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

Work = TypeVar("Work")
Result = TypeVar("Result")

_PATIENCE = 2.0


class WorkerError(Exception):
    """A worker process ended before its work was done; the message says what to do."""


def available() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def forks() -> bool:
    """Whether worker processes can be forked, so that they share what is loaded.

    Only on Linux, as the system libraries of macOS do not survive it, and only without other threads.
    """
    return sys.platform == "linux" and threading.active_count() == 1


class Pool(Generic[Work, Result]):
    """Processes that call `function`, started at once and ended with the `with` block."""

    def __init__(self, function: Callable[[Work], Result], processes: int) -> None:
        context: Any = get_context("fork" if forks() else "spawn")
        self._workers: dict[Connection, BaseProcess] = {}
        for _ in range(processes):
            ours, theirs = context.Pipe()
            inherited = (ours, *self._workers) if forks() else ()
            process = context.Process(target=_serve, args=(function, theirs, inherited), daemon=True)
            process.start()
            theirs.close()
            self._workers[ours] = process

    def __enter__(self) -> Pool[Work, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in self._workers:
            pipe.close()
        for process in self._workers.values():
            process.join(0 if sys.exc_info()[0] else _PATIENCE)
            if process.is_alive():
                process.terminate()
                process.join()

    def run(self, work: Sequence[Work]) -> Iterator[Result]:
        """The results in the order of `work`. Raises WorkerError when a worker breaks or is killed."""
        waiting = iter(enumerate(work))
        busy: dict[Connection, int] = {}
        done: dict[int, Result] = {}
        for pipe in self._workers:
            self._give(pipe, waiting, busy)
        for number in range(len(work)):
            while number not in done:
                for ready in connection.wait(list(busy)):
                    pipe = cast("Connection", ready)
                    done[busy.pop(pipe)] = self._take(pipe)
                    self._give(pipe, waiting, busy)
            yield done.pop(number)

    def _give(self, pipe: Connection, waiting: Iterator[tuple[int, Work]], busy: dict[Connection, int]) -> None:
        following = next(waiting, None)
        if following is not None:
            busy[pipe], work = following
            with suppress(OSError):  # a dead worker is noticed when its result is awaited
                pipe.send(work)

    def _take(self, pipe: Connection) -> Result:
        try:
            failure, result = pipe.recv()
        except (EOFError, OSError):
            raise WorkerError(
                f"a worker process ended with status {self._workers[pipe].exitcode}, perhaps for want of "
                f"memory; try --processes 1"
            ) from None
        if failure:
            raise WorkerError(f"a worker process broke: {failure}")
        return cast("Result", result)


def _serve(function: Callable[[Work], Result], pipe: Connection, inherited: tuple[Connection, ...]) -> None:
    """The life of a worker: work until the main process closes its end of the pipe, or ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process decides when to stop
    for other in inherited:
        other.close()
    while True:
        try:
            work = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[str, Result | None] = ("", function(work))
        except Exception as error:
            answer = (f"{type(error).__name__}: {error}", None)
        try:
            pipe.send(answer)
        except OSError:
            return
