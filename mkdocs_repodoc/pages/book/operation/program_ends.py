"""The book's lists of the statuses with which programs end, the main program's first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.insight.changing.started_programs import PROGRAMS
from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallHierarchy
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.operation.exceptions import Line
from mkdocs_repodoc.insight.operation.failures import Failures
from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit
from mkdocs_repodoc.insight.reading.call_distances import Distances
from mkdocs_repodoc.insight.reading.ended_programs import EndedPrograms
from mkdocs_repodoc.model.blocks import Block, Item, Items
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.exit_lists import exit_items, status_list
from mkdocs_repodoc.text.english import and_more

_INSTALLED = frozenset({"command", "subcommand"})


def program_ends(
    view: BookView, known: Failures, distances: Distances, apart: EndedPrograms
) -> Iterator[Block]:
    """Yield how the main program ends, what stands near its start first, and then how others do.

    Args:
        view: The book.
        known: How the software fails.
        distances: How many calls away functions are from where the software starts.
        apart: What tells other programs.
    """
    numbered, followed = _told_lines(known)
    own: dict[str, list[Exit]] = {}
    others: dict[str, dict[str, list[Exit]]] = {}
    for status, exits in known.exits.items():
        is_number = status.removeprefix("-").isdigit()
        for each in exits:
            line = (each[0], each[1].line)
            if not is_number and line in numbered and not each[1].condition:
                continue  # it says no more than the numbers that it may be
            if status.isidentifier() and line in followed:
                continue  # nor does the name of a variable than what it is set to
            program = apart.of(known.origins[each])
            found = others.setdefault(program, {}) if program else own
            found.setdefault(status, []).append(each)

    def distance(each: Exit) -> int:
        helper = known.helpers.get((each[0], each[1].line))
        return distances.get(helper.function, len(distances)) if helper is not None else 0

    if own:
        ordered = {status: sorted(exits, key=distance) for status, exits in own.items()}
        items = exit_items(
            view.context,
            ordered,
            known.helpers,
            known.origins,
            names=known.names,
            is_whole=True,
        )
        yield Items(items, title="How the program ends")
    if items := _others(view, others):
        yield Items(items, title="How other programs in the repository end")


def _told_lines(known: Failures) -> tuple[set[Line], set[Line]]:
    """Return the lines that end the program with numbers, and those whose variables are known."""
    numbered: set[Line] = set()
    followed: set[Line] = set()
    for status, exits in known.exits.items():
        for path, each in exits:
            lines = known.origins[path, each]
            followed.update(line for line in lines if line != (path, each.line))
            if status.removeprefix("-").isdigit():
                numbered.update(lines)
    return numbered, followed


def _others(view: BookView, programs: dict[str, dict[str, list[Exit]]]) -> tuple[Item, ...]:
    context = view.context
    told = {
        path: said
        for path, found in programs.items()
        if (said := status_list(context, path, found))
    }
    items = [
        Item((page_links.to_file(context, path), ": ", *said))
        for path, said in list(told.items())[: operation_caps.OTHER_PROGRAMS]
    ]
    more = and_more(len(told) - len(items), "program")
    return (*items, Item((more,))) if more else tuple(items)


def programs_apart(view: BookView) -> EndedPrograms:
    """Return what tells programs beside the main one: that is installed, or told first."""
    found = [each for each in view.context.insight.entry_points if each.kind in PROGRAMS]
    flows = [flow.entry for flow in view.context.flows if flow.entry.kind in PROGRAMS]
    main: Sequence[EntryPoint] = [each for each in found if each.kind in _INSTALLED] or flows[:1]
    started = {each.symbol for each in main}
    files = view.context.repository.files
    runnable = {SymbolRef.of_file(path) for path, file in files.items() if _runs(file)}
    hierarchy = view.context.insight.call_hierarchy
    runnable -= {each for each in runnable if _starts(hierarchy, each, started)}
    others = ({each.symbol for each in found} | runnable) - started if started else set()
    return EndedPrograms(view.context.repository, hierarchy, started, others)


def _starts(hierarchy: CallHierarchy, program: SymbolRef, started: AbstractSet[SymbolRef]) -> bool:
    """Tell whether a file that is run does no more than start the main program: `__main__.py`."""
    called = {edge.symbol for edge in hierarchy.of(program)}
    return bool(called) and called <= started


def _runs(file: RepoFile) -> bool:
    """Tell whether a file of the software does something when it is run as a program."""
    return file.role in CODE_ROLES and bool(file.outline.main_line)
