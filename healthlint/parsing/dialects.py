"""What Markdown dialects add to Markdown: attributes, admonitions, highlights, and the code of MDX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from healthlint.parsing.masks import CUT, DROPPED, REPLACED, Mask, ends_line, masked, starts_line, tag_fill
from healthlint.parsing.templates import without_templates

_ATTRIBUTES = re.compile(r"\{(?::[^{}\n]{0,300}|\s?[.#][\w-][^{}\n]{0,300}|[\w-]{1,40}=[^{}\n]{0,300})\}")
_HIGHLIGHT = re.compile(r"==(?=\S)[^=\n]+==")
_CONTENTS = re.compile(r"^\[\[?_?TOC_?\]?\][ \t]*$", re.MULTILINE | re.IGNORECASE)
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\]\n]{1,80}\]:[^\n]*$", re.MULTILINE)
_COLONS = re.compile(r"^[ \t]{0,12}:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]*)(\[)?", re.MULTILINE)
_ADMONITION = re.compile(
    r"""^[ \t]{0,24}(?P<mark>!!!|\?\?\?\+?|===\+?)[ \t]+
    (?P<kind>[\w -]{0,60})(?:"(?P<title>[^\n"]*)"[ \t]*)?\r?$
    (?=\n(?:[ \t]*\r?\n){0,3}(?:[ ]{4}|\t))""",
    re.MULTILINE | re.VERBOSE,
)
_IMPORT = re.compile(
    r"^import\s+(?:[\w$*{},\s]{1,500}?\sfrom\s+)?['\"][^'\"\n]+['\"];?[ \t]*\r?$", re.MULTILINE
)
_EXPORT = re.compile(r"export\s+(?:default|const|let|var|function|async|class)\b")
_LINE = re.compile(r"[^\n]*(?:\n|$)")
_BRACKET = re.compile(r"[\[{()}\]]")
_JSX = re.compile(
    r"^(?P<fence>```|~~~)[\s\S]*?^(?P=fence)|`[^`\n]+`|(?P<tag></?(?:[A-Za-z][\w.-]*|(?=>)))|\{", re.MULTILINE
)
_IN_TAG = re.compile(r"[{\"'<>]")
_SPACE = re.compile(r"\{\s*(['\"`])\s*\1\s*\}")
_EXPORT_LINES = 500


@dataclass(frozen=True, slots=True)
class Dialect:
    """Markdown that a CommonMark parser understands, as long as the source and with the same offsets.

    `containers` gives the offsets of list markers that stand for an admonition, with the HTML element that it
    is. With `mdx`, indented text is not code.
    """

    text: str
    containers: Mapping[int, str]
    mdx: bool

    @property
    def inert(self) -> str:
        """The text without those list markers, as which it reads where the parser takes none for a list."""
        return masked(self.text, (Mask(at, at + 1, DROPPED) for at in self.containers))


def plain_markdown(source: str, *, mdx: bool = False) -> Dialect:
    """Rewrite what dialects add to Markdown. `mdx` says that it is MDX; imports in it say so too."""
    text = source
    if "\r" in text:
        text = re.sub(r"\r(?!\n)", "\n", text)
    modules = tuple(_modules(text))
    text = masked(text, modules)
    if mdx or modules:
        text = _without_jsx(text)
        mdx = True
    text = without_templates(text)
    text, containers = _admonitions(text)
    return Dialect(masked(text, _small_marks(text)), MappingProxyType(containers), mdx)


def _small_marks(text: str) -> Iterator[Mask]:
    found: list[Mask] = []
    if "{" in text:
        found += (Mask(*m.span(), tag_fill(text, *m.span())) for m in _ATTRIBUTES.finditer(text))
    if "==" in text:
        for match in _HIGHLIGHT.finditer(text):
            start, end = match.span()
            found += (Mask(start, start + 2, DROPPED), Mask(end - 2, end, DROPPED))
    if ":::" in text:
        for match in _COLONS.finditer(text):
            start = match.end() - len(match.group().lstrip())
            found.append(Mask(start, match.end(), CUT))
            close = text.find("]", match.end(), match.end() + 200) if match[1] else -1
            if close >= 0:
                found.append(Mask(close, close + 1, CUT))
    if "*[" in text:
        found += (Mask(*m.span(), CUT) for m in _ABBREVIATION.finditer(text))
    if "TOC" in text or "toc" in text:
        found += (Mask(*m.span(), CUT) for m in _CONTENTS.finditer(text))
    return iter(sorted(found, key=lambda mask: mask.start))


def _admonitions(text: str) -> tuple[str, dict[int, str]]:
    """Turn `!!! note "Title"` with its indented text into a list item, which holds its text the same way."""
    containers: dict[int, str] = {}
    parts: list[str] = []
    at = 0
    for match in _ADMONITION.finditer(text):
        mark, title = match["mark"], match["title"]
        if mark.startswith("===") and title is None:
            continue
        start = match.start("mark")
        containers[start] = "details" if mark == "???" else "div"
        head = "-   " + DROPPED * (match.start("kind") - start - 4)
        kind = re.sub(r"\S", DROPPED, match["kind"])
        parts += (text[at:start], head[: match.start("kind") - start], kind)
        at = match.end("kind")
        if title is not None:
            parts += (DROPPED, title, CUT)
            at = match.end("title") + 1
    return "".join((*parts, text[at:])), containers


def _modules(text: str) -> Iterator[Mask]:
    """The import and export statements of MDX."""
    if not re.search(r"^(?:im|ex)port\s", text, re.MULTILINE):
        return
    spans = [match.span() for match in _IMPORT.finditer(text)]
    spans += _exports(text)
    for start, end in sorted(spans):
        yield Mask(start, end, CUT)


def _exports(text: str) -> Iterator[tuple[int, int]]:
    """The export statements: each to the end of the line in which all brackets that it opens are closed."""
    opened: list[tuple[int, int, int, int]] = []
    depth = 0
    for number, line in enumerate(_LINE.finditer(text)):
        if _EXPORT.match(text, line.start()):
            opened.append((line.start(), line.end(), number, depth))
        if opened:
            depth += sum(1 if b.group() in "[{(" else -1 for b in _BRACKET.finditer(line.group()))
        while opened and depth <= opened[-1][3]:
            start, end, first, _ = opened.pop()
            yield start, line.end() if number - first < _EXPORT_LINES else end
    for start, end, _, _ in opened:
        yield start, end


def _without_jsx(text: str) -> str:
    """MDX without its components and expressions."""
    partners = _partners(text)
    masks: list[Mask] = []
    at = 0
    while match := _JSX.search(text, at):
        start, at = match.span()
        if match["tag"]:
            at = _mask_tag(text, match, partners, masks) or at
        elif match.group() == "{" and start in partners:
            at = partners[start] + 1
            masks.append(Mask(start, at, _expression_fill(text, start, at)))
    return masked(text, masks)


def _expression_fill(text: str, start: int, end: int) -> str:
    if _SPACE.fullmatch(text, start, end):
        return " "
    if text.startswith("{/*", start):
        return tag_fill(text, start, end)
    return CUT if starts_line(text, start) and ends_line(text, end) else REPLACED


def _partners(text: str) -> dict[int, int]:
    """The offset of the closing brace for each opening one that has a partner."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for brace in re.finditer(r"[{}]", text):
        if brace.group() == "{":
            opened.append(brace.start())
        elif opened:
            found[opened.pop()] = brace.start()
    return found


def _mask_tag(text: str, match: re.Match[str], partners: Mapping[int, int], masks: list[Mask]) -> int | None:
    """Mask a component tag, or the expressions in an HTML tag. Gives where the tag ends, None if it is none."""
    start, at = match.span("tag")
    inner: list[Mask] = []
    while sign := _IN_TAG.search(text, at):
        char = sign.group()
        if char == ">":
            end = sign.end()
            name = match["tag"].lstrip("</")
            if name and not name[0].isupper():
                masks += inner
            else:
                opening = not match["tag"].startswith("</")
                block = starts_line(text, start) if opening else ends_line(text, end)
                masks.append(Mask(start, end, CUT if block else DROPPED))
            return end
        if char == "<":
            return None
        close = partners.get(sign.start(), -1) if char == "{" else text.find(char, sign.end())
        if close < 0:
            return None
        if char == "{":
            value = text[sign.start() - 1 : sign.start()] == "="
            inner.append(Mask(sign.start(), close + 1, DROPPED if value else " "))
        at = close + 1
    return None
