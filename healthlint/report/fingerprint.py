"""A name for each finding that outlives moved lines: its rule, its sentence and the headings above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from healthlint.diagnostic import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """One fingerprint (32 hexadecimal digits) for each finding of a file, in order and all different.

    White space and case do not count. Findings of one rule on equal sentences are told apart by their order.
    """
    seen: Counter[str] = Counter()
    marks: list[str] = []
    for diagnostic in diagnostics:
        key = _key(diagnostic)
        seen[key] += 1
        marks.append(hashlib.sha256(f"{key}\0{seen[key]}".encode(errors="surrogatepass")).hexdigest()[:32])
    return tuple(marks)


def _key(diagnostic: Diagnostic) -> str:
    parts = (diagnostic.rule.code, diagnostic.sentence, *diagnostic.section)
    return "\0".join(" ".join(part.casefold().split()) for part in parts)
