"""The names of settings files that code has, and the functions that choose folders for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.model.blocks import Code, Inline, Item, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped

_CHOOSES = re.compile(
    r"(?:config(?:uration)?|settings|data|cache|state|default)_?(?:dir|directory|folder|home|path)$",
    re.IGNORECASE,
)
"""Names of functions that say which folder they choose."""
_APART = 2
"""Lines between names that stand in one list."""

Places = Sequence[tuple[str, int]]


def file_items(context: PageContext, found: Configuration) -> tuple[Item, ...]:
    """Return the names of settings files with the lines that have them, those of a list once."""
    items = []
    for names, where in _grouped(found):
        named = capped([Code(name) for name in names], 0, last=" and ")
        links = [
            page_links.line_link(context, path, line)
            for path, line in where[: operation_caps.READ_LINES]
        ]
        items.append(Item((*named, ", in ", *capped(links, len(where) - len(links)))))
    return tuple(items)


def _grouped(found: Configuration) -> Iterator[tuple[list[str], Places]]:
    """Yield names with their places: those on one line, or on lines one behind the other, once."""
    names: list[str] = []
    places: Places = ()
    last = 0
    for name, where in found.files.items():
        is_next = (
            len(where) == len(places) == 1
            and where[0][0] == places[0][0]
            and last <= where[0][1] <= last + _APART
        )
        if not is_next and list(where) != list(places):
            if names:
                yield names, places
            names, places = [], where
        names.append(name)
        last = where[-1][1]
    if names:
        yield names, places


def chosen_folders(context: PageContext, found: Configuration) -> list[Phrase]:
    """Return the functions that choose a folder by variables, with these in the order of reading.

    Of several of one name none is told: each knows the folder of another program.
    """
    phrases: dict[str, list[Phrase]] = {}
    paths = dict.fromkeys(path for reads in found.variables.values() for path, _ in reads)
    for path in paths:
        if path in context.statistics.aside:
            continue
        for position, symbol in enumerate(context.repository.files[path].outline.symbols):
            if symbol.kind not in FUNCTIONS or not _CHOOSES.search(symbol.name):
                continue
            own = range(symbol.line, symbol.end_line + 1)
            lines = {
                name: min(known)
                for name, reads in found.variables.items()
                if (known := [one.line for each, one in reads if each == path and one.line in own])
            }
            names: list[Inline] = [Code(name) for name in sorted(lines, key=lines.__getitem__)]
            if names:
                link = page_links.to_symbol(context, SymbolRef(path, position))
                chosen: Phrase = (link, " (which reads ", *capped(names, 0, last=" and "), ")")
                phrases.setdefault(symbol.bare_name, []).append(chosen)
    return [phrase for each in phrases.values() if len(each) == 1 for phrase in each]
