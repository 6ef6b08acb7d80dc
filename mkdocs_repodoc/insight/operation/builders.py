"""Builders: types whose methods set up another type, one setting each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.kinds import FUNCTIONS, HELD, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.model.repository import RepoFile, Repository

_LAST = re.compile(r"\w+$")
_BUILDS = re.compile(r"(?:Builder|Settings|Options|Config|Configuration)$")
"""At the end of the name of a type whose methods set something, and return it or its like."""
_RETURNS = re.compile(
    r"(?:->|:)\s*(?:[\w.:&]*(?:Builder|Settings|Options|Config|Configuration)\b"
    r"|&?(?:mut )?Self|this)[^()]*$"
)
"""The end of the signature of a method that returns its builder."""
_TAKES = re.compile(r"\(\s*(?!&?\s*(?:mut )?self\s*\))[^)\s]")
"""Parameters besides the builder."""
_LEAST = 2
"""Settings of a builder."""


class Setter(NamedTuple):
    """A method of a builder that sets something."""

    symbol: SymbolRef
    default: str
    """Of the builder's field of that name, as written; empty if it states none."""


class SettingBuilder(NamedTuple):
    """A type that sets up another."""

    symbol: SymbolRef
    setters: tuple[Setter, ...]


def builders(repository: Repository, paths: Iterable[str]) -> Iterator[SettingBuilder]:
    """Yield the public builders of some files with what they let one set, overloads once."""
    for path in paths:
        file = repository.files[path]
        for position, symbol in enumerate(file.outline.symbols):
            last = _LAST.search(symbol.name)
            if symbol.kind in NOUNS and symbol.public and last and _BUILDS.search(last[0]):
                setters = tuple(_setters(file, symbol.name))
                if len(setters) >= _LEAST:
                    yield SettingBuilder(SymbolRef(path, position), setters)


def _setters(file: RepoFile, owner: str) -> Iterator[Setter]:
    defaults: dict[str, str] = {}
    found: dict[str, int] = {}
    for position, symbol in enumerate(file.outline.symbols):
        last = _LAST.search(symbol.name)
        if last is None or name_around(symbol.name, last[0]) != owner:
            continue
        if symbol.kind in HELD:
            defaults[last[0]] = symbol.signature.partition(" = ")[2]
        elif (
            symbol.kind in FUNCTIONS
            and symbol.public
            and _RETURNS.search(symbol.signature)
            and _TAKES.search(symbol.signature)
        ):
            known = found.setdefault(last[0], position)
            if symbol.summary and not file.outline.symbols[known].summary:
                found[last[0]] = position
    for name, position in found.items():
        yield Setter(SymbolRef(file.path, position), defaults.get(name, ""))
