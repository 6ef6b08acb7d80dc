"""Attributes that describe their class, by names that several classes or the language repeat."""

from __future__ import annotations

import re
from collections import Counter

from mkdocs_repodoc.model.kinds import ASSIGNED, GLOBALS
from mkdocs_repodoc.model.repository import RepoFile

WRITTEN = GLOBALS | ASSIGNED
"""Kinds of what may be set to a list."""
SPECIAL = re.compile(r"_\w*_")
"""Names with a meaning for the language or its tools: what is offered, what is loaded late."""
_LEAST_REPEATED = 3
"""Classes of one file with an attribute of one name that is a description of each."""


def repeated_attributes(file: RepoFile) -> frozenset[str]:
    """Return names of attributes that describe their class, as in several classes or a language.

    Fields of one node are no list of kinds of nodes.
    """
    names = Counter(
        last_name(symbol.name)
        for symbol in file.outline.symbols
        if symbol.kind in WRITTEN and last_name(symbol.name) != symbol.name
    )
    return frozenset(
        name
        for name, number in names.items()
        if number >= _LEAST_REPEATED or SPECIAL.fullmatch(name)
    )


def last_name(name: str) -> str:
    """Return the name of a member without what it is a member of."""
    return name.replace("::", ".").rpartition(".")[2]
