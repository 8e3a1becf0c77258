"""Suppressions in a text: their language, where they stand, and the rules that judge them."""

from __future__ import annotations

from healthlint.directives import (
    blanket_suppression,
    expired_suppression,
    malformed_suppression,
    suppression_without_reason,
    unknown_suppressed_rule,
    unused_suppression,
)
from healthlint.rule import AnyRule

RULES: tuple[AnyRule, ...] = (
    unused_suppression.RULE,
    unknown_suppressed_rule.RULE,
    blanket_suppression.RULE,
    suppression_without_reason.RULE,
    expired_suppression.RULE,
    malformed_suppression.RULE,
)
"""The rules about suppressions. The runner asks them after all others, with a `Review` for options."""
