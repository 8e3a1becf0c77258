"""Worker processes: order, failures, and that none outlives the main process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from healthlint.engine import pool
from healthlint.engine.pool import Pool, WorkerError


def _slow_at_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number * number


def _process(_: int) -> int:
    time.sleep(0.02)
    return os.getpid()


def _break(number: int) -> int:
    if number == 3:
        raise ValueError("three is not for me")
    return number


def _die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


@pytest.fixture(params=["fork", "spawn"])
def _method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "fork" and not pool.forks():
        pytest.skip("this platform does not fork")
    monkeypatch.setattr(pool, "forks", lambda: request.param == "fork")


@pytest.mark.usefixtures("_method")
def test_results_come_in_the_order_of_the_work() -> None:
    with Pool(_slow_at_first, 3) as workers:
        assert list(workers.run(range(20))) == [number * number for number in range(20)]


@pytest.mark.usefixtures("_method")
def test_the_work_is_shared() -> None:
    with Pool(_process, 2) as workers:
        processes = set(workers.run(range(40)))
    assert len(processes) == 2
    assert os.getpid() not in processes


@pytest.mark.usefixtures("_method")
def test_no_work_and_more_workers_than_work() -> None:
    with Pool(_slow_at_first, 3) as workers:
        assert list(workers.run([])) == []
    with Pool(_slow_at_first, 3) as workers:
        assert list(workers.run([2])) == [4]


@pytest.mark.usefixtures("_method")
def test_a_function_that_breaks_is_named() -> None:
    with pytest.raises(WorkerError, match="three is not for me"), Pool(_break, 2) as workers:
        list(workers.run(range(8)))


@pytest.mark.usefixtures("_method")
def test_a_worker_that_dies_is_noticed() -> None:
    with pytest.raises(WorkerError, match="--processes 1"), Pool(_die, 2) as workers:
        list(workers.run(range(8)))


def test_leaving_early_ends_the_workers() -> None:
    with Pool(_process, 2) as workers:
        processes = {next(workers.run(range(100)))}
    assert not any(_alive(process) for process in processes)


PROGRAM = """
import os, sys, time
from healthlint.engine.pool import Pool

def work(number):
    os.write(1, f"{os.getpid()}\\n".encode())  # at once, so that the lines of two workers stay apart
    time.sleep(0.05)
    return number

if __name__ == "__main__":
    with Pool(work, 2) as pool:
        list(pool.run(range(10_000)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are for POSIX systems")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_no_worker_is_left_when_the_main_process_is_stopped(name: str, tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    command = [sys.executable, os.fspath(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as main:
        assert main.stdout is not None
        workers = {int(main.stdout.readline()) for _ in range(6)}
        main.send_signal(getattr(signal, name))
        main.wait()
        deadline = time.monotonic() + 10
        while any(map(_alive, workers)) and time.monotonic() < deadline:
            time.sleep(0.02)
    assert workers
    assert not any(map(_alive, workers))


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
