"""Defaults of the fields of settings types, from the values that code writes out of the types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.model.facts import TypeDefaults
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_LAST = re.compile(r"\w+$")
_WORD = re.compile(r"\w+")
_OF_TYPE = re.compile(r"(\w+)::default\(\)$")
"""A value that is the default of its type."""


class FieldDefault(NamedTuple):
    """The default of a field, and the line that gives it."""

    value: str
    """As written."""
    path: str
    line: int


def field_defaults(
    repository: Repository,
    types: Sequence[tuple[SymbolRef, Sequence[SymbolRef]]],
    written: Sequence[tuple[str, TypeDefaults]],
) -> Mapping[SymbolRef, FieldDefault]:
    """Return the defaults of fields.

    A type whose values stand in those of another, as `{ paint: { gloss: true } }`, has them from
    there.

    Args:
        repository: The linked repository.
        types: The types that hold settings, with their fields.
        written: Path and what the file writes out of a type.
    """
    reader = _Reader(repository, types, written)
    return {
        ref: default
        for owner, fields in types
        for ref in fields
        if (default := reader.default(owner, ref)) is not None
    }


class _Reader:
    def __init__(
        self,
        repository: Repository,
        types: Sequence[tuple[SymbolRef, Sequence[SymbolRef]]],
        written: Sequence[tuple[str, TypeDefaults]],
    ) -> None:
        self._repository = repository
        self._values: dict[str, dict[str, FieldDefault]] = {}
        for path, found in written:
            values = self._values.setdefault(found.name, {})
            for each in found.settings:
                values.setdefault(each.name, FieldDefault(each.default, path, each.line))
        self._holders: dict[str, list[tuple[str, str]]] = {}
        """Name of a type → type and field that holds a value of it."""
        for owner, fields in types:
            for ref in fields:
                for held in set(_WORD.findall(repository.symbol(ref).signature)):
                    holder = self._last(owner), self._last(ref)
                    self._holders.setdefault(held, []).append(holder)

    def _last(self, ref: SymbolRef) -> str:
        match = _LAST.search(self._repository.symbol(ref).name)
        return match[0] if match else ""

    def default(self, owner: SymbolRef, field: SymbolRef) -> FieldDefault | None:
        """Return the default of a type's field; nothing if none is written out."""
        kind, name = self._last(owner), self._last(field)
        found = next(self._found(kind, name), None)
        inner = _OF_TYPE.search(found.value) if found is not None else None
        values = self._values.get(inner[1], {}) if inner is not None else {}
        if found is None or inner is None or not values:
            return found
        told = ", ".join(f"{key}: {each.value}" for key, each in values.items())
        return found._replace(value=f"{inner[1]} {{ {told} }}")

    def _found(self, kind: str, name: str) -> Iterator[FieldDefault]:
        if default := self._values.get(kind, {}).get(name):
            yield default
        for holder, field in self._holders.get(kind, ()):
            if default := self._values.get(holder, {}).get(f"{field}.{name}"):
                yield default
