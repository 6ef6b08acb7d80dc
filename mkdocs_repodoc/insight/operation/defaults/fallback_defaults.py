"""Defaults of options and fields that code falls back on where they have no value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from mkdocs_repodoc.insight.operation.defaults.field_defaults import FieldDefault
from mkdocs_repodoc.model.facts import FallbackValue
from mkdocs_repodoc.model.kinds import HELD
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import RepoFile, Repository

_OPTIONAL = re.compile(r":?\s*Option<(.+)>$")
_LAST = re.compile(r"\w+$")
_OF_TYPE = "default()"


class _Fallback(NamedTuple):
    value: str
    path: str
    line: int


class FallbackDefaults:
    """What code falls back on, by the names of members; of a name with several values none.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
    """

    def __init__(self, repository: Repository, code: Collection[RepoFile]) -> None:
        self._repository = repository
        found: dict[str, list[_Fallback]] = {}
        for file in code:
            for each in file.outline.facts_of(FallbackValue):
                told = _Fallback(each.value, file.path, each.line)
                found.setdefault(each.name, []).append(told)
        self._known = {
            name: each[0]
            for name, each in found.items()
            if len({one.value for one in each}) == 1 and each[0].value
        }

    def completed(self, path: str, option: Option) -> Option:
        """Return an option that states no default with what code takes in its place."""
        if option.default or option.is_command or not self._known:
            return option
        held = next(
            (
                symbol
                for symbol in self._repository.files[path].outline.symbols
                if symbol.kind in HELD and symbol.name_line == option.line
            ),
            None,
        )
        optional = _OPTIONAL.match(held.signature) if held is not None else None
        found = self._known.get(_last(held.name)) if held is not None else None
        if found is None or optional is None:
            return option
        value = f"{optional[1]}::{_OF_TYPE}" if found.value == _OF_TYPE else found.value
        return structs.replace(option, default=value)

    def of_fields(
        self, types: Sequence[tuple[SymbolRef, Sequence[SymbolRef]]]
    ) -> Mapping[SymbolRef, FieldDefault]:
        """Return the defaults of the fields of settings types that may have no value.

        Of types with a field of one name none has it: its name alone does not tell whose it is.
        """
        fields: dict[str, list[SymbolRef]] = {}
        for name, ref in self._optional(types):
            fields.setdefault(name, []).append(ref)
        return {
            refs[0]: FieldDefault(found.value, found.path, found.line)
            for name, refs in fields.items()
            if len(refs) == 1
            and (found := self._known.get(name)) is not None
            and found.value != _OF_TYPE
        }

    def _optional(
        self, types: Sequence[tuple[SymbolRef, Sequence[SymbolRef]]]
    ) -> Iterator[tuple[str, SymbolRef]]:
        for _, held in types:
            for ref in held:
                symbol = self._repository.symbol(ref)
                if _OPTIONAL.match(symbol.signature):
                    yield _last(symbol.name), ref


def _last(name: str) -> str:
    match = _LAST.search(name)
    return match[0] if match is not None else ""
