"""Lines of a function that call nothing of the repository and yet say what it does.

They have a comment of their own, return before its end, reach outside of the program, call what a
value holds, look at an option of the command line or leave a loop by it, end the program, or end
the function with a call of what others define.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from mkdocs_repodoc.insight.operation.command_options import names_option
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.pages.parts.behaviour.step_lines.ending_lines import ending_lines
from mkdocs_repodoc.pages.parts.behaviour.step_lines.held_calls import held_calls
from mkdocs_repodoc.pages.parts.behaviour.step_lines.loop_ends import loop_ends
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD
from mkdocs_repodoc.text.code_reading.comments_above import comments_in
from mkdocs_repodoc.text.code_reading.early_returns import early_returns, is_of_function
from mkdocs_repodoc.text.code_reading.ending_calls import ending_calls
from mkdocs_repodoc.text.code_reading.long_stretches import long_stretches
from mkdocs_repodoc.text.code_reading.outside_effects import WRITES, called_name, outside_effects
from mkdocs_repodoc.text.enclosing_blocks import enclosing_blocks
from mkdocs_repodoc.text.english import shortened

_COMMENTS = 4
"""Comments of a function that are quoted beside its calls."""
_RETURNS = 3
"""Returns that are told: more are cases of a table."""
_CHOICES = 3
"""Conditions on options of the command line that are told by themselves."""
_LONGEST = 100
_CONDITION = re.compile(rf"\s*(?:\}}\s*)?{CONDITION_WORD}\b.*[{{:)]\s*$")
"""The head of a block that is a condition, on one line."""
_OPENS = re.compile(r"^\}\s*|(?<!=)\s*[{:]$")
_COMMENT = re.compile(r"(?<=\S)\s+(?:#|//)\s[^'\"]*$")
_ENTRY = re.compile(r"\s*[(\[{\"'].*|.*,\s*$")
"""A line that is an entry of a list, or an argument: a comment on it says nothing of the rest."""
_OPEN = re.compile(r"(?<=[(\[{=])\s*$|\s*\\$")
"""The end of a line that goes on below it."""
_BARE = re.compile(r"\w+\s*\(?…$|\w+$")
"""What a line may begin with that goes on below it, and says nothing by itself."""
_LEAST = 8
"""Letters of a line that says something."""
_EFFECTS = 4
"""Lines that reach outside of the program."""


def other_lines(
    context: PageContext, symbol: SymbolRef, told: Collection[int]
) -> Sequence[ToldLine]:
    """Return the lines beside the calls of a function that are worth a word.

    Args:
        context: Where the repository and its files are known.
        symbol: The function; the code of a module or of a document has none.
        told: The lines of its calls.
    """
    lines = context.read_text(symbol.path).lines[: context.shown_lines(symbol.path)]
    if symbol.is_file:
        return tuple(ending_lines(context, symbol, lines, told))
    if context.repository.symbol(symbol).kind not in FUNCTIONS:
        return ()
    written = context.repository.symbol(symbol)
    syntax = language_named(context.repository.files[symbol.path].source.language).comments
    comments = {
        number: said
        for number, said in comments_in(lines, written.line, written.end_line, syntax)
        if number not in told and not _ENTRY.match(lines[number - 1])
    }
    first = {said: number for number, said in reversed(comments.items())}
    by_line = {
        number: _line(context, symbol, number, _code(lines, number))._replace(
            remark=comments[number], is_code=True
        )
        for number in _outermost(first.values(), lines, _COMMENTS)
    }
    by_line |= _effects(context, symbol, lines, {*told, *by_line})
    found = _returns(context, symbol, lines)
    returns = {each.number: each for each in found if each.number not in {*told, *by_line}}
    by_line |= returns if len(returns) <= _RETURNS else {}
    by_line |= _ending(context, symbol, lines, {*told, *by_line})
    held = held_calls(context, symbol, lines, {*told, *by_line})
    by_line |= {each.number: each for each in held}
    ends = ending_lines(context, symbol, lines, {*told, *by_line})
    by_line |= {each.number: each for each in ends}
    left = loop_ends(context, symbol, lines, {*told, *by_line})
    by_line |= {each.number: each for each in left}
    by_line |= {each.number: each for each in _choices(context, symbol, lines, {*told, *by_line})}
    extent = written.line, written.end_line
    for number in long_stretches(lines, *extent, {*told, *by_line}, syntax):
        if code := _code(lines, number):
            by_line[number] = _line(context, symbol, number, code)._replace(is_code=True)
    return tuple(by_line.values())


def _outermost(numbers: Iterable[int], lines: Sequence[str], most: int) -> Sequence[int]:
    """Return those of some lines that are indented least: they are about more of the function."""

    def depth(number: int) -> tuple[int, int]:
        text = lines[number - 1].expandtabs(4)
        return len(text) - len(text.lstrip()), number

    return sorted(sorted(numbers, key=depth)[:most])


def _effects(
    context: PageContext, symbol: SymbolRef, lines: Sequence[str], told: Collection[int]
) -> dict[int, ToldLine]:
    """Return the lines of a function that reach outside of the program."""
    language = language_named(context.repository.files[symbol.path].source.language)
    written = context.repository.symbol(symbol)
    found = {
        each.line: each.said
        for starts in (WRITES, language.reaches_out)
        if not isinstance(starts, Absent)
        for each in outside_effects(
            lines, written.line, written.end_line, starts, language.comments
        )
        if each.line not in told
    }
    return {
        number: _line(
            context, symbol, number, (": ", Code(found[number])), called_name(found[number])
        )
        for number in _outermost(found, lines, _EFFECTS)
    }


def _ending(
    context: PageContext, symbol: SymbolRef, lines: Sequence[str], told: Collection[int]
) -> dict[int, ToldLine]:
    """Return the calls by which a function ends, unless its last line is told."""
    written = context.repository.symbol(symbol)
    found = ending_calls(lines, written.line, written.end_line)
    return {
        each.line: _line(context, symbol, each.line, (": ", Code(each.said)))
        for each in found
        if each.line not in told
    }


def _choices(
    context: PageContext, symbol: SymbolRef, lines: Sequence[str], told: Collection[int]
) -> Iterator[ToldLine]:
    """Yield the conditions on options of the command line in whose blocks no line is told."""
    written = context.repository.symbol(symbol)
    known = {
        head.line
        for line in told
        if written.name_line < line <= len(lines)
        for head in enclosing_blocks(lines, written.name_line, line)
    }
    found = [
        number
        for number in range(written.name_line + 1, min(written.end_line, len(lines)) + 1)
        if number not in known
        and number not in told
        and _CONDITION.match(lines[number - 1])
        and names_option(lines[number - 1], context.command_options)
        and is_of_function(lines, written.line, number)
    ]
    for number in _outermost(found, lines, _CHOICES):
        said = _OPENS.sub("", lines[number - 1].strip())
        yield ToldLine(number, (": ", Code(shortened(said, _LONGEST))), is_code=True)


def _returns(context: PageContext, symbol: SymbolRef, lines: Sequence[str]) -> Iterator[ToldLine]:
    written = context.repository.symbol(symbol)
    for each in early_returns(lines, written.line, written.end_line):
        value = (" ", Code(each.said)) if each.said else ()
        told = _line(context, symbol, each.line, (": returns", *value), "return")
        if told.heads and not told.heads[-1].is_of_error:  # an error that is passed on is no news
            yield told


def _line(
    context: PageContext, symbol: SymbolRef, number: int, said: Phrase, name: str = ""
) -> ToldLine:
    """Return a line with the blocks around it."""
    heads = circumstances.blocks_around(context, symbol, number, name)
    return ToldLine(number, said, tuple(heads))


def _code(lines: Sequence[str], number: int) -> Phrase:
    """Return the code of a line as what follows its number; nothing where it says too little."""
    text = _COMMENT.sub("", lines[number - 1]).strip()
    said = _OPEN.sub("…", _OPENS.sub("", text))
    is_telling = _LEAST <= len(said) <= _LONGEST and not _BARE.match(said)
    return (": ", Code(said)) if is_telling else ()
