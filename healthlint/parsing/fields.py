"""Which values of front matter are prose, and the blocks that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from healthlint.document import Block, Format, Prominence
from healthlint.parsing.pieces import runs_of, through
from healthlint.parsing.prose import Prose
from healthlint.parsing.values import Value
from healthlint.text import Text

_PROSE = frozenset(
    "text content body quote verdict pros cons lead dek intro introtext abstract snippet points".split()
)
_PROSE_ENDINGS = (
    "alt answer benefits bestfor blurb caption description disclaimer excerpt headline heading intro lede "
    "overview question sideeffects standfirst subtitle summary summarypoints tagline takeaways teaser title "
    "warnings"
).split()
_NOT_PROSE = frozenset(
    "jobtitle linktitle menutitle navtitle sitetitle booktitle authortitle shorttitle".split()
)
_ABOUT_OTHERS = re.compile(
    r"(?:author|reviewer|medicalreviewer|editor|translator|citation|source|reference|related|menu|nav|breadcrumb|"
    r"tag|categor|keyword|schema|jsonld|link|majorlink|file|video|pagination|bibliography|further)"
)
_FOR_MACHINES = re.compile(r"(?:meta|seo|og|opengraph|twitter|searchengine|htmlmeta)")
_MARKUP = re.compile(r"[*_`<\[&~\\#>|]|\n")


def field_blocks(values: Value, form: Format) -> Iterator[Block]:
    """The blocks of the prose in front matter, in source order."""
    blocks = [block for name, text, kind in _texts(values, ()) for block in _blocks(name, text, kind, form)]
    return iter(sorted(blocks, key=lambda block: block.text.pieces[0].source_start))


def _texts(value: Value, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Text, str]]:
    """Each prose value with its keys and the last of them in plain letters."""
    if isinstance(value, dict):
        if rich := _rich_text(value):
            yield keys, rich, "text"
            return
        for key, item in value.items():
            yield from _texts(item, (*keys, key))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, keys)
    elif isinstance(value, Text) and keys and any(char.isalpha() for char in value.text):
        letters = [re.sub(r"[^a-z]", "", key.lower()) for key in keys]
        if _is_prose(letters[-1]) and not any(_ABOUT_OTHERS.match(key) for key in letters[:-1]):
            yield keys, value, letters[-1]


def _is_prose(key: str) -> bool:
    return key in _PROSE or (key.endswith(tuple(_PROSE_ENDINGS)) and key not in _NOT_PROSE)


def _rich_text(node: Value) -> Text | None:
    """The text of a paragraph or heading that an editor stored as a tree of marked runs."""
    if str(_plain(node.get("type"))) not in ("paragraph", "heading") or not isinstance(
        node.get("content"), list
    ):
        return None
    runs: list[tuple[str, int, int]] = []
    for part in node["content"]:
        text = part.get("text") if isinstance(part, dict) else None
        if isinstance(text, Text):
            runs.extend(runs_of(text, 0, len(text)))
    return Text.build(runs) if runs else None


def _plain(value: Value) -> Value:
    return value.text if isinstance(value, Text) else value


def _blocks(keys: tuple[str, ...], text: Text, key: str, form: Format) -> Iterator[Block]:
    name = ".".join(keys)
    unseen = (
        keys == ("description",) or key.endswith("alt") or any(_FOR_MACHINES.match(k.lower()) for k in keys)
    )
    prominence: Prominence = "hidden" if unseen else "normal"
    if form != "text" and _MARKUP.search(text.text):
        from healthlint.parsing.markdown import parse_markdown

        for block in parse_markdown(text.text, 0)[0]:
            place = through(block.text, text)
            yield replace(block, kind="field", level=0, path=(), text=place, prominence=prominence, name=name)
        return
    prose = Prose()
    for run in runs_of(text, 0, len(text)):
        prose.add(*run)
    for segment in prose.segments(whole=True):
        yield Block("field", segment.text, 0, (), segment.links, prominence, name)
