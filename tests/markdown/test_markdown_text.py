from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import markdown as python_markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mkdocs_repodoc.markdown import markdown_text as md

# As GitHub reads it, tables and struck text included, and HTML let through.
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
Reader = Callable[[str], str]
READERS: tuple[Reader, ...] = (
    GITHUB.render,
    lambda text: python_markdown.markdown(text, extensions=["tables", "pymdownx.superfences"]),
)
TEXTS = st.text("ab _*`~[]()<>{}&;#+-=.1!|:\\\n\"'@é", max_size=30)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.found += data


def read(html: str) -> _Text:
    reader = _Text()
    reader.feed(html)
    reader.close()
    return reader


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("render", READERS, ids=["CommonMark", "Python-Markdown"])
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
@example(text="&#1 and &#x1F")
def test_text_is_read_as_it_was_written(render: Reader, text: str) -> None:
    found = read(render(md.line(md.escaped(text))))
    assert words(found.found) == words(text)
    assert set(found.tags) <= {"p"}


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_code_is_read_as_it_was_written(text: str) -> None:
    assert words(read(GITHUB.render(f"a {md.code(text)} z")).found) == words(f"a {text} z")


@pytest.mark.parametrize("render", READERS, ids=["CommonMark", "Python-Markdown"])
@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.tuples(TEXTS, st.booleans()), min_size=2, max_size=2))
def test_a_table_has_the_cells_that_were_put_in(
    render: Reader, texts: list[tuple[str, bool]]
) -> None:
    cells = [md.code(text) if is_code else md.escaped(text) for text, is_code in texts]
    html = render(md.table(["x", "y"], [cells]))
    found = re.findall(r"<td[^>]*>(.*?)</td>", html, re.DOTALL)
    assert [words(read(each).found) for each in found] == [words(text) for text, _ in texts]


def test_a_fence_is_longer_than_what_is_in_it() -> None:
    found = read(GITHUB.render(md.fence("```\nx\n````\n", "c++")))
    assert found.found.strip() == "```\nx\n````"


def test_what_is_in_an_item_stays_in_it() -> None:
    text = md.items([md.item(["one", md.fence("a\n\n  b")]), md.item(["two", "- three"])])
    for render in READERS:
        found = read(render(text))
        assert found.tags.count("ul") == 2
        assert "a\n\n  b" in found.found


def test_a_heading_says_its_anchor_unless_every_reader_makes_it() -> None:
    assert md.heading(2, "File Purpose", "file-purpose") == ["## File Purpose"]
    assert md.heading(2, "Testing & Usage", "testing-usage") == [
        '<a id="testing-usage"></a>',
        "## Testing & Usage",
    ]
    assert md.heading(3, "`a.b`", 'a.b"') == ['<a id="a.b&quot;"></a>', "### `a.b`"]
    assert md.heading(3, "plain") == ["### plain"]


def test_an_anchor_in_a_cell_is_what_links_name() -> None:
    for render in READERS:
        html = render(md.table(["x"], [[f"{md.anchor('a||b')}y"]]))
        assert 'id="a||b"' in html or 'id="a&#124;&#124;b"' in html


def test_an_address_ends_where_it_ends() -> None:
    html = GITHUB.render(md.link("x", "a b(c)<d>|{e}"))
    assert 'href="a%20b%28c%29%3Cd%3E%7C%7Be%7D"' in html
