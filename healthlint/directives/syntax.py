"""The language of suppressions: what stands in a comment that begins with `healthlint-`.

    healthlint-disable-next-line CODE[, CODE] [until=2027-01-31] -- reason

Codes are codes or names of rules, in their own case. The other verbs are `-disable-line`, `-disable` (up to
`-enable`, or the end of the file) and `-disable-file`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from healthlint.text import Span

Verb = Literal["disable-next-line", "disable-line", "disable", "enable", "disable-file", ""]

VERBS: tuple[Verb, ...] = ("disable-next-line", "disable-line", "disable", "enable", "disable-file")

_DIRECTIVE = re.compile(r"\s*healthlint-([\w-]*)(.*)", re.DOTALL)
_REASON = re.compile(r"(?:^|(?<=\s))--(?=\s|$)")
_WORD = re.compile(r"[^\s,]+")
_UNTIL = re.compile(r"(?:^|(?<=[\s,]))until=(\S*)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Code:
    """A rule as a directive names it, and where in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """One suppression. `span` is its whole comment, or the key of its front matter.

    `word` is the verb as it is written and `verb` the one that was understood, empty when there is none such.
    `until` is the day as it is written, empty when it never ends.
    """

    span: Span
    verb: Verb
    word: str
    codes: tuple[Code, ...] = ()
    reason: str = ""
    until: str = ""

    @property
    def last_day(self) -> date | None:
        """The last day on which it hides anything; None without one, or when `until` is no date."""
        return date_of(self.until)

    def expired(self, today: date) -> bool:
        """Whether it hides nothing any more. A date that cannot be read has passed: the safe side."""
        last = self.last_day
        return bool(self.until) and (last is None or last < today)


def date_of(text: str) -> date | None:
    """The ISO date (`2027-01-31`) that `text` is, if it is one."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def read(body: str, start: int, span: Span) -> Directive | None:
    """The directive that a comment holds, if any.

    `body` is the text between the marks of the comment, `start` its offset in the source, `span` the comment.
    """
    found = _DIRECTIVE.match(body)
    if found is None:
        return None
    word, rest = found.groups()
    verb: Verb = next((verb for verb in VERBS if verb == word), "")
    dashes = _REASON.search(rest)
    head = rest[: dashes.start()] if dashes else rest
    until = _UNTIL.search(rest)
    at = start + found.start(2)
    return Directive(
        span,
        verb,
        word,
        tuple(
            Code(code.group(), Span(at + code.start(), at + code.end()))
            for code in _WORD.finditer(head)
            if not code.group().startswith("until=")
        ),
        " ".join(_UNTIL.sub("", rest[dashes.end() :]).split()) if dashes else "",
        until.group(1) or "?" if until else "",
    )
