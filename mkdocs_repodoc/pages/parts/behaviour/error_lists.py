"""Lists of the errors that code reports, with their texts, and of what its handlers do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths, Handler, Report
from mkdocs_repodoc.model.blocks import Code, Column, Inline, Item, Phrase, Table
from mkdocs_repodoc.model.facts import ANY_ERROR, ExitStatus, ReportedError
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.catching_lines import catching_lines, short_line
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import count, shortened
from mkdocs_repodoc.text.statement_lines import headed

_STATUS = re.compile(r"([45]\d\d)(?: |$)")
"""A status of HTTP in front of a message, or in its stead."""
_MANAGES = re.compile(r"(?:^|\.)(?:async)?contextmanager$")
_LONGEST_CAUGHT = 90
_LONGEST_BRIEF = 180
"""Characters of a statement in a list in brief: its effect may stand at its end."""
_ROOM = 360
"""Characters of all statements of one handler there."""


def report_table(
    context: PageContext, found: ErrorPaths, reports: Sequence[Report], left: int
) -> Table:
    """Return what is handed to callers: the error, its text, when, where, and who catches it.

    What one function reports in the same words in several lines is one row.

    Args:
        context: Where addresses are known.
        found: All that is reported and handled.
        reports: What is shown of it.
        left: How many reports are not.
    """
    alike: dict[tuple[SymbolRef, str, str, str], list[Report]] = {}
    for report in reports:
        fact = report.fact
        alike.setdefault((report.scope, fact.error, fact.message, fact.form), []).append(report)
    rows = [
        (
            _error(found, group[0]),
            _message(_STATUS.sub("", found.said(group[0]))),
            _cases(group),
            _reported(context, group),
            catching_lines(context, group[0]),
        )
        for group in alike.values()
    ]
    columns = (
        Column("Error"),
        Column("Message"),
        Column("When"),
        Column("Reported in"),
        Column("Known to be caught in"),
    )
    shown = sum(map(len, alike.values()))
    caption = f"{shown} of {count(shown + left, 'report')}" if left else ""
    return Table(columns, tuple(rows), caption=caption).without_empty_columns()


def printed_items(context: PageContext, reports: Iterable[Report]) -> tuple[Item, ...]:
    """Return what is logged, printed or issued as a warning, with when and where."""
    items = []
    for report in reports:
        fact = report.fact
        kind: Phrase = (" (", Code(fact.error), ")")
        when: Phrase = (", ", *cases) if (cases := circumstances(fact)) else ()
        where = _where(context, report.scope, fact.line)
        items.append(Item((*_message(fact.message), *kind, *when, ": ", *where)))
    return tuple(items)


def handler_items(
    context: PageContext, handlers: Iterable[Handler], *, in_brief: bool = False
) -> tuple[Item, ...]:
    """Return what handlers catch, and the statements with which they answer.

    Args:
        context: Where addresses are known.
        handlers: These handlers.
        in_brief: Whether long statements are cut, and few of each are shown.
    """
    return tuple(_handler(context, each, in_brief=in_brief) for each in handlers)


def ignored_phrase(context: PageContext, handlers: Sequence[Handler], most: int) -> Phrase:
    """Return the sentence on handlers that do nothing.

    Args:
        context: Where addresses are known.
        handlers: These handlers; some at least.
        most: How many are named.
    """
    named = [_ignoring(context, each) for each in handlers[:most]]
    verb = "does" if len(handlers) == 1 else "do"
    said = f"{count(len(handlers), 'handler')} {verb} nothing with the error, which is ignored: "
    return (said, *capped(named, len(handlers) - len(named), last=" and "), ".")


def _ignoring(context: PageContext, handler: Handler) -> Phrase:
    caught = shortened(handler.fact.caught, _LONGEST_CAUGHT)
    error: Phrase = (Code(caught), " in ") if caught else ()
    return (*error, *_where(context, handler.scope, handler.fact.line))


def _handler(context: PageContext, handler: Handler, *, in_brief: bool) -> Item:
    fact = handler.fact
    caught = shortened(fact.caught, _LONGEST_CAUGHT)
    errors: Phrase = ("On ", Code(caught)) if caught else ("On any error",)
    where = _where(context, handler.scope, fact.line)
    does: Phrase = ("nothing: the error is ignored",)
    if fact.steps:
        steps = _first(fact.steps) if in_brief else fact.steps[: operation_caps.HANDLER_STEPS]
        shown = headed(steps)
        if in_brief:
            shown = [shortened(each, _LONGEST_BRIEF) for each in shown]
        left = len(fact.steps) - len(steps)
        does = capped([*map(Code, shown)], left, "statement", separator="; ")
    return Item((*errors, " in ", *where, *_wrapped(context, handler.scope), ": ", *does))


def _first(steps: Sequence[str]) -> Sequence[str]:
    """Return the first statements of a handler that a list in brief has room for."""
    room = _ROOM
    shown = steps[: operation_caps.BRIEF_STEPS]
    for number, step in enumerate(shown):
        room -= min(len(step), _LONGEST_BRIEF)
        if number and room < 0 and not steps[number - 1].endswith((":", "{")):
            return steps[:number]
    return shown


def _wrapped(context: PageContext, scope: SymbolRef) -> Phrase:
    """Return around which lines a handler is put that is made for others, as `with` does it."""
    decorators = () if scope.is_file else context.repository.symbol(scope).decorators
    if not any(_MANAGES.search(each) for each in decorators):
        return ()
    uses = [
        each
        for each in context.repository.links.uses.of(scope)
        if each.kind == "call" and context.repository.files[each.path].role in CODE_ROLES
    ]
    shown = [
        short_line(context, each.path, each.line) for each in uses[: operation_caps.READ_LINES]
    ]
    if not shown:
        return ()
    return (", which is put around ", *capped(shown, len(uses) - len(shown), last=" and "))


def _error(found: ErrorPaths, report: Report) -> Phrase:
    """Return the type of an error, and what makes it where the report only calls that."""
    made = found.made_by(report)
    error = Code(report.fact.error)
    status = _STATUS.match(found.said(report))
    said: Phrase = (", status ", Code(status[1])) if status else ()
    if found.is_passed_on(report):
        return (error, ", passed on")
    return (Code(made), " by ", error, *said) if made else (error, *said)


def circumstances(fact: ReportedError | ExitStatus) -> Phrase:
    """Return when code runs, for inside a sentence; empty if nothing is known to lead there."""
    when: Phrase = ("when ", *_conditions(fact)) if fact.condition else ()
    if not fact.caught:
        return when
    gap: Phrase = (", ",) if when else ()
    return (*when, *gap, "after ", _caught_errors(fact.caught))


def _when(fact: ReportedError) -> Phrase:
    """Return when code runs, for a cell of a table that has `When` as its title."""
    when = _conditions(fact)
    if not fact.caught:
        return when
    return (*when, ", after " if when else "after ", _caught_errors(fact.caught))


def _conditions(fact: ReportedError | ExitStatus) -> Phrase:
    """Return the innermost condition and those around it, all of which have to hold."""
    if not fact.condition:
        return ()
    outer = fact.outer if isinstance(fact, ReportedError) else ()
    if not outer:
        return (Code(fact.condition),)
    shown = [Code(each) for each in outer[: operation_caps.OUTER_CONDITIONS]]
    around = capped(shown, len(outer) - len(shown), last=" and ")
    return (Code(fact.condition), ", inside ", *around)


def _cases(reports: Sequence[Report]) -> Phrase:
    """Return when alike errors are reported, for a cell; empty if one of them has no condition."""
    cases = [_when(each.fact) for each in reports]
    return joined(list(dict.fromkeys(cases)), "; or ") if all(cases) else ()


def _caught_errors(caught: str) -> Inline:
    return caught if caught == ANY_ERROR else Code(shortened(caught, _LONGEST_CAUGHT))


def _message(text: str) -> Phrase:
    """Return a text in quotation marks; nothing for one without a letter, which says nothing."""
    return (f"“{text}”",) if any(map(str.isalpha, text)) else ()


def _where(context: PageContext, scope: SymbolRef, line: int) -> Phrase:
    """Return the function around a line, and the line."""
    place = short_line(context, scope.path, line)
    if scope.is_file:
        return (place,)
    name = context.repository.symbol(scope).name
    short = ".".join(name.split(".")[-2:])
    return (page_links.to_symbol(context, scope, text=short), " (", place, ")")


def _reported(context: PageContext, reports: Sequence[Report]) -> Phrase:
    """Return where alike reports are made; of an error that has a name, where that is declared."""
    first, *others = reports
    path = first.scope.path
    where = _where(context, first.scope, first.fact.line)
    lines = [
        page_links.to_line(context, path, each.fact.line, text=str(each.fact.line))
        for each in others
    ]
    if lines and where[-1:] == (")",):
        where = (*joined([(*where[:-1],), *lines]), ")")
    elif lines:
        where = joined([where, *lines])
    return ("declared at ", *where) if first.fact.form == "declared" else where
