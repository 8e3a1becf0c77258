"""The shape of the JSON reports as types; the published JSON Schema is generated from them.

Rows and columns count from 1, offsets from 0, all in code points of the decoded source; ends are exclusive.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from healthlint.diagnostic import FileStatus
from healthlint.finding import Confidence, Severity


class Position(TypedDict):
    """A place in the source."""

    row: Annotated[int, "Line, from 1."]
    column: Annotated[int, "Column in code points, from 1."]


class Offset(TypedDict):
    """A half-open range of the source in code points, from 0. A byte order mark counts, CRLF is two."""

    start: Annotated[int, "First code point inside."]
    end: Annotated[int, "First code point after."]


class JsonRelated(TypedDict):
    """Another place that the finding rests on."""

    message: Annotated[str, "What stands there."]
    location: Position
    end_location: Position
    offset: Offset
    excerpt: Annotated[str, "The source text there."]


class JsonSource(TypedDict):
    """The standard behind the rule."""

    publisher: Annotated[str, "Who issued it."]
    title: Annotated[str, "Its title."]
    section: Annotated[str, "The part of it that the rule rests on, or empty."]
    url: Annotated[str, "Its address."]


class JsonEdit(TypedDict):
    """A replacement of one range of the source."""

    content: Annotated[str, "The new text."]
    location: Position
    end_location: Position
    offset: Offset


class JsonFix(TypedDict):
    """A mechanical correction."""

    applicability: Annotated[
        Literal["safe", "unsafe", "display"],
        "Whether it can be applied without reading it, after a look, or is only shown.",
    ]
    message: Annotated[str, "What it does."]
    edits: list[JsonEdit]


class JsonFinding(TypedDict):
    """One finding."""

    code: Annotated[str, "Code of the rule."]
    name: Annotated[str, "Name of the rule."]
    family: Annotated[str, "The three letters of the rule's family."]
    severity: Severity
    confidence: Confidence
    precision: Annotated[
        float | None,
        "Share of the rule's findings that were right on labelled texts, or null where not measured.",
    ]
    message: Annotated[str, "One plain sentence: what is wrong and why it matters."]
    suggestion: Annotated[str, "The nearest accepted wording, or empty."]
    location: Position
    end_location: Position
    offset: Offset
    excerpt: Annotated[str, "The source text of the finding."]
    sentence: Annotated[str, "The sentence that it stands in, as plain text."]
    section: Annotated[list[str], "The headings above it, outermost first."]
    related: list[JsonRelated]
    source: JsonSource | None
    url: Annotated[str, "Address of a page about the rule or its standard."]
    fix: JsonFix | None
    fingerprint: Annotated[str, "Names the finding by rule, sentence and headings, so that it survives moves."]


class JsonFile(TypedDict):
    """What happened to one input."""

    filename: Annotated[str, "Path with forward slashes, as given or relative to the working folder."]
    status: FileStatus
    reason: Annotated[str, "Why it was skipped or failed, or empty."]
    profile: Annotated[str, "The profile that it was checked in, or empty."]
    profile_origin: Annotated[str, "Where the profile was set."]
    metrics: Annotated[dict[str, float | int | str | None], "Readability figures."]
    findings: list[JsonFinding]
    notes: Annotated[list[str], "Remarks that are no findings."]


class JsonSummary(TypedDict):
    """Figures of the run."""

    files: int
    checked: int
    skipped: int
    failed: int
    findings: int
    errors: int
    warnings: int
    suggestions: int
    suppressed: int
    baselined: int


class JsonReport(TypedDict):
    """One run of healthlint."""

    schema_version: Annotated[Literal[1], "Changes only when a key is removed or changes its meaning."]
    version: Annotated[str, "Version of healthlint."]
    files: list[JsonFile]
    errors: Annotated[list[str], "What went wrong outside of any single file."]
    summary: JsonSummary
