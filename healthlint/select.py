"""Which rules run on a file, with which options: settings and rule packs brought together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

from healthlint.config.model import Choice, ConfigError, Rules, Step
from healthlint.config.suggest import did_you_mean, one_of
from healthlint.config.typed import BadValueError, convert, read_fields
from healthlint.diagnostic import RuleCard
from healthlint.finding import Severity
from healthlint.packs import Packs
from healthlint.profile import Profile
from healthlint.rule import FAMILIES, AnyRule

EVERYTHING = "ALL"
EXACT = 3
"""What `matches` says of a selector that is a rule's own code or name."""

_Level = Literal["error", "warning", "suggestion", "off"]


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule that was selected. `level` replaces the severity that the profile gives it, where it is set."""

    rule: AnyRule
    options: Any
    card: RuleCard
    level: _Level | None = None

    def severity(self, profile: Profile) -> Severity | None:
        """The rule's severity in a profile; None when it does not run there."""
        if self.level is not None:
            return None if self.level == "off" else self.level
        return self.rule.severity.get(profile.name)


def card_of(rule: AnyRule) -> RuleCard:
    """What reports say about a rule. Its address is that of the standard that it rests on first."""
    family = FAMILIES.get(rule.family, rule.family)
    url = rule.sources[0].url if rule.sources else ""
    return RuleCard(
        rule.code, rule.name, family, rule.summary, rule.sources, url, rule.precision, scope=rule.scope
    )


def chosen_profile(name: str, where: str) -> Choice:
    """The profile with this name, or "auto". Raises `ConfigError` naming the accepted ones."""
    names = get_args(Choice)
    if name in names:
        return cast("Choice", name)
    raise ConfigError(
        (f"{where}: unknown profile '{name}'.{did_you_mean(name, names)} Profiles are {one_of(names)}.",)
    )


def active_rules(
    packs: Packs, steps: Sequence[Step], options: Sequence[tuple[str, Rules]], *, preview: bool = False
) -> tuple[ActiveRule, ...]:
    """The rules that `steps` select, in order of their codes, with their options, later ones winning.

    Each item of `options` has the origin of its table. Raises `ConfigError` naming every unknown rule and
    every option that does not fit.
    """
    problems = [problem for step in steps for problem in _unknown(packs, step)]
    chosen = [rule for rule in packs.rules.values() if _selected(rule, steps, preview)]
    given = _options_by_code(packs, options, problems)
    built = tuple(_activate(rule, given.get(rule.code, ()), problems) for rule in chosen)
    if problems:
        raise ConfigError(tuple(dict.fromkeys(problems)))
    return built


def matches(selector: str, rule: AnyRule) -> int:
    """How exactly `selector` names the rule: 0 not, 1 by ALL, 2 by its family, 3 by code or name."""
    if selector.upper() == rule.code or selector.lower() == rule.name:
        return EXACT
    if selector.upper() == rule.family:
        return 2
    return 1 if selector.upper() == EVERYTHING else 0


def _selected(rule: AnyRule, steps: Iterable[Step], preview: bool) -> bool:
    """Whether the steps leave the rule on: in each the more exact selector wins, `ignore` at a tie.

    A rule that is in preview is on when `preview` is, or when it is selected by its own code or name.
    """
    hidden = rule.status == "preview" and not preview
    on = not hidden
    for step in steps:
        chosen = (*(step.select or ()), *step.extend_select)
        wanted = max((matches(selector, rule) for selector in chosen), default=0)
        unwanted = max((matches(selector, rule) for selector in step.ignore), default=0)
        if step.select is not None:
            on = False
        if wanted or unwanted:
            on = wanted > unwanted and (wanted == EXACT or not hidden)
    return on


def _unknown(packs: Packs, step: Step) -> Iterable[str]:
    families = sorted({rule.family for rule in packs.rules.values()})
    for selector in (*(step.select or ()), *step.extend_select, *step.ignore):
        if selector.upper() in (EVERYTHING, *families) or packs.find(selector):
            continue
        hint = did_you_mean(selector, (*packs.identities, *families, EVERYTHING))
        yield f"{step.origin}: unknown rule '{selector}'.{hint} See 'healthlint rule --all' for all rules."


def _options_by_code(
    packs: Packs, options: Iterable[tuple[str, Rules]], problems: list[str]
) -> Mapping[str, list[tuple[str, Mapping[str, Any]]]]:
    found: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for origin, tables in options:
        for identity, table in tables.items():
            rule = packs.find(identity)
            if rule is None:
                hint = did_you_mean(identity, packs.identities)
                problems.append(f"{origin}: unknown rule 'rules.{identity}'.{hint}")
            else:
                found.setdefault(rule.code, []).append((f"{origin}: rules.{identity}", table))
    return found


def _activate(
    rule: AnyRule, tables: Iterable[tuple[str, Mapping[str, Any]]], problems: list[str]
) -> ActiveRule:
    options = rule.options()
    level: _Level | None = None
    for where, table in tables:
        rest = dict(table)
        origin, _, name = where.rpartition(": ")
        if "severity" in rest:
            try:
                level = convert(rest.pop("severity"), _Level, f"{name}.severity")
            except BadValueError as error:
                problems.append(f"{origin}: {error}")
        values, wrong = read_fields(type(options), rest, name)
        problems.extend(f"{origin}: {problem}" for problem in wrong)
        options = replace(options, **values)
    return ActiveRule(rule, options, card_of(rule), level)
