"""Values of constants that options name as their defaults."""

from __future__ import annotations

import re

from msgspec import structs

from mkdocs_repodoc.insight.operation.defaults.alternative_values import (
    alternative_values,
    told_values,
)
from mkdocs_repodoc.insight.operation.defaults.named_values import NamedValues
from mkdocs_repodoc.insight.operation.defaults.worked_out_numbers import worked_out
from mkdocs_repodoc.model.kinds import VALUES, Kind
from mkdocs_repodoc.model.name_parts import WORD_START
from mkdocs_repodoc.model.records import Option, Symbol
from mkdocs_repodoc.model.repository import Repository

_NAMED = re.compile(r"(?:([A-Za-z_$]\w*)\.)?([A-Za-z_$]\w*)$")
_LITERAL = re.compile(
    r"-?\d[\w.]*|\"(?:[^\"\\\n]|\\.)*\"|'[^'\\\n]*'|true|false|True|False|\[\]|\{\}|\(\)"
)
_OF_TYPE = re.compile(r"(?:\w+::)*(\w+)::default\(\)$")
"""The default that a type has of itself."""
_VARIANT = re.compile(r"(?P<kind>\w+)(?:\.|::)(?P<name>\w+)$")
_NAMED_VARIANT = re.compile(r"(?:\w+::)*(?P<kind>[A-Z]\w*)::(?P<name>[A-Z]\w*)$")
_GIVEN_NAME = re.compile(r"\w+\(.*\bname\s*=\s*\"([^\"]+)\"")
_NOTHING = frozenset({"undefined", "null", "None", "nil"})
_EMPTY = frozenset({*_NOTHING, '""', "``", "''"})


def with_value(repository: Repository, path: str, option: Option, values: NamedValues) -> Option:
    """Return an option whose default is the value of the constant that it names.

    It stays as it is where the constant is not found, or is more than a literal.

    Args:
        repository: The linked repository.
        path: The file that declares the option.
        option: The option.
        values: What names stand for that other files define.
    """
    if option.default in _NOTHING:
        return structs.replace(option, default="")
    if fallback := values.fallback(option.default):
        option = structs.replace(option, default="" if fallback in _EMPTY else fallback)
    if of_type := _OF_TYPE.match(option.default):
        return structs.replace(option, default=_marked(repository, of_type[1]))
    if shown := _variant(repository, option.default):
        return structs.replace(option, default=shown)
    named = _NAMED.match(option.default)
    symbol = _constant(repository, path, named[1] or "", named[2]) if named else None
    value = symbol.signature.partition("= ")[2].strip() if symbol is not None else ""
    if named is not None and not named[1]:
        symbols = repository.files[path].outline.symbols
        if several := alternative_values(symbols, named[2]):
            return structs.replace(option, default=told_values(several))
    value = value or values.literal(option.default, path, option.line)

    def number(name: str) -> str:
        constant = _constant(repository, path, "", name)
        own = constant.signature.partition("= ")[2].strip() if constant is not None else ""
        return worked_out(own) or own or values.literal(name, path, option.line)

    value = worked_out(value or option.default, number) or value
    if value in _NOTHING:
        return structs.replace(option, default="")
    return structs.replace(option, default=value) if _LITERAL.fullmatch(value) else option


def _marked(repository: Repository, kind: str) -> str:
    """Return the variant that an enumeration marks as its default, as one writes it for an option.

    It is empty where no enumeration of that name alone marks one.
    """
    found = {
        _as_value(symbol)
        for file in repository.files.values()
        for symbol in file.outline.symbols
        if symbol.kind == Kind.VARIANT
        and "default" in symbol.decorators
        and (named := _VARIANT.search(symbol.name))
        and named["kind"] == kind
    }
    return found.pop() if len(found) == 1 else ""


def _variant(repository: Repository, written: str) -> str:
    """Return a variant that code names with its enumeration, as one writes it for an option."""
    named = _NAMED_VARIANT.match(written)
    if named is None:
        return ""
    found = {
        _as_value(symbol)
        for file in repository.files.values()
        for symbol in file.outline.symbols
        if symbol.kind == Kind.VARIANT
        and (variant := _VARIANT.search(symbol.name))
        and (variant["kind"], variant["name"]) == (named["kind"], named["name"])
    }
    return found.pop() if len(found) == 1 else ""


def _as_value(symbol: Symbol) -> str:
    given = next(filter(None, map(_GIVEN_NAME.match, symbol.decorators)), None)
    named = _VARIANT.search(symbol.name)
    name = named["name"] if named is not None else symbol.name
    return given[1] if given is not None else WORD_START.sub("-", name).lower()


def _constant(repository: Repository, path: str, module: str, name: str) -> Symbol | None:
    """Return a constant of a file, or of a module that the file imports."""
    outline = repository.files[path].outline
    if not module:
        found = [each for each in outline.symbols if each.name == name and each.kind in VALUES]
        return found[0] if len(found) == 1 else None
    imported = repository.links.imports.get(path, ())
    for written, resolved in zip(outline.imports, imported, strict=False):
        if written.binding == module and resolved.path and not written.scope:
            return _constant(repository, resolved.path, "", name)
    return None
