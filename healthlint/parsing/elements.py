"""What HTML elements mean for prose: which are left out, which begin a block, and of which kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from healthlint.document import BlockKind

LEFT_OUT = frozenset(
    "applet audio canvas datalist embed iframe map math menu nav noembed noframes noscript object option "
    "pre rp rt script select style svg template textarea video xmp".split()
)
"""Elements whose text is no prose."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end tag."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr q ruby s samp "
    "small span strike strong sub sup time tt u var".split()
)
"""Elements inside a sentence. All others begin and end a block."""

CODE = frozenset(("code", "kbd", "samp", "tt"))
"""Inline elements whose content is replaced by one object character."""

HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
SUMMARY_LEVEL = 7
"""The rank of the summary of a collapsible part: below every heading."""

_NO_ATTRIBUTES: Mapping[str, str] = {}
_LIST_ITEMS = frozenset(("li", "dt", "dd"))
_CELLS = frozenset(("td", "th"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_MENU_ROLES = frozenset(("navigation", "menu", "menubar", "search", "tablist"))
_MENU_CLASSES = frozenset(
    "nav navbar navigation menu main-menu mega-menu dropdown-menu sub-menu breadcrumb breadcrumbs pagination "
    "pager toc share social social-links site-header site-footer sidebar tags tag-list categories".split()
)
_UNSEEN_CLASSES = frozenset(("sr-only", "visually-hidden", "screen-reader-text", "screen-reader-only"))
_SMALL_CLASSES = frozenset(
    "fine-print fineprint small-print smallprint small footnote footnotes legal text-xs text-small".split()
)
_NOT_DISPLAYED = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SMALL_TYPE = re.compile(
    r"font-size\s*:\s*(?:(?:\d|10)(?:\.\d+)?px|[1-7](?:\.\d+)?pt|xx?-small)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the open elements say about text: its kind and whether a reader sees it.

    `level` is that of a heading, `depth` the number of lists around. `left_out` text is in no block. In a
    `menu` a block that is nothing but links is left out. `article` is true inside the article proper, where
    a header or footer is that of the article.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    depth: int = 0
    left_out: bool = False
    unseen: bool = False
    demoted: bool = False
    menu: bool = False
    article: bool = False


class Contexts:
    """Works out the context inside an element; equal contexts are one object, so that it is quick."""

    def __init__(self) -> None:
        self._known: dict[Context, Context] = {}
        self._plain: dict[tuple[int, str], Context] = {}
        self.outermost = self._one(Context())

    def _one(self, context: Context) -> Context:
        return self._known.setdefault(context, context)

    def inside(self, context: Context, tag: str, attributes: Mapping[str, str] = _NO_ATTRIBUTES) -> Context:
        """The context of the text inside an element `tag` that stands in `context`."""
        if context.left_out:
            return context
        if attributes:
            return self._one(_inside(context, tag, attributes))
        key = (id(context), tag)
        if key not in self._plain:
            self._plain[key] = self._one(_inside(context, tag, attributes))
        return self._plain[key]


def _inside(context: Context, tag: str, attributes: Mapping[str, str]) -> Context:
    if tag in LEFT_OUT or _is_hidden(tag, attributes):
        return replace(context, left_out=True)
    found = _kind_inside(context, tag)
    if tag == "details" and "open" not in attributes:
        found = replace(found, demoted=True)
    return _styled(found, attributes) if attributes else found


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    if not attributes:
        return tag == "dialog"
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true" or attributes.get("role") in _MENU_ROLES:
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    return "style" in attributes and _NOT_DISPLAYED.search(attributes["style"]) is not None


def _kind_inside(context: Context, tag: str) -> Context:
    quoted = context.kind == "quote"
    if level := HEADINGS.get(tag):
        return replace(context, kind="heading", level=level)
    if tag in _LIST_ITEMS:
        return replace(context, kind="quote" if quoted else "list_item", depth=context.depth + 1)
    if tag in _CELLS:
        return replace(context, kind="quote" if quoted else "cell", depth=0)
    if tag in _CAPTIONS:
        return replace(context, kind="caption")
    match tag:
        case "blockquote":
            return replace(context, kind="quote")
        case "summary":
            return replace(context, kind="heading", level=SUMMARY_LEVEL, demoted=False)
        case "small" | "footnote":
            return replace(context, demoted=True)
        case "header" if not context.article:
            return replace(context, menu=True)
        case "footer" if not context.article:
            return replace(context, menu=True, demoted=True)
        case "article" | "main" | "section":
            return replace(context, article=True)
    return context


def _styled(context: Context, attributes: Mapping[str, str]) -> Context:
    classes = frozenset(attributes["class"].lower().split()) if "class" in attributes else frozenset()
    if classes:
        if classes & _MENU_CLASSES:
            context = replace(context, menu=True)
        if classes & _UNSEEN_CLASSES:
            context = replace(context, unseen=True)
        if classes & _SMALL_CLASSES or ("collapse" in classes and not classes & {"show", "in"}):
            context = replace(context, demoted=True)
    if "style" in attributes and _SMALL_TYPE.search(attributes["style"]):
        context = replace(context, demoted=True)
    return context
