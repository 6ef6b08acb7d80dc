"""Paragraphs of nothing but pictures and links."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.link_rows import is_link_row, without_links, word_count

BADGE = "https://img.example.org/badge.svg"


@pytest.mark.parametrize(
    "paragraph",
    [
        f"[![Build status]({BADGE})](https://ci.example.org/job_(main)) ![Coverage][cov]",
        f"[![Build status][build]][ci]\n![]({BADGE})",
        "[Documentation](docs/) | [Website][site] | https://example.org/chat",
        "|Build Status| |Documentation Status|_",
        f".. image:: {BADGE}\n   :target: https://ci.example.org\n   :alt: Build status",
        "`Documentation <https://example.org>`_ · `Chat room <https://example.org/chat>`__",
        f'<p><a href="https://example.org"><img src="{BADGE}" alt="Logo"></a></p>',
        '<!-- badges of the main branch --> <a href="docs">Documentation and guides</a>',
    ],
)
def test_pictures_and_links_alone_are_a_row_of_links(paragraph: str) -> None:
    assert is_link_row(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        f"![Logo]({BADGE}) Sells fruit from a cart.",
        "Read the [manual](docs/) before you open the shop.",
        "A cart",
        "***",
        "| Name | Price |\n|------|-------|\n| pear | 2 |",
        "|Name|Price|\n|----|-----|\n|pear|2|",
        "The cost is |x| where x < 2 and y > 3.",
    ],
)
def test_a_paragraph_that_says_something_is_none(paragraph: str) -> None:
    assert not is_link_row(paragraph)


def test_words_are_counted_beside_links() -> None:
    said = without_links("See <b>the</b> [manual of the shop](docs/) first, |version| of it")
    assert said.split() == ["See", "the", "first,", "of", "it"]
    assert word_count(said) == 5
    assert word_count("a 1 2 é — été") == 1
