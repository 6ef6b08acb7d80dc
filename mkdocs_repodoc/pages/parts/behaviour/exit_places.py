"""Lines that give a program's status: when they do, and what is said there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from mkdocs_repodoc.insight.operation.exceptions import Line
from mkdocs_repodoc.insight.operation.failures import Helper
from mkdocs_repodoc.insight.operation.statuses.status_circumstances import condition_in
from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.kinds import TYPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.circumstances import blocks_around
from mkdocs_repodoc.pages.parts.behaviour.error_lists import circumstances
from mkdocs_repodoc.pages.parts.behaviour.status_variables import set_elsewhere
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.enclosing_blocks import BlockHead
from mkdocs_repodoc.text.english import shortened

_MESSAGE_LINES = 8
"""Lines from a message to the end that it explains."""
LONGEST_MESSAGE = 90
_CALLBACK = re.compile(r"\s*(?:async\s+)?(?:\([^()]*\)|\w+)\s*=>.*[,)]\s*$")
Helpers = Mapping[Line, Helper]
"""The functions around lines that end the program."""


def exit_places(
    context: PageContext, exits: Sequence[Exit], status: str, helpers: Helpers
) -> Phrase:
    """Return the lines that give a status, each with when it does and what is said there.

    Args:
        context: Where addresses are known.
        exits: The lines.
        status: The status.
        helpers: Functions that end the program.
    """
    shown = exits[: operation_caps.EXIT_LINES]
    path = shown[0][0]
    parts = [
        (
            *_line(context, where, each.line, path if number else ""),
            *_place(context, where, each, status, helpers),
        )
        for number, (where, each) in enumerate(shown)
    ]
    return capped(parts, len(exits) - len(shown), separator="; ")


def _place(
    context: PageContext, path: str, found: ExitStatus, status: str, helpers: Helpers
) -> Phrase:
    name: Phrase = (" as ", Code(found.status)) if found.status != status else ()
    when: Phrase = (" ", *cases) if (cases := circumstances(found)) else ()
    helper = helpers.get((path, found.line))
    blocks = blocks_around(context, helper.function, found.line) if helper is not None else ()
    around = (*_failed(blocks, found), *_outer(blocks, found))
    if not when and not around and _is_in_callback(context, path, found.line):
        around = (", in a function given to a call",)
    said = (
        found.meaning
        or _said_before(context, path, found.line)
        or (_said_of_type(context, helper.function) if helper is not None else "")
    )
    meaning: Phrase = (f" (“{said}”)",) if any(map(str.isalpha, said)) else ()
    elsewhere = set_elsewhere(context, path, status)
    return (*name, *when, *around, *meaning, *_uses(context, path, found), *elsewhere)


def _is_in_callback(context: PageContext, path: str, line: int) -> bool:
    """Tell whether a line is a function that is an argument: `() => process.exit(1),`."""
    lines = context.read_text(path).lines
    return line <= len(lines) and _CALLBACK.match(lines[line - 1]) is not None


def _line(context: PageContext, path: str, line: int, before: str) -> Phrase:
    """Return a line of a file, of the same one as before by its number alone."""
    short = (
        str(line) if path == before else f"{context.insight.namesakes.distinct_file(path)}:{line}"
    )
    return (page_links.to_line(context, path, line, text=short),)


def _said_before(context: PageContext, path: str, line: int) -> str:
    """Return the message that users get in the same block right before a line."""
    lines = context.read_text(path).lines[: context.shown_lines(path)]
    if line > len(lines):
        return ""
    depth = _indent(lines[line - 1])
    printed = context.insight.operation.error_paths.printed  # in the order of paths
    start = bisect_left(printed, path, key=lambda each: each.scope.path)
    own = takewhile(lambda each: each.scope.path == path, islice(printed, start, None))
    for report in reversed(list(own)):
        between = lines[report.fact.line - 1 : line]
        if 1 < len(between) <= _MESSAGE_LINES and _indent(between[0]) == depth:
            is_one = all(_indent(each) >= depth for each in between if each.strip())
            return shortened(report.fact.message, LONGEST_MESSAGE) if is_one else ""
    return ""


def _said_of_type(context: PageContext, method: SymbolRef) -> str:
    """Return what an error says of itself whose method gives the status; empty for any other."""
    owner = context.repository.symbol(method).name.rpartition(".")[0].rpartition(".")[2]
    text = context.insight.operation.error_paths.texts.of(owner) if owner else ""
    return shortened(text, LONGEST_MESSAGE)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _failed(blocks: Sequence[BlockHead], found: ExitStatus) -> Phrase:
    """Return the call that has failed where the condition of a line asks for an error."""
    asking = (each for each in reversed(blocks) if each.is_of_error and each.after)
    asked = next(asking, None)
    is_innermost = asked is not None and condition_in(asked.text) == found.condition
    return (" after ", Code(asked.after)) if asked is not None and is_innermost else ()


def _outer(blocks: Sequence[BlockHead], found: ExitStatus) -> Phrase:
    """Return what is outside of the innermost condition around a line that ends the program.

    It is a condition, or what is called with the function that the line is in.
    """
    for each in reversed(blocks):
        if each.part == "argument" and not found.condition:
            return (", in a function given to ", Code(each.text))
        said = condition_in(each.text) if each.part == "block" else ""
        if not said or each.text.endswith("…"):
            continue
        if each.line == found.line or said in found.condition or found.condition in each.text:
            continue
        return (", in the else of " if each.is_otherwise else ", inside ", Code(each.text))
    return ()


def _uses(context: PageContext, path: str, found: ExitStatus) -> Phrase:
    """Return where the member of an enumeration is used whose value a status is."""
    symbols = context.repository.files[path].outline.symbols
    position = next((at for at, each in enumerate(symbols) if each.name == found.meaning), None)
    if position is None or symbols[position].kind in TYPES:
        return ()
    uses = context.repository.links.uses.of(SymbolRef(path, position))
    lines = dict.fromkeys(
        (use.path, use.line)
        for use in uses
        if context.repository.files[use.path].role in CODE_ROLES
    )
    links = [
        page_links.to_line(context, *line, text=f"{line[0]}:{line[1]}")
        for line in list(lines)[: operation_caps.READ_LINES]
    ]
    return (", used in ", *capped(links, len(lines) - len(links))) if links else ()
