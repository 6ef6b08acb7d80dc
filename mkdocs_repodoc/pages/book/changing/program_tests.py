"""Tests that run the program, and functions that tests come to, if at all, in that way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.insight.changing.case_names import inner_name
from mkdocs_repodoc.insight.changing.program_only import is_only_in_programs
from mkdocs_repodoc.insight.changing.started_programs import programs
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.cases_phrase import named_cases
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined

_OPTION = re.compile(r"[\"'`](?P<flag>--?[A-Za-z][\w.-]*)(?:=[^\"'`]*)?[\"'`]")
"""An option as a text of its own."""
_FEW = 3
"""Functions that are named again though their rows stand above."""
_NAMES = 300
"""Characters of the names of cases in a file that starts processes."""


def is_by_programs(view: BookView, ref: SymbolRef) -> bool:
    """Tell whether tests come to a function by starting a program, if by no other way."""
    if view.process_start is None or not view.started or ref in view.started:
        return False
    return is_only_in_programs(view.context.repository, view.changes.reaching, ref, view.started)


def tested_by_programs(view: BookView, functions: Sequence[SymbolRef]) -> Phrase:
    """Return the sentence on functions of which that is so."""
    start = view.process_start
    if start is None:
        return ()
    links: list[Phrase] = [(each,) for each in page_links.to_symbols(view.context, functions)]
    if len(links) > _FEW:
        links = [(f"{len(links)} of these",)]  # their rows tell no tests
    file = page_links.to_file(view.context, start.path, text=view.file_name(start.path))
    said = joined(links, last=" or ")
    them = "it" if len(functions) == 1 else "them"
    return (
        "No test is known to call ",
        *said,
        f"; those that run the program may come to {them} (",
        file,
        ").",
    )


def program_tests(view: BookView) -> Phrase:
    """Return the sentence on tests that start processes, with the cases of their first file.

    The cases are named where no test calls what the program starts with, and the file names nothing
    of the software: these are the program's tests then.
    """
    start = view.process_start
    if start is None or not programs(view.context.insight.entry_points):
        return ()
    place = f"{view.file_name(start.path)}:{start.line}"
    said: list[Inline] = [
        "Some tests start processes (",
        page_links.to_line(view.context, start.path, start.line, text=place),
        "). What runs in these is not counted as tested here.",
    ]
    outline = view.context.repository.files[start.path].outline
    names = set(outline.tests)
    found = {  # one of each name: others are the same for another platform
        inner_name(symbol.name): SymbolRef(start.path, position)
        for position, symbol in reversed(list(enumerate(outline.symbols)))
        if symbol.name in names
    }
    cases = sorted(found.values())
    is_called = any(view.changes.reaching.of(each) for each in view.started)
    tests_of = view.context.repository.links.tests_of
    if cases and not is_called and not any(start.path in each for each in tests_of.values()):
        named = named_cases(view, cases, len(cases), _NAMES)
        said += [" The cases of that file: ", *named, "."]
        said += _passed(view, start.path)
    return tuple(said)


def _passed(view: BookView, path: str) -> Phrase:
    """Return the sentence on the options that a file of tests names, with a line of each.

    An option that a case gives the program tells what it comes to.
    """
    flags = {flag for _, each in view.configuration.options for flag in each.flags}
    found: dict[str, int] = {}
    for number, line in enumerate(view.context.read_text(path).lines, 1):
        for match in _OPTION.finditer(line):
            if match["flag"] in flags:
                found.setdefault(match["flag"], number)
    parts: list[Phrase] = [
        (Code(flag), " (", page_links.to_line(view.context, path, number, text=str(number)), ")")
        for flag, number in found.items()
    ]
    shown = parts[: book_caps.PASSED_OPTIONS]
    if not parts:
        return ()
    listed = capped(shown, len(parts) - len(shown), last=" and ")
    return (" Options of the program that it names, each with the first line: ", *listed, ".")
