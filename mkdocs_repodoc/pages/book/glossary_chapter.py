"""The book's glossary: terms that the repository explains, and types that no chapter has told."""

from __future__ import annotations

from heapq import nlargest

from mkdocs_repodoc.insight.reading.explained_terms import Explained, explained_terms
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.blocks import Block, Item, Items, Phrase, Prose
from mkdocs_repodoc.model.kinds import NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.types.told_types import told_types
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS

_TYPES = NOUNS - {Kind.TYPE_ALIAS}
_LEAST_USERS = 2
_LEAST_ENTRIES = 3
"""Types that are worth a chapter where documents explain no terms."""


def glossary(view: BookView) -> tuple[Block, ...]:
    """Return the terms in alphabetical order, each with its explanation and where that stands."""
    entries: dict[str, tuple[str, Item]] = {}
    for ref in _types(view):
        name = view.context.insight.namesakes.packaged_name(ref)
        words = summaries.behind_name(view.context, ref)
        entries.setdefault(name.casefold(), (name, Item((view.to_symbol(ref), *words))))
    terms = _terms(view)
    for term in terms:
        entries[term.term.casefold()] = (term.term, Item(_explained(view, term)))
    if len(entries) < _LEAST_ENTRIES and not terms:  # what the book has told already
        return ()
    ordered = sorted(entries.values(), key=lambda each: (each[0].casefold(), each[0]))
    return (Items(tuple(item for _, item in ordered)),) if ordered else ()


def _terms(view: BookView) -> list[Explained]:
    """Return what documents explain; of several explanations of a term the first."""
    context = view.context
    found: dict[str, Explained] = {}
    for each in explained_terms(context.repository, lambda path: context.read_text(path).text):
        found.setdefault(each.term.casefold(), each)
    return list(found.values())[: book_caps.GLOSSARY_TERMS]


def _explained(view: BookView, term: Explained) -> Phrase:
    file = view.context.repository.files[term.path]
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    source = page_links.to_line(view.context, term.path, term.line, text=term.path)
    text = Prose(term.text, markup, term.path, inline=True)
    return (f"{term.term}: ", text, " (", source, ")")


def _types(view: BookView) -> list[SymbolRef]:
    """Return the documented public types that most other files use and no chapter has told."""
    repository = view.context.repository
    told = told_types(view.context)
    users: dict[SymbolRef, int] = {}
    for path, file in repository.files.items():
        if file.role not in CODE_ROLES:
            continue
        counts = repository.links.uses.file_counts(path)
        for position, symbol in enumerate(file.outline.symbols):
            if (
                symbol.kind in _TYPES
                and symbol.public
                and _explains(symbol.summary)
                and is_outer(symbol)
                and SymbolRef(path, position) not in told
                and counts.get(position, 0) >= _LEAST_USERS
            ):
                users[SymbolRef(path, position)] = counts[position]
    return nlargest(book_caps.GLOSSARY_TYPES, users, key=lambda ref: (users[ref], ref))


def _explains(summary: str) -> bool:
    """Tell whether a summary says something itself, and does not only refer elsewhere."""
    return bool(summary) and not summary.startswith(("See ", "http"))
