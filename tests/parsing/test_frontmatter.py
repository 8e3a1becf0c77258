"""Which values of front matter are prose, what the others become, and what happens to broken front matter."""

from __future__ import annotations

import datetime

import pytest

from healthlint.parsing import parse
from tests.parsing.reading import shape

BODY = "paragraph: Body text."


def test_prose_fields_with_dotted_names() -> None:
    source = """---
title: A title
description: What it says
author: {name: A B, title: Chief}
citations:
  - title: A study of it
image: {src: a.png, alt: A scan of a knee}
keyTakeaways: [One thing, Another thing]
faqs:
  - question: Why?
    answer: Because.
seo:
  metaDescription: For machines
slug: a-slug
---
Body text.
"""
    assert shape(source, "a.md") == [
        "field title: A title",
        "field description (hidden): What it says",
        "field image.alt (hidden): A scan of a knee",
        "field keyTakeaways: One thing",
        "field keyTakeaways: Another thing",
        "field faqs.question: Why?",
        "field faqs.answer: Because.",
        "field seo.metaDescription (hidden): For machines",
        BODY,
    ]


def test_values_with_markup_and_paragraphs() -> None:
    source = (
        "---\nsummary: |\n  One **bold** [word](/a).\n\n  - Two\n  - <b>Three</b> `four`\n---\nBody text.\n"
    )
    assert shape(source, "a.md") == [
        "field summary: One bold word.",
        "field summary: Two",
        "field summary: Three ￼",
        BODY,
    ]
    assert parse(source, "a.md").blocks[0].links[0].target == "/a"


def test_text_stored_as_a_tree_of_runs() -> None:
    source = """---
rows:
  - type: paragraph
    content:
      - {type: text, text: 'One '}
      - {type: text, marks: [{type: bold}], text: two}
      - {type: text, text: ' three.'}
---
Body text.
"""
    assert shape(source, "a.md") == ["field rows: One two three.", BODY]


def test_values_become_metadata() -> None:
    source = (
        "---\ntitle: A\nday: 2024-05-06\ndraft: true\nn: 3\nx: 1.5\nnone:\ntags: [a, 'b']\n"
        "other: !own value\n---\n"
    )
    assert parse(source, "a.md").metadata == {
        "title": "A",
        "day": datetime.date(2024, 5, 6),
        "draft": True,
        "n": 3,
        "x": 1.5,
        "none": None,
        "tags": ["a", "b"],
        "other": "value",
    }


def test_toml_and_json_values_become_metadata() -> None:
    toml = '+++\ntitle = "A"\nday = 2024-05-06\ntags = ["a"]\n[extra]\nn = 1\n+++\n'
    assert parse(toml, "a.md").metadata == {
        "title": "A",
        "day": datetime.date(2024, 5, 6),
        "tags": ["a"],
        "extra": {"n": 1},
    }
    assert parse('{"title": "A", "extra": {"n": [1, null]}}\n', "a.md").metadata == {
        "title": "A",
        "extra": {"n": [1, None]},
    }


def test_aliases_are_read_once_and_may_turn_on_themselves() -> None:
    source = "---\na: &x {title: One text, inner: *x}\nb: *x\n---\nBody text.\n"
    document = parse(source, "a.md")
    assert shape(source, "a.md")[-1] == BODY
    assert document.metadata["b"]["title"] == "One text"


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
def test_front_matter_in_every_format(ending: str) -> None:
    assert shape("---\ntitle: A title\n---\nBody text.\n", f"a.{ending}") == ["field title: A title", BODY]


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("---\ntitle: a: b\n---\nBody text.\n", "The front matter is not valid YAML (line 2: "),
        ("---\ntitle: A\nx: [\n---\nBody text.\n", "The front matter is not valid YAML (line "),
        ("---\ntitle: \x07\n---\nBody text.\n", "The front matter is not valid YAML (line 2: "),
        ("+++\ntitle = \n+++\nBody text.\n", "The front matter is not valid TOML (line 2: "),
        (
            "---\nx: " + "[" * 1500 + "\n---\nBody text.\n",
            "The front matter is not valid YAML (line 2: it is nested",
        ),
        ("---\nx: " + "a " * 200_000 + "\n---\nBody text.\n", "The front matter has more than"),
    ],
)
def test_broken_front_matter_is_noted_and_the_body_read(source: str, note: str) -> None:
    document = parse(source, "a.md")
    assert [block.text.text for block in document.blocks] == ["Body text."]
    assert len(document.notes) == 1
    assert document.notes[0].startswith(note)
    assert "\n" not in document.notes[0]


@pytest.mark.parametrize(
    "source",
    [
        "---\nBody text.\n",
        "---\n\n---\nBody text.\n",
        "----\nBody text.\n---\n",
        "{Body text.}\n",
        "+++\nBody text.\n",
    ],
)
def test_what_is_no_front_matter(source: str) -> None:
    document = parse(source, "a.txt")
    assert document.metadata == {}
    assert not document.notes
    assert "Body text." in document.blocks[-1].text.text


def test_no_field_is_lost_between_odd_toml_values() -> None:
    source = (
        '+++\nt = 07:32:00\na = [[1, 2], ["x"], {b = \'y\'}] # ] }\n\'odd key\' . "sub" = { title = "In it" }\n'
        "d = 1979-05-27T07:32:00-08:00\nf = -inf\n[[x.y]]\ntitle = 'One'\n[[x.y]]\n[x.y.z]\ntitle = '''Two'''\n"
        '[w]\nsummary = """"Three" \\\n\n  four"""\n+++\n'
    )
    assert shape(source, "a.md") == [
        "field odd key.sub.title: In it",
        "field x.y.title: One",
        "field x.y.z.title: Two",
        'field w.summary: "Three" four',
    ]


def test_words_and_times_that_old_yaml_takes_for_something_else_are_text() -> None:
    source = (
        "---\ntitle: No\nsubtitle: on\nstart: 12:30\ndraft: true\nnumber: 12\nchapter: 01\n---\nBody text.\n"
    )
    document = parse(source, "page.md")
    assert document.metadata["title"] == "No"
    assert document.metadata["subtitle"] == "on"
    assert document.metadata["start"] == "12:30"
    assert (document.metadata["draft"], document.metadata["number"]) == (True, 12)
    assert document.metadata["chapter"] == "01"
    title = next(block for block in document.blocks if block.name == "title")
    assert source[title.text.whole.start : title.text.whole.end] == "No"
