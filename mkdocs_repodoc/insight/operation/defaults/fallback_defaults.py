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
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.model.records import Option, Symbol
from mkdocs_repodoc.model.repository import RepoFile, Repository

_OPTIONAL = re.compile(r":?\s*Option<(.+)>$")
_LAST = re.compile(r"\w+$")
_OF_TYPE = "default()"


class _Fallback(NamedTuple):
    value: str
    path: str
    line: int
    holder: str
    is_zero: bool


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
                told = _Fallback(each.value, file.path, each.line, each.holder, each.is_zero)
                found.setdefault(each.name, []).append(told)
        self._found = found

    def completed(self, path: str, option: Option) -> Option:
        """Return an option that states no default with what code takes in its place."""
        if option.default or option.is_command or not self._found:
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
        found = self._known(held) if held is not None else None
        if found is None or held is None or (found.is_zero and self._is_one_of_several(path, held)):
            return option
        if optional is None:
            return structs.replace(option, default=found.value)
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
            for refs in fields.values()
            if len(refs) == 1
            and (found := self._known(self._repository.symbol(refs[0]))) is not None
            and found.value != _OF_TYPE
        }

    def _known(self, field: Symbol) -> _Fallback | None:
        """Return the only thing that code falls back on for a field that may have no value.

        Code of a type itself counts for that type alone.
        """
        name = _last(field.name)
        owner = _last(name_around(field.name, name))
        found = [each for each in self._found.get(name, ()) if each.holder in {"", owner}]
        optional = _OPTIONAL.match(field.signature)
        if len({each.value for each in found}) != 1:
            return None
        if optional is None:
            return found[0] if found[0].is_zero and found[0].value else None
        fits = found[0].value and _fits(optional[1], found[0].value)
        return found[0] if fits else None

    def _is_one_of_several(self, path: str, field: Symbol) -> bool:
        """Tell whether other types of a file have a field of the same name, too."""
        symbols = self._repository.files[path].outline.symbols
        name = _last(field.name)
        return sum(each.kind in HELD and _last(each.name) == name for each in symbols) > 1

    def _optional(
        self, types: Sequence[tuple[SymbolRef, Sequence[SymbolRef]]]
    ) -> Iterator[tuple[str, SymbolRef]]:
        for _, held in types:
            for ref in held:
                symbol = self._repository.symbol(ref)
                known = self._found.get(_last(symbol.name), ())
                if _OPTIONAL.match(symbol.signature) or any(each.is_zero for each in known):
                    yield _last(symbol.name), ref


def _fits(kind: str, value: str) -> bool:
    """Tell whether a value may be one of a type: texts and truth have their own forms."""
    if value == _OF_TYPE:
        return True
    is_text, is_truth = value[:1] in "\"'", value in {"true", "false"}
    if kind == "bool":
        return is_truth
    if kind in {"String", "PathBuf", "OsString"} or kind.startswith("&"):
        return not is_truth and not value[:1].isdigit()
    return not is_text and not is_truth


def _last(name: str) -> str:
    match = _LAST.search(name)
    return match[0] if match is not None else ""
