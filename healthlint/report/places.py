"""Places as other tools want them: paths from the top of the repository, regions on one line."""

from __future__ import annotations

from pathlib import PurePath
from posixpath import normpath
from urllib.parse import quote

from healthlint.diagnostic import Report
from healthlint.text import LineIndex, Span

_PLAIN = "/@!$&'()*+,;=~-._"


def first_line(lines: LineIndex, span: Span) -> Span:
    """The part of `span` that is on its first line.

    Code hosts show a finding in a change only when all its lines are in the change.
    """
    row = lines.row(span.start)
    stop = lines.starts[row - 1] + len(lines.line(row))
    return Span(span.start, max(min(span.end, stop), span.start))


def repository_path(report: Report, filename: str) -> str:
    """The path of a file from the top of the repository; unchanged when it is not below it."""
    if PurePath(filename).is_absolute():
        return filename
    path = normpath(report.prefix + filename)
    return filename if path.startswith("../") else path


def uri(path: str) -> str:
    """A path as a URI reference; an absolute one becomes a file address."""
    if path.startswith("/"):
        return f"file://{quote(path, safe=_PLAIN + ':')}"
    return quote(path, safe=_PLAIN)
