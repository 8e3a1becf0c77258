"""A word is found where it stands in the source, whatever markup is around it, and never outside prose."""

from __future__ import annotations

import json
import re

import pytest

from healthlint.parsing import decode, parse
from healthlint.text import LineIndex
from tests.parsing.reading import check_places
from tests.shared_data import shared_file, shared_path

CASES = {
    "several in a sentence": ("md", "A [|lumen|] is a [|lumen|], not lumens, and a [|lumen|].\n"),
    "after entities": ("md", "Ben &amp; Jo&rsquo;s &#x2014; &eacute; [|lumen|] &lt; [|lumen|].\n"),
    "after escapes": ("md", "5 \\* 3 \\_ x \\[a\\] [|lumen|]\n"),
    "inside emphasis": ("md", "It is **very [|lumen|]**, *[|lumen|]*, ~~[|lumen|]~~ and ***[|lumen|]***.\n"),
    "after code": ("md", "Run `lumen` or ``lumen ` lumen`` and then [|lumen|].\n"),
    "after fenced and indented code": (
        "md",
        "```\nlumen\n```\n\n    lumen\n\n~~~ lumen\nlumen\n~~~\nThe [|lumen|]\n",
    ),
    "link text, not its target or title": (
        "md",
        'The [old [|lumen|]](http://a.test/lumen "lumen") and [|lumen|].\n',
    ),
    "reference links": (
        "md",
        "The [word][lumen], [[|lumen|]] and [a][].\n\n[lumen]: http://a.test/lumen\n[a]: /lumen\n",
    ),
    "bare addresses": (
        "md",
        "See https://a.test/lumen, www.a.test/lumen and <http://a.test/lumen>: [|lumen|].\n",
    ),
    "e-mail addresses": ("txt", "Write to lumen@clinic.test about the [|lumen|].\n"),
    "alternative text": ("md", "Look: ![a [|lumen|] drawn](lumen.png 'lumen') and a [|lumen|].\n"),
    "file name as alternative text": ("md", "![lumen.png](lumen.png)\n\nA [|lumen|].\n"),
    "footnotes": ("md", "A claim[^lumen] here.\n\n[^lumen]: The [|lumen|] note.\n\n    More [|lumen|].\n"),
    "tables": (
        "md",
        "| a | [|lumen|] |\n|---|:-:|\n| x \\| y | the [|lumen|] z |\n| `lumen` | *[|lumen|]* |\n",
    ),
    "table without outer pipes": ("md", "a | b\n--|--\n1 | [|lumen|]\n"),
    "nested lists": (
        "md",
        "- one\n  - two\n\n    still [|lumen|]\n    1. three [|lumen|] ok\n- [ ] task [|lumen|]\n",
    ),
    "lazy quote lines": ("md", "> one\ntwo [|lumen|]\n> > three [|lumen|]\n"),
    "quote in a list": ("md", "1. a\n\n   > b\n   > [|lumen|] c\n"),
    "definition list": ("md", "Term [|lumen|]\n: Meaning [|lumen|]\n  goes on [|lumen|]\n"),
    "setext heading": ("md", "The [|lumen|]\nhead\n====\n"),
    "heading attributes": ("md", "## The [|lumen|] {#lumen .lumen}\n\nText\n{: .lumen}\n"),
    "carriage returns": ("md", "One.\r\n\r\nTwo\r\n[|lumen|] x.\r\n\r\n> a\r\n> [|lumen|]\r\n"),
    "old carriage returns": ("md", "One\r[|lumen|]\r\r# [|lumen|]\r"),
    "byte order mark": ("md", "\ufeff# The [|lumen|]\n\nA [|lumen|].\n"),
    "byte order mark before front matter": ("md", "\ufeff---\ntitle: The [|lumen|]\n---\nA [|lumen|].\n"),
    "tabs": ("md", "\tlumen code\n\nTwo\t[|lumen|]\tx.\n\n-\titem\t[|lumen|]\n"),
    "combining characters": ("md", "Cafe\u0301 n\u0303 a\u0308 [|lumen|] e\u0301.\n"),
    "right to left": ("md", "هذا [|lumen|] نص **طبي** [|lumen|].\n\n* שלום [|lumen|]\n"),
    "emoji and rare scripts": ("md", "👩‍⚕️👍🏽 𝕏 [|lumen|] 你好 **[|lumen|]**。\n"),
    "line separators are no line ends": ("md", "a\u2028b\u0085c\x0b [|lumen|]\n"),
    "soft hyphens": ("md", "hypo\u00adtension and [|lu\u00admen|], &shy;[|lumen|]\n"),
    "entity inside the word": ("md", "The [|l&#117;men|] here.\n"),
    "HTML block": ("md", '<div class="lumen">\nA <b>[|lumen|]</b> &amp; [|lumen|]\n</div>\n\nA [|lumen|].\n'),
    "HTML block in a quote": ("md", "> <div>\n> a\n> [|lumen|] b\n> </div>\n"),
    "HTML in a sentence": ("md", 'A <span title="lumen">[|lumen|]</span> <!-- lumen --> [|lumen|].\n'),
    "script and style in Markdown": (
        "md",
        "<script>\nlumen\n\nlumen\n</script>\n<style>\n.lumen {}\n\n.lumen {}\n</style>\n\n[|lumen|]\n",
    ),
    "comment with blank lines": ("md", "<!-- lumen\n\nlumen -->\n\nA [|lumen|].\n"),
    "MDX": (
        "mdx",
        "import lumen from './lumen'\nexport const a = {\n  b: 'lumen',\n\n  c: 1,\n}\n\n{/* lumen */}\n\n"
        '<Note title="lumen" on={() => lumen > 2}>\n  A [|lumen|] {lumen}.\n</Note>\n\n'
        "<div style={{lumen: 1}}>[|lumen|]</div>\n",
    ),
    "template code": (
        "md",
        "{% include lumen.html %}\nA {{ lumen | upcase }} [|lumen|].\n\n{{< figure src=lumen >}}\n\n"
        "{% comment %}\nlumen\n{% endcomment %}\nB [|lumen|] <?php echo $lumen->x; ?>.\n",
    ),
    "admonitions": (
        "md",
        '!!! lumen "The [|lumen|]"\n    Text [|lumen|].\n\n    More [|lumen|].\n\n::: lumen\n'
        "Text [|lumen|]\n:::\n",
    ),
    "front matter in YAML": (
        "md",
        '---\n# lumen\ntags: [lumen]\nslug: lumen\ntitle: "A \\"[|lumen|]\\" \\u00e9 [|lumen|]"\n'
        "description: 'It''s\n"
        "  a [|lumen|]'\nsummary: >-\n  Folded\n  [|lumen|] text\n\n  and **[|lumen|]**\nkeyTakeaways:\n"
        "  - One [|lumen|]\n"
        "faqs:\n  - question: Why [|lumen|]?\n    answer: |\n      Because.\n\n      * of a [|lumen|]\n"
        "seo: {title: The [|lumen|], image: lumen}\n---\n[|lumen|]\n",
    ),
    "front matter in TOML": (
        "md",
        '+++\n# lumen\ntitle = "A \\"[|lumen|]\\" \\u00e9 [|lumen|]" # lumen\ntags = ["lumen"]\n'
        "day = 2024-05-06 07:08:09\n"
        "[extra]\nsummary = '''\nRaw \\ [|lumen|]'''\ndescription = \"\"\"Long \\\n    [|lumen|]\"\"\"\n"
        '[[faqs]]\nquestion = "Why [|lumen|]?"\n[[faqs]]\nanswer = "By [|lumen|]"\n+++\n[|lumen|]\n',
    ),
    "front matter in JSON": (
        "md",
        '{"tags": ["lumen"], "title": "A \\"[|lumen|]\\" \\ud83d\\ude00 [|lumen|]",\n'
        ' "faq": [{"answer": "By\\n[|lumen|]"}]}\n\n[|lumen|]\n',
    ),
    "HTML page": (
        "html",
        '<!doctype html><html><head><title>A [|lumen|]</title><meta name="description" '
        'content="B &amp; [|lumen|]">'
        '<meta name="keywords" content="lumen"><style>lumen{}</style></head>\n'
        '<body class="lumen"><nav>lumen</nav>'
        "<p id='lumen'>It&rsquo;s&nbsp;a&#32;[|lumen|],\n"
        " a <em>[|lumen|]</em>.<!-- lumen --><script>lumen < lumen</script>"
        '<img src="lumen.jpg" alt="My &quot;[|lumen|]&quot;"><p hidden>lumen<p>[|lumen|]</p>'
        "<template>lumen</template>"
        "<noscript>lumen</noscript><div style='color:red; display: none'>lumen</div><div "
        "aria-hidden=true>lumen</div>"
        "<code>lumen</code> <pre>lumen</pre><textarea>lumen</textarea>[|lumen|]</body></html>",
    ),
    "HTML with carriage returns": ("html", "<p>One\r\n<b>two</b>\r\n[|lumen|]</p>\r<p>[|lumen|]"),
    "HTML with a byte order mark": ("html", "\ufeff<p>[|lumen|]</p>"),
    "broken HTML": ("html", "<p>a < b & c</> <3 [|lumen|] <p <b>[|lumen|]</x> &nosuch; [|lumen|]"),
    "plain paragraphs": ("txt", "One [|lumen|].\n\n  Two\n  lines of [|lumen|].\n\n\n* item [|lumen|]\n"),
    "plain text with carriage returns": ("txt", "One\r\n\r\ntwo\r\nthree [|lumen|]\r\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_word_is_found_where_it_stands(name: str) -> None:
    ending, text = CASES[name]
    check_places(text, f"article.{ending}")


def test_rows_and_columns_of_the_shared_files() -> None:
    folder = shared_file("conformance", "positions")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    found = {}
    for name in expected:
        source = decode((folder / name).read_bytes())
        lines = LineIndex(source)
        blocks = parse(source, name).blocks
        found[name] = [
            list(lines.position(block.text.span(*match.span()).start))
            for block in blocks
            for match in re.finditer(r"\bzqx\b", block.text.text)
        ]
    assert len(expected) == 30
    assert found == expected


_SAMPLE = shared_path("data", "sample", "ketamine.txt")


@pytest.mark.skipif(not _SAMPLE.exists(), reason="the sample article is not here")
def test_bare_headings_of_the_sample() -> None:
    blocks = parse(decode(_SAMPLE.read_bytes()), _SAMPLE.name).blocks
    kinds = [(block.kind, block.level) for block in blocks]
    section = [("heading", 2), ("paragraph", 0)]
    assert kinds == [("heading", 1), ("paragraph", 0), *section * 4, ("paragraph", 0), ("paragraph", 0)]
