"""Every suppression of a document, from its comments and its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from healthlint.directives.comments import comments
from healthlint.directives.syntax import Code, Directive, read
from healthlint.document import Document, analysis
from healthlint.text import Span

_IN_COMMENT = "healthlint-"
_REASON_KEYS = ("reason", "until")


@analysis
def directives(document: Document) -> tuple[Directive, ...]:
    """The suppressions of the document in the order of the source."""
    found = list(_from_metadata(document))
    if _IN_COMMENT in document.source:
        for comment in comments(document):
            directive = read(comment.body, comment.start, comment.span)
            if directive is not None:
                found.append(directive)
    return tuple(sorted(found, key=lambda directive: directive.span))


def _from_metadata(document: Document) -> Iterator[Directive]:
    """The directives of `healthlint: {ignore: {CODE: reason}}`, each for the whole file.

    In the place of a reason, a table may give `reason` and `until`. A bare code or a list of codes gives no
    reasons.
    """
    own = document.metadata.get("healthlint")
    ignored = own.get("ignore") if isinstance(own, Mapping) else None
    if ignored is None:
        return
    if isinstance(ignored, str):
        ignored = [ignored]
    if isinstance(ignored, Mapping):
        entries = [(str(code), *_reason_and_until(value)) for code, value in ignored.items()]
    elif isinstance(ignored, (list, tuple)):
        entries = [(str(code), "", "") for code in ignored]
    else:
        entries = []
    if not entries:
        yield Directive(_key_span(document.source, "ignore", 0), "disable-file", "ignore")
    at = _key_span(document.source, "ignore", 0).end
    for code, reason, until in entries:
        span = _key_span(document.source, code, at)
        at = max(at, span.end)
        yield Directive(span, "disable-file", "ignore", (Code(code, span),), reason, until)


def _reason_and_until(value: Any) -> tuple[str, str]:
    if isinstance(value, Mapping):
        reason, until = (value.get(key) for key in _REASON_KEYS)
    else:
        reason, until = value, None
    return (
        " ".join(reason.split()) if isinstance(reason, str) else "",
        "" if until is None else str(until),
    )


def _key_span(source: str, key: str, start: int) -> Span:
    """Where a key of the front matter stands from `start` on; the first line when it is written otherwise."""
    found = re.compile(rf"(?<![\w.-]){re.escape(key)}(?![\w.-])").search(source, start)
    return Span(*found.span()) if found else Span(0, len(source.splitlines()[0]) if source else 0)
