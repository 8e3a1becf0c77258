"""A report to try formats on: wide and combining characters, spans over lines, hidden findings, failures."""

from __future__ import annotations

from healthlint.diagnostic import Diagnostic, FileReport, Report, RuleCard
from healthlint.finding import Edit, Finding, Related, Severity
from healthlint.rule import Source
from healthlint.text import Span

SOURCE = (
    "# Tea & 茶\r\n\r\n"
    "It cures <everything>, and a\u0301 👍🏽 100% of\tpeople | feel `better`.\r\n"
    "The next line\r\ngoes on, and on.\r\n"
)
STANDARD = Source("Example Agency", "Guide to claims & promises", "https://example.org/guide?a=1&b=2", "4.2")
CURE = RuleCard(
    "EFF002", "cure-claim", "efficacy claims", "Keep cures for cures.", (STANDARD,), STANDARD.url, 0.9
)
LONG = RuleCard("REA002", "long-sentence", "readability", "Keep sentences short.", (STANDARD,), STANDARD.url)


def at(text: str) -> Span:
    start = SOURCE.index(text)
    return Span(start, start + len(text))


def finding(
    card: RuleCard,
    text: str,
    severity: Severity = "warning",
    message: str = "It says too much.",
    suggestion: str = "",
) -> Diagnostic:
    related = (Related(at("Tea"), "the topic"),) if card is CURE else ()
    edit = Edit(at("cures"), "may help") if card is CURE else Edit(at("goes on"), "continues", safe=True)
    return Diagnostic(
        card, severity, Finding(at(text), message, suggestion, "high", related, edit), text, ("Tea & 茶",)
    )


CHECKED = FileReport(
    filename="pages/tea & 茶.md",
    status="checked",
    source=SOURCE,
    profile="news",
    profile_origin="command line",
    metrics={"grade": 8.4, "words": 21, "smog": None},
    diagnostics=(
        finding(
            CURE, "cures <everything>", "error", "50% of readers:\ntake it, as a promise.", 'Say "may help".'
        ),
        finding(LONG, "👍🏽 100% of\tpeople", "suggestion"),
        finding(LONG, "next line\r\ngoes on", "warning"),
    ),
    suppressed=(finding(LONG, "on, and on"),),
    baselined=(finding(LONG, "feel `better`"),),
    notes=("2 more suggestions of long-sentence (REA002) not listed",),
)
FAILED = FileReport("pages/latin,1.md", "failed", "The file is not UTF-8.")
SKIPPED = FileReport("pages/empty.md", "skipped", "It has no text.")
REPORT = Report("1.2.3", (CHECKED, FAILED, SKIPPED), ("a pack does not load",), "site/")
EMPTY = Report("1.2.3", ())
