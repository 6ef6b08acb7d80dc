"""Values of constants that options name as their defaults."""

from __future__ import annotations

import re

from msgspec import structs

from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.records import Option, Symbol
from mkdocs_repodoc.model.repository import Repository

_NAMED = re.compile(r"(?:([A-Za-z_$]\w*)\.)?([A-Za-z_$]\w*)$")
_LITERAL = re.compile(r"-?\d[\w.]*|\"[^\"\\\n]*\"|'[^'\\\n]*'|true|false|True|False|\[\]|\{\}|\(\)")
_NOTHING = frozenset({"undefined", "null", "None", "nil"})


def with_value(repository: Repository, path: str, option: Option) -> Option:
    """Return an option whose default is the value of the constant that it names.

    It stays as it is where the constant is not found, or is more than a literal.

    Args:
        repository: The linked repository.
        path: The file that declares the option.
        option: The option.
    """
    named = _NAMED.match(option.default)
    symbol = _constant(repository, path, named[1] or "", named[2]) if named else None
    value = symbol.signature.partition("= ")[2].strip() if symbol is not None else ""
    if value in _NOTHING:
        return structs.replace(option, default="")
    return structs.replace(option, default=value) if _LITERAL.fullmatch(value) else option


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
