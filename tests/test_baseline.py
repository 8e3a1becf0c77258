"""The baseline: what keeps a finding in it, what opens it again, and the file that holds it.

`CI=true` or `HEALTHLINT_SLOW=1` runs 1,000 edits that keep findings baselined and 200 that open one again.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from healthlint.analysis.sentences import sentences
from healthlint.baseline import (
    Baseline,
    BaselineError,
    Page,
    Split,
    Stale,
    dumps,
    entries_of,
    loads,
    rewritten,
    split,
    stale,
)
from healthlint.diagnostic import Diagnostic, FileReport
from healthlint.gate import Gate
from healthlint.parsing import parse
from healthlint.runner import check_text
from healthlint.settings import Settings, make_settings
from tests.small_pack import small_settings
from tests.thorough import THOROUGH

SMALL = small_settings()
RAN = frozenset({"EFF002", "JRG003", "RSK001"})


def check(text: str, path: str = "page.md", known: Settings = SMALL) -> FileReport:
    report = check_text(text, path, known)
    assert report.status == "checked", report.reason
    return report


def codes(found: Sequence[Diagnostic]) -> list[str]:
    return [diagnostic.rule.code for diagnostic in found]


def against(before: str, after: str, path: str = "page.md") -> Split:
    """The findings of a text, parted by the entries of another."""
    report = check(after, path)

    def standing() -> list[str]:
        return [sentence.plain for sentence in sentences(parse(after, path))]

    return split(entries_of(check(before, path).diagnostics), report.diagnostics, standing)


PAGE = "# Tea\n\nThis tea cures colds, says the shop.\n\nDrink it warm.\n\n## Use\n\nutilize a cup.\n"


@pytest.mark.parametrize(
    "after",
    [
        PAGE,
        "# Tea\n\nThis tea cures\ncolds, says   the shop.\n\nDrink it warm.\n\n## Use\n\nutilize a cup.\n",
        "# Tea\n\nNew words. This tea *cures* colds, says the shop. More.\n\n## Use\n\n- utilize a cup.\n",
        "# Green tea\n\nDrink it warm.\n\n## Use\n\nutilize a cup.\n\nThis tea cures colds, says the shop.\n",
        "utilize a cup.\n\nThis tea **cures** [colds](https://example.org), says the shop.\n",
        "<!-- note -->\n\n> This tea cures colds, says the shop.\n",
        "# TEA\n\nTHIS tea cures colds, says the shop.\n",
        "",
    ],
)
def test_what_keeps_a_finding_baselined(after: str) -> None:
    assert codes(against(PAGE, after).new) == []


@pytest.mark.parametrize(
    ("after", "new"),
    [
        ("# Tea\n\nThis tea cures flu, says the shop.\n", ["EFF002", "RSK001"]),
        ("# Tea\n\nThis tea always cures colds, says the shop.\n", ["EFF002", "RSK001"]),
        ("# Tea\n\nThis tea cures colds, says the shop.\n\nIt cures flu.\n", ["EFF002"]),
        ("# Tea\n\nThis tea cures colds, says the shop.\n\nThis tea cures colds, says the shop.\n", ["EFF002"]),
        ("# Tea\n\nPlease utilize two cups.\n\n## Use\n\nutilize a cup.\n", ["JRG003"]),
    ],
)
def test_what_opens_a_finding_again(after: str, new: list[str]) -> None:
    assert codes(against(PAGE, after).new) == new


def test_of_two_equal_sentences_the_one_under_the_old_heading_is_the_old_one() -> None:
    before = "# Tea\n\nIt cures.\n"
    after = "# Soup\n\nIt cures.\n\n# Tea\n\nIt cures.\n"
    result = against(before, after)
    (new,) = (found for found in result.new if found.rule.code == "EFF002")
    assert new.section == ("Soup",)


def test_a_document_finding_hangs_on_its_sentence_and_not_on_its_place() -> None:
    before = "# Tea\n\nIt cures colds.\n"
    earlier = "# Tea\n\nSoup cures flu.\n\nIt cures colds.\n"
    assert codes(against(before, earlier).new) == ["EFF002"]
    assert codes(against(before, earlier.replace("It cures colds.", "It cures all.")).new).count("RSK001") == 1
    assert codes(against(before, "# Tea\n\nSoup cures flu.\n\nIt is for colds.\n").new).count("RSK001") == 1


def test_findings_about_suppressions_are_never_baselined() -> None:
    text = "<!-- healthlint-disable-next-line EFF002 -->\n\nIt cures. There is a risk.\n"
    assert codes(against(text, text).new) == ["DIR004"]


def test_baseline_file_round_trip() -> None:
    baseline = Baseline({"b.md": entries_of(check(PAGE).diagnostics), "a/é.md": {"EFF002": {}}, "c.md": {}})
    text = dumps(baseline)
    assert loads(text).files == {"b.md": baseline.files["b.md"]}
    assert dumps(loads(text)) == text
    assert text.endswith("}\n")
    assert set(json.loads(text)) == {"schema_version", "files"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema_version": 2, "files": {}}',
        '{"schema_version": 1}',
        '{"schema_version": 1, "files": {"a.md": []}}',
        '{"schema_version": 1, "files": {"a.md": {"EFF002": {"0": 1}}}}',
        '{"schema_version": 1, "files": {"a.md": {"EFF002": {"0123456789abcdef.01234567": 0}}}}',
        '{"schema_version": 1, "files": {"a.md": {"EFF002": {"0123456789abcdef.01234567": true}}}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_baseline_is_an_error(text: str) -> None:
    with pytest.raises(BaselineError):
        loads(text)


def page(path: str, before: Baseline, text: str, gone: tuple[str, ...] = ()) -> Page:
    report = check(text, path)
    return Page(path, RAN, split(before.entries(path, gone), report.diagnostics, lambda: ()))


def test_renamed_pages_keep_their_findings() -> None:
    before = Baseline({"old.md": entries_of(check(PAGE).diagnostics)})
    assert codes(page("new.md", before, PAGE).result.new) == ["EFF002", "RSK001", "JRG003"]
    renamed = page("new.md", before, PAGE + "\nIt cures all.\n", gone=("old.md",))
    assert codes(renamed.result.new) == ["EFF002"]
    pruned = rewritten(before, [renamed], ["old.md"], with_new=False)
    assert pruned.files == {"new.md": before.files["old.md"]}


def test_a_page_that_the_baseline_knows_takes_nothing_from_one_that_is_gone() -> None:
    before = Baseline({"old.md": entries_of(check(PAGE).diagnostics), "new.md": {}})
    assert codes(page("new.md", before, PAGE, gone=("old.md",)).result.new) == ["EFF002", "RSK001", "JRG003"]


def test_prune_takes_out_what_is_gone_and_adds_nothing() -> None:
    before = Baseline(
        {"a.md": entries_of(check(PAGE).diagnostics), "b.md": entries_of(check(PAGE).diagnostics)}
    )
    now = page("a.md", before, "# Tea\n\nThis tea cures colds, says the shop.\n\nIt cures all.\n")
    assert stale(before, [now]) == (Stale("a.md", "JRG003", 1),)
    after = rewritten(before, [now], [], with_new=False)
    assert sorted(after.files["a.md"]) == ["EFF002", "RSK001"]
    assert after.files["b.md"] == before.files["b.md"]
    assert stale(after, [now]) == ()
    assert codes(page("a.md", after, "# Tea\n\nIt cures all.\n").result.new) == ["EFF002", "RSK001"]


def test_rules_that_did_not_run_keep_their_entries() -> None:
    before = Baseline({"a.md": entries_of(check(PAGE).diagnostics)})
    part = replace(page("a.md", before, "Nothing.\n"), ran=frozenset({"EFF002"}))
    assert stale(before, [part]) == (Stale("a.md", "EFF002", 1),)
    assert sorted(rewritten(before, [part], [], with_new=True).files["a.md"]) == ["JRG003", "RSK001"]


def test_gate_finds_the_entries_of_a_page_from_the_folder_of_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "docs")
    gate = Gate(Baseline({"docs/a.md": entries_of(check(PAGE).diagnostics), "gone.md": {}}), tmp_path)
    admitted = gate.admit(check(PAGE, "a.md"), Path("a.md"))
    assert codes(admitted.baselined) == ["EFF002", "RSK001", "JRG003"]
    assert admitted.diagnostics == ()
    assert gate.gone == ("gone.md",)


# Edits that keep a finding baselined, and edits that open it again.

CLAIMS = (
    "Our herbal tea cures colds within two days.",
    "Doctors agree that the extract cures back pain for good.",
    "The new cream cures eczema and you can utilize it daily.",
    "One capsule cures low mood in a week.",
)
FILLERS = (
    "Drink a glass of water with each meal.",
    "Most people sleep seven to nine hours.",
    "Ask for the opening times at the desk.",
    "The clinic moved to a larger house in spring.",
    "Bring a list of your medicines to the visit.",
)
HEADINGS = ("Home", "What it is", "How it works", "Visits", "Contact")


@dataclass(frozen=True)
class Draft:
    """A page as blocks: headings begin with '#'."""

    blocks: tuple[str, ...]
    path: str = "pages/tea.md"
    width: int = 0

    @property
    def text(self) -> str:
        blocks = self.blocks
        if self.width:
            blocks = tuple(
                b if b.startswith("#") else fill(b, self.width, break_long_words=False) for b in blocks
            )
        return "\n\n".join(blocks) + "\n"


def start(rng: random.Random) -> Draft:
    blocks = [f"# {rng.choice(HEADINGS)}"]
    for claim in rng.sample(CLAIMS, rng.randint(1, len(CLAIMS))):
        if rng.random() < 0.5:
            blocks.append(f"## {rng.choice(HEADINGS)}")
        before, after = rng.sample(FILLERS, 2)
        blocks.append(f"{before} {claim} {after}")
    return Draft(tuple(blocks))


def moved(draft: Draft, rng: random.Random) -> Draft:
    blocks = list(draft.blocks)
    block = blocks.pop(rng.randrange(len(blocks)))
    blocks.insert(rng.randrange(len(blocks) + 1), block)
    return replace(draft, blocks=tuple(blocks))


def rewrapped(draft: Draft, rng: random.Random) -> Draft:
    return replace(draft, width=rng.randint(25, 110))


def inserted(draft: Draft, rng: random.Random) -> Draft:
    new = rng.choice((*FILLERS, f"## {rng.choice(HEADINGS)}", "- A list item.\n- Another one."))
    at = rng.randrange(len(draft.blocks) + 1)
    return replace(draft, blocks=(*draft.blocks[:at], new, *draft.blocks[at:]))


def grown(draft: Draft, rng: random.Random) -> Draft:
    at = rng.randrange(len(draft.blocks))
    if draft.blocks[at].startswith(("#", "-")):
        return draft
    extra = rng.choice(FILLERS)
    block = f"{extra} {draft.blocks[at]}" if rng.random() < 0.5 else f"{draft.blocks[at]} {extra}"
    return replace(draft, blocks=(*draft.blocks[:at], block, *draft.blocks[at + 1 :]))


def retitled(draft: Draft, rng: random.Random) -> Draft:
    blocks = (
        f"## {rng.choice(HEADINGS)}" if b.startswith("#") and rng.random() < 0.5 else b for b in draft.blocks
    )
    return replace(draft, blocks=tuple(blocks))


def renamed(draft: Draft, rng: random.Random) -> Draft:
    return replace(draft, path=f"pages/{rng.choice('abcdef')}{rng.randrange(99)}.md")


def emphasised(draft: Draft, rng: random.Random) -> Draft:
    return replace(
        draft,
        blocks=tuple(b.replace(" cures ", f" {rng.choice(('**cures**', 'cures'))} ") for b in draft.blocks),
    )


KEEPING: tuple[Callable[[Draft, random.Random], Draft], ...] = (
    moved,
    rewrapped,
    inserted,
    grown,
    retitled,
    renamed,
    emphasised,
)


def reclaimed(claim: str, rng: random.Random) -> str:
    """The claim with a word replaced, added or taken away, and still a claim."""
    words = claim.split()
    free = [number for number, word in enumerate(words) if number and word not in ("cures", "utilize")]
    at = rng.choice(free)
    what = rng.choice(("replace", "add", "remove"))
    if what == "replace":
        words[at] = rng.choice(("wonderful", "gentle", "ancient")) + ("." if words[at].endswith(".") else "")
    elif what == "add":
        words.insert(at, rng.choice(("really", "safely", "twelve")))
    else:
        end = "." if words.pop(at).endswith(".") else ""
        words[-1] += end
    return " ".join(words)


def old_and_new(before: Draft, after: Draft, known: Settings) -> Split:
    """What is baselined and what is new after an edit of a page, as the command would see it."""
    baseline = Baseline({before.path: entries_of(check(before.text, before.path, known).diagnostics)})
    gone = () if after.path == before.path else (before.path,)
    report = check(after.text, after.path, known)
    standing = (sentence.plain for sentence in sentences(parse(after.text, after.path)))
    return split(baseline.entries(after.path, gone), report.diagnostics, lambda: standing)


@settings(max_examples=1000 if THOROUGH else 80, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 5))
def test_edits_elsewhere_never_open_a_finding(seed: int, edits: int) -> None:
    rng = random.Random(seed)
    before = after = start(rng)
    for _ in range(edits):
        after = rng.choice(KEEPING)(after, rng)
    result = old_and_new(before, after, SMALL)
    assert result.new == (), after.text


@settings(max_examples=200 if THOROUGH else 40, deadline=None)
@given(st.integers(0, 2**32))
def test_an_edit_of_the_claim_always_opens_it(seed: int) -> None:
    rng = random.Random(seed)
    before = start(rng)
    claim = rng.choice([claim for claim in CLAIMS if any(claim in block for block in before.blocks)])
    edited = reclaimed(claim, rng)
    after = replace(before, blocks=tuple(block.replace(claim, edited) for block in before.blocks))
    for _ in range(rng.randint(0, 2)):
        after = rng.choice((rewrapped, retitled, renamed))(after, rng)
    result = old_and_new(before, after, SMALL)
    about = [found for found in result.new if found.sentence == edited]
    assert "EFF002" in codes(about), edited
    assert all(found.sentence == edited for found in result.new)
    assert claim not in [found.sentence for found in result.baselined]


@settings(max_examples=200 if THOROUGH else 12, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 4))
def test_edits_elsewhere_never_open_a_finding_of_the_built_in_rules(seed: int, edits: int) -> None:
    """An edit may bring up a finding that was not there before; one that was there stays baselined."""
    rng = random.Random(seed)
    before = after = start(rng)
    for _ in range(edits):
        after = rng.choice(KEEPING)(after, rng)
    known = make_settings()
    there = Counter(codes(check(before.text, before.path, known).diagnostics))
    result = old_and_new(before, after, known)
    old, now = Counter(codes(result.baselined)), Counter(codes((*result.new, *result.baselined)))
    opened = {code for code, number in there.items() if old[code] < min(number, now[code])}
    assert not opened, after.text
