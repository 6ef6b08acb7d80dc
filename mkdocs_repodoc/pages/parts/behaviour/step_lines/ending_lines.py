"""Lines by which a run of the program ends: its last word on whether it went well."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import sentence_caps
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine
from mkdocs_repodoc.text.code_reading.line_conditions import is_balanced
from mkdocs_repodoc.text.code_reading.outside_effects import Effect, called_name, outside_effects

_EXIT = re.compile(r"(?:\braise\s+)?(?<![\w.:])[\w.:]*exit\w*\(", re.IGNORECASE)
"""The beginning of a call that ends the program, such as `sys.exit(`."""
_ARM = re.compile(r"(?:=>|->)\s*\{$")
"""The end of a line that opens an arm, or a function that is given to another."""
_LONGEST = 100


def ending_lines(
    context: PageContext, symbol: SymbolRef, lines: Sequence[str], told: Collection[int]
) -> Iterator[ToldLine]:
    """Yield the lines of a function, or of a module outside of functions, that end the program.

    They stand under no condition: those that do mostly end it for a failure, which is told with
    the errors.

    Args:
        context: Where the repository is known.
        symbol: The function, or the file.
        lines: The lines of the file.
        told: The lines that are told already.
    """
    found = []
    first = 0 if symbol.is_file else context.repository.symbol(symbol).name_line
    for each in _ends(context, symbol, lines):
        heads = tuple(circumstances.all_blocks(context, symbol, each.line, called_name(each.said)))
        is_decided = any(head.part == "block" for head in heads)
        is_decided = is_decided or (not heads and _is_in_arm(lines, first, each.line))
        if each.line not in told and not is_decided:
            found.append(ToldLine(each.line, (": ", Code(_said(each, lines))), heads))
    yield from found[-sentence_caps.ENDING_LINES :]


def _is_in_arm(lines: Sequence[str], first: int, line: int) -> bool:
    """Tell whether a line is in an arm, by the line that opens the block around it.

    A text that runs over lines, at the margin, hides its head from who looks for that by the
    indentation; so does a head that runs over lines. No statement of a function is indented as
    little as its head.
    """
    depth, least = _indent(lines[line - 1]), _indent(lines[first - 1]) if first else -1
    inside = [text for text in reversed(lines[first : line - 1]) if text.strip()]
    outer = (text for text in inside if least < _indent(text) < depth)
    opening = (next(outer, ""), *inside[:1])
    return any(_ARM.search(text.rstrip()) for text in opening)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _said(end: Effect, lines: Sequence[str]) -> str:
    """Return what ends the program: with what stands before it, if the line has all of it.

    `() => process.exit(0)` is run when somebody calls it.
    """
    line = lines[end.line - 1].strip().rstrip(",;")
    is_whole = end.said in line and len(line) <= _LONGEST and is_balanced(line)
    return line if is_whole else end.said


def _ends(context: PageContext, symbol: SymbolRef, lines: Sequence[str]) -> Iterator[Effect]:
    file = context.repository.files[symbol.path]
    ends = {each.line for each in file.outline.facts_of(ExitStatus) if not each.caught}
    if not ends:
        return
    first, last = 1, len(lines)
    if not symbol.is_file:
        written = context.repository.symbol(symbol)
        first, last = written.line, written.end_line
    syntax = language_named(file.source.language).comments
    for each in outside_effects(lines, first, last, _EXIT, syntax):
        if each.line in ends:
            yield each
