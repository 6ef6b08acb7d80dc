"""The words on an import that comes late, between two components that need each other."""

from __future__ import annotations

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.late_imports import late_import
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import page_links


def late_phrase(view: BookView, component: Component, other: Component) -> list[Phrase]:
    """Return the phrase on an import of another component that comes late; none without one."""
    late = late_import(view.context.repository, component, other)
    if late is None:
        return []
    where = "behind the definitions of its file, which the other imports"
    if late.function:
        where = f"inside {late.function}, and is run when that is"
    line = page_links.to_line(
        view.context, late.path, late.line, text=f"{view.file_name(late.path)}:{late.line}"
    )
    return [("the two import each other, and the import at ", line, f" stands {where}")]
