"""Which sentences count as running text."""

from __future__ import annotations

from healthlint.analysis.running_text import body, is_quotation, prose, quotations
from healthlint.parsing import parse

PAGE = """---
title: Sore throat
summary: What to do about a sore throat. When to see a doctor.
---

# Sore throat

Medically reviewed by A. N. Editor on 3 May.

A sore throat mostly goes away in a week. You can treat it at home if you:

- drink plenty of water
- rest
- Suck an ice cube. It numbs the pain.

| Age | Dose |
| --- | ---- |
| 6 to 9 | One spoon. Not more. |

> I drank nothing but warm tea for a week, and it went away.

"I drank nothing but warm tea for a whole week," said one mother.

This page is for informational purposes only. Call a doctor if you cannot swallow.

## References

Author A, Author B. Sore throats in schools. Journal of Throats. 2019;12:34.

## Disclaimer

We do not give advice about single cases.
"""


def sentences_of(kind: str, source: str = PAGE, name: str = "page.md") -> list[str]:
    document = parse(source, name)
    return [sentence.plain for sentence in (prose if kind == "prose" else body)(document)]


def test_prose_is_what_a_grade_can_be_taken_of() -> None:
    assert sentences_of("prose") == [
        "A sore throat mostly goes away in a week.",
        "You can treat it at home if you:",
        "Suck an ice cube.",
        "It numbs the pain.",
        "Call a doctor if you cannot swallow.",
    ]


def test_body_has_fragments_and_quoted_sentences_too() -> None:
    found = sentences_of("body")
    assert "drink plenty of water" in found
    assert "What to do about a sore throat." in found
    assert any(text.startswith('"I drank') for text in found)
    assert not any(
        "reviewed" in text or "purposes" in text or "Journal" in text or "advice" in text for text in found
    )
    assert not any("One spoon" in text for text in found)


def test_an_unpunctuated_list_is_no_endless_sentence() -> None:
    items = "\n".join(f"- sign number {number} of the illness" for number in range(30))
    assert sentences_of("prose", f"Look out for these signs:\n\n{items}\n") == ["Look out for these signs:"]


def test_list_items_that_are_sentences_count_each() -> None:
    source = "1. Wash your hands.\n2. Open the pen with the cap up.\n3. nausea.\n4. Vomiting.\n"
    assert sentences_of("prose", source) == ["Wash your hands.", "Open the pen with the cap up."]


def test_plain_text_without_blank_lines() -> None:
    source = "Coughs\nA cough clears the throat. It is useful.\nWhat helps\nHoney helps some people.\n"
    assert sentences_of("prose", source, "page.txt") == [
        "A cough clears the throat.",
        "It is useful.",
        "Honey helps some people.",
    ]


def test_quotations_have_four_words() -> None:
    text = 'The "miracle" cure is, he says, "the best thing since sliced bread" for him.'
    assert [text[start:end] for start, end in quotations(text)] == ['"the best thing since sliced bread"']
    assert not is_quotation(text)
    assert is_quotation('"It took my pain away overnight," says Ann.')
