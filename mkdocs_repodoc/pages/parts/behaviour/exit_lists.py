"""Lists of the statuses with which programs end, by the functions that give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from mkdocs_repodoc.insight.operation.exceptions import Line
from mkdocs_repodoc.insight.operation.failures import Helper
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.operation.statuses.ending_functions import ending_function
from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit
from mkdocs_repodoc.model.blocks import Code, Item, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.exit_places import LONGEST_MESSAGE, Helpers, exit_places
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.code_reading.call_arguments import written_messages
from mkdocs_repodoc.text.english import and_more, count, shortened

_SUCCESS = "0"
_STATUSES = 256
_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_AT_END = "and where nothing else ends it"
_ON_ONE_LINE = 2
"""Functions that give a status; of more each has a line of its own."""
_MESSAGES = 2
"""Messages of a function that ends the program."""


def exit_items(
    context: PageContext,
    found: Mapping[str, Sequence[Exit]],
    helpers: Helpers,
    origins: Mapping[Exit, Sequence[Line]],
    *,
    names: Mapping[str, str] = _NO_NAMES,
    is_whole: bool = False,
) -> tuple[Item, ...]:
    """Return each status with the functions that give it, when they do, and what it means.

    Args:
        context: Where addresses are known.
        found: Status → the lines.
        helpers: The functions around these lines.
        origins: Exit → the lines where the program leaves.
        names: Status → the constant that stands for it.
        is_whole: Whether these are the ends of one program, which succeeds at its end as well.
    """
    items = []
    computed: list[Phrase] = []
    told: set[SymbolRef] = set()
    for status, exits in found.items():
        if not _is_number(status):
            computed.append(
                (Code(status), " (", *exit_places(context, exits, status, helpers), ")")
            )
            continue
        shown = _by_function(exits, helpers)
        most = operation_caps.SUCCESS if status == _SUCCESS else operation_caps.EXIT_FUNCTIONS
        left = sum(map(len, shown[most:]))
        parts = [
            _group(context, each, status, helpers, _through(context, each, helpers, origins, told))
            for each in shown[:most]
        ]
        end = _end(status, exits) if is_whole else []
        name = names.get(status, "")
        head: Phrase = (Code(status), *((" (", Code(name), ")") if name else ()), *_seen(status))
        if len(parts) > _ON_ONE_LINE:
            more = [(said,)] if (said := and_more(left)) else []
            items.append(Item(head, tuple(map(Item, (*parts, *more, *end)))))
        else:
            listed = (*capped(parts, left, separator="; "), *(("; ", _AT_END) if end else ()))
            items.append(Item((*head, ": ", *listed)))
    if computed:
        shown_ones = computed[: operation_caps.EXIT_FUNCTIONS]
        left = len(computed) - len(shown_ones)
        items.append(Item(("computed: ", *capped(shown_ones, left, separator="; "))))
    return tuple(items)


def _by_function(exits: Sequence[Exit], helpers: Helpers) -> list[list[Exit]]:
    """Return exits by the function that they stand in, or by their file outside of functions."""
    groups: dict[SymbolRef | str, list[Exit]] = {}
    for path, each in exits:
        helper = helpers.get((path, each.line))
        groups.setdefault(helper.function if helper else path, []).append((path, each))
    return list(groups.values())


def _end(status: str, exits: Sequence[Exit]) -> list[Phrase]:
    """Return that a program succeeds at its end, if all lines that say so have a condition."""
    is_conditional = all(each.condition or each.caught for _, each in exits)
    return [(_AT_END,)] if status == _SUCCESS and is_conditional else []


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
        parts.append((Code(status), *_seen(status), " (", link, ")"))
    shown = parts[: operation_caps.EXIT_FUNCTIONS]
    return capped(shown, len(parts) - len(shown), last=" or ")


def _seen(status: str) -> Phrase:
    """Return which status a shell sees, as that has eight bits; nothing where it is the same."""
    number = int(status)
    if number in range(_STATUSES):
        return ()
    return (", which a POSIX shell sees as ", Code(str(number % _STATUSES)))


def _is_number(status: str) -> bool:
    return status.removeprefix("-").isdigit()


def _group(
    context: PageContext, exits: Sequence[Exit], status: str, helpers: Helpers, through: Phrase
) -> Phrase:
    """Return one function with its lines that give a status, to what, and who calls it."""
    path, first = exits[0]
    helper = helpers.get((path, first.line))
    places = exit_places(context, exits, status, helpers)
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
    said = [f"“{shortened(each, LONGEST_MESSAGE)}”" for each in written_messages(lines)]
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
