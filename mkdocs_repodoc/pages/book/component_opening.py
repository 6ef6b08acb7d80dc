"""The beginning of a chapter on a component: what leads to it, what it is, its own words."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.symbols.main_symbol import main_symbol
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.blocks import Block, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS, MAIN, NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.own_words import words_of_file, words_of_folder, words_of_symbol
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.orientation.key_files import most_used
from mkdocs_repodoc.text.english import count, enumeration

_NEARLY_ALL = 0.75
"""Share of a file's lines from which on one definition is nearly all of it."""


def arrival(
    view: BookView, component: Component, previous: Component | None, before: Sequence[Component]
) -> Phrase:
    """Return the sentence that joins a chapter to an earlier one; empty if no import does.

    Args:
        view: The book.
        component: The subject of the chapter.
        previous: That of the last chapter, if it had a single one.
        before: The components of all chapters before it.
    """
    if previous is not None:
        if taken := view.taken(previous, component):
            link = view.to_chapter(previous)
            where = "comes from here." if len(taken) == 1 else "come from here."
            return (*some(taken), ", which the chapter before (", link, f") uses, {where}")
        if taken := view.taken(component, previous):
            return ("This part builds on the last one: it takes ", *some(taken), " from it.")
    user = max(before, key=lambda each: len(view.taken(each, component)), default=None)
    if user is None or not (taken := view.taken(user, component)):
        return ()
    where = "which is defined here." if len(taken) == 1 else "which are defined here."
    return (view.to_chapter(user), " builds on ", *some(taken), f", {where}")


def extent(view: BookView, component: Component) -> tuple[int, int]:
    """Return how many source files a component has, façades and short ones included, and lines."""
    files = view.context.repository.files
    further = sum(files[each].outline.lines.total for each in component.further)
    return len(component.files) + len(component.further), component.lines + further


def holds(view: BookView, component: Component) -> Phrase:
    """Return the sentence that says how much of what a component is."""
    files = view.context.repository.files
    number, total = extent(view, component)
    lines = count(total, "line")
    if not component.is_file:
        folder = page_links.to_folder(view.context, component.path)
        own = "" if component.whole else ", without its subfolders,"
        return ("The folder ", folder, own, f" has {count(number, 'source file')} with {lines}.")
    path = component.path
    file = files[path]
    link = page_links.to_file(view.context, path)
    position = about(file)
    if position is not None:
        symbol = file.outline.symbols[position]
        length = symbol.end_line - symbol.line + 1
        to = page_links.to_symbol(view.context, SymbolRef(path, position), text=symbol.bare_name)
        if length >= _NEARLY_ALL * component.lines:
            return (link, f" ({lines}) is nearly all one {symbol.kind}, ", to, ".")
        return (link, f" ({lines}) is about the {symbol.kind} ", to, ".")
    if numbers := _definitions(view, path):
        return (link, f" defines {enumeration(numbers)} in {lines}.")
    used = [
        view.to_symbol(ref) for ref, _ in most_used(view.context, path, book_caps.CHAPTER_VALUES)
    ]
    return (
        (link, f" ({lines}) defines ", *some(used, most=book_caps.CHAPTER_VALUES), ".")
        if used
        else ()
    )


def about(file: RepoFile) -> int | None:
    """Return the position of the symbol that a file is about, if it is about one."""
    position = main_symbol(file)
    if position is None or file.outline.symbols[position].name.startswith("__"):
        return None
    return position


def _definitions(view: BookView, path: str) -> list[str]:
    """Return how many outer types and functions a file defines."""
    kinds = [
        each.kind for each in view.context.repository.files[path].outline.symbols if is_outer(each)
    ]
    counted = (
        (sum(kind in NOUNS for kind in kinds), "type"),
        (sum(kind in FUNCTIONS for kind in kinds), "function"),
    )
    classes = all(kind == Kind.CLASS for kind in kinds if kind in NOUNS)
    return [
        count(number, "class" if noun == "type" and classes else noun)
        for number, noun in counted
        if number
    ]


def own_words(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return the words of a component's file or folder; failing those, of its main symbol."""
    if not component.is_file:
        return words_of_folder(view.context, component.path)
    path = component.path
    if words := words_of_file(view.context, path):
        return words
    position = about(view.context.repository.files[path])
    if (
        position is not None
        and view.context.repository.files[path].outline.symbols[position].kind in MAIN
    ):
        return words_of_symbol(view.context, SymbolRef(path, position))
    return ()
