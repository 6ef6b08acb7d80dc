"""Entries of an enumeration that code compares by size: their order has a meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository

_MOST_MEMBERS = 200
"""Members whose uses are looked at."""


class Compared(NamedTuple):
    """A line that compares the values of an enumeration by size."""

    path: str
    line: int


def compared_entry(
    repository: Repository, found: Registration, read_lines: Callable[[str], Sequence[str]]
) -> Compared | None:
    """Return the first line at which the order of an enumeration's members decides something.

    Args:
        repository: The linked repository.
        found: The enumeration.
        read_lines: Path → the lines of the file.
    """
    if found.form != "enumeration":
        return None
    for member in found.members[:_MOST_MEMBERS]:
        name = re.escape(repository.symbol(member).bare_name.replace("::", ".").rpartition(".")[2])
        compares = re.compile(rf"\s[<>]=?\s+(?:\w+(?:\.|::))*{name}\b|\b{name}\s+[<>]=?\s")
        for use in repository.links.uses.of(member):
            if use.kind == "definition" or repository.files[use.path].role not in CODE_ROLES:
                continue
            lines = read_lines(use.path)
            if use.line <= len(lines) and compares.search(lines[use.line - 1]):
                return Compared(use.path, use.line)
    return None
