"""The table of contents of a rendered page."""

from pathlib import Path

from msgspec.structs import replace
from sample_page import every_block, make_context, render

from mkdocs_repodoc.html.html_renderer import _bounded, _headings, _nested
from mkdocs_repodoc.model.blocks import (
    Block,
    PageBody,
    Section,
    Subheading,
    SymbolBlock,
    Weight,
)
from mkdocs_repodoc.rendering.renderer import TocEntry
from mkdocs_repodoc.settings import Settings

ITEM, TOTAL = (
    block
    for section in every_block().sections
    for block in section.blocks
    if isinstance(block, SymbolBlock) and block.name in {"Item", "total"}
)


def entries(*levels: int) -> list[TocEntry]:
    return [TocEntry(f"h{level}", f"a{number}", level) for number, level in enumerate(levels)]


def test_headings_stand_below_the_last_one_of_a_smaller_level() -> None:
    first, second = _nested(entries(2, 3, 5, 4, 2))
    (third,) = first.children
    assert [child.level for child in third.children] == [5, 4]
    assert second.children == ()


def test_a_short_table_is_complete() -> None:
    short = entries(2, 3, *[4, 5] * 24)
    assert _bounded(short) == short


def test_a_very_long_table_loses_its_deepest_levels_first() -> None:
    assert {entry.level for entry in _bounded(entries(2, 3, *[4, 5, 6] * 40))} == {2, 3, 4, 5, 6}
    longer = entries(2, 3, *[4, 5, 6] * 120)
    assert {entry.level for entry in _bounded(longer)} == {2, 3, 4, 5}
    longest = entries(2, 3, *[4, 5, 6] * 400)
    assert {entry.level for entry in _bounded(longest)} == {2, 3}


def listed(blocks: tuple[Block, ...], weight: Weight = "full") -> list[str]:
    body = PageBody("t", (), (Section("s", "s", blocks, weight),))
    return [entry.title for entry in _headings(body)]


def test_definitions_of_one_name_are_one_entry() -> None:
    again = replace(ITEM, anchor="again")
    inner = replace(TOTAL, anchor="inner")
    assert listed((ITEM, TOTAL, inner, again, replace(TOTAL, anchor="other"))) == [
        "s",
        "Item",
        "total",
        "total",
    ]


def test_a_folded_section_is_listed_without_its_inside() -> None:
    assert listed((ITEM,), "folded") == ["s"]


def test_a_page_says_whether_its_table_is_long(tmp_path: Path) -> None:
    context = make_context(Settings(tmp_path))
    for count, is_long in ((40, False), (60, True)):
        heads = tuple(Subheading(f"h{n}", f"h{n}") for n in range(count))
        page = PageBody("t", (), (Section("s", "s", heads),))
        assert ('data-toc="long"' in render(context, page).content) == is_long
