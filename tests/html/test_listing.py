from __future__ import annotations

import re
import time

import pytest
from markup import HOSTILE, dangers, elements, text_of
from sample_page import ITEM_PAGE, SHOP, references

from mkdocs_repodoc.html.code import listing as listing_module
from mkdocs_repodoc.html.code.listing import ListingHtml, render_listing
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    SymbolRef,
)
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext


@pytest.fixture
def addresses(context: RenderContext) -> Addresses:
    return Addresses(context, ITEM_PAGE)


def source_in(listing: ListingHtml) -> str:
    """The text without its line numbers."""
    return text_of(re.sub(r"<a id=L\d+ href=#L\d+ tabindex=-1>\d+</a>", "", listing.html))


def test_shows_every_character_of_the_file(addresses: Addresses) -> None:
    listing = render_listing(SHOP, "python", references("shop/item.py"), addresses)
    assert source_in(listing) == SHOP
    assert (listing.lines, listing.total_lines, listing.cut) == (29, 29, False)


def test_each_line_is_an_anchor_and_a_link_to_itself(addresses: Addresses) -> None:
    listing = render_listing("a\n\nb\n", "python", (), addresses)
    anchors = [attributes for tag, attributes in elements(listing.html) if tag == "a"]
    assert anchors == [{"id": f"L{n}", "href": f"#L{n}", "tabindex": "-1"} for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("text", "lines"), [("", 0), ("\n", 1), ("a", 1), ("a\n", 1), ("a\n\n", 2), ("\n\na", 3)]
)
def test_counts_lines_as_the_source_text_does(text: str, lines: int, addresses: Addresses) -> None:
    listing = render_listing(text, "python", (), addresses)
    assert listing.lines == listing.total_lines == lines == listing.html.count("<a id=L")


def test_links_a_use_to_its_definition_on_another_page(addresses: Addresses) -> None:
    html = render_listing(SHOP, "python", references("shop/item.py"), addresses).html
    link = "<a href=../money.py_docs/#shop.money.round_up>"
    assert f"{link}round_up</a>" in html


def test_links_a_definition_to_its_own_section_in_the_colour_of_its_kind(
    addresses: Addresses,
) -> None:
    html = render_listing(SHOP, "python", references("shop/item.py"), addresses).html
    assert "<a class=nc href=#shop.item.Item data-def>Item</a>" in html


def test_an_address_says_what_a_link_leads_to(addresses: Addresses) -> None:
    html = render_listing(SHOP, "python", references("shop/item.py"), addresses).html
    assert html.count("#shop.money.round_up") == 2
    assert "title=" not in html


def test_columns_count_bytes(addresses: Addresses) -> None:
    use = LinkedReference(1, 7, 12, "name", SymbolRef("shop/money.py", 0), "exact")
    html = render_listing(
        '"ÄÖ" + Money\n', "python", (use._replace(column=9, end_column=14),), addresses
    ).html
    assert ">Money</a>" in html


@pytest.mark.parametrize("place", [(0, 0, 1), (2, 0, 1), (1, 0, 99), (1, 3, 3), (1, -1, 1)])
def test_leaves_out_references_that_are_not_in_the_text(
    place: tuple[int, int, int], addresses: Addresses
) -> None:
    use = LinkedReference(*place, "name", SymbolRef("shop/money.py", 0), "exact")
    assert "money" not in render_listing("x = 1\n", "python", (use,), addresses).html


def test_links_a_name_inside_a_string(addresses: Addresses) -> None:
    use = LinkedReference(1, 4, 9, "annotation", SymbolRef("shop/money.py", 0), "exact")
    html = render_listing('x: "Money"\n', "python", (use,), addresses).html
    assert re.search(r'<i class=s>"</i><a [^>]*>Money</a><i class=s>"</i>', html)


@pytest.mark.parametrize("language", ["python", "rust", "c++", "makefile", "no such language", ""])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_shows_hostile_text_in_any_language(
    hostile: str, language: str, addresses: Addresses
) -> None:
    text = f'# {hostile}\nx = "{hostile}"\n'
    listing = render_listing(text, language, (), addresses)
    assert not dangers(listing.html)
    assert listing.lines == 2


def test_copes_with_broken_code(addresses: Addresses) -> None:
    text = 'def f(:\n  """ never ends\n class <<< \x01 ))) \n\tf"{{{'
    listing = render_listing(text, "python", (), addresses)
    assert listing.lines == 4
    assert "never ends" in source_in(listing)


def test_shows_characters_that_reorder_text(addresses: Addresses) -> None:
    html = render_listing("x = 1 # \u202e hidden\n", "python", (), addresses).html
    assert "\u202e" not in html
    assert 'title="U+202E"' in html


def test_colours_of_a_text_over_lines_do_not_span_lines(addresses: Addresses) -> None:
    html = render_listing('"""a\n\nb"""\n', "python", (), addresses).html
    assert '<i class=s>"""a</i>\n' in html
    assert '<i class=s>b"""</i>' in html


def test_shows_a_long_file_without_colours_but_complete(
    addresses: Addresses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_module, "COLOUR_LINES", 10)
    text = "import os\n" * 11
    listing = render_listing(text, "python", (), addresses)
    assert source_in(listing) == text
    assert "class=k" not in listing.html


def test_shows_a_file_with_very_long_lines_without_colours(addresses: Addresses) -> None:
    text = "x = [" + "1, " * 10_000 + "]\n"
    listing = render_listing(text, "python", (), addresses)
    assert "class=mi" not in listing.html
    assert listing.columns == len(text) - 1


def test_cuts_a_huge_file_between_lines(addresses: Addresses) -> None:
    listing = render_listing("0123456789\n" * 9, "text", (), addresses, limit=25)
    assert (listing.lines, listing.total_lines, listing.cut) == (2, 9, True)


def test_cuts_a_huge_line_between_characters(addresses: Addresses) -> None:
    listing = render_listing("ä" * 50, "text", (), addresses, limit=25)
    assert (listing.lines, listing.total_lines, listing.cut) == (1, 1, True)
    assert source_in(listing) == "ä" * 12 + "\n"


def test_stays_small_and_quick(addresses: Addresses) -> None:
    text = SHOP * 400
    started = time.process_time()
    listing = render_listing(text, "python", (), addresses)
    assert len(listing.html) < 3.5 * len(text)
    assert time.process_time() - started < 4 * len(text) / 4_000_000 + 0.2


def test_the_commonest_colours_give_way_where_there_is_no_room(
    addresses: Addresses, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "def f():\n    return [1, 2, 3]  # the first\n"
    assert "<i class=mi>" in render_listing(text, "python", (), addresses).html
    monkeypatch.setattr(listing_module, "MOST_ELEMENTS", 8)
    html = render_listing(text, "python", (), addresses).html
    assert "<i class=mi>" not in html
    assert "<i class=c1># the first</i>" in html


def test_symbols_without_a_section_have_their_anchor_at_their_line(addresses: Addresses) -> None:
    anchors = ((1, "a"), (1, 'b"<'), (9, "c"))
    html = render_listing("x = y = 1\nz = 2\n", "text", (), addresses, anchors=anchors).html
    assert '<i id="a"></i><i id="b&#34;&lt;"></i><a id=L1 ' in html
    assert '<i id="c"></i><a id=L2 ' in html  # line 9 is not shown


def test_the_numbers_of_a_very_long_listing_are_anchors_alone(addresses: Addresses) -> None:
    html = render_listing("x\n" * 5_001, "text", (), addresses).html
    assert "<a id=L5001>5001</a>x\n" in html
    assert "<a id=L7 href=#L7 " in render_listing("x\n" * 5_000, "text", (), addresses).html
