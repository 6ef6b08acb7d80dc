"""Lines that call what a value holds: what runs there, only the run of the program tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code
from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import sentence_caps
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine
from mkdocs_repodoc.text.code_reading.line_conditions import is_balanced
from mkdocs_repodoc.text.code_reading.masked_code import masked
from mkdocs_repodoc.text.english import shortened

_LONGEST = 90
_WIDEST = 300
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_KEYED = re.compile(r"(?<![\w.$])[A-Za-z_$][\w$.]*\[(?P<key>[a-z_][\w$.]*)\](?=\()")
"""A member by a name that stands in a variable: `plugin[name](…)`."""
_TYPE = re.compile(r"(?:u?int\d*|float\d*|bool|byte|rune|any|error|string|object)$")
"""What stands in brackets behind a generic function: `Map[string](…)`."""
_REPORTS = re.compile(r"log|debug|warn|trace|print|resolve|reject", re.IGNORECASE)
"""Names of values that are called to report, or to give a result."""


class _Held(NamedTuple):
    line: int
    value: str
    """What is called, as written."""


def held_calls(
    context: PageContext, symbol: SymbolRef, lines: Sequence[str], told: Collection[int]
) -> Iterator[ToldLine]:
    """Yield the lines of a function that call a parameter, a field, or a member by a variable.

    Args:
        context: Where the repository is known.
        symbol: The function.
        lines: The lines of its file.
        told: The lines that are told already.
    """
    number = 0
    for each in sorted(set(_found(context, symbol, lines))):
        if each.line in told or _REPORTS.search(each.value) or number == sentence_caps.HELD_CALLS:
            continue
        number += 1
        heads = tuple(circumstances.blocks_around(context, symbol, each.line))
        text = lines[each.line - 1].strip().rstrip(";")
        code = (": ", Code(shortened(text, _LONGEST))) if is_balanced(text) else ()
        yield ToldLine(each.line, (": calls what ", Code(each.value), " holds", *code), heads)


def _found(context: PageContext, symbol: SymbolRef, lines: Sequence[str]) -> Iterator[_Held]:
    written = context.repository.symbol(symbol)
    first, last = written.name_line, min(written.end_line, len(lines))
    syntax = language_named(context.repository.files[symbol.path].source.language).comments
    code = masked("\n".join(lines[first - 1 : last]), syntax).split("\n")
    fields = _fields(context, symbol.path, range(first + 1, last + 1))
    given = _given(context, symbol, code)
    for number, text in enumerate(code[1:], first + 1):
        if len(text) > _WIDEST:
            continue
        for name in fields.get(number, ()):
            if match := re.search(rf"[\w.$>-]*[.>]{re.escape(name)}(?=\()", text):
                yield _Held(number, match[0])
        if given is not None and (match := given.search(text)):
            yield _Held(number, match[0])
        if (match := _KEYED.search(text)) and not _TYPE.match(match["key"]):
            yield _Held(number, match[0])


def _fields(context: PageContext, path: str, inside: range) -> dict[int, list[str]]:
    """Return line → the fields and attributes that it calls."""
    found: dict[int, list[str]] = {}
    for site in context.repository.links.uses.calls(path):
        if site.line in inside and site.called and not site.callee.is_file:
            called = context.repository.symbol(site.callee)
            if called.kind in VALUES:
                found.setdefault(site.line, []).append(called.bare_name.rpartition(".")[2])
    return found


def _given(context: PageContext, symbol: SymbolRef, code: Sequence[str]) -> re.Pattern[str] | None:
    """Return what finds calls of parameters, and of the elements of those, in a function."""
    known_of = context.detail(symbol.path).symbols[symbol.position : symbol.position + 1]
    names = [each.name.strip("*&. ") for detail in known_of for each in detail.parameters]
    language = language_named(context.repository.files[symbol.path].source.language)
    is_method = "." in context.repository.symbol(symbol).bare_name
    if is_method and not isinstance(language.objects, Absent):
        names = names[1:]  # the object itself
    known = [each for each in names if _NAME.fullmatch(each)]
    if not known:
        return None
    many = "|".join(map(re.escape, known))
    loop = re.compile(rf"\bfor\b[^=]*?\b(?P<each>[A-Za-z_$][\w$]*)\s+(?:of|in)\s+(?:{many})\b")
    known += [match["each"] for text in code if (match := loop.search(text[:_WIDEST]))]
    return re.compile(rf"(?<![\w.$>:@])(?<!def )(?:{'|'.join(map(re.escape, known))})(?=\()")
