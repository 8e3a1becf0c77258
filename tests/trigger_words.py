"""`python -m tests.trigger_words`: works out the trigger words of every wording and writes their table.

Run it when a wording was changed or added; until then that wording is tried on every sentence.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from healthlint.analysis.sentences import sentences
from healthlint.packs import Packs, load
from healthlint.parsing import parse
from healthlint.runner import lint_text
from healthlint.settings import make_settings
from healthlint.wording import Wording
from healthlint.wording.gate import TABLE, Gate, digest, gate
from healthlint.wording.necessary import Share, necessary

EXAMPLES = Path(__file__).parents[1] / "examples"

PROVENANCE = (
    "# The trigger words of expressions: digest, then sets of words, each of which is needed.",
    "# Worked out from the expressions themselves by python -m tests.trigger_words.",
)


def wordings(packs: Packs | None = None) -> list[Wording]:
    """Every wording of healthlint and its rules, in a fixed order."""
    settings = make_settings(packs=packs or load())
    for path in sorted(EXAMPLES.glob("*.md")):  # makes the wordings that are built when they are first used
        for profile in ("patient-education", "clinic-marketing"):
            text = f"---\nprofile: {profile}\n---\n\n" + path.read_text(encoding="utf-8")
            lint_text(text, path.name, settings)
    gc.unfreeze()  # loading the parser freezes what was there before
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
            gate = Gate.of([("probe", (trigger,))])
            hits = sum(gate.of_text(text) > 1 for text in every)
            known[trigger] = (hits + 1 / len(trigger)) / (len(every) + 1)
        return known[trigger]

    return share


def example_sentences() -> list[str]:
    """The sentences of the examples, as a sample of health writing."""
    paths = sorted(EXAMPLES.glob("*.md"))
    documents = [parse(path.read_text(encoding="utf-8"), path.name) for path in paths]
    return [sentence.plain for document in documents for sentence in sentences(document)]


def parts(every: Iterable[Wording]) -> list[tuple[str, re.RegexFlag]]:
    """The alternatives of all wordings, each once, with their flags."""
    return sorted({(part.expression, part.flags) for each in every for part in each.parts})


def rows(every: Iterable[Wording]) -> list[tuple[str, list[str]]]:
    """The digest of every alternative that has triggers, and its sets of them."""
    share = share_of(example_sentences())
    found = ((digest(*part), necessary(*part, share)) for part in parts(every))
    return sorted((name, [" ".join(sorted(each)) for each in sets]) for name, sets in found if sets)


def main(check: bool) -> int:
    """Write the table and say what was found; with `check`, only say what the table does not hold."""
    every = parts(wordings())
    if check:
        missing = [part for part in every if digest(*part) not in gate().needs]
        stale = [expression for expression, flags in missing if necessary(expression, flags, len)]
        for expression in stale:
            print("not in the table:", " ".join(expression.split())[:100])
        return int(bool(stale))
    table = rows(wordings())
    lines = [*PROVENANCE, *("\t".join((name, *sets)) for name, sets in table)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    known = {name for name, _ in table}
    for part in every:
        if digest(*part) not in known:
            print("tried everywhere:", " ".join(part[0].split())[:100])
    print(f"{len(every)} alternatives, {len(table)} with triggers")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
