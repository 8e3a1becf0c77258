"""The source lines of a finding with the span underlined, cut and folded to the width of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from healthlint.report.style import Style, printable, width_of
from healthlint.text import LineIndex, Span

CONTEXT = 48
"""Columns of text that are shown before a span, at most."""

ROW_LIMIT = 4
"""Rows of source that are shown for one finding, at most."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """One source character as it is shown, and whether it is in the span."""

    shown: str
    marked: bool
    space: bool = False


_MORE = _Cell("…", marked=False)


def snippet(lines: LineIndex, span: Span, severity: str, style: Style) -> Iterator[str]:
    """Rows such as `12 | text` and `   | ^^^^`, for the lines that the span touches."""
    first = lines.row(span.start)
    last = lines.row(max(span.end - 1, span.start))
    gutter = len(str(last))
    room = max(style.width - gutter - 3, 24)
    rows = _rows(lines, span, first, last, room)
    bar = style.paint("|", "gutter")
    yield f"{' ' * gutter} {bar}"
    for shown, (number, row) in enumerate(rows):
        if shown == ROW_LIMIT:
            yield f"{' ' * gutter} {bar} {style.paint(_MORE.shown, 'dim')}"
            return
        label = style.paint(f"{number:>{gutter}}" if number else " " * gutter, "gutter")
        yield f"{label} {bar} {''.join(cell.shown for cell in row).rstrip()}"
        underline = "".join(("^" if cell.marked else " ") * width_of(cell.shown) for cell in row).rstrip()
        if underline:
            yield f"{' ' * gutter} {bar} {style.paint(underline, severity)}"


def _rows(lines: LineIndex, span: Span, first: int, last: int, room: int) -> Iterator[tuple[int, list[_Cell]]]:
    """Rows of cells with the line number of those that begin a line (0 for the others)."""
    for number in range(first, last + 1):
        start, text = lines.starts[number - 1], lines.line(number)
        begin = max(span.start - start, 0)
        end = min(max(span.end - start, begin + 1), max(len(text), begin + 1))
        if number > first and not text[begin:end].strip():
            continue
        for index, row in enumerate(_fold(_window(text, begin, end, room), room)):
            yield (number if index == 0 else 0), row


def _window(text: str, begin: int, end: int, room: int) -> list[_Cell]:
    """The cells of a line around its span: all of it if it fits, else some words before and after."""
    shift, stop = 0, len(text)
    if width_of(text) > room:
        if begin > CONTEXT:
            cut = text.rfind(" ", begin - CONTEXT, max(begin - CONTEXT // 2, 0))
            shift = cut + 1 if cut >= 0 else begin - CONTEXT
        if stop - end > room:
            cut = text.find(" ", end + room // 2, end + room)
            stop = cut if cut >= 0 else end + room // 2
        stop = min(stop, shift + room * (ROW_LIMIT + 1))
    marks = range(begin, end)
    row = [_cell(text[at], at in marks) for at in range(shift, stop)]
    if begin >= len(text):
        row.append(_Cell(" ", marked=True))
    return [*([_MORE] if shift else []), *row, *([_MORE] if stop < len(text) else [])]


def _cell(character: str, marked: bool) -> _Cell:
    return _Cell(printable(character), marked, character.isspace())


def _fold(row: list[_Cell], room: int) -> Iterator[list[_Cell]]:
    """The rows of `row`; what follows the row with the last mark is left out."""
    while row:
        at = _break(row, room)
        rest = row[at:]
        if any(cell.marked for cell in rest):
            yield row[:at]
        else:
            yield [*row[: _break(row, room - 1)], _MORE] if rest else row
            return
        row = rest


def _break(row: list[_Cell], room: int) -> int:
    """How many cells fit, up to the last space among them where there is one."""
    taken, used, last_space = 0, 0, 0
    for cell in row:
        used += width_of(cell.shown)
        if used > room:
            return last_space or max(taken, 1)
        taken += 1
        if cell.space:
            last_space = taken
    return taken
