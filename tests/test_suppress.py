"""Suppressions: which findings they hide, where they are read, and what is said about them."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.add_ignore import ReasonError, add_ignores
from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.directives import RULES
from healthlint.directives.syntax import Directive, read
from healthlint.packs import load
from healthlint.parsing import parse
from healthlint.rule import AnyRule
from healthlint.runner import check_text, lint_text
from healthlint.testing import unmarked
from healthlint.text import Span
from tests.small_pack import TODAY, small_settings

CLAIMS = ("EFF002",)
"""What most tests select, so that a page has one finding for each 'cures'."""


def check(
    text: str, path: str = "page.md", *, today: date = TODAY, select: tuple[str, ...] = CLAIMS
) -> FileReport:
    report = check_text(text, path, small_settings(select=(*select, "DIR"), today=today))
    assert report.status == "checked", report.reason
    return report


def lines_of(report: FileReport, found: tuple[Diagnostic, ...]) -> list[int]:
    return [report.lines.row(diagnostic.finding.span.start) for diagnostic in found]


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.rule.code for diagnostic in found]


def shows(text: str, path: str = "page.md") -> list[int]:
    """The lines on which a claim is shown; nothing may be said about the suppressions."""
    report = check(text, path)
    assert set(codes(report.diagnostics)) <= {"EFF002"}, report.diagnostics
    return lines_of(report, report.diagnostics)


NEXT = "<!-- healthlint-disable-next-line EFF002 -- why -->"
LINE = "<!-- healthlint-disable-line EFF002 -- why -->"
RANGE = "<!-- healthlint-disable EFF002 -- why -->"
FILE = "<!-- healthlint-disable-file EFF002 -- why -->"
FILE_MDX = "{/* healthlint-disable-file EFF002 -- why */}"
NEXT_MDX = "{/* healthlint-disable-next-line EFF002 -- why */}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{NEXT}\nIt cures.\n\nIt cures.\n", [4]),
        (
            f"{NEXT}\n\n\nIt\ncures and\nit cures.\n\nIt cures.\n",
            [8],
        ),
        ("<!-- healthlint-disable-next-line cure-claim -- why -->\n\nIt cures.\n", []),
        ("<!--healthlint-disable-next-line JRG003,EFF002 -- why-->\n# It cures\n\nIt cures; utilize.\n", [4]),
        ("<!-- healthlint-disable-next-line EFF002\n-- why -->\n\n- It cures.\n- It cures.\n", [5]),
        (f"{NEXT}\n\n> It cures.\n\nIt cures.\n", [5]),
        (
            f"{NEXT}\n\n| It | cures |\n|--|--|\n| It cures | x |\n\nIt cures.\n",
            [7],
        ),
        (f"- a\n\n  {NEXT}\n\n- It cures.\n- It cures.\n", [6]),
        (
            f"{NEXT}\n\n![It cures](a.png) It cures.\n\nIt cures.\n",
            [5],
        ),
        (f"It cures. {LINE}\nIt cures.\n", [2]),
        (f"- It cures. {LINE}\n- It cures.\n", [2]),
        (
            f"It cures.\n\n{RANGE}\n\nIt cures.\n\n<!-- healthlint-enable -->\n\nIt cures.\n",
            [1, 9],
        ),
        (
            f"{RANGE}\n\nIt cures.\n\n<!-- healthlint-enable cure-claim -->\n\nIt cures.\n",
            [7],
        ),
        (
            "<!-- healthlint-disable EFF002, JRG003 -- why -->\n\nutilize\n\n"
            "<!-- healthlint-enable JRG003 -->\n\nIt cures.\n",
            [],
        ),
        (f"It cures.\n\n{RANGE}\n\nIt cures.\n", [1]),
        (f"It cures.\n\nIt cures.\n\n{FILE}\n", []),
        ("---\nhealthlint:\n  ignore:\n    EFF002: why\n---\n\nIt cures.\n", []),
        ("---\nhealthlint: {ignore: {cure-claim: {reason: why, until: 2030-01-01}}}\n---\n\nIt cures.\n", []),
        ("+++\n[healthlint.ignore]\nEFF002 = 'why'\n+++\n\nIt cures.\n", []),
        (f"---\ntitle: It cures\n---\n\n{FILE}\n\nIt cures.\n", []),
    ],
)
def test_reach_in_markdown(text: str, shown: list[int]) -> None:
    report = check(text, select=("EFF002", "JRG003"))
    claims = tuple(d for d in report.diagnostics if d.rule.code == "EFF002")
    assert lines_of(report, claims) == shown
    assert not [code for code in codes(report.diagnostics) if code.startswith("DIR") and code != "DIR001"]
    assert check(text.replace("\n", "\r\n"), select=("EFF002", "JRG003")).suppressed


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("page.mdx", f"{NEXT_MDX}\nIt cures.\n\nIt cures.\n", [4]),
        (
            "page.mdx",
            "{/*\n  healthlint-disable-next-line EFF002\n  -- why\n*/}\n\nIt cures.\n\nIt cures.\n",
            [8],
        ),
        (
            "page.mdx",
            f"<Card>\n\n    {NEXT_MDX}\n\n    It cures.\n\n</Card>\n\nIt cures.\n",
            [9],
        ),
        ("page.mdx", "It cures. {/* healthlint-disable-line EFF002 -- why */}\n\nIt cures.\n", [3]),
        (
            "page.html",
            f"<p>It cures.</p>\n{NEXT}\n<p>It\ncures.</p>\n<p>It cures.</p>",
            [1, 5],
        ),
        (
            "page.html",
            f"<p>{NEXT}It cures.</p><p>It cures.</p>",
            [1],
        ),
        ("page.html", f"<p>It cures.{NEXT} It cures.</p>", [1]),
        (
            "page.html",
            f"<!doctype html><title>It cures</title>{FILE}",
            [],
        ),
        ("page.html", f"<p>It cures. {LINE}</p>\n<p>It cures.</p>", [2]),
        ("page.txt", f"{NEXT}\nIt cures.\n\nIt cures.\n", [4]),
        ("page.txt", f"It cures.\n\n{FILE}\n\nIt cures.\n", []),
    ],
)
def test_reach_in_other_formats(path: str, text: str, shown: list[int]) -> None:
    assert shows(text, path) == shown


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("page.md", f"`{FILE}` It cures.\n"),
        ("page.md", f"```html\n{FILE}\n```\n\nIt cures.\n"),
        ("page.md", f"~~~\n{FILE}\n\nIt cures.\n~~~\n\nIt cures.\n"),
        ("page.md", f"Text\n\n    {FILE}\n\nIt cures.\n"),
        ("page.md", f"<pre>\n{FILE}\n</pre>\n\nIt cures.\n"),
        ("page.md", f"\\{FILE}\n\nIt cures.\n"),
        ("page.md", f"---\ntitle: x # {FILE}\n---\n\nIt cures.\n"),
        ("page.mdx", f"`{FILE_MDX}` It cures.\n"),
        ("page.mdx", f"```\n{FILE_MDX}\n```\n\nIt cures.\n"),
        ("page.html", f"<pre><code>{FILE}</code></pre><p>It cures."),
        ("page.html", f"<p title='{FILE}'>It cures."),
        ("page.html", f"<script>'{FILE}'</script><p>It cures."),
        ("page.html", "<p>&lt;!-- healthlint-disable-file EFF002 -- why --&gt; It cures."),
        ("page.txt", f"See {FILE} there.\n\nIt cures.\n"),
    ],
)
def test_what_stands_in_code_is_not_read(path: str, text: str) -> None:
    report = check(text, path)
    assert codes(report.diagnostics) == ["EFF002"]
    assert report.suppressed == ()


@pytest.mark.parametrize(
    ("directive", "expected", "marked"),
    [
        ("<!-- healthlint-disable-next-line JRG003 -- why -->", "DIR001", "JRG003"),
        ("<!-- healthlint-disable-next-line EFF002, plain-word -- why -->", "DIR001", "plain-word"),
        ("<!-- healthlint-disable-next-line EFF022, EFF002 -- why -->", "DIR002", "EFF022"),
        ("<!-- healthlint-disable-next-line eff002 -- why -->", "DIR002", "eff002"),
        ("<!-- healthlint-disable-next-line Cure-Claim -- why -->", "DIR002", "Cure-Claim"),
        ("<!-- healthlint-disable-next-line EFF -- why -->", "DIR002", "EFF"),
        ("<!-- healthlint-disable-next-line -- why -->", "DIR003", None),
        ("<!-- healthlint-disable-next-line -->", "DIR003", None),
        ("<!-- healthlint-disable-file -- why -->", "DIR003", None),
        ("<!-- healthlint-disable-next-line EFF002 -->", "DIR004", None),
        ("<!-- healthlint-disable-next-line EFF002 -- -->", "DIR004", None),
        ("<!-- healthlint-disable-next-line EFF002 until=2026-06-14 -- why -->", "DIR005", None),
        ("<!-- healthlint-disable-next-line EFF002 -- why until=2026-06-14 -->", "DIR005", None),
        ("<!-- healthlint-disable-next-line EFF002 until=tomorrow -- why -->", "DIR005", None),
        ("<!-- healthlint-disable-next-line EFF002 until=2026-13-01 -- why -->", "DIR005", None),
        ("<!-- healthlint-disable-next-line EFF002 until= -- why -->", "DIR005", None),
        ("<!-- healthlint-disable-nextline EFF002 -- why -->", "DIR006", None),
        ("<!-- healthlint-ignore EFF002 -- why -->", "DIR006", None),
        ("<!-- healthlint-enable -->", "DIR006", None),
        ("<!-- healthlint-enable EFF002 -->", "DIR006", "EFF002"),
        ("<!-- healthlint-disable-file DIR004 -- why -->", "DIR001", "DIR004"),
    ],
)
def test_what_is_said_about_a_suppression(directive: str, expected: str, marked: str | None) -> None:
    report = check(f"{directive}\n\nIt cures.\n", select=("EFF002", "JRG003"))
    about = [found for found in report.diagnostics if found.rule.code != "EFF002"]
    assert codes(tuple(about)) == [expected]
    span = about[0].finding.span
    assert report.source[span.start : span.end] == (marked or directive)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("healthlint: {ignore: {EFF002: }}", ["DIR004"]),
        ("healthlint: {ignore: [EFF002]}", ["DIR004"]),
        ("healthlint: {ignore: EFF002}", ["DIR004"]),
        ("healthlint: {ignore: {EFF999: why}}", ["DIR002", "EFF002"]),
        ("healthlint: {ignore: true}", ["DIR003", "EFF002"]),
        ("healthlint: {ignore: {EFF002: {reason: why, until: 2020-01-31}}}", ["DIR005", "EFF002"]),
    ],
)
def test_what_is_said_about_front_matter(front: str, expected: list[str]) -> None:
    report = check(f"---\ntitle: EFF002 and EFF999\n{front}\n---\n\nIt cures.\n")
    assert codes(report.diagnostics) == expected
    if expected[0] != "DIR003":
        span = report.diagnostics[0].finding.span
        assert report.lines.row(span.start) == 3
        assert report.source[span.start : span.end].startswith("EFF")


def test_a_suppression_lasts_up_to_its_day() -> None:
    text = "<!-- healthlint-disable-next-line EFF002 until=2026-06-15 -- why -->\n\nIt cures.\n"
    assert codes(check(text).diagnostics) == []
    assert codes(check(text, today=date(2026, 6, 16)).diagnostics) == ["DIR005", "EFF002"]


def test_the_reason_goes_with_the_finding() -> None:
    (hidden,) = check("<!-- healthlint-disable-file EFF002 -- a  book\ntitle -->\n\nIt cures.\n").suppressed
    assert hidden.justification == "a book title"


def test_a_document_finding_is_hidden_at_its_anchor_or_for_the_file() -> None:
    for verb, hidden in (("disable-next-line", ["RSK001"]), ("disable-file", ["RSK001"])):
        text = f"<!-- healthlint-{verb} RSK001 -- see the leaflet -->\n\nIt cures.\n\nIt cures.\n"
        assert codes(check(text, select=("RSK001",)).suppressed) == hidden
    late = "It cures.\n\n<!-- healthlint-disable-next-line RSK001 -- see the leaflet -->\n\nIt cures.\n"
    assert codes(check(late, select=("RSK001",)).diagnostics) == ["RSK001", "DIR001"]


def test_a_suppression_of_a_rule_that_did_not_run_is_not_unused() -> None:
    assert codes(check("<!-- healthlint-disable-file JRG003 -- why -->\n\nText.\n").diagnostics) == []


def test_a_suppression_does_not_hide_a_file_that_cannot_be_checked() -> None:
    report = lint_text("<!-- healthlint-disable-file EFF002 -- why -->", "page.md", small_settings(select=()))
    assert report.status == "checked"
    broken = lint_text("---\nprofile: nonsense\n---\n<!-- healthlint-disable-file EFF002 -- why -->")
    assert broken.status == "failed"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))
def test_the_examples_of_the_rules_about_suppressions(rule: AnyRule) -> None:
    known = load()
    assert known.rules[rule.code] is rule
    assert known.find(rule.name) is rule
    assert len(rule.page.split("\n\n")) > 3
    for example in (*rule.good, *rule.bad):
        text, spans = unmarked(str(example))
        report = lint_text(text, "example.md")
        found = tuple(
            d.finding.span for d in report.diagnostics if d.rule is not None and d.rule.code == rule.code
        )
        assert found == spans, text


@given(st.text(max_size=80))
def test_any_text_can_be_read_as_a_directive(text: str) -> None:
    directive = read(f" healthlint-{text}", 10, Span(6, 200))
    assert isinstance(directive, Directive)
    for code in directive.codes:
        assert code.text == f" healthlint-{text}"[code.span.start - 10 : code.span.end - 10]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab <>!-`\n{}/*#|$'\"~", max_size=60), st.sampled_from(["md", "mdx", "html", "txt"]))
def test_no_text_around_a_suppression_breaks_the_check(text: str, ending: str) -> None:
    directive = "<!-- healthlint-disable-file EFF002 -- why -->"
    report = check(f"{text}\n{directive}\n{text}", f"page.{ending}")
    assert set(codes(report.diagnostics)) <= {"EFF002", "DIR001"}


PIECES = (
    "It cures.",
    "It cures\nmany. It cures all.",
    "# It cures",
    "It cures\n========",
    "- It cures.\n- Plain.\n- It\n  cures.",
    "1. It cures.\n\n   It cures.\n2. Plain.",
    "> It cures.\n> It cures.",
    "| It | cures |\n|--|--|\n| a | it cures |",
    "![It cures](a.png)",
    "[It cures](https://example.org) and **it cures**.",
    "<div>\nIt cures.\n</div>",
    "<p>It cures.</p>",
    "```\nIt cures.\n```",
    "    It cures in code.",
    "It cures.  \nIt cures.\\\nIt cures.",
    "Plain.",
    "- [ ] It cures.",
    "Plain[^1].\n\n[^1]: It cures.",
    "> - It cures.\n>\n>   It cures.",
)
HEADS = ("", "---\ntitle: It cures\n---\n\n", "\ufeff", "+++\ntitle = 'It cures'\n+++\n")
DIRECTIVE = re.compile(r"<!-- healthlint-[^>]*-->|\{/\* healthlint-[^}]*\}")
FRAME = re.compile(r"[\s>]")


def is_inside(part: str, whole: str) -> bool:
    """Whether `whole` is `part` with insertions."""
    characters = iter(whole)
    return all(character in characters for character in part)


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["page.md", "page.mdx"]),
    st.sampled_from(["old page", "old page until=2099-12-31"]),
)
def test_add_ignore_hides_every_finding_and_only_inserts(
    head: str, pieces: list[str], newline: str, path: str, reason: str
) -> None:
    text = (head + "\n\n".join(pieces) + "\n").replace("\n", newline)
    assert_ignored(text, path, reason)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["", "<!DOCTYPE html>\n", "<html><head><title>It cures</title></head><body>"]),
    st.lists(
        st.sampled_from(
            [
                "<p>It cures.</p>",
                "<p>\n  It cures.\n</p>",
                "<ul><li>It cures.<li>Plain.</ul>",
                "<table><tr><td>It cures.</td><td>Plain.</td></tr><tr><td>It cures.</td></tr></table>",
                "<img alt='It cures'>",
                "<p><b>It cures.</b> It cures.",
                "<pre>It cures.</pre>",
                "It cures.",
                "<h2>It cures</h2>",
            ]
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["", "\n", "\r\n"]),
)
def test_add_ignore_in_html(head: str, pieces: list[str], newline: str) -> None:
    assert_ignored(head + newline.join(pieces), "page.html", "old page")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["It cures.", "TITLE", "- It cures.", "Plain\nit cures.", "> It cures."]), min_size=1
    ),
    st.sampled_from(["\n", "\n\n"]),
)
def test_add_ignore_in_plain_text(pieces: list[str], gap: str) -> None:
    assert_ignored(gap.join(pieces), "page.txt", "old page")


def assert_ignored(text: str, path: str, reason: str) -> None:
    before = check(text, path)
    ignored = add_ignores(parse(text, path), lambda new: check(new, path).diagnostics, reason)
    after = check(ignored.text, path)
    assert codes(after.diagnostics) == []
    assert ignored.left == ()
    assert len(after.suppressed) >= len(before.diagnostics)
    assert is_inside(text, ignored.text)
    assert FRAME.sub("", DIRECTIVE.sub("", ignored.text)) == FRAME.sub("", text)
    assert ignored.written == ignored.text.count("healthlint-disable")
    assert (ignored.text == text) is (not before.diagnostics)


def test_add_ignore_writes_the_narrowest_form() -> None:
    text = "---\ntitle: It cures\n---\n\n# Plain\n\nIt\ncures.\n\n- It cures.\n\n> It cures.\n"
    ignored = add_ignores(parse(text, "a.md"), lambda new: check(new).diagnostics[-3:], "old page").text
    assert ignored == (
        "---\ntitle: It cures\n---\n\n# Plain\n\n"
        "<!-- healthlint-disable-next-line EFF002 -- old page -->\nIt\ncures.\n\n"
        "- It cures. <!-- healthlint-disable-line EFF002 -- old page -->\n\n"
        "> <!-- healthlint-disable-next-line EFF002 -- old page -->\n> It cures.\n"
    ) or ignored.startswith("---\ntitle: It cures\n---\n<!-- healthlint-disable-file EFF002 -- old page -->\n")


def test_add_ignore_joins_the_rules_of_a_place() -> None:
    text = "It cures; utilize it.\n"

    def found(new: str) -> tuple[Diagnostic, ...]:
        return check(new, select=("EFF002", "JRG003", "RSK001")).diagnostics

    ignored = add_ignores(parse(text, "a.md"), found, "old page")
    assert ignored.text == f"<!-- healthlint-disable-next-line EFF002, JRG003, RSK001 -- old page -->\n{text}"


@pytest.mark.parametrize("reason", ["a --> b", "a */ b", "a\nb", "a --!> b"])
def test_a_reason_that_would_end_its_comment_is_refused(reason: str) -> None:
    with pytest.raises(ReasonError):
        add_ignores(parse("It cures.", "a.md"), lambda new: check(new).diagnostics, reason)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=6), st.data())
def test_next_line_hides_the_next_block_and_nothing_else(claims: list[bool], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(claims) - 1))
    blocks = ["It cures." if claim else "Plain." for claim in claims]
    marked = [*blocks[:at], "<!-- healthlint-disable-next-line EFF002 -- why -->", *blocks[at:]]
    report = check("\n\n".join(marked))
    starts = [0]
    for block in marked:
        starts.append(starts[-1] + len(block) + 2)
    inside = [
        any(start <= d.finding.span.start < end for d in report.suppressed) for start, end in pairwise(starts)
    ]
    assert inside == [number == at + 1 and claims[at] for number in range(len(marked))]
    assert sum(d.rule.code == "EFF002" for d in report.diagnostics) == sum(claims) - claims[at]
    assert ("DIR001" in codes(report.diagnostics)) is (not claims[at])
