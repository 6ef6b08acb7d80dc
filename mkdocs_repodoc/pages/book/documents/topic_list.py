"""The repository's own documents for readers, each with the topics that its headings name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.blocks import Block, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.documents.design_documents import title
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.text.english import count

_ASIDE = re.compile(
    r"(?:^|/)(?:\.\w[\w-]*|tests?|fixtures?|specs?|examples?|samples?|node_modules|vendor)/|"
    r"(?:^|/)(?:contributing|code[_-]of[_-]conduct|security|release|releasing|maintainers?|authors?|"
    r"changelog|history|licen[cs]e|third[_-]party|sponsors?|faq)\b[^/]*$",
    re.IGNORECASE,
)
"""Documents on working together, on the past, or of tests."""
_LEAST_TOPICS = 3


def topic_list(view: BookView) -> tuple[Block, ...]:
    """Return the documents on the software beside the README, with links to their sections."""
    files = view.context.repository.files
    found = [
        file
        for file in files.values()
        if is_explaining(file)
        and file.path != view.context.repository.folders[""].readme
        and not _ASIDE.search(file.path)
        and not file.source.origin
        and not is_translation(file.path, files)
        and title(file)
    ]
    if not found:
        return ()
    found.sort(key=lambda file: (file.path.count("/"), file.path))
    shown = found[: book_caps.BOOK_OWN_DOCUMENTS]
    most = max(_LEAST_TOPICS, book_caps.BOOK_TOPICS // len(shown))
    items = [Item(_document(view, file, most)) for file in shown]
    if left := len(found) - len(shown):
        items.append(Item((f"and {count(left, 'more document')}",)))
    return (Items(tuple(items), title="Its own documentation, by topic"),)


def _document(view: BookView, file: RepoFile, most: int) -> Phrase:
    said: list[Inline] = [page_links.to_file(view.context, file.path)]
    headings = [
        (position, symbol)
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind == Kind.HEADING
    ]
    if _has_title(view, file, headings):
        said.append(f" (“{title(file)}”)")
        headings = headings[1:]
    if topics := _topics(view, file, headings, most):
        said += [": ", *some(topics, "section", most)]
    return tuple(said)


def _has_title(view: BookView, file: RepoFile, headings: Sequence[tuple[int, Symbol]]) -> bool:
    """Tell whether the first heading is above the second one, by how both are marked."""
    lines = view.context.read_text(file.path).lines
    marks = [_mark(lines, symbol.line) for _, symbol in headings[:2]]
    return len(set(marks)) == len(marks)


def _mark(lines: Sequence[str], line: int) -> str:
    """Return what marks a heading: the signs in front of it, or the first of those below it."""
    text = lines[line - 1].lstrip() if line <= len(lines) else ""
    signs = text[: len(text) - len(text.lstrip("#="))]
    below = lines[line].strip() if line < len(lines) else ""
    return signs or below[:1]


def _topics(
    view: BookView, file: RepoFile, headings: Sequence[tuple[int, Symbol]], most: int
) -> list[Phrase]:
    """Return links to the headings of the highest level, and of the next where there is room."""
    levels = [symbol.name.count(HEADING_SEPARATOR) for _, symbol in headings]
    if not levels:
        return []
    deepest = min(levels)
    if sum(level <= deepest + 1 for level in levels) <= most:
        deepest += 1
    return [
        (
            page_links.to_symbol(
                view.context,
                SymbolRef(file.path, position),
                text=symbol.name.rpartition(HEADING_SEPARATOR)[2],
            ),
        )
        for (position, symbol), level in zip(headings, levels, strict=True)
        if level <= deepest
    ]
