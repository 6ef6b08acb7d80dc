"""The purpose of a file in its own words, or in those of its main symbol."""

from __future__ import annotations

from mkdocs_repodoc.insight.symbols.main_symbol import main_symbol
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import summaries


def file_purpose(view: BookView, path: str) -> Phrase:
    """Return a file's own summary, or that of its one main symbol behind its name; may be empty."""
    return summaries.of_file(view.context, path) or _main(view, path)


def _main(view: BookView, path: str) -> Phrase:
    position = main_symbol(view.context.repository.files[path])
    if position is None:
        return ()
    ref = SymbolRef(path, position)
    words = summaries.behind_name(view.context, ref)
    return (view.to_symbol(ref), *words) if words else ()
