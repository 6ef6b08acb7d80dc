"""Fields that no type declares: those that what makes its objects sets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.symbols.object_construction import is_constructor
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_SET = re.compile(r"\s*this\.(?P<name>[A-Za-z_$][\w$]*)\s*=(?![=>])\s*(?P<value>[^;]*)")
_CUT = re.compile(r"[({\[]\s*$|\bfunction\b|=>")
"""A value that goes on in the next line, or is code."""


class AssignedField(NamedTuple):
    """A field with what it is set to first."""

    name: str
    line: int
    value: str
    """As written; empty where it is long, or code."""


def assigned_fields(
    repository: Repository, ref: SymbolRef, lines: Sequence[str]
) -> list[AssignedField]:
    """Return the fields that a class is given where its objects are made, in source order.

    Args:
        repository: The linked repository.
        ref: The class, or the function that makes its objects.
        lines: The lines of its file.
    """
    file = repository.files[ref.path]
    own = repository.symbol(ref)
    members = [each for each in file.outline.symbols if each.name.startswith(f"{own.name}.")]
    makers = [each for each in members if is_constructor(file, each)]
    if not makers and any(own.line <= each.line <= own.end_line for each in members):
        return []  # what its methods set may be there or not
    span = makers[0] if makers else own
    found: dict[str, AssignedField] = {}
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        match = _SET.match(lines[number - 1])
        if match is not None:
            value = match["value"].strip()
            shown = "" if _CUT.search(value) else value
            found.setdefault(match["name"], AssignedField(match["name"], number, shown))
    return list(found.values())
