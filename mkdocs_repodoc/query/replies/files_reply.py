"""Answers to `related`, `imports` and `cycles`: how files hang together."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc import linking
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.paths import is_below
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.file_answers import (
    CycleEntry,
    CyclesAnswer,
    CycleStep,
    ImportEntry,
    ImporterEntry,
    ImportsAnswer,
    RelatedAnswer,
    RelatedEntry,
)
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import CyclesQuestion, ImportsQuestion, RelatedQuestion
from mkdocs_repodoc.query.subjects import file_path


def related(asked: AskedRepository, question: RelatedQuestion) -> RelatedAnswer:
    """Tell which files are worth reading next to a file."""
    path = file_path(asked, question.path)
    found = linking.file_links(asked.index, path).related
    return RelatedAnswer(
        question="related",
        subject=asked.entry(SymbolRef.of_file(path)),
        related=tuple(
            RelatedEntry(
                path=each.path,
                reasons=each.reasons,
                summary=asked.repository.files[each.path].summary,
            )
            for each in found
        ),
        total=len(found),
    )


def imports(asked: AskedRepository, question: ImportsQuestion) -> ImportsAnswer:
    """Tell what a file imports, or who imports it."""
    path = file_path(asked, question.path)
    about = asked.entry(SymbolRef.of_file(path))
    if question.direction == "of":
        some = portion(list(_imports(asked, path)), question, asked.state)
        return ImportsAnswer(
            question="imports",
            subject=about,
            imports=tuple(some.entries),
            total=some.total,
            next_cursor=some.next_cursor,
        )
    users = portion(list(_importers(asked, path)), question, asked.state)
    return ImportsAnswer(
        question="imports",
        subject=about,
        importers=tuple(users.entries),
        total=users.total,
        next_cursor=users.next_cursor,
    )


def cycles(asked: AskedRepository, question: CyclesQuestion) -> CyclesAnswer:
    """Tell which files import each other in a ring."""
    found = [
        cycle
        for cycle in asked.repository.links.cycles
        if any(is_below(path, question.path) for path in cycle.paths)
    ]
    some = portion(found, question, asked.state)
    return CyclesAnswer(
        question="cycles",
        cycles=tuple(
            CycleEntry(
                steps=tuple(
                    CycleStep(path=path, line=line)
                    for path, line in zip(cycle.paths, cycle.lines, strict=True)
                )
            )
            for cycle in some.entries
        ),
        total=some.total,
        next_cursor=some.next_cursor,
        note="" if found else "There is none. Imports for type checkers alone don't count.",
    )


def _imports(asked: AskedRepository, path: str) -> Iterator[ImportEntry]:
    written = asked.repository.files[path].outline.imports
    found = asked.repository.links.imports.get(path, ())
    for item, leads in zip(written, found, strict=True):
        inside = leads.path or leads.folder or ""
        yield ImportEntry(
            path=path,
            line=item.line,
            module="." * item.level + item.module,
            name=item.name,
            origin=leads.origin,
            leads_to=inside or leads.distribution,
            symbol=asked.ref_id(leads.symbol) if leads.symbol is not None else "",
            types_only=item.type_checking,
            late=item.scope,
        )


def _importers(asked: AskedRepository, path: str) -> Iterator[ImporterEntry]:
    links = asked.repository.links
    for each in links.imported_by.get(path, ()):
        yield ImporterEntry(path=each.path, line=each.line, by_import=True)
    for each in links.implicit_importers.get(path, ()):
        yield ImporterEntry(path=each.path, line=each.line, by_import=False)
