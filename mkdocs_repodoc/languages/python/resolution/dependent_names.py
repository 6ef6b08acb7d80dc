"""Names that mean something else because names that they build on do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_repodoc.languages.python.resolution.fixtures import fixture_name
from mkdocs_repodoc.languages.python.resolution.symbol_table import (
    PythonFileNames,
)
from mkdocs_repodoc.languages.python.symbol_labels import FIXTURE
from mkdocs_repodoc.languages.resolution.name_changes import NameFilter
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target

_NAME = re.compile(r"[^\W\d]\w*")


def close_over(
    names: set[str],
    edited: Iterable[PythonFileNames],
    others: Iterable[tuple[PythonFileNames, bytes]],
) -> None:
    """Add the names that mean something else because names that they build on do.

    Args:
        names: The names that an edit changed; gets the others.
        edited: The files of the edit, before and after it.
        others: The other files, with what they mention.
    """
    waiting = names
    while waiting:
        checks = NameFilter(waiting)
        files = [*edited, *(file for file, packed in others if checks.any_in(packed))]
        found = {
            name
            for file in files
            for name, mentioned in dependent_names(file)
            if mentioned in waiting
        }
        waiting = found - names
        names |= waiting


def dependent_names(file: PythonFileNames) -> Iterator[tuple[str, str]]:
    """Yield names that a file gives to things, each with a name that it builds on."""
    for item in file.outline.imports:
        if item.name and item.alias:
            yield item.alias, item.name
    symbols = file.outline.symbols
    for position, value in file.stated.items():
        simple = symbols[position].name.rpartition(".")[2]
        for mentioned in mentioned_names(file, value):
            yield simple, mentioned
    for symbol in symbols:
        yield from _built_on(symbol)


def _built_on(symbol: Symbol) -> Iterator[tuple[str, str]]:
    """Yield what a class builds on, and what a fixture is called that has a name of its own."""
    simple = symbol.name.rpartition(".")[2]
    if FIXTURE in symbol.labels:
        yield fixture_name(symbol), simple
    if symbol.kind == Kind.CLASS:
        for base in symbol.bases:  # with its type arguments
            for mentioned in _NAME.findall(base):
                yield simple, mentioned
        for decorator in symbol.decorators:
            for mentioned in decorator.partition("(")[0].split("."):
                yield simple, mentioned.strip()


def mentioned_names(names: PythonFileNames | None, target: Target) -> Iterator[str]:
    """Yield the simple names that following a target of a file starts with and looks up."""
    each: Target | None = target
    while each is not None:
        first, *rest = each.names or ("",)
        yield from rest
        if each.base not in ("import", "symbol", "relative"):
            yield from first.split(".")
        elif each.base == "import" and names is not None:
            item = names.outline.imports[each.position]
            yield item.binding
            if item.name:
                yield item.name
        elif each.base == "symbol" and names is not None:
            yield names.outline.symbols[each.position].name.rpartition(".")[2]
        for part in each.also:
            yield from mentioned_names(names, part)
        each = each.of
