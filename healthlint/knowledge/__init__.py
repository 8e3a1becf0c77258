"""Drugs, other interventions, conditions and approved uses: the shipped tables and how to ask them."""

from healthlint.knowledge.lookup import (
    approved_uses,
    condition,
    condition_names,
    established,
    intervention,
    intervention_names,
    use_of,
    uses_of,
)
from healthlint.knowledge.model import Condition, Intervention, Kind, Status, Table, Use
from healthlint.knowledge.tables import tables

__all__ = [
    "Condition",
    "Intervention",
    "Kind",
    "Status",
    "Table",
    "Use",
    "approved_uses",
    "condition",
    "condition_names",
    "established",
    "intervention",
    "intervention_names",
    "tables",
    "use_of",
    "uses_of",
]
