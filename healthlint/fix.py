"""Fixes: which edits of findings may be made, and making them until none is left.

Only wording is fixed. Edits of rules about claims, risks, supervision, labels, evidence and numbers are never
made, whatever a rule pack offers: a softened claim is still a claim. No fix changes the value of a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from healthlint.diagnostic import Diagnostic
from healthlint.edits import apply, without_overlap
from healthlint.finding import Edit

if TYPE_CHECKING:
    from decimal import Decimal

Applicability = Literal["safe", "unsafe", "display"]

NEVER_FIXED = frozenset({"RSK", "SUP", "OFF", "EFF", "EVD", "NUM"})
"""Families whose edits are shown and never made."""

PASSES = 10
"""How often a text is checked and fixed at most. Fixes that go in circles end here."""

_NUMBER = re.compile(r"(?<![\d.,])[.,]?\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes, and the findings that were fixed, in the order of the passes.

    When the fixes do not come to an end, the text is as it was and `endless` is true.
    """

    text: str
    applied: tuple[Diagnostic, ...] = ()
    endless: bool = False


def applicability(diagnostic: Diagnostic, source: str) -> Applicability:
    """Whether the edit of a finding may be made: always, on request, or never ("display")."""
    edit = diagnostic.finding.edit
    if edit is None or diagnostic.rule.code[:3] in NEVER_FIXED:
        return "display"
    old = source[edit.span.start : edit.span.end]
    if old == edit.content or _numbers(old) != _numbers(edit.content):
        return "display"
    return "safe" if edit.safe else "unsafe"


def _numbers(text: str) -> Counter[Decimal | str]:
    return Counter(_value(found.group()) for found in _NUMBER.finditer(text))


def _value(number: str) -> Decimal | str:
    from decimal import Decimal, InvalidOperation

    plain = number.replace(",", "") if _GROUPED.fullmatch(number) else number.replace(",", ".")
    try:
        return Decimal(plain).normalize()
    except InvalidOperation:
        return number


def fix(source: str, check: Callable[[str], Iterable[Diagnostic]], *, unsafe: bool = False) -> Fixed:
    """Make the fixes of the findings that `check` has in the text, until there are none.

    Where two edits overlap, the first in the text is made; the other comes in the next pass if it still holds.
    """
    allowed = ("safe", "unsafe") if unsafe else ("safe",)
    text = source
    applied: list[Diagnostic] = []
    for _ in range(PASSES):
        offers: list[tuple[Edit, Diagnostic]] = [
            (diagnostic.finding.edit, diagnostic)
            for diagnostic in check(text)
            if diagnostic.finding.edit is not None and applicability(diagnostic, text) in allowed
        ]
        if not offers:
            return Fixed(text, tuple(applied))
        made = without_overlap(offers)
        text = apply(text, (edit for edit, _ in made))
        applied += (diagnostic for _, diagnostic in made)
    return Fixed(source, endless=True)
