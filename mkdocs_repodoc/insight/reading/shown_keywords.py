"""Classes that documents show with keyword arguments, which is how people set them up."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.model.repository import Repository

_LEAST = 2
"""Parameters with a default that says something, of a class that one sets up."""
_NO_VALUE = frozenset({"", "None", "nil", "null", "undefined", "UNSET", "NOT_SET"})
_TOKEN = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[(\[{]|[)\]}]|(\w+)[ \t]*(?:=(?![=>])|:(?!:))"
)
"""A string, a bracket, or a keyword."""
_LONGEST = 1500
"""Characters in which the arguments of one object stand."""


class ShownClass(NamedTuple):
    """A class, and where a document gives it keyword arguments."""

    symbol: SymbolRef
    maker: SymbolRef
    """Its constructor."""
    path: str
    line: int
    weight: int
    """How many of its parameters have a default that says something."""


def shown_classes(
    repository: Repository,
    code: Collection[str],
    makers: Callable[[SymbolRef], Sequence[SymbolRef]],
    parameters: Callable[[SymbolRef], Sequence[Parameter]],
    read_text: Callable[[str], str],
) -> Iterator[ShownClass]:
    """Yield the public classes of the software that documents give keyword arguments, each once.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
        makers: Class → its own constructors.
        parameters: Function → its parameters.
        read_text: Path of a document → its text.
    """
    told: set[SymbolRef] = set()
    files = repository.files
    for file in sorted(files.values(), key=lambda each: (each.path.count("/"), each.path)):
        if not is_explaining(file) or is_translation(file.path, files):
            continue
        sites = repository.links.uses.calls(file.path)
        text = read_text(file.path).split("\n") if sites else []
        for site in sites:
            owner = site.callee
            if owner in told or owner.path not in code or not _is_offered(repository, owner):
                continue
            name = repository.symbol(owner).bare_name
            given = set(_keywords("\n".join(text[site.line - 1 :])[:_LONGEST], name))
            for maker in makers(owner) if given else ():
                defaults = {each.name: each.default for each in parameters(maker) if each.default}
                weight = sum(each not in _NO_VALUE for each in defaults.values())
                if given & defaults.keys() and weight >= _LEAST:
                    told.add(owner)
                    yield ShownClass(owner, maker, file.path, site.line, weight)


def _is_offered(repository: Repository, ref: SymbolRef) -> bool:
    if ref.is_file:
        return False
    symbol = repository.symbol(ref)
    return symbol.public and symbol.kind in NOUNS


def _keywords(text: str, name: str) -> Iterator[str]:
    """Yield the keywords that are given to a class, or behind it to whatever makes its objects."""
    opening = re.search(rf"\b{re.escape(name)}\s*[(,]", text)
    depth = 0
    for token in _TOKEN.finditer(text, opening.end()) if opening else ():
        if token[1] and not depth:
            yield token[1]
        elif token[0] in "([{":
            depth += 1
        elif token[0] in ")]}":
            depth -= 1
            if depth < 0:
                return
