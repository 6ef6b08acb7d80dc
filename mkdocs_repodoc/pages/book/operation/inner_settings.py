"""Types of the fields of settings: what a settings file has below a key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.model.kinds import HELD, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.behaviour.fields.field_keys import has_keys
from mkdocs_repodoc.paths import folder_of

Held = tuple[SymbolRef, tuple[SymbolRef, ...]]
"""A type that holds settings, and its fields."""
_NAME = re.compile(r"[A-Z]\w*")
_LAST = re.compile(r"\w+$")


def with_inner_types(context: PageContext, types: Sequence[Held]) -> Iterator[Held]:
    """Yield types that hold settings, each before those of its fields that a file has as well.

    Only a type whose own fields have keys of a file is one: others are what code works with.

    Args:
        context: Where code is read.
        types: The types, with their fields.
    """
    beside = _BesideTypes(context)
    named = {owner for owner, _ in types}
    told: set[SymbolRef] = set()
    waiting = list(types)
    while waiting:
        owner, fields = waiting.pop(0)
        if owner in told:
            continue
        told.add(owner)
        yield owner, fields
        inner = [
            each
            for each in (beside.of_field(field) for field in fields)
            if each is not None and each[0] not in told | named and has_keys(context, *each)
        ]
        waiting[:0] = inner if has_keys(context, owner, fields) else []


class _BesideTypes:
    """The types of a folder by their names, with their fields."""

    def __init__(self, context: PageContext) -> None:
        self._repository = context.repository
        self._folders: dict[str, list[str]] = defaultdict(list)
        for path in sorted(context.insight.code):
            self._folders[folder_of(path)].append(path)
        self._known: dict[str, dict[str, Held]] = {}

    def of_field(self, field: SymbolRef) -> Held | None:
        """Return the type beside a field that its own type names, if it has fields."""
        folder = folder_of(field.path)
        if folder not in self._known:
            self._known[folder] = {
                name: held
                for path in self._folders[folder]
                for name, held in self._of_file(path).items()
            }
        names = _NAME.findall(self._repository.symbol(field).signature)
        return next((found for name in names if (found := self._known[folder].get(name))), None)

    def _of_file(self, path: str) -> dict[str, Held]:
        owners: dict[str, SymbolRef] = {}
        fields: dict[str, list[SymbolRef]] = {}
        for position, symbol in enumerate(self._repository.files[path].outline.symbols):
            ref = SymbolRef(path, position)
            last = _LAST.search(symbol.name)
            if symbol.kind in NOUNS:
                owners.setdefault(symbol.name, ref)
            elif symbol.kind in HELD and last is not None:
                fields.setdefault(name_around(symbol.name, last[0]), []).append(ref)
        return {
            name: (owner, tuple(fields[name])) for name, owner in owners.items() if name in fields
        }
