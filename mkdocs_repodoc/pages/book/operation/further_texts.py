"""Texts of further errors: those that the software makes of others, and reports nowhere itself."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.insight.operation.error_paths import Report, last_name
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, Phrase
from mkdocs_repodoc.model.facts import ReportedError
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import and_more


def further_texts(view: BookView, told: Iterable[Report]) -> tuple[Block, ...]:
    """Return what variants of errors say, by their type, but for those that reports are told of.

    A library's error becomes such a variant where it is handed on, without a statement of its own.

    Args:
        view: The repository.
        told: The reports that the chapter tells.
    """
    known = {view.errors.texts.of(each.fact.error) for each in told}
    by_owner: dict[tuple[str, str], list[ReportedError]] = {}
    for scope, fact in view.errors.texts.found:
        owner, separator, _ = fact.error.rpartition("::")
        if separator and fact.message not in known:
            by_owner.setdefault((scope.path, owner), []).append(fact)
    left = operation_caps.BOOK_ERROR_TEXTS
    items = []
    for (path, owner), facts in by_owner.items():
        if shown := facts[:left]:
            items.append(Item(_texts(view, path, owner, shown, len(facts))))
        left -= len(shown)
    title = "What further errors say, such as those that libraries’ errors become"
    return (Items(tuple(items), title=title),) if items else ()


def _texts(
    view: BookView, path: str, owner: str, facts: Iterable[ReportedError], total: int
) -> Phrase:
    """Return a type of errors with its variants, each with its text and the line that has it."""
    parts: list[Phrase] = []
    for fact in facts:
        place = f"{view.file_name(path)}:{fact.line}" if not parts else str(fact.line)
        line = page_links.to_line(view.context, path, fact.line, text=place)
        parts.append((Code(last_name(fact.error)), f" “{fact.message}” (", line, ")"))
    rest: Phrase = (f" {more}",) if (more := and_more(total - len(parts))) else ()
    return (Code(owner), ": ", *joined(parts, "; "), *rest)
