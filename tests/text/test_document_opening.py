"""What a document begins with, without what stands around it."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.document_parts.document_opening import document_opening

BADGES = "[![Build](https://ci/b.svg)](https://ci)\n[![Docs](https://d/b.svg)](https://d)"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<p align="center"><img src="logo.svg"></p>\n\n# Crane',
            "## Installation\n\nRun pip now.",
        ),
        (BADGES, "```sh\npip install crane\n```\n\nMore about what it can lift."),
        (
            "# Crane\n\n[Docs](https://d) | [Chat](https://c) | [Paper](https://p)",
            "- fast\n- small",
        ),
        (
            "Crane\n=====\n\nLicensed under the MIT licence by its many authors.",
            "---\n\nInstall it:",
        ),
        (
            '<a href="https://d">Visit the site for the documentation</a>',
            "> A quotation of a user.",
        ),
    ],
)
def test_paragraphs_of_prose_are_taken(before: str, after: str) -> None:
    prose = "Crane lifts *parcels* from ships.\nIt is quick.\n\nIt never drops one of them."

    assert document_opening(f"{before}\n\n{prose}\n\n{after}\n", "markdown") == prose


def test_badges_between_paragraphs_are_left_out() -> None:
    text = f"Crane lifts parcels from ships.\n\n{BADGES}\n\nMany harbours in Europe have one."

    assert document_opening(text, "markdown") == (
        "Crane lifts parcels from ships.\n\nMany harbours in Europe have one."
    )


def test_a_notice_above_a_rule_is_not_all_that_is_said() -> None:
    text = (
        "# Crane is unmaintained\n\nInstead of it I would use a newer crane.\n\n----\n\n"
        "Crane lifts parcels from ships. It can do all of this:\n\n1. lift\n2. lower\n"
    )

    assert document_opening(text, "markdown") == (
        "Instead of it I would use a newer crane.\n\nCrane lifts parcels from ships."
    )


@pytest.mark.parametrize(
    "aside",
    [
        "## Backers\n\n[Become a backer](https://b) and show your support to our project.",
        "## Sponsors\n\nDoes your company use Crane? Ask your manager for help with it.",
        "Please consider donating to us, so that we can go on.",
        "The future of this mill depends on community support. [Become a sponsor](https://x.org)!",
        "Chat with us on Discord to ask all questions.",
    ],
)
def test_calls_for_support_open_no_document(aside: str) -> None:
    prose = "Crane lifts parcels from ships."

    assert document_opening(f"# Crane\n\n{aside}\n\n## About\n\n{prose}\n", "markdown") == prose


def test_a_centred_line_says_it_where_all_prose_below_asks_for_support() -> None:
    text = (
        '<p align="center">Classic crane for ships and parcels</p>\n\n## Links\n\n- [Docs](d)\n\n'
        "## Backers\n\n[Become a backer](https://b) and show your support to our project.\n"
    )
    assert document_opening(text, "markdown") == "Classic crane for ships and parcels"


def test_a_centred_line_above_the_sections_goes_before_prose_in_them() -> None:
    text = (
        '<p align="center">Classic crane for ships and parcels</p>\n\n## Development\n\n'
        "You may want to know that:\n\n- Cranes are used by many.\n"
    )
    assert document_opening(text, "markdown") == "Classic crane for ships and parcels"
    plain = text.replace("Classic crane for ships and parcels", '<img src="logo.svg">')
    assert document_opening(plain, "markdown").startswith("You may want to know that:")


def test_a_quotation_below_the_title_is_the_tagline() -> None:
    text = "# crane\n\n> A crane with care for parcels\n\nUseful for ships that lie in a port.\n"

    assert document_opening(text, "markdown") == (
        "A crane with care for parcels\n\nUseful for ships that lie in a port."
    )
    assert document_opening(f"# c\n\n> {'x yy zz ab ' * 40}\n", "markdown") == ""


def test_a_tagline_may_be_very_short() -> None:
    text = "# crane\n\n> A better `hoist`\n\n## Why\n\n- Care\n\n## Use\n\n"
    text += "Run crane without anything.\n"
    assert document_opening(text, "markdown") == "A better `hoist`"
    below = text.replace("> A better", "## What\n\n> A better")
    assert document_opening(below, "markdown") == "Run crane without anything."


def test_a_paragraph_that_announces_a_list_comes_with_its_first_items() -> None:
    badges = (
        "[![Go Reference][badge]][link]\n[![Report Card][card]][link]\n[![Tests status][t]][link]\n"
    )
    items = "".join(f"- lifts load number {number}\n  with care\n" for number in range(9))
    text = f"# Crane\n\n{badges}\nCrane is a small package featuring:\n\n{items}\n## More\n"

    lines = document_opening(text, "markdown").splitlines()

    assert lines[0] == "Crane is a small package featuring:"
    assert lines[2] == "- lifts load number 0"
    assert lines[-2:] == ["- lifts load number 5", "  with care"]


def test_links_keep_the_addresses_that_are_defined_elsewhere() -> None:
    text = "Crane is built upon [Steel] and [bolts][b].\n\n[steel]: s.md\n[b]: https://b\n[c]: c\n"

    assert document_opening(text, "markdown").splitlines()[1:] == [
        "",
        "[Steel]: <s.md>",
        "",
        "[b]: <https://b>",
    ]


def test_an_opening_is_no_longer_than_a_newcomer_reads() -> None:
    paragraphs = [f"This is paragraph number {name} of a long text." for name in "abcde"]
    assert document_opening("\n\n".join(paragraphs), "markdown").count("\n\n") == 2
    long = "Words and words and words. " * 50
    assert document_opening(f"{long}\n\n{long}", "markdown") == long.strip()


def test_restructured_text_is_read_alike() -> None:
    text = (
        "=====\nCrane\n=====\n\n.. image:: logo.svg\n   :alt: Crane\n\n|build| |docs|\n\n"
        "Crane lifts parcels with Steel_.\n\nIt never drops one of them.\n\n"
        "Installing\n----------\n\nUse pip to install it.\n\n.. _Steel: https://steel\n"
        ".. _Other: https://other\n"
    )

    assert document_opening(text, "rst") == (
        "Crane lifts parcels with Steel_.\n\nIt never drops one of them.\n\n"
        ".. _Steel: https://steel"
    )


def test_a_document_without_prose_has_no_opening() -> None:
    assert document_opening(f"# Crane\n\n{BADGES}\n\n- one\n- two\n", "markdown") == ""
    assert document_opening("Crane lifts parcels from ships.", "plain") == ""


@pytest.mark.parametrize("sign", ["\x0c", "\x0b", "\x85", "\u2028", "\x1c"])
def test_lines_end_where_the_parser_ends_them(sign: str) -> None:
    """Python has more ends of lines than Markdown."""
    text = f"# Crane\n\n<!-- {sign * 3} -->\n\nIt can lift all of these:\n\n- a parcel\n- a ship\n"
    assert document_opening(text, "markdown") == (
        "It can lift all of these:\n\n- a parcel\n- a ship"
    )


def test_an_announcement_of_an_item_that_is_too_long_is_no_opening() -> None:
    item = "- a parcel\n" + "  with more to say\n" * 20
    text = f"# Crane\n\nIt can lift all of these:\n\n{item}\nIt never drops one of them.\n"
    assert document_opening(text, "markdown") == ""


def test_a_long_document_is_read_no_further_than_its_beginning() -> None:
    beginning = "# Crane\n\nLifts whatever has [a hook][hook] of steel.\n\n[hook]: https://h\n\n"
    opening = document_opening(beginning, "markdown")
    assert "https://h" in opening
    calls: list[int] = []

    class Text(str):
        __slots__ = ()

        def __getitem__(self, part: object) -> str:
            calls.append(part.stop)  # type: ignore[attr-defined] # only slices are taken
            return super().__getitem__(part)  # type: ignore[index] # likewise

    assert document_opening(Text(beginning + "- more\n" * 300_000), "markdown") == opening
    assert calls
    assert max(calls) <= 100_000
