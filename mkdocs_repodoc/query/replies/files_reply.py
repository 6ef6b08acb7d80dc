"""Answers to `related`, `imports` and `cycles`: how files hang together."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc import linking
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.related_words import reason_words
from mkdocs_repodoc.paths import is_below
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import CyclesQuestion, ImportsQuestion, RelatedQuestion
from mkdocs_repodoc.query.subjects import file_path, scope_path


class RelatedEntry(AnswerPart, frozen=True, kw_only=True):
    """A file that is worth reading next to another, and why."""

    path: str
    reasons: tuple[str, ...]
    summary: str


class RelatedAnswer(Answer, frozen=True, kw_only=True):
    """The files that are tied to a file, the closest first."""

    related: tuple[RelatedEntry, ...] = ()


class ImportEntry(AnswerPart, frozen=True, kw_only=True):
    """An import.

    Attributes:
        path: File that imports.
        line: Line of the import.
        module: What is imported, as written.
        name: The name that is taken from it; empty for the module itself.
        origin: `repository`, `third party`, `standard library` or `unknown`.
        leads_to: Path of the file that is imported, or the distribution that provides it.
        symbol: Id of the definition that the name means, re-exports followed.
        types_only: Whether it is there for type checkers alone.
        late: The function in which it stands; empty for imports of the module.
    """

    path: str
    line: int
    module: str
    name: str
    origin: str
    leads_to: str
    symbol: str
    types_only: bool
    late: str


class ImporterEntry(AnswerPart, frozen=True, kw_only=True):
    """A file that needs another; `line` is that of the import, or of the first use without one."""

    path: str
    line: int
    by_import: bool


class ImportsAnswer(Answer, frozen=True, kw_only=True):
    """What a file imports, or which files import it."""

    imports: tuple[ImportEntry, ...] = ()
    importers: tuple[ImporterEntry, ...] = ()


class CycleStep(AnswerPart, frozen=True, kw_only=True):
    """A file of a cycle, and the line on which it imports the next one."""

    path: str
    line: int


class CycleEntry(AnswerPart, frozen=True, kw_only=True):
    """Files that import each other in a ring; the last one imports the first."""

    steps: tuple[CycleStep, ...]


class CyclesAnswer(Answer, frozen=True, kw_only=True):
    """The import cycles."""

    cycles: tuple[CycleEntry, ...] = ()


def related(asked: AskedRepository, question: RelatedQuestion) -> RelatedAnswer:
    """Tell which files are worth reading next to a file."""
    path = file_path(asked, question.path)
    found = linking.file_links(asked.index, path).related[: caps.RELATED_FILES]
    return RelatedAnswer(
        question="related",
        subject=asked.entry(SymbolRef.of_file(path)),
        related=tuple(
            RelatedEntry(
                path=each.path,
                reasons=tuple(reason_words(each.reasons)),
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
    """Tell which files import each other in a ring.

    Raises:
        UnsettledError: There is no such folder or file.
    """
    scope = scope_path(asked, question.path)
    found = [
        cycle
        for cycle in asked.repository.links.cycles
        if any(is_below(path, scope) for path in cycle.paths)
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
