"""Names of symbols and the texts that spell them.

That is how an index of another version of a file is noticed: what it says stands elsewhere now.
Indexers have names of their own for what has none in the language, or more than one, such as
`<constructor>`, `<get>size`, `limit0` and `getSize`; a definition may be spelt like that. A
reference is followed only where it spells the very name, since what an indexer gives another name
may be its mistake.
"""

from __future__ import annotations

import re

from mkdocs_repodoc.scip.symbol_syntax import (
    Descriptor,
    ScipSymbol,
    Suffix,
    SymbolError,
    is_local,
    parse_symbol,
    write_descriptors,
)

_MARK = re.compile(r"<[\w:]*>")
_WORD = re.compile(r"\w+")
_OF_FILES = {Suffix.NAMESPACE, Suffix.META}


def spells_definition(symbol: str, text: str) -> bool:
    """Whether a text may be where a symbol is defined, as far as names tell."""
    path = _path(symbol)
    if path is None or path[-1].suffix is Suffix.NAMESPACE:
        return True
    name = _unmarked(path[-1].name)
    if not _WORD.search(name) or not _WORD.search(text):
        return True
    return _alike(name, text) or _spells_owner(path, text)


def spelt_symbol(symbol: str, text: str) -> str:
    """Return the symbol that a text refers to by name; empty if that is not the one given.

    What makes an instance of a type is called by the type's name: such a call refers to the type.
    """
    path = _path(symbol)
    if path is None:
        return symbol
    name = _unmarked(path[-1].name)
    if text == name or (path[-1].suffix in _OF_FILES and _names_file(path, text)):
        return symbol
    if name != path[-1].name and _spells_owner(path, text):
        return symbol.removesuffix(write_descriptors(path[-1:]))
    return ""


def _path(symbol: str) -> tuple[Descriptor, ...] | None:
    """Return the descriptors of a symbol; `None` for one without a name that tells anything."""
    parsed = None if is_local(symbol) else _parsed(symbol)
    return parsed.descriptors if parsed is not None else None


def _parsed(symbol: str) -> ScipSymbol | None:
    try:
        return parse_symbol(symbol)
    except SymbolError:
        return None


def _unmarked(name: str) -> str:
    return _MARK.sub("", name)


def _alike(name: str, text: str) -> bool:
    one, other = name.casefold(), text.casefold()
    return one in other or other in one


def _spells_owner(path: tuple[Descriptor, ...], text: str) -> bool:
    return len(path) > 1 and path[-2].name == text


def _names_file(path: tuple[Descriptor, ...], text: str) -> bool:
    """Whether a text, such as `'../core/ky.js'` or `httpx._client`, names a file or a module."""
    last = _WORD.findall(text)
    named = {word for each in path[-2:] for word in _WORD.findall(each.name)}
    return any(word in named for word in last)
