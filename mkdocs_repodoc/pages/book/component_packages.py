"""The packages of other projects that a component uses."""

from __future__ import annotations

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps


def packages(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the packages of other projects that a component uses."""
    found = view.exchanges.packages(component.path)
    if not found:
        return ()
    alone = [_package(name) for name, only in found if only]
    shared = [_package(name) for name, only in found if not only]
    verb = "is" if len(alone) == 1 else "are"
    if not shared:
        return ("Only here ", verb, " ", *some(alone, most=book_caps.CHAPTER_PACKAGES), " used.")
    only: Phrase = (
        ("; ", *some(alone, most=book_caps.CHAPTER_PACKAGES), f" {verb} used only here")
        if alone
        else ()
    )
    return (
        "From other projects it uses ",
        *some(shared, most=book_caps.CHAPTER_PACKAGES),
        *only,
        ".",
    )


def _package(name: str) -> Code:
    """Return the name of a package; one that is an address without the host."""
    host, _, path = name.partition("/")
    return Code(path if path and "." in host else name)
