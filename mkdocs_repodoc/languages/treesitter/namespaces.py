"""Namespaces around symbols: what begins a name and is no owner.

A namespace owns nothing. A module may own functions, as a class does; around types it is one, but
not around modules and other names for types. What a file does not define itself is a namespace, as
`A` is around `defmodule A.B`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from mkdocs_repodoc.model.kinds import NOUNS, Kind
from mkdocs_repodoc.model.records import Symbol

_OWNERS = (NOUNS | {Kind.MODULE}) - {Kind.TYPE_ALIAS}
_SEPARATOR = re.compile(r"::|[.#]")


def in_namespaces(symbols: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols of a file, each with the namespaces around it.

    Args:
        symbols: As a walk has found them, by their full names.
    """
    spaces = {each.name for each in symbols if each.kind == Kind.NAMESPACE}
    modules = {each.name for each in symbols if each.kind == Kind.MODULE and each.public}
    owners = {each.name: each.kind for each in symbols if each.kind in _OWNERS}
    if not spaces and not modules and not any(map(_SEPARATOR.search, owners)):
        return tuple(symbols)
    around = {name: name for name in spaces}
    known = {each.name for each in symbols}
    for name, kind in owners.items():
        outer = list(_owners(name))
        spaces_of_kind = spaces if kind == Kind.MODULE else spaces | modules
        if outer and (outer[0] in spaces_of_kind or known.isdisjoint(outer)):
            around[name] = outer[0]
    return tuple(_placed(each, around) for each in symbols)


def _placed(symbol: Symbol, around: dict[str, str]) -> Symbol:
    if symbol.kind in _OWNERS and symbol.name in around:
        namespace = around[symbol.name]
    else:
        namespace = next((around[each] for each in _owners(symbol.name) if each in around), "")
    return msgspec.structs.replace(symbol, namespace=namespace) if namespace else symbol


def _owners(name: str) -> Iterator[str]:
    """Yield the names that a name begins with, the longest first."""
    for match in reversed(list(_SEPARATOR.finditer(name))):
        if match.end() < len(name):
            yield name[: match.start()]
