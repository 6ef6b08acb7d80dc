"""Lists of the statuses with which programs end, by the functions that give them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from mkdocs_repodoc.insight.operation.exceptions import Line
from mkdocs_repodoc.insight.operation.failures import Exit, Helper
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.operation.statuses.ending_functions import ending_function
from mkdocs_repodoc.insight.operation.statuses.status_circumstances import condition_in
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Code, Item, Phrase
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.kinds import TYPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.circumstances import blocks_around
from mkdocs_repodoc.pages.parts.behaviour.error_lists import circumstances
from mkdocs_repodoc.pages.parts.behaviour.status_variables import set_elsewhere
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.code_reading.call_arguments import written_messages
from mkdocs_repodoc.text.english import and_more, count, shortened

_SUCCESS = "0"
_ON_ONE_LINE = 2
"""Functions that give a status; of more each has a line of its own."""
_MESSAGES = 2
"""Messages of a function that ends the program."""
_MESSAGE_LINES = 8
"""Lines from a message to the end that it explains."""
_LONGEST_MESSAGE = 90

Helpers = Mapping[Line, Helper]
"""The functions around lines that end the program."""


def exit_items(
    context: PageContext,
    found: Mapping[str, Sequence[Exit]],
    helpers: Helpers,
    origins: Mapping[Exit, Sequence[Line]],
) -> tuple[Item, ...]:
    """Return each status with the functions that give it, when they do, and what it means.

    Args:
        context: Where addresses are known.
        found: Status → the lines.
        helpers: The functions around these lines.
        origins: Exit → the lines where the program leaves.
    """
    items = []
    computed: list[Phrase] = []
    told: set[SymbolRef] = set()
    for status, exits in found.items():
        if not _is_number(status):
            computed.append((Code(status), " (", *_places(context, exits, status, helpers), ")"))
            continue
        groups: dict[SymbolRef | str, list[Exit]] = {}
        for path, each in exits:
            helper = helpers.get((path, each.line))
            groups.setdefault(helper.function if helper else path, []).append((path, each))
        most = operation_caps.EXIT_FUNCTIONS
        shown = list(groups.values())[: operation_caps.SUCCESS if status == _SUCCESS else most]
        left = sum(map(len, groups.values())) - sum(map(len, shown))
        parts = [
            _group(context, each, status, helpers, _through(context, each, helpers, origins, told))
            for each in shown
        ]
        if len(parts) > _ON_ONE_LINE:
            more = [(said,)] if (said := and_more(left)) else []
            items.append(Item((Code(status),), tuple(map(Item, (*parts, *more)))))
        else:
            items.append(Item((Code(status), ": ", *capped(parts, left, separator="; "))))
    if computed:
        shown_ones = computed[: operation_caps.EXIT_FUNCTIONS]
        left = len(computed) - len(shown_ones)
        items.append(Item(("computed: ", *capped(shown_ones, left, separator="; "))))
    return tuple(items)


def status_list(context: PageContext, path: str, found: Mapping[str, Sequence[Exit]]) -> Phrase:
    """Return the statuses of one program as an enumeration, each with the first line that gives it.

    Of a program that is only known to end with success nothing is told.

    Args:
        context: Where addresses are known.
        path: The file in which the program starts.
        found: Status → the lines; statuses that are computed are left out.
    """
    parts: list[Phrase] = []
    numbers = {status: exits for status, exits in found.items() if _is_number(status)}
    for status, exits in numbers.items() if set(numbers) - {_SUCCESS} else ():
        where, first = exits[0]
        text = f"line {first.line}" if where == path else f"{where}:{first.line}"
        link = page_links.to_line(context, where, first.line, text=text)
        parts.append((Code(status), " (", link, ")"))
    shown = parts[: operation_caps.EXIT_FUNCTIONS]
    return capped(shown, len(parts) - len(shown), last=" or ")


def _is_number(status: str) -> bool:
    return status.removeprefix("-").isdigit()


def _group(
    context: PageContext, exits: Sequence[Exit], status: str, helpers: Helpers, through: Phrase
) -> Phrase:
    """Return one function with its lines that give a status, to what, and who calls it."""
    path, first = exits[0]
    helper = helpers.get((path, first.line))
    places = _places(context, exits, status, helpers)
    if helper is None:
        return places
    name = ".".join(context.repository.symbol(helper.function).name.split(".")[-2:])
    symbol = page_links.to_symbol(context, helper.function, text=name)
    return (symbol, " (", *places, ")", *through, *_callers(context, helper))


def _through(
    context: PageContext,
    exits: Sequence[Exit],
    helpers: Helpers,
    origins: Mapping[Exit, Sequence[Line]],
    told: set[SymbolRef],
) -> Phrase:
    """Return the function to which another one gives the status, and what that writes for users.

    What it writes is told once.
    """
    path, first = exits[0]
    helper = helpers.get((path, first.line))
    ending = ending_function(
        context.repository, helper.function if helper else None, origins.get(exits[0], ())
    )
    if ending is None:
        return ()
    link = page_links.to_symbol(
        context, ending, text=context.insight.namesakes.distinct_name(ending)
    )
    if ending in told:
        return (", by ", link)
    told.add(ending)
    symbol = context.repository.symbol(ending)
    lines = context.read_text(ending.path).lines[symbol.name_line : symbol.end_line]
    said = [f"“{shortened(each, _LONGEST_MESSAGE)}”" for each in written_messages(lines)]
    says: Phrase = (", which writes ", *joined(said[:_MESSAGES], last=" or ")) if said else ()
    return (", by ", link, *says)


def _callers(context: PageContext, helper: Helper) -> Phrase:
    """Return which functions call one that ends the program, if there are few."""
    names = context.insight.namesakes
    files = context.repository.files
    lines: dict[str, list[int]] = {}
    for path, line in helper.callers:
        lines.setdefault(path, []).append(line)
    around = (
        scope
        for path, numbers in lines.items()
        for scope in scopes_around(files[path], sorted(numbers))
    )
    called_by = (each for each in around if not each.is_file and each != helper.function)
    functions = dict.fromkeys(called_by)
    if not functions:
        return ()
    if len(functions) > operation_caps.EXIT_CALLERS:
        return (f", called by {count(len(functions), 'function')}",)
    links = [
        page_links.to_symbol(context, each, text=names.distinct_name(each)) for each in functions
    ]
    return (", called by ", *joined(links, last=" and "))


def _places(context: PageContext, exits: Sequence[Exit], status: str, helpers: Helpers) -> Phrase:
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
    around = _outer(context, helper.function, found) if helper is not None else ()
    said = (
        found.meaning
        or _said_before(context, path, found.line)
        or (_said_of_type(context, helper.function) if helper is not None else "")
    )
    meaning: Phrase = (f" (“{said}”)",) if said else ()
    elsewhere = set_elsewhere(context, path, status)
    return (*name, *when, *around, *meaning, *_uses(context, path, found), *elsewhere)


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
            return shortened(report.fact.message, _LONGEST_MESSAGE) if is_one else ""
    return ""


def _said_of_type(context: PageContext, method: SymbolRef) -> str:
    """Return what an error says of itself whose method gives the status; empty for any other."""
    owner = context.repository.symbol(method).name.rpartition(".")[0].rpartition(".")[2]
    text = context.insight.operation.error_paths.texts.get(owner, "") if owner else ""
    return shortened(text, _LONGEST_MESSAGE)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _outer(context: PageContext, function: SymbolRef, found: ExitStatus) -> Phrase:
    """Return the condition outside of the innermost one around a line that ends the program."""
    blocks = blocks_around(context, function, found.line)
    for each in reversed(blocks):
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
