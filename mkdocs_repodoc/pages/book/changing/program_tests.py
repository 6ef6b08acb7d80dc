"""Functions that tests come to, if at all, by running the program."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.changing.program_only import is_only_in_programs
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import joined


def is_by_programs(view: BookView, ref: SymbolRef) -> bool:
    """Tell whether tests come to a function by starting a program, if by no other way."""
    if view.process_start is None or not view.started or ref in view.started:
        return False
    return is_only_in_programs(view.context.repository, view.changes.reaching, ref, view.started)


def tested_by_programs(view: BookView, functions: Sequence[SymbolRef]) -> Phrase:
    """Return the sentence on functions of which that is so."""
    start = view.process_start
    if start is None:
        return ()
    links: list[Phrase] = [(each,) for each in page_links.to_symbols(view.context, functions)]
    file = page_links.to_file(view.context, start.path, text=view.file_name(start.path))
    said = joined(links, last=" and ")
    return ("Tests come to ", *said, " at most by running the program, as ", file, " does.")
