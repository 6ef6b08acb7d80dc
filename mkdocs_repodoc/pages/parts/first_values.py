"""The value that a field, an attribute or a constant of a file has at first, and where it gets it.

A declaration says it itself. Where it doesn't, a constructor may, or what the type has by default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.facts import StartingValue, TypeDefaults
from mkdocs_repodoc.model.kinds import NOUNS, ROWS
from mkdocs_repodoc.model.records import FileDetail, FileOutline, Symbol
from mkdocs_repodoc.text.starting_values import is_telling

_BRIEF = 40
"""Characters of a value that stand beside a name in a list of names."""
_HANDED_ON = re.compile(r"_?[a-z]\w*$|auto\(\)$")
"""A value that has another name, or none of its own."""
_NOTHING = re.compile(r"None|null|nil|undefined|\[\]|\{\}|\(\)|\"\"|''")
_INSTANCE = "instance"
"""Label of an attribute that a method gives to its object."""


class FirstValue(NamedTuple):
    """What a name holds at first."""

    text: str
    """As written, shortened."""
    line: int = 0
    """The line that gives it; 0 if it is that of the declaration."""


def first_values(outline: FileOutline, detail: FileDetail) -> Mapping[int, FirstValue]:
    """Return the first values of a file's fields, attributes and constants, by their positions."""
    found = dict(_given_elsewhere(outline))
    for position, (symbol, each) in enumerate(zip(outline.symbols, detail.symbols, strict=False)):
        if symbol.kind in ROWS and each.value:
            found[position] = FirstValue(each.value)
    return found


def beside_name(symbol: Symbol, value: FirstValue) -> str:
    """Return a value as it is told beside its name; empty if it says little or too much."""
    text = " ".join(value.text.split())
    if len(text) > _BRIEF or symbol.name.endswith("__"):
        return ""
    is_plain = is_telling(text) or _NOTHING.fullmatch(text) is not None
    if _INSTANCE in symbol.labels and not is_plain:
        return ""
    return "" if _HANDED_ON.match(text) and not is_plain else text


def _given_elsewhere(outline: FileOutline) -> Iterator[tuple[int, FirstValue]]:
    """Yield what fields get from their type's defaults, and from its constructors."""
    symbols = outline.symbols
    fields: dict[tuple[str, str], int] = {}
    for position, symbol in enumerate(symbols):
        if symbol.kind in ROWS:
            owner, name = split_name(symbol.name)
            fields.setdefault((split_name(owner)[1], name), position)
    for given in outline.facts_of(TypeDefaults):
        for each in given.settings:
            if (field := fields.get((given.name, each.name))) is not None:
                yield field, FirstValue(each.default, each.line)
    for value in outline.facts_of(StartingValue):
        owners = (s for s in symbols if s.kind in NOUNS and s.line <= value.line <= s.end_line)
        inner = max(owners, key=lambda symbol: symbol.line, default=None)
        owner = split_name(inner.name)[1] if inner is not None else ""
        if (field := fields.get((owner, value.name))) is not None:
            yield field, FirstValue(value.value, value.line)
