"""Facts about what code is made from, and about the data that it works on."""

from __future__ import annotations

from mkdocs_repodoc.model.facts.fact import FactBase


class GeneratedFrom(FactBase, frozen=True):
    """What the comment at the top of a generated file says that it was made from."""

    path: str
    """As the generator writes it: from a folder that only the generator was told."""
    line: int


class UsedTable(FactBase, frozen=True):
    """A table that a statement of a database reads, writes or changes."""

    name: str
    """In lower case, without quotes; its schema may stand before a dot."""
    line: int
