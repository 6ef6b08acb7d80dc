"""The table of contents of a rendered page."""

from mkdocs_repodoc.html.html_renderer import _bounded, _nested
from mkdocs_repodoc.rendering.renderer import TocEntry


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


def test_a_long_table_loses_its_deepest_levels_first() -> None:
    long = entries(2, 3, *[4, 5, 6] * 24)
    assert {entry.level for entry in _bounded(long)} == {2, 3, 4, 5}
    longer = entries(2, 3, *[4, 5, 6] * 40)
    assert {entry.level for entry in _bounded(longer)} == {2, 3, 4}
    longest = entries(2, 3, *[4, 5, 6] * 400)
    assert {entry.level for entry in _bounded(longest)} == {2, 3}
