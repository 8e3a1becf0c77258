"""The progress bar: on a terminal, for runs that take long, and gone at the end."""

from __future__ import annotations

import io
import sys

import pytest

from healthlint.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal as standard error; pytest puts its own there again when a test begins."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_a_long_run_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown_on = terminal(monkeypatch)
    monkeypatch.setattr(progress, "DELAY", -1.0)
    assert list(progress.watched("abcd", 4)) == list("abcd")
    shown = shown_on.getvalue()
    assert "\r[#######.......................] 1 of 4 files" in shown
    assert "4 of 4 files" in shown
    assert shown.endswith("\r\x1b[K")


def test_a_short_run_a_quiet_one_and_one_without_a_terminal_show_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown_on = terminal(monkeypatch)
    assert list(progress.watched("abcd", 4)) == list("abcd")
    monkeypatch.setattr(progress, "DELAY", -1.0)
    assert list(progress.watched("abcd", 4, quiet=True)) == list("abcd")
    assert list(progress.watched("a", 1)) == ["a"]
    assert shown_on.getvalue() == ""
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stderr", plain)
    assert list(progress.watched("abcd", 4)) == list("abcd")
    assert plain.getvalue() == ""
