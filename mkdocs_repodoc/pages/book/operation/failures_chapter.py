"""The book's chapter on failures: what is reported, who catches it, and how the program ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths, Handler, Report
from mkdocs_repodoc.insight.operation.failures import Failures
from mkdocs_repodoc.insight.operation.library_decisions import Decision
from mkdocs_repodoc.insight.reading.call_distances import Distances, call_distances
from mkdocs_repodoc.insight.reading.ended_programs import EndedPrograms
from mkdocs_repodoc.languages.language_errors import program_endings
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Block, Code, Items, PageLink, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.documents.quoted_sections import EXIT_STATUS, quoted_section
from mkdocs_repodoc.pages.book.operation.chosen_failures import chosen_handlers, chosen_reports
from mkdocs_repodoc.pages.book.operation.error_family import error_family
from mkdocs_repodoc.pages.book.operation.further_texts import further_texts
from mkdocs_repodoc.pages.book.operation.program_ends import program_ends, programs_apart
from mkdocs_repodoc.pages.book.sentences import paragraph
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.error_lists import (
    handler_items,
    ignored_phrase,
    printed_items,
    report_table,
)
from mkdocs_repodoc.pages.parts.behaviour.library_list import library_items
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import count, with_article

_WORD = re.compile(r"[^\W\d_]{2}")
"""In a message that says something of itself, which `{}` does not."""


def failing(view: BookView) -> tuple[Block, ...]:
    """Return how the software fails, the files in which it starts first."""
    context = view.context
    statistics = context.statistics
    paths = [path for path in statistics.paths if path not in statistics.aside]
    known = view.failures
    found = view.errors
    if not (known.exits or found.raised or found.printed or found.handlers):
        return ()
    entered = view.started or view.entries
    distances = call_distances(context.insight.call_hierarchy, entered)
    apart = programs_apart(view)
    own = _without_others(found, apart)
    chosen = chosen_reports(own, view.refused, distances)
    blocks: list[Block] = [*_lead(view, found, len(chosen))]
    blocks += quoted_section(view, EXIT_STATUS)
    blocks += program_ends(view, known, distances, apart)
    blocks += _uncaught(view)
    decided = _of_main_program(view.decisions("errors"), apart)
    if items := library_items(context, decided, operation_caps.BOOK_LIBRARY_CALLS):
        blocks.append(Items(items, title="What libraries do with errors that reach them"))
    blocks += error_family(view, paths)
    blocks += further_texts(view, chosen)
    blocks += _statuses(view, known)
    if found.handlers:
        blocks += _handled(view, found, own, distances)
    if found.raised:
        left = len(found.raised) - len(chosen)
        blocks.append(report_table(context, found, chosen, left))
        blocks += _unhandled(found)
    worded = [each for each in own.printed if _WORD.search(each.fact.message)]
    if worded:
        printed = worded[: operation_caps.BOOK_PRINTED]
        title = "What is logged, printed to the standard error or issued as a warning"
        title += _share(len(printed), len(found.printed))
        blocks.append(Items(printed_items(context, printed), title=title))
    return tuple(blocks)


def _uncaught(view: BookView) -> tuple[Block, ...]:
    """Return what errors that nothing handles do to programs in the languages of the software."""
    files = view.context.repository.files
    languages = dict.fromkeys(files[each.path].source.language for each in sorted(view.started))
    said: dict[str, Phrase] = {}
    for each in languages:
        error, status = program_endings(each).unhandled
        if error:
            head = f"{with_article(error).capitalize()} that nothing handles ends a program in "
            head += f"{language_named(each).title} with status "
            said[head] = (head, Code(status), ", unless it stands for another.")
    return paragraph(list(said.values()))


def _of_main_program(found: Iterable[Decision], apart: EndedPrograms) -> Iterator[Decision]:
    """Yield what libraries decide for code that is not of other programs alone."""
    for each in found:
        uses = [(path, use) for path, use in each.uses if not apart.of([(path, use.line)])]
        if uses:
            yield each._replace(uses=uses)


def _without_others(found: ErrorPaths, apart: EndedPrograms) -> ErrorPaths:
    """Return what is reported and handled without that of other programs."""

    def is_own(each: Report | Handler) -> bool:
        return not apart.of_code(each.scope)

    return replace(
        found,
        raised=[each for each in found.raised if is_own(each)],
        printed=[each for each in found.printed if is_own(each)],
        handlers=[each for each in found.handlers if is_own(each)],
    )


def _handled(
    view: BookView, found: ErrorPaths, own: ErrorPaths, distances: Distances
) -> tuple[Block, ...]:
    """Return what handlers do, and which of them do nothing."""
    chosen = chosen_handlers(own, distances)
    ignoring = [each for each in found.handlers if not each.fact.steps]
    blocks: list[Block] = []
    if chosen:
        title = "What is caught, and what follows"
        title += _share(len(chosen), len(found.handlers) - len(ignoring))
        blocks.append(Items(handler_items(view.context, chosen, in_brief=True), title=title))
    if ignoring:
        said = ignored_phrase(view.context, ignoring, operation_caps.BOOK_IGNORED)
        blocks += paragraph([said])
    return tuple(blocks)


def _share(shown: int, known: int) -> str:
    """Return how much of something a list has, for its title; empty if it has all."""
    return f" ({shown} of {known:,})" if shown < known else ""


def _lead(view: BookView, found: ErrorPaths, reports: int) -> tuple[Block, ...]:
    """Return how much there is of all, and where all of it stands, if less is told here."""
    numbers = [
        count(number, singular, plural)
        for number, singular, plural in (
            (len(found.raised), "statement that reports an error", "statements that report errors"),
            (len(found.handlers), "handler of errors", "handlers of errors"),
            (len(found.printed), "message to logs or users", "messages to logs or users"),
        )
        if number
    ]
    uri = view.context.plan.uri("folder documentation", "")
    link = PageLink("Failures", uri, "failures")
    if not numbers:
        return ()
    said: Phrase = ("The code has ", *joined(numbers, last=" and "), ".")
    most = (
        operation_caps.BOOK_ALL_REPORTS,
        operation_caps.BOOK_HANDLERS,
        operation_caps.BOOK_PRINTED,
    )
    lengths = map(len, (found.raised, found.handlers, found.printed))
    is_whole = all(length <= limit for length, limit in zip(lengths, most, strict=True))
    if is_whole and reports == len(found.raised):
        return ()
    first = " Here the files in which the software starts come first; "
    return paragraph([(*said, first, link, " lists them all by file.")])


def _statuses(view: BookView, known: Failures) -> tuple[Block, ...]:
    """Return the statuses that classes of errors state, in one sentence."""
    stated = [each for each in known.exceptions if each.status]
    parts: list[Phrase] = [
        (page_links.to_symbol(view.context, each.exception, text=name), " ", Code(each.status))
        for each in stated[: operation_caps.BOOK_STATUSES]
        if (name := view.context.repository.symbol(each.exception).name)
    ]
    return (
        paragraph([("Classes of errors state their status: ", *joined(parts), ".")])
        if parts
        else ()
    )


def _unhandled(found: ErrorPaths) -> tuple[Block, ...]:
    """Return which errors no handler of the software names, nor what they derive from."""
    if not found.handlers:
        said = "No code that handles errors was found: they reach whoever calls it."
        return paragraph([(said,)])
    if not found.unnamed:
        return ()
    names = [Code(name) for name in found.unnamed[: operation_caps.BOOK_UNHANDLED]]
    listed = capped(names, len(found.unnamed) - len(names), last=" or ")
    reached = (
        ", nor a class that they derive from: they reach whoever calls it, unless something on the"
        " way takes all errors."
    )
    return paragraph([("No handler in the software names ", *listed, reached)])
