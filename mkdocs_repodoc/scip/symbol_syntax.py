"""Symbols as SCIP writes them: a scheme, a package and descriptors, or a name local to a file.

    scip-typescript npm ky 2.0.2 source/core/`Ky.ts`/Ky#fetch().

Spaces in the parts before the descriptors are doubled, and `.` stands for an empty one. A name that
is more than letters, digits and `_+-$` stands between backticks, which are doubled inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_LOCAL = "local "
_PART = re.compile(r"((?:[^ ]|  )*+) ")
_NAME = r"(?:`(?P<escaped>(?:[^`]|``)+)`|(?P<plain>[\w+$-]+))"
_DESCRIPTOR = re.compile(
    rf"\[(?:`(?P<te>(?:[^`]|``)+)`|(?P<tp>[\w+$-]+))\]"
    rf"|\((?:`(?P<pe>(?:[^`]|``)+)`|(?P<pp>[\w+$-]+))\)"
    rf"|{_NAME}(?:\((?P<disambiguator>[\w+$-]*)\)\.|(?P<suffix>[/#.:!]))",
    re.ASCII,
)
_PLAIN = re.compile(r"[\w+$-]+", re.ASCII)
_EMPTY = "."
_KEPT = 1 << 14


class Suffix(StrEnum):
    """What a descriptor names: its value ends the descriptor or, of the last two, begins it."""

    NAMESPACE = "/"
    TYPE = "#"
    TERM = "."
    META = ":"
    MACRO = "!"
    METHOD = "()."
    TYPE_PARAMETER = "["
    PARAMETER = "("


class Descriptor(NamedTuple):
    """One part of the path to a symbol."""

    name: str
    suffix: Suffix
    disambiguator: str = ""
    """What tells methods of one name apart."""


class SymbolPackage(NamedTuple):
    """What a symbol is distributed in; each part may be empty."""

    manager: str = ""
    name: str = ""
    version: str = ""


class ScipSymbol(NamedTuple):
    """A symbol that other files can name."""

    scheme: str
    package: SymbolPackage
    descriptors: tuple[Descriptor, ...]


class SymbolError(ValueError):
    """A text is no symbol."""


def is_local(symbol: str) -> bool:
    """Whether a symbol means something inside its own file only."""
    return symbol.startswith(_LOCAL)


@lru_cache(_KEPT)
def parse_symbol(written: str) -> ScipSymbol:
    """Read a symbol that is not local.

    Raises:
        SymbolError: The text does not follow the grammar.
    """
    parts, position = [], 0
    for _ in range(4):
        match = _PART.match(written, position)
        if match is None:
            raise SymbolError(written)
        parts.append(match[1].replace("  ", " "))
        position = match.end()
    scheme, manager, name, version = parts
    package = SymbolPackage(*("" if part == _EMPTY else part for part in (manager, name, version)))
    descriptors = []
    while position < len(written):
        match = _DESCRIPTOR.match(written, position)
        if match is None:
            raise SymbolError(written)
        descriptors.append(_descriptor(match))
        position = match.end()
    if not scheme or not descriptors:
        raise SymbolError(written)
    return ScipSymbol(scheme, package, tuple(descriptors))


def write_symbol(symbol: ScipSymbol) -> str:
    """Write a symbol."""
    package = (part or _EMPTY for part in symbol.package)
    head = " ".join(part.replace(" ", "  ") for part in (symbol.scheme, *package))
    return f"{head} {write_descriptors(symbol.descriptors)}"


def write_descriptors(descriptors: Iterable[Descriptor]) -> str:
    """Write the part of a symbol behind its package."""
    return "".join(map(_written, descriptors))


def _written(descriptor: Descriptor) -> str:
    name = descriptor.name
    if not _PLAIN.fullmatch(name):
        name = "`" + name.replace("`", "``") + "`"
    match descriptor.suffix:
        case Suffix.METHOD:
            return f"{name}({descriptor.disambiguator})."
        case Suffix.TYPE_PARAMETER:
            return f"[{name}]"
        case Suffix.PARAMETER:
            return f"({name})"
        case suffix:
            return name + suffix


def _descriptor(match: re.Match[str]) -> Descriptor:
    escaped = match["escaped"] or match["te"] or match["pe"]
    plain = match["plain"] or match["tp"] or match["pp"]
    name = plain or escaped.replace("``", "`")
    if match["te"] or match["tp"]:
        return Descriptor(name, Suffix.TYPE_PARAMETER)
    if match["pe"] or match["pp"]:
        return Descriptor(name, Suffix.PARAMETER)
    if match["disambiguator"] is not None:
        return Descriptor(name, Suffix.METHOD, match["disambiguator"])
    return Descriptor(name, Suffix(match["suffix"]))
