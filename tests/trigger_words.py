"""`python -m tests.trigger_words`: works out the trigger words of every wording and writes their table.

Run it when a wording was changed or added; until then that wording is tried on every sentence.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from pathlib import Path

from healthlint.analysis.sentences import sentences
from healthlint.packs import Packs, load
from healthlint.parsing import parse
from healthlint.runner import lint_text
from healthlint.settings import make_settings
from healthlint.wording import Wording, digest
from healthlint.wording.gate import TABLE, Gate, gate
from healthlint.wording.necessary import Share, necessary

EXAMPLES = Path(__file__).parents[1] / "examples"

PROVENANCE = (
    "# The trigger words of each wording: digest of its expression, then the words; see healthlint/wording.",
    "# Worked out from the expressions themselves by python -m tests.trigger_words.",
)


def wordings(packs: Packs | None = None) -> list[Wording]:
    """Every wording of healthlint and its rules, in a fixed order."""
    settings = make_settings(packs=packs or load())
    for path in sorted(EXAMPLES.glob("*.md")):  # makes the wordings that are built when they are first used
        for profile in ("patient-education", "clinic-marketing"):
            text = f"---\nprofile: {profile}\n---\n\n" + path.read_text(encoding="utf-8")
            lint_text(text, path.name, settings)
    found = {
        digest(each.expression, each.flags): each for each in gc.get_objects() if isinstance(each, Wording)
    }
    return [each for _, each in sorted(found.items())]


def share_of(texts: Iterable[str]) -> Share:
    """How often a trigger occurs in sentences, estimated from `texts`; long ones that never do are rarest."""
    every = [text for text in texts if text.strip()]
    known: dict[str, float] = {}

    def share(trigger: str) -> float:
        if trigger not in known:
            gate = Gate.of([("probe", [trigger])])
            hits = sum(gate.of_text(text) > 1 for text in every)
            known[trigger] = (hits + 1 / len(trigger)) / (len(every) + 1)
        return known[trigger]

    return share


def example_sentences() -> list[str]:
    """The sentences of the examples, as a sample of health writing."""
    paths = sorted(EXAMPLES.glob("*.md"))
    documents = [parse(path.read_text(encoding="utf-8"), path.name) for path in paths]
    return [sentence.plain for document in documents for sentence in sentences(document)]


def rows(every: Iterable[Wording]) -> list[tuple[str, list[str]]]:
    """Digest and triggers of every wording that has triggers."""
    share = share_of(example_sentences())
    found = ((each, necessary(each.expression, each.flags, share)) for each in every)
    return [(digest(each.expression, each.flags), sorted(words)) for each, words in found if words]


def main(check: bool) -> int:
    """Write the table and say what was found; with `check`, only say which wordings it does not hold."""
    every = wordings()
    if check:
        missing = [each for each in every if digest(each.expression, each.flags) not in gate().bits]
        stale = [each for each in missing if necessary(each.expression, each.flags, len) is not None]
        for each in stale:
            print("not in the table:", each.expression[:100])
        return int(bool(stale))
    table = rows(every)
    lines = [*PROVENANCE, *("\t".join((name, " ".join(words))) for name, words in table)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    known = {name for name, _ in table}
    for each in every:
        if digest(each.expression, each.flags) not in known:
            print("tried everywhere:", each.expression[:100])
    number = sum(len(words) for _, words in table)
    print(f"{len(every)} wordings, {len(table)} with triggers, {number} triggers")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
