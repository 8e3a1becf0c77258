"""Everything that the author of a rule imports. Re-exports only."""

from __future__ import annotations

from healthlint.analysis.sentences import Sentence, sentences
from healthlint.document import Block, Document, Link, analysis
from healthlint.finding import Confidence, Edit, Finding, Related, Severity
from healthlint.profile import Profile, ProfileName
from healthlint.rule import AnyRule, Example, NoOptions, Rule, Source, severities
from healthlint.text import Span, Text

__all__ = [
    "AnyRule",
    "Block",
    "Confidence",
    "Document",
    "Edit",
    "Example",
    "Finding",
    "Link",
    "NoOptions",
    "Profile",
    "ProfileName",
    "Related",
    "Rule",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Text",
    "analysis",
    "sentences",
    "severities",
]
