"""Defaults of types whose values a function or class takes, and completes where it takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import structs

from mkdocs_repodoc.model.facts import ListedSetting, SettingsList, TypeDefaults
from mkdocs_repodoc.model.kinds import HELD
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Repository

_LAST = re.compile(r"\w+$")


def taken_defaults(
    repository: Repository,
    types: Iterable[tuple[SymbolRef, Sequence[SymbolRef]]],
    lists: Sequence[tuple[str, SettingsList]],
) -> list[tuple[str, TypeDefaults]]:
    """Return lists of settings as defaults of the type that has all of them as fields.

    Only a type of the same file counts, and only one: names alone tie nothing.

    Args:
        repository: The linked repository.
        types: The types that hold settings, with their fields.
        lists: Path and what a function or class takes.

    Returns:
        Path and defaults of the type; their line is that of the list.
    """
    fields = {owner: {_last(repository, each) for each in held} for owner, held in types}
    found = []
    for path, listed in lists:
        names = {each.name for each in listed.settings if "." not in each.name}
        owners = [ref for ref, held in fields.items() if ref.path == path and names <= held]
        if len(owners) == 1:
            name = _last(repository, owners[0])
            found.append((path, TypeDefaults(name, listed.settings, listed.line)))
    return found


def _last(repository: Repository, ref: SymbolRef) -> str:
    match = _LAST.search(repository.symbol(ref).name)
    return match[0] if match is not None else ""


def completed(repository: Repository, path: str, listed: SettingsList) -> SettingsList:
    """Return a list with the types of its settings, and with those that have no default.

    They are the fields of the one type of the file that has all with a default; without such a type
    the list stays as it is.

    Args:
        repository: The linked repository.
        path: The file that has the list.
        listed: The list.
    """
    held: dict[str, dict[str, Symbol]] = {}
    for symbol in repository.files[path].outline.symbols:
        last = _LAST.search(symbol.name)
        name = last[0] if last is not None else ""
        owner = name_around(symbol.name, name)
        if symbol.kind in HELD and owner:
            held.setdefault(owner, {})[name] = symbol
    names = {each.name for each in listed.settings}
    given = {each.name for each in listed.settings if each.default}
    typed = [fields for fields in held.values() if given and given <= fields.keys()]
    if len(typed) != 1 or any(each.type for each in listed.settings):
        return listed
    fields = typed[0]
    settings = [
        structs.replace(each, type=_type(fields[each.name])) if each.name in fields else each
        for each in listed.settings
    ]
    settings += [
        ListedSetting(name, _type(symbol), "", symbol.line)
        for name, symbol in fields.items()
        if name not in names
    ]
    return structs.replace(listed, settings=tuple(settings))


def _type(field: Symbol) -> str:
    return field.signature.partition(" = ")[0].strip(" :")
