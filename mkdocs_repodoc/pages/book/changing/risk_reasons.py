"""Reasons why a file is risky beside its size: who outside relies on it, state, tests that wait."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.changing.cautions import cautions_in
from mkdocs_repodoc.insight.changing.shared_state import shared_state
from mkdocs_repodoc.insight.flows.entries.public_entries import main_packages
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import quoted, some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_title
from mkdocs_repodoc.pages.parts.behaviour.option_tables import by_title
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_WAITS = re.compile(r"\b(?:sleep|setTimeout|delay|usleep|waitFor|wait_for)\s*\((?!\s*(?:0\s*)?\))")
"""A call by which a test waits for time to pass, or for something to happen."""
_LEAST_WAITS = 5


def passing_flow(view: BookView, path: str) -> Phrase:
    """Return the sentence on the functions of a file that the first main flow passes."""
    for flow, walk in zip(view.context.flows[:1], view.context.walks, strict=False):
        inside = dict.fromkeys(stop.symbol for stop in walk if stop.symbol.path == path)
        refs = [ref for ref in inside if not ref.is_file and ref != flow.entry.symbol]
        if refs:
            shown = some([view.to_symbol(ref) for ref in refs], "function", book_caps.OFFERED_NAMES)
            return (f"{flow_title(flow)} passes ", *shown, " in it.")
    return ()


def outside_users(view: BookView, path: str) -> Sequence[Phrase]:
    """Return the sentences on what people outside of the repository know of a file."""
    return (
        _offered(view, path),
        _settings(view, path),
        _statuses(view, path),
        _documentation(view, path),
    )


def _documentation(view: BookView, path: str) -> Phrase:
    """Return the sentence on code that reads what a file documents, whose form matters then."""
    files = view.context.repository.files
    pattern = language_named(files[path].source.language).documentation_reads
    if isinstance(pattern, Absent):
        return ()
    documented = {
        symbol.name.rpartition(".")[2]: SymbolRef(path, position)
        for position, symbol in enumerate(files[path].outline.symbols)
        if symbol.summary
    }
    places: dict[SymbolRef, list[Inline]] = {}
    for each in (path, *view.context.statistics.needs.dependents(path)):
        for number, line in enumerate(view.context.read_text(each).lines, 1):
            for match in pattern.finditer(line):
                if ref := documented.get(match["name"]):
                    text = f"{view.file_name(each)}:{number}"
                    link = page_links.to_line(view.context, each, number, text=text)
                    places.setdefault(ref, []).append(link)
    said: list[Phrase] = [
        (view.to_symbol(ref), " (", *some(links, "line", book_caps.OFFERED_NAMES), ")")
        for ref, links in places.items()
    ]
    named = some(said, most=book_caps.OFFERED_NAMES)
    return ("Code reads the documentation of ", *named, ": its form matters.") if said else ()


def _offered(view: BookView, path: str) -> Phrase:
    """Return the sentence on what a main package exports of a file."""
    for file in main_packages(view.context.repository):
        exported = view.context.exports(file.path).values() if file.path != path else ()
        refs = [each for each in dict.fromkeys(exported) if each.path == path and not each.is_file]
        if refs:
            shown = some([view.to_symbol(ref) for ref in refs], "name", book_caps.OFFERED_NAMES)
            link = page_links.to_file(view.context, file.path, text=view.file_name(file.path))
            return (link, " exports ", *shown, " from it.")
    return ()


def _settings(view: BookView, path: str) -> Phrase:
    """Return the sentence on the options and variables of the environment that a file declares."""
    found = view.configuration
    declared = by_title(each for each in found.options if each[0] == path)
    options = len(declared.get("Option", ()))
    read = [
        name
        for name, places in found.variables.items()
        if name in found.own_variables and any(shown == path for shown, _ in places)
    ]
    parts: list[Phrase] = []
    if options:
        parts.append((f"declares {count(options, 'command-line option')}",))
    if read:
        noun = "variable" if len(read) == 1 else "variables"
        names = some([Code(name) for name in read], "variable", book_caps.OFFERED_NAMES)
        parts.append((f"reads the environment {noun} ", *names))
    return ("It ", *joined(parts, last=" and "), ".") if parts else ()


def _statuses(view: BookView, path: str) -> Phrase:
    """Return the sentence on the statuses of failure with which a file has the program end."""
    numbers = sorted(
        int(status)
        for status, exits in view.failures.exits.items()
        if status.isdecimal() and int(status) and any(each == path for each, _ in exits)
    )
    if not numbers:
        return ()
    noun = "status" if len(numbers) == 1 else "statuses"
    shown = some([Code(f"{each}") for each in numbers], "status", book_caps.OFFERED_NAMES)
    return (f"It has the program end with the {noun} ", *shown, ".")


def cautions(view: BookView, path: str) -> Phrase:
    """Return the sentence on what comments in a file warn of, in its own words."""
    parts = warnings(view, path, book_caps.CAUTIONS)
    return ("Its comments say what to mind: ", *joined(parts, ", "), ".") if parts else ()


def warnings(view: BookView, path: str, most: int, least: int = 0) -> Sequence[Phrase]:
    """Return what comments in a file warn of, each with its line.

    Args:
        view: The book.
        path: The file.
        most: How many are returned, the gravest.
        least: How grave they are at least.
    """
    language = view.context.repository.files[path].source.language
    lines = view.context.read_text(path).lines
    is_test = view.changes.reaching.is_test_line
    found = [
        each
        for each in cautions_in(lines, language_named(language).comments)
        if each.weight >= least and not is_test(path, each.line)
    ]
    gravest = nlargest(most, found, key=lambda each: (each.weight, -each.line))
    return [
        (
            *quoted((each.said.rstrip("."),)),
            " (",
            page_links.to_line(view.context, path, each.line),
            ")",
        )
        for each in sorted(gravest)
    ]


def file_state(view: BookView, path: str) -> Phrase:
    """Return the sentence on the variables outside of functions that change."""
    lines = view.context.read_text(path).lines
    found = shared_state(view.context.repository, path, lines)
    parts: list[Phrase] = []
    for ref in found:
        line = view.context.repository.symbol(ref).name_line
        place = page_links.to_line(view.context, path, line, text=f"line {line}")
        parts.append((view.to_symbol(ref), " (", place, ")"))
    if not parts:
        return ()
    listed = some(parts, "variable", book_caps.OFFERED_NAMES)
    return ("It keeps state for the whole process in ", *listed, ".")


def timed_tests(view: BookView, path: str) -> Phrase:
    """Return the sentence on tests of a file that wait for time to pass."""
    found: list[tuple[int, str, int]] = []
    for test in view.context.repository.links.tests_of.get(path, ()):
        lines = view.context.read_text(test).lines
        waits = [number for number, line in enumerate(lines, 1) if _WAITS.search(line)]
        if len(waits) >= _LEAST_WAITS:
            found.append((len(waits), test, waits[0]))
    if not found:
        return ()
    number, test, first = max(found)
    said: list[Inline] = ["Tests of it wait for time or events: "]
    line = page_links.to_line(view.context, test, first, text=f"{view.file_name(test)}:{first}")
    said += [f"{count(number, 'line')} of ", page_links.to_file(view.context, test)]
    return (*said, ", the first at ", line, ".")
