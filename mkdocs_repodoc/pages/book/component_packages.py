"""The packages of other projects that a component uses."""

from __future__ import annotations

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps


def packages(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the packages of other projects that only one component uses."""
    inside = {*component.files, *component.further}
    found = [
        _package(name)
        for name, only in view.exchanges.packages(component.path)
        if only and view.context.insight.full_names.files(name) <= inside
    ]
    if not found:
        return ()
    verb = "is" if len(found) == 1 else "are"
    return ("Only here ", verb, " ", *some(found, most=book_caps.CHAPTER_PACKAGES), " used.")


def _package(name: str) -> Code:
    """Return the name of a package; one that is an address without the host."""
    host, _, path = name.partition("/")
    return Code(path if path and "." in host else name)
