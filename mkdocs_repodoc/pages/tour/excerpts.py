"""The lines of a definition that a tour shows: all of a short one, else its head and what matters.

Of a function that is the lines around the calls of the tour, of a type the lines that define its
public members, of a test those that name what the tour has passed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.symbols.symbol_tree import SymbolTree
from mkdocs_repodoc.model.blocks import Excerpt
from mkdocs_repodoc.model.kinds import CALLING, LOCAL_SCOPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.behaviour import circumstances

MOST_LINES = 32
"""Lines of an excerpt; a definition that has no more is shown as a whole."""
_HEAD_LINES = 12
"""Lines that a head has at most: a name with its parameters."""
_DECORATORS = 3
"""Lines of decorators that are shown with a head."""
_BEFORE = 2
_AFTER = 1
"""Lines before and after a statement that matters."""
_COMMENT_ENDS = ('"""', "'''", "*/")
"""Behind these documentation ends and code begins."""

_CLOSES = re.compile(r"\s*[)\]}]")
"""The end of a statement that begins further up."""
_LONGEST_STATEMENT = 8

Range = tuple[int, int]


def excerpt(context: PageContext, stop: Stop, stops: Iterable[SymbolRef]) -> Excerpt | None:
    """Return the lines to read at a stop; `None` where its file shows none.

    Args:
        context: Where the file's text is found.
        stop: The stop.
        stops: The definitions at which the tour stops.
    """
    path = stop.symbol.path
    lines = context.read_text(path).lines[: context.shown_lines(path)]
    keys = list(dict.fromkeys(_key_lines(context, stop, frozenset(stops))))
    ranges = _ranges(context, stop, lines, keys)
    if not ranges:
        return None
    first, last = _whole(context, stop, ranges)
    where = f"lines {first}–{last}" if last > first else f"line {first}"
    if stop.part != "type" and (len(ranges) > 1 or ranges[0] != (first, last)):
        where = f"parts of {where}"
    title = page_links.to_line(context, path, first, end_line=last, text=f"{path}, {where}")
    shown = {line for start, end in ranges for line in range(start, end + 1)}
    marked = [line for line, is_marked in keys if is_marked and line in shown]
    return Excerpt(path, ranges, tuple(sorted(marked)), (title,), has_gaps=stop.part != "type")


def members_left_out(context: PageContext, stop: Stop, shown: Excerpt) -> tuple[int, int]:
    """Return how many members of a type an excerpt leaves out, and how many there are.

    Args:
        context: Where the repository is known.
        stop: The stop at the type.
        shown: The excerpt.
    """
    symbols = context.repository.files[stop.symbol.path].outline.symbols
    lines = [line for line, _ in _members(stop.symbol, symbols, frozenset())]
    left = [
        line for line in lines if not any(first <= line <= last for first, last in shown.ranges)
    ]
    return len(left), len(lines)


def _whole(context: PageContext, stop: Stop, ranges: Sequence[Range]) -> Range:
    """Return the first and the last line of a function, of anything else those that are shown."""
    if stop.part == "type" or stop.symbol.is_file:
        return ranges[0][0], ranges[-1][1]
    symbol = context.repository.symbol(stop.symbol)
    return min(symbol.line, ranges[0][0]), max(symbol.end_line, ranges[-1][1])


def _key_lines(
    context: PageContext, stop: Stop, stops: frozenset[SymbolRef]
) -> Iterator[tuple[int, bool]]:
    """Yield the lines that matter, and whether each is marked; the weightiest first."""
    symbols = context.repository.files[stop.symbol.path].outline.symbols
    if stop.part == "flow":
        yield from ((each.line, True) for each in stop.calls if each.symbol in stops)
        yield from ((each.line, False) for each in stop.calls if each.symbol not in stops)
    elif stop.part == "test":
        for ref in stop.met:
            for use in context.repository.links.uses.of(ref):
                if (use.path, use.scope) == stop.symbol:
                    yield use.line, True
    else:
        yield from _members(stop.symbol, symbols, stops)


def _members(
    ref: SymbolRef, symbols: Sequence[Symbol], stops: frozenset[SymbolRef]
) -> Iterator[tuple[int, bool]]:
    """Yield the lines that define public members, those left out that a method defines."""
    inside = 0
    for position in SymbolTree(symbols).children.get(ref.position, ()):
        member = symbols[position]
        if member.public and member.name_line > inside:
            yield member.name_line, SymbolRef(ref.path, position) in stops
        if member.kind in LOCAL_SCOPES:
            inside = max(inside, member.end_line)


def _ranges(
    context: PageContext, stop: Stop, lines: Sequence[str], keys: Sequence[tuple[int, bool]]
) -> tuple[Range, ...]:
    if stop.symbol.is_file:
        first, last, head = 1, len(lines), range(0)
        example = context.insight.opening_example
        if example is not None and example.path == stop.symbol.path:
            first, last = example.first, min(example.last, len(lines))
            if last - first < MOST_LINES:
                return ((first, last),)
    else:
        symbol = context.repository.symbol(stop.symbol)
        first, last = symbol.line, min(symbol.end_line, len(lines))
        if symbol.line <= len(lines) and last - first < MOST_LINES:
            return ((first, last),)
        head = _head(lines, symbol.line, symbol.name_line)
    shown = dict.fromkeys(head)
    for line, _ in keys:
        if line > len(lines):  # of a generated file pages show the beginning alone
            continue
        # Members may stand behind their type.
        is_member = stop.part == "type"
        block: Collection[int] = range(line, line + 1)
        if not is_member:
            heads = circumstances.blocks_around(context, stop.symbol, line)
            deciding = [each.line for each in heads if first <= each.line <= last]
            inside = _constructor_head(context, stop.symbol, lines, line)
            block = {*_statement(lines, line, first, last), *deciding, *inside}
        if len(shown.keys() | set(block)) <= MOST_LINES:
            shown.update(dict.fromkeys(block))
    if not keys and head:  # nothing stands out in it: its beginning
        shown.update(dict.fromkeys(range(head.start, min(head.start + MOST_LINES, last + 1))))
    return tuple(_stretches(sorted(shown)))


def _constructor_head(
    context: PageContext, ref: SymbolRef, lines: Sequence[str], line: int
) -> range:
    """Return the head of the constructor that a line of a class stands in; none of a function."""
    symbols = context.repository.files[ref.path].outline.symbols
    if ref.is_file or symbols[ref.position].kind in CALLING:
        return range(0)
    for position in SymbolTree(symbols).children.get(ref.position, ()):
        member = symbols[position]
        if member.kind in CALLING and member.name_line < line <= member.end_line:
            return _head(lines, member.line, member.name_line)
    return range(0)


def _statement(lines: Sequence[str], line: int, first: int, last: int) -> range:
    """Return the lines of a statement that begins on a line, and a few around it.

    Args:
        lines: The lines of the file.
        line: Where it begins.
        first: First line of the definition that it stands in.
        last: Its last line.
    """
    start = line
    while start > max(line - _BEFORE, first):
        above = lines[start - 2]
        is_beside = not above.strip() or _indent(above) == _indent(lines[line - 1])
        if not is_beside or above.rstrip().endswith(_COMMENT_ENDS) or _CLOSES.match(above):
            break
        start -= 1
    end = _closed(lines, line, _LONGEST_STATEMENT)
    end = max(min(end + _AFTER, last), line)
    while start < line and not lines[start - 1].strip():
        start += 1
    while end > line and not lines[end - 1].strip():
        end -= 1
    return range(start, end + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _head(lines: Sequence[str], first: int, name_line: int) -> range:
    """Return the lines of a definition's name and parameters, and of a few decorators."""
    start = first if name_line - first <= _DECORATORS else name_line
    return range(start, _closed(lines, name_line, _HEAD_LINES) + 1)


def _closed(lines: Sequence[str], line: int, most: int) -> int:
    """Return the line on which all brackets are closed that a line opens; itself if too far."""
    depth = 0
    for number, text in enumerate(lines[line - 1 : line - 1 + most], start=line):
        depth += sum(map(text.count, "([")) - sum(map(text.count, ")]"))
        if depth <= 0:
            return number
    return line


def _stretches(lines: Sequence[int]) -> Iterator[Range]:
    """Yield sorted lines as ranges; a gap of one line is no gap."""
    start = end = 0
    for line in lines:
        if start and line - end > 2:  # noqa: PLR2004 - the line between two others is shown
            yield start, end
            start = 0
        start, end = start or line, line
    if start:
        yield start, end
