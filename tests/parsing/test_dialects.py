"""What Markdown dialects and template languages add is no prose, and does not hide prose."""

from __future__ import annotations

import pytest

from healthlint.parsing import parse
from tests.parsing.reading import shape


def test_mdx() -> None:
    source = (
        "import { Note } from '../note'\nexport default ({ children }) => {\n"
        "  return <main>{children}</main>\n}\n\n"
        '# Title {/* a remark */}\n\n<Tabs>\n    <Tab label="One">\n'
        "        Text in a tab{' '}goes on.\n    </Tab>\n</Tabs>\n\n"
        '<Image src={photo} alt="x" />\n\nTake {dose} daily with <Tip>a meal</Tip> or two.\n\n'
        "    Indented text.\n\n```js\nconst a = {\n```\n"
    )
    assert shape(source, "a.mdx") == [
        "heading1: Title",
        "paragraph: Text in a tab goes on.",
        "paragraph: Take ￼ daily with a meal or two.",
        "paragraph: Indented text.",
    ]


def test_imports_make_a_markdown_file_mdx() -> None:
    assert shape("import A from 'a'\n\nText {b} and <A c={d > e}>more</A>.\n", "a.md") == [
        "paragraph: Text ￼ and more."
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Import duties rose.",
        "import duties from abroad rose",
        "export controls were eased",
        "Use {this} form: a < b.",
    ],
)
def test_prose_that_looks_like_code_stays(prose: str) -> None:
    assert shape(prose + "\n", "a.md") == [f"paragraph: {prose}"]


def test_template_code() -> None:
    source = (
        "{% if a %}\nText {{ name }} and {% b %}more.\n{% endif %}\n{{% notice %}}\nA notice.\n"
        "{{% /notice %}}\n"
        "{% highlight js %}\ncode\n{% endhighlight %}\n\n- item {{< icon >}}\n\n[Book]({{ site.url }}/book)\n"
    )
    assert shape(source, "a.md") == [
        "paragraph: Text ￼ and more.",
        "paragraph: A notice.",
        "list_item1: item",
        "paragraph: Book",
    ]
    assert parse(source, "a.md").blocks[-1].links[0].target == "/book"


def test_braces_without_a_partner_stay() -> None:
    assert shape("A {{ b and {% c.\n", "a.md") == ["paragraph: A {{ b and {% c."]


def test_admonitions() -> None:
    source = (
        '!!! warning "Before you start"\n    Do not drive.\n\n    - one\n\n??? note\n    Collapsed text.\n\n'
        "After.\n\n:::tip[A tip]\nDrink water.\n:::\n\n::: {.callout-note}\nRest.\n:::\n"
    )
    assert shape(source, "a.md") == [
        "paragraph: Before you start",
        "paragraph: Do not drive.",
        "list_item1: one",
        "paragraph (demoted): Collapsed text.",
        "paragraph: After.",
        "paragraph: A tip",
        "paragraph: Drink water.",
        "paragraph: Rest.",
    ]


def test_exclamations_are_no_admonitions() -> None:
    assert shape("!!! wow that is new\nand good\n", "a.md") == ["paragraph: !!! wow that is new and good"]


def test_attributes_contents_and_abbreviations() -> None:
    source = (
        '# Title {#id}\n{:.no_toc}\n\n[[_TOC_]]\n\nA [word](/a){:target="_blank"} in{.x} text.\n\n'
        "* one\n* two\n{.list--check}\n\n"
        "*[GP]: General practitioner\n"
    )
    assert shape(source, "a.md") == [
        "heading1: Title",
        "paragraph: A word in text.",
        "list_item1: one",
        "list_item1: two",
    ]
