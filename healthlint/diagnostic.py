"""What a run found, as data: everything that the report formats see, and nothing else.

All of it is plain frozen data, so that it can be cached and sent between processes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from healthlint.finding import Finding, Severity
from healthlint.rule import Scope, Source
from healthlint.text import LineIndex

FileStatus = Literal["checked", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What a report says about a rule.

    `url` is the address of its page; `precision` is measured (0 to 1) or None. `scope` says how much of the
    text the rule looks at to make one finding.
    """

    code: str
    name: str
    family: str
    summary: str
    sources: tuple[Source, ...]
    url: str
    precision: float | None = None
    scope: Scope = "sentence"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding with the rule that made it and the severity that it has in this file.

    `sentence` is the text of the sentence that the finding starts in, `section` the headings above it,
    outermost first: they name the finding when lines move. `justification` is the reason that a suppression
    gives for it, where it has one.
    """

    rule: RuleCard
    severity: Severity
    finding: Finding
    sentence: str = ""
    section: tuple[str, ...] = ()
    justification: str = ""


@dataclass(frozen=True)
class FileReport:
    """What happened to one input.

    `filename` is the name to show, `source` its decoded text (empty when it could not be read), `reason` says
    why it was skipped or failed, `profile` the kind of text it was checked as and `profile_origin` where that
    came from ("default", "command line", "front matter", "configuration", "guess: ..."). `metrics` holds the
    readability figures. `notes` are remarks that are no findings (a part left out, suggestions not listed).
    """

    filename: str
    status: FileStatus
    reason: str = ""
    source: str = ""
    profile: str = ""
    profile_origin: str = ""
    metrics: Mapping[str, float | int | str | None] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def lines(self) -> LineIndex:
        """Rows and columns of this file."""
        return LineIndex(self.source)


@dataclass(frozen=True)
class Report:
    """One run: its files in order, and the errors that belong to no file (a pack, an option, a path).

    `prefix` leads from the top folder of the repository to the folder that file names are relative to: empty,
    or a path that ends with a slash.
    """

    version: str
    files: tuple[FileReport, ...]
    errors: tuple[str, ...] = ()
    prefix: str = ""
