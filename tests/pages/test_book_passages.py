"""Passages that the book takes over from the repository: how they are chosen and cut."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.pages.book.own_words import passage, without_title
from mkdocs_repodoc.text.document_parts.readme_text import (
    from_first_prose,
    opening,
    without_empty_sections,
    without_link_rows,
    without_loose_end,
    without_sections,
)

PROSE = "A mill turns grain into flour."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{PROSE}\n\nIt has stones that turn.", f"{PROSE}\n\nIt has stones that turn."),
        (f"{PROSE}\n\n    code()\n\nMore words after it.", PROSE),
        (f"{PROSE}\n\n```\ncode()\n```", PROSE),
        (f"{PROSE}\n\nFor an example see this::\n\n    code()", PROSE),
        (f"{PROSE}\n\n.. versionadded:: 3\n   The stones.", PROSE),
        (f"{PROSE}\n\n## Use\n\nLike this.", PROSE),
        ("For an example see this:\n\n    code()", ""),
        ('url = mill.Stone("a", b=3)\nassert url.x == 4', ""),
        ("", ""),
    ],
)
def test_a_passage_is_the_prose_at_the_beginning(text: str, shown: str) -> None:
    assert passage(text) == shown


def test_a_passage_ends_with_a_paragraph() -> None:
    text = "\n\n".join([PROSE] * 9)

    assert passage(text, 2 * len(PROSE)) == f"{PROSE}\n\n{PROSE}"
    assert passage(f"{PROSE} " * 20, 60) == ""
    assert passage(f"{PROSE}\n\n{PROSE * 20}", 2 * len(PROSE)) == PROSE


@pytest.mark.parametrize(
    "text", ["# Mill\n\nWords.", "Mill\n====\n\nWords.", "====\nMill\n====\n\nWords.", "\n\nWords."]
)
def test_a_title_is_left_out(text: str) -> None:
    assert without_title(text).strip() == "Words."


@pytest.mark.parametrize(
    "picture",
    [
        "[![Tests](a.svg)](b)\n[![More](a.svg)][ref]",
        "![Logo](logo.png)",
        '<div align="center"><img src="a.png" alt="Mill"></div>',
        ".. image:: a.png\n   :alt: Mill",
        "[English](a.md) • [Deutsch](b.md)",
        '<picture><source media="x" srcset="https://a/b.svg"><img alt="A mill" src="c"></picture>',
        "**Table of contents**\n\n- [mill](#mill)\n  - [`grind(grain[, stones])`](#grind)",
        "`Docs <https://a.example>`_ | `Chat <https://b.example>`_",
    ],
)
def test_pictures_and_links_alone_are_left_out(picture: str) -> None:
    assert without_link_rows(f"{picture}\n\nWords.") == "Words."


def test_links_that_a_sentence_announces_stay() -> None:
    text = "Look at a recent pull request that\nadded a stone, for example:\n\n- [emery](https://a.b/1)"

    assert without_link_rows(text) == text


def test_a_picture_in_a_sentence_stays() -> None:
    text = "See ![the stones](a.png) turn."

    assert without_link_rows(text) == text


@pytest.mark.parametrize("end", ["## Use", "Use\n---", "It can do this:", "## Use\n\n### Command"])
def test_what_announces_something_is_no_end(end: str) -> None:
    assert without_loose_end(f"Words.\n\n{end}\n") == "Words."


def heading(name: str, line: int, end: int) -> Symbol:
    return Symbol(name, Kind.HEADING, line, end, line, 0, 1)


def test_sections_about_the_project_are_left_out() -> None:
    text = "# Mill\nWords.\n## Sponsors\nMoney.\n### Gold\nMore.\n## Use\nTurn."
    headings = [
        heading("Mill", 1, 8),
        heading("Sponsors", 3, 6),
        heading("Sponsors > Gold", 5, 6),
        heading("Use", 7, 8),
    ]

    assert without_sections(text, headings) == "# Mill\nWords.\n## Use\nTurn."


def test_opening_keeps_fenced_blocks_whole() -> None:
    text = "First.\n\n```\na\n\nb\n```\n\nLast."

    assert opening(text, len(text)) == text
    assert opening(text, 16) == "First."
    assert opening("x" * 50, 10) == ""


def test_where_more_is_to_be_read_does_not_tell_what_a_thing_is() -> None:
    text = "# Mill\n## Documentation\nSee the site.\n## Related\n- [sieve](https://s.org)"
    headings = [heading("Mill", 1, 5), heading("Documentation", 2, 3), heading("Related", 4, 5)]

    assert without_sections(text, headings) == "# Mill"


@pytest.mark.parametrize(
    "before",
    [
        "<div>\n\n<sup>Special thanks to:</sup>\n\n<table><tr><td>A friend</td></tr></table>",
        "<p><em>The little mill that turns.</em></p>\n\n---",
    ],
)
def test_what_stands_before_the_first_prose_is_left_out(before: str) -> None:
    text = f"{before}\n\n{PROSE}\n\n## Use\n\nTurn it."

    assert from_first_prose(text, "markdown") == f"{PROSE}\n\n## Use\n\nTurn it."


def test_a_notice_follows_the_first_prose() -> None:
    notice = "> [!WARNING]\n> Nobody maintains it any more."

    assert from_first_prose(f"{notice}\n\n{PROSE}\n\nMore.", "markdown") == (
        f"{PROSE}\n\n{notice}\n\nMore."
    )


def test_a_first_heading_below_the_top_level_is_no_title() -> None:
    text = "Mill turns.\n\n### Sponsors\nThanks.\n\n### Use\nTurn."
    headings = [
        heading("Sponsors", 3, 5),
        heading("Use", 6, 7),
    ]
    assert without_sections(text, headings) == "Mill turns.\n\n### Use\nTurn."


def test_headings_with_nothing_below_are_left_out() -> None:
    text = "# Mill\n\n## Preview\n\n## Use\n\n### Empty\n\n## Turn\n\nTurn it."
    assert without_empty_sections(text) == "# Mill\n\n## Turn\n\nTurn it."
    code = "```sh\n# one\n\n# two\n\n# three\n```"
    assert without_empty_sections(code) == code


def test_of_a_long_list_the_first_items_are_taken() -> None:
    items = [f"- Item {number} turns\n  the mill" for number in range(40)]
    text = "# Mill\n\nTurns.\n\n" + "\n".join(items)
    told = opening(text, 200)
    assert told.startswith("# Mill\n\nTurns.\n\n- Item 0 turns")
    assert told.endswith("  the mill")
    assert 150 < len(told) <= 200
