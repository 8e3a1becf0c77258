"""Rule packs: the rules that installed distributions offer under the entry point `healthlint.rules`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from healthlint.directives import RULES
from healthlint.offers import Offer, offers
from healthlint.rule import AnyRule

GROUP = "healthlint.rules"

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class PackError(Exception):
    """A rule pack could not be loaded; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Packs:
    """The loaded rules by code, and the packs that did not load."""

    rules: Mapping[str, AnyRule]
    errors: tuple[str, ...] = ()

    def find(self, identity: str) -> AnyRule | None:
        """The rule with this code or name."""
        if rule := self.rules.get(identity.upper()):
            return rule
        return next((rule for rule in self.rules.values() if rule.name == identity.lower()), None)

    @property
    def codes(self) -> Mapping[str, str]:
        """The code of every rule, by its code and by its name."""
        return {word: rule.code for rule in self.rules.values() for word in (rule.code, rule.name)}

    @property
    def identities(self) -> tuple[str, ...]:
        """Every code and name, for suggestions."""
        return (*self.rules, *(rule.name for rule in self.rules.values()))


def load(points: Iterable[Offer] | None = None) -> Packs:
    """Load every installed pack. One that fails is named in `errors` and the others still load.

    The engine's own rules, which judge suppressions, are among them.
    """
    own = {rule.code: rule for rule in RULES}
    found = dict(own)
    errors: list[str] = []
    for point in sorted(offers(GROUP) if points is None else points, key=lambda p: p.name):
        try:
            for rule in _rules_of(point):
                _require_identity(rule, found)
                found[rule.code] = rule
        except Exception as error:
            errors.append(
                f"rule pack '{point.name}' ({point.value}) does not load: {type(error).__name__}: {error}. "
                f"Reinstall or uninstall it."
            )
    if found == own and not errors:
        errors.append("no rule pack is installed. Reinstall healthlint: its own rules are missing.")
    return Packs(dict(sorted(found.items())), tuple(errors))


def _require_identity(rule: AnyRule, found: Mapping[str, AnyRule]) -> None:
    """Raise `PackError` for a rule whose code or name is malformed or taken."""
    if not _CODE.fullmatch(rule.code):
        raise PackError(f"its rule code '{rule.code}' must be three capital letters and three digits")
    if not _NAME.fullmatch(rule.name):
        raise PackError(f"its rule name '{rule.name}' must be lower-case words joined by hyphens")
    if rule.code in found:
        raise PackError(f"its rule {rule.code} is already defined by another pack")
    if any(rule.name == other.name for other in found.values()):
        raise PackError(f"its rule {rule.name} is already defined by another pack")


def _rules_of(point: Offer) -> Iterable[AnyRule]:
    offer: Callable[[], Iterable[AnyRule]] = point.load()
    return tuple(offer())
