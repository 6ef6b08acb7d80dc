"""Constants that are named as defaults or limits."""

from __future__ import annotations

import re
from collections.abc import Collection

from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile

_DEFAULT = re.compile(r"_*(?:DEFAULTS?(?:_|$)|[A-Z0-9_]+_DEFAULTS?$|defaults?_|[dD]efault[A-Z])")
_LIMIT = re.compile(
    r"_*[A-Z0-9_]*(?:MAX|MIN|LIMIT|TIMEOUT|DEPTH|RETR(?:Y|IES)|DELAY|INTERVAL|THRESHOLD)(?:_[A-Z0-9_]+)?$"
    r"|k?(?:max|Max|min|Min)(?:imum)?[A-Z]\w*$"
)
"""Names of constants that limit something."""
_STATUS_NAME = re.compile(r"_*(?:\w*_)?(?:HTTP|STATUS)_?(?:\d{3}_|\w*STATUS)")
"""Names of statuses, such as that for a timeout."""
_NUMBER = re.compile(r"[\w.:]*\(?-?\d[\d_.]*[\w)]*(?:\s*(?:[*+-]|<<)\s*[\w.:(]*\d[\w.)]*)*$")
"""A number or amount, written out."""
_HANDED_ON = re.compile(r"[^=]*= (?!(?:true|false|null|nil|undefined)$)(?:self\.)?[a-z_]\w*$")
"""Signature of an attribute that gets its value from a parameter or another name."""
_ENUMERATION = re.compile(r"(?:Enum|Flag)$")
_LAST = re.compile(r"\w+$")


def default_constants(file: RepoFile, listed: Collection[str]) -> list[SymbolRef]:
    """Return the file's own constants that are named as defaults or limits and have a value.

    Those of them that list settings one by one are told elsewhere. Members of an enumeration only
    number what they are named after.
    """
    enumerations = {
        symbol.name
        for symbol in file.outline.symbols
        if any(_ENUMERATION.search(base) for base in symbol.bases)
    }
    return [
        SymbolRef(file.path, position)
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.kind in VALUES
        and symbol.name not in listed
        and symbol.name.rpartition(".")[0] not in enumerations
        and "= " in symbol.signature
        and (last := _LAST.search(symbol.name))
        and (_DEFAULT.match(last[0]) or _is_limit(last[0], symbol.signature))
        and not _HANDED_ON.match(symbol.signature)
    ]


def _is_limit(name: str, signature: str) -> bool:
    is_named = _LIMIT.match(name) and not _STATUS_NAME.match(name)
    return bool(is_named and _NUMBER.match(signature.rpartition("= ")[2]))
