"""Long lists and tables of the book, of which the beginning is open."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Column, Fold, Item, Items, Section, Table
from mkdocs_repodoc.pages.book.folded_ends import with_folded_ends


def _list(number: int, shown: int = 0) -> Items:
    return Items(tuple(Item((f"{each}",)) for each in range(number)), shown=shown)


def _table(number: int, caption: str = "") -> Table:
    return Table((Column("Option"),), tuple(((f"{each}",),) for each in range(number)), caption)


def test_what_is_short_or_says_itself_how_much_is_open_stays_as_it_is() -> None:
    section = Section("A", "a", (_list(12), _list(40, shown=40), _table(6)))

    assert with_folded_ends(section) == section


def test_a_long_list_shows_its_beginning_and_a_long_table_its_size() -> None:
    counted = _table(7, "Fields of A, 7 of 17 fields")
    blocks = (_list(13), _table(7), _table(7, "Fields of A"), counted)
    found = with_folded_ends(Section("A", "a", blocks)).blocks

    assert found[0] == _list(13, shown=8)
    assert found[1] == Fold("7 options", (_table(7),))
    assert found[2] == Fold("Fields of A: 7 rows", (_table(7),))
    assert found[3] == Fold("Fields of A, 7 of 17 fields", (_table(7),))
