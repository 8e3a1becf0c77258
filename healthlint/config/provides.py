"""Notices that page templates add to articles: the template must exist and must say what it is said to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from healthlint.config.model import Notice
from healthlint.config.resolve import ProvidedNotice

_PROFESSIONAL = (
    r"(?:doctor|physician|gp|pharmacist|nurse|midwife|dentist|psychiatrist|prescriber|clinician|specialist"
    r"|(?:health ?care|medical|health) (?:professional|provider|team|practitioner))"
)
_SAYS: Mapping[Notice, re.Pattern[str]] = MappingProxyType(
    {
        "risk": re.compile(
            r"\b(?:side[- ]effects?|risks?|adverse (?:event|effect|reaction)s?|(?:can|may|might|could) cause"
            r"|complications?)\b",
            re.IGNORECASE,
        ),
        "supervision": re.compile(
            r"\b(?:talk|speak|consult|ask|see|check|contact|discuss|call|advice|guidance|supervision|supervised)\b"
            rf"[^.!?]{{0,80}}\b{_PROFESSIONAL}s?\b",
            re.IGNORECASE,
        ),
        "crisis-line": re.compile(
            r"\b988\b|\b116 ?123\b|\b13 ?11 ?14\b|\b741741\b|\b85258\b"
            r"|\b(?:crisis|help|life|hot) ?line\b[^.!?]{0,80}\d{3}|\bsamaritans\b",
            re.IGNORECASE,
        ),
    }
)
_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)


def missing_notices(provided: Iterable[ProvidedNotice]) -> tuple[str, ...]:
    """A sentence about each template that does not exist or does not say what it should."""
    return tuple(dict.fromkeys(problem for entry in provided for problem in _problems(entry)))


def _problems(provided: ProvidedNotice) -> Iterator[str]:
    shown = provided.entry.path
    try:
        text = _text(provided.template)
    except OSError:
        yield f"{provided.origin}: there is no template '{shown}'. Give its path from the configuration file."
        return
    for notice in provided.entry.what:
        if not _SAYS[notice].search(text):
            yield (
                f"{provided.origin}: the template '{shown}' does not carry the notice '{notice}'. "
                f"Add it to the template, or take it out of 'what'."
            )


def _text(template: Path) -> str:
    """The words of a template, without its tags, on one line."""
    source = template.read_text(encoding="utf-8", errors="replace")
    return " ".join(_TAG.sub(" ", source).split())
