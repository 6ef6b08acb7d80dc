"""Documents rendered: the headings of the outline and those of the markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import dangers, elements, text_of

from mkdocs_repodoc.html.prose.heading_anchors import pair_headings
from mkdocs_repodoc.html.prose.heading_slugs import HeadingSlugs
from mkdocs_repodoc.model.blocks import Document, DocumentHeading, Prose

Show = Callable[..., str]


def outline(*texts: str) -> tuple[DocumentHeading, ...]:
    return tuple(DocumentHeading(text, f"anchor {text}", 3) for text in texts)


def document(
    text: str, *headings: str, path: str = "README.md", markup: str = "markdown"
) -> Document:
    return Document(Prose(text, markup, path), outline(*headings))


def ids(html: str) -> list[tuple[str, str]]:
    return [
        (tag, attributes["id"])
        for tag, attributes in elements(html)
        if attributes.get("id", "").startswith(("anchor ", "text--"))
    ]


@pytest.mark.parametrize(
    ("text", "markup"),
    [("# A b\n\n## C `d`\n", "markdown"), ("A b\n===\n\nC ``d``\n-------\n", "rst")],
)
def test_a_heading_has_the_anchor_that_the_outline_gave_it(
    text: str, markup: str, show: Show
) -> None:
    html = show(document(text, "A b", "C d", markup=markup))
    assert ids(html) == [("h3", "anchor A b"), ("h4", "anchor C d")]


def test_headings_of_one_text_are_told_apart_by_their_order(show: Show) -> None:
    block = Document(
        Prose("# A\n\n# A\n\n[second](#a-1)", "markdown", "README.md"),
        (DocumentHeading("A", "A", 3), DocumentHeading("A", "A_2", 3)),
    )
    html = show(block)
    assert [a["id"] for tag, a in elements(html) if tag == "h3"] == ["A", "A_2"]
    assert ("a", "#A_2") in {(tag, a.get("href", "")) for tag, a in elements(html)}


def test_a_heading_that_was_rendered_as_something_else_can_be_linked_to(show: Show) -> None:
    html = show(document("# A\n\n<pre>\n# B\n</pre>\n\n# C\n", "A", "B", "C"))
    assert ids(html) == [("h3", "anchor A"), ("span", "anchor B"), ("h3", "anchor C")]


def test_a_heading_that_the_outline_lacks_keeps_its_own_id(show: Show) -> None:
    html = show(document("# A\n\n> ## B\n\n# C\n", "A", "C"))
    assert ids(html) == [("h3", "anchor A"), ("h4", "text--b"), ("h3", "anchor C")]


def test_an_id_of_the_authors_before_a_heading_is_the_headings(show: Show) -> None:
    html = show(document('<a name="a"></a>\n\n# A\n', "A"))
    assert [anchor for _tag, anchor in ids(html)] == ["anchor A"]


def test_an_anchor_is_text_wherever_it_stands(show: Show) -> None:
    html = show(document('# "><img src=x>\n', '"><img src=x>'))
    assert not dangers(html)
    assert "anchor " in html
    assert text_of(html).count('">') == 1


@given(
    st.lists(st.sampled_from("ABC"), max_size=8),
    st.lists(st.sampled_from("ABC"), max_size=8),
)
def test_each_anchor_of_the_outline_is_there_once(rendered: list[str], known: list[str]) -> None:
    seen: dict[str, int] = {}
    html = ""
    for text in rendered:
        number = seen.setdefault(text, 0)
        seen[text] += 1
        html += f'<h3 id="text--{text.lower()}{f"-{number}" if number else ""}">{text}</h3>\n'
    headings = tuple(DocumentHeading(text, f"{n}", 3) for n, text in enumerate(known))
    result, anchors = pair_headings(html, headings)
    assert sorted(anchors.values()) == sorted(heading.anchor for heading in headings)
    assert all(f'id="{name}"' in result for name in anchors)
    assert text_of(result) == text_of(html)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("*a " * 3_000, "rst"),
        ("a_ " * 3_000, "rst"),
        ("|a " * 3_000, "rst"),
        (".. a::\n\n" * 1_500, "rst"),
    ],
)
def test_a_text_of_problems_alone_is_shown_as_it_stands(text: str, markup: str, show: Show) -> None:
    html = show(document(text, "A", markup=markup))
    assert 'class="rd-plain"' in html
    assert ids(html) == [("span", "anchor A")]


def test_many_headings_of_one_text_take_no_longer_than_others() -> None:
    slugs = HeadingSlugs()
    found = [slugs.take(text) for text in ("a", "a-1", *("a",) * 20_000)]
    assert found[:4] == ["a", "a-1", "a-2", "a-3"]
    assert found[-1] == "a-20001"
