"""How often each rule found something."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from healthlint.diagnostic import Report, RuleCard
from healthlint.report.style import Style
from healthlint.report.summary import summary_line


def render(report: Report, style: Style) -> Iterator[str]:
    """A table of counts, the commonest rule first, in pieces of text that end with a line feed."""
    for card, number in _counted(report):
        yield f"{number:>6}  {style.paint(card.code, 'bold')}  {card.name}\n"
    if style.summary:
        yield summary_line(report, style) + "\n"


def render_json(report: Report, style: Style) -> Iterator[str]:
    """The same as a JSON list."""
    del style
    rows = [{"code": card.code, "name": card.name, "count": number} for card, number in _counted(report)]
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _counted(report: Report) -> list[tuple[RuleCard, int]]:
    cards = [diagnostic.rule for file in report.files for diagnostic in file.diagnostics]
    by_code = {card.code: card for card in cards}
    count = Counter(card.code for card in cards)
    return [(by_code[code], n) for code, n in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
