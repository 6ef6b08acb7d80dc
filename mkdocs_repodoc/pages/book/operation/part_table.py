"""Parts of the software that whoever builds it may choose, such as features of a crate."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites
from mkdocs_repodoc.languages.testing.test_needs import OptionalPart
from mkdocs_repodoc.model.blocks import Block, Code, Column, Phrase, Table
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import some_of

_WORD = "feature"
_QUOTED = re.compile(r"(?<=\")[\w.-]+(?=\")")


def part_table(view: BookView) -> Iterator[Block]:
    """Yield the table of the parts: whether they are there by default, what they bring, where."""
    found = Prerequisites(view.context.repository, lambda path: view.context.read_text(path).text)
    parts = list(found.parts())
    if not parts:
        return
    shown = parts[: operation_caps.BOOK_PARTS]
    names = {each.name for each in shown}
    said = _commented(view, shown)
    asked = _asked_for(view, names)
    rows = tuple(
        (
            (Code(each.name),),
            ("on",) if each.is_default else ("off",),
            _brought(each),
            said.get(each.name, ()),
            asked.get(each.name, ()),
            (page_links.line_link(view.context, each.path, each.line),),
        )
        for each in shown
    )
    columns = tuple(
        map(Column, ("Feature", "By default", "Brings", "Meaning", "Asked for in", "Declared in"))
    )
    caption = "Features that one chooses when it is built"
    more = some_of(len(shown), len(parts), "feature")
    caption = ", ".join(filter(None, (caption, more)))
    yield Table(columns, rows, caption=caption).without_empty_columns()


def _brought(part: OptionalPart) -> Phrase:
    most = operation_caps.PART_BRINGS
    return capped([Code(each) for each in part.brings[:most]], len(part.brings) - most)


def _commented(view: BookView, parts: Collection[OptionalPart]) -> Mapping[str, Phrase]:
    """Return what comments above the declarations say."""
    files = view.context.repository.files
    return {
        part.name: (symbol.summary,)
        for part in parts
        for symbol in files[part.path].outline.symbols
        if symbol.line == part.line and symbol.summary
    }


def _asked_for(view: BookView, names: set[str]) -> Mapping[str, Phrase]:
    """Return the first lines of the software that ask whether a part is there."""
    lines: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(view.context.insight.code, key=view.reading_number):
        text = view.context.read_text(path).text
        for number, line in enumerate(text.split("\n"), 1) if _WORD in text else ():
            for name in names.intersection(_QUOTED.findall(line)) if _WORD in line else ():
                lines.setdefault(name, []).append((path, number))
    most = operation_caps.READ_LINES
    return {
        name: capped(
            [page_links.line_link(view.context, *at) for at in each[:most]], len(each) - most
        )
        for name, each in lines.items()
    }
