"""What GitHub, Python-Markdown, mkdocstrings and Sphinx add to the markup of documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markup import dangers, elements, text_of
from sample_page import make_context, render

from mkdocs_repodoc.html.prose.markdown_autolinks import _without_end
from mkdocs_repodoc.html.prose.prose_html import block_html
from mkdocs_repodoc.model.blocks import Document, PageBody, Prose, Section
from mkdocs_repodoc.settings import Settings

Show = Callable[..., str]
MONEY = ("a", "../money.py_docs/#shop.money.Money")


@pytest.fixture(scope="module")
def shown() -> Show:
    files = {
        "docs/guide.rst": ("restructuredtext", "Guide\n=====\n"),
        "docs/deep/a.rst": ("restructuredtext", ""),
        "docs/deep/b.md": ("markdown", ""),
        "trees.ipynb": ("jupyter", ""),
    }
    context = make_context(Settings(root=Path("/nowhere")), files=files)

    def show(text: str, path: str = "README.md", markup: str = "markdown") -> str:
        body = PageBody("t", (), (Section("s", "s", (Document(Prose(text, markup, path), ()),)),))
        html = render(context, body).content
        assert not dangers(html)
        return html.partition('<div class="rd-prose rd-document">')[2].rpartition("</section>")[0]

    return show


@pytest.fixture(scope="module")
def sphinx(shown: Show) -> Show:
    return lambda text: shown(text, "docs/deep/a.rst", "rst")


def links(html: str) -> list[tuple[str, str]]:
    return [(tag, a["href"]) for tag, a in elements(html) if tag == "a" and "href" in a]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://a.example/b.", "https://a.example/b"),
        ("(https://a.example/b_c_d)", "https://a.example/b_c_d"),
        ("https://a.example/b_(c) d", "https://a.example/b_(c)"),
        ("*www.a.example*", "http://www.a.example"),
        ("HTTP://A.example/?a=1&b=2", "HTTP://A.example/?a=1&b=2"),
    ],
)
def test_an_address_in_the_text_is_a_link(text: str, address: str, shown: Show) -> None:
    assert links(shown(text)) == [("a", address)]


@pytest.mark.parametrize(
    "text",
    [
        "`https://a.example`",
        "http://localhost",
        "xhttps://a.example",
        "www.",
        "a.example",
        "ftp://a.b",
    ],
)
def test_what_only_looks_like_an_address_is_none(text: str, shown: Show) -> None:
    assert links(shown(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[at https://b.example](https://a.example)",
        '<a href="https://a.example">https://b.example</a>',
    ],
)
def test_an_address_in_a_link_is_its_text(text: str, shown: Show) -> None:
    assert links(shown(text)) == [("a", "https://a.example")]


def test_the_end_of_an_address_is_found_in_one_go() -> None:
    assert _without_end("a" + ")?" * 100_000) == "a"
    assert _without_end("(" * 1_000 + ")" * 1_001) == "(" * 1_000 + ")" * 1_000


def test_the_attributes_of_a_heading_are_not_shown(shown: Show) -> None:
    html = shown("## Use {#usage .wide}\n\n## A {dict}\n")
    assert text_of(html).split("\n")[:2] == ["Use", "A {dict}"]
    assert 'id="text--use"' in html


def test_the_place_of_an_objects_documentation_is_its_name(shown: Show) -> None:
    html = shown("Before\n::: shop.money.Money\n    options:\n      members: no\n\nAfter\n")
    assert MONEY in links(html)
    assert text_of(html).split() == ["Before", "shop.money.Money", "After"]


def test_an_anchor_is_seen_by_links_alone(shown: Show) -> None:
    html = shown("[](){#terms}\nTerms and [](){ #others }others: [up](#terms)")
    assert text_of(html).split() == ["Terms", "and", "others:", "up"]
    assert links(html) == [("a", "#text--terms")]
    assert {"text--terms", "text--others"} <= {a.get("id") for _tag, a in elements(html)}


@pytest.mark.parametrize("text", ["::: warning\nMind.\n:::", "a ::: b", "    ::: shop.money.Money"])
def test_other_colons_stay(text: str, shown: Show) -> None:
    assert MONEY not in links(shown(text))
    assert ":::" in text_of(shown(text)) or "warning" in text_of(shown(text))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (":doc:`b`", "../../docs/deep/b.md_docs/"),
        (":doc:`/guide`", "../../docs/guide.rst_docs/"),
        (":doc:`../guide`", "../../docs/guide.rst_docs/"),
    ],
)
def test_a_document_is_found_without_its_suffix(text: str, address: str, sphinx: Show) -> None:
    assert links(sphinx(text)) == [("a", address)]


def test_a_document_that_is_not_there_is_its_name(sphinx: Show) -> None:
    html = sphinx(":doc:`/gone`, :doc:`the end <gone>` and :doc:`../../../etc/passwd`")
    assert links(html) == []
    assert text_of(html).strip() == "gone, the end and ../../../etc/passwd"


def test_a_tree_of_documents_is_a_list_of_links(sphinx: Show) -> None:
    html = sphinx(
        ".. toctree::\n   :maxdepth: 2\n\n   The guide </guide>\n   b\n   self\n   gone\n"
    )
    assert [a for tag, a in links(html)] == [
        "../../docs/guide.rst_docs/",
        "../../docs/deep/b.md_docs/",
    ]
    assert text_of(html).strip() == "The guidebgone"


def test_a_hidden_tree_is_hidden(sphinx: Show) -> None:
    assert text_of(sphinx(".. toctree::\n   :hidden:\n\n   b\n")).strip() == ""


@pytest.mark.parametrize("directive", ["autoclass", "autofunction", "py:class", "py:function"])
def test_the_documentation_of_an_object_is_a_link_to_it(directive: str, sphinx: Show) -> None:
    html = sphinx(f".. {directive}:: shop.money.Money(cents)\n   :members:\n\n   Of all *kinds*.\n")
    assert MONEY in links(html)
    assert "shop.money.Money(cents)" in text_of(html)


def test_what_is_described_by_name_is_a_definition(sphinx: Show) -> None:
    html = sphinx(".. envvar:: SHOP_OPEN\n\n   Whether it is *open*.\n\n.. option:: --all\n")
    assert [tag for tag, _ in elements(html) if tag in {"dt", "dd", "em"}] == [
        "dt", "dd", "em", "dt", "dd",
    ]  # fmt: skip
    assert "SHOP_OPEN" in text_of(html)


@pytest.mark.parametrize("directive", ["include", "literalinclude"])
def test_a_file_that_would_be_taken_in_is_a_link(directive: str, sphinx: Show) -> None:
    html = sphinx(f".. {directive}:: ../guide.rst\n")
    assert links(html) == [("a", "../../docs/guide.rst_docs/")]
    assert text_of(html).strip() == "../guide.rst"


def test_a_glossary_is_its_definitions(sphinx: Show) -> None:
    html = sphinx(".. glossary::\n\n   till\n      Where one pays.\n")
    assert [tag for tag, _ in elements(html) if tag in {"dl", "dt", "dd"}] == ["dl", "dt", "dd"]
    assert "Glossary" not in text_of(html)


def test_html_in_the_text_of_a_notebook_is_markup_if_it_is_harmless(shown: Show) -> None:
    html = shown(
        '<b onclick="a()">x</b> <script>y</script> ![z](data:image/svg+xml,<svg>)', "trees.ipynb"
    )
    assert "<b>x</b>" in html
    assert "<script>y</script>" in text_of(html)
    assert "img" not in [tag for tag, _ in elements(html)]


def test_substitutions_that_stand_for_more_than_fits_a_page_are_text() -> None:
    lines = [f".. |a{n}| replace:: {f'|a{n + 1}| ' * 8}" for n in range(12)]
    text = "\n".join([*lines, ".. |a12| replace:: word", "", "|a0| |a11|"])
    assert "|a0| |a11|" in block_html(text, "rst", 1, raw_html=False)
    few = ".. |a| replace:: b |c|\n.. |c| replace:: d\n\n|a| e |a|\n"
    assert "<p>b d e b d</p>" in block_html(few, "rst", 1, raw_html=False)
