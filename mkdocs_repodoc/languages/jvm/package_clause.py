"""The clause by which a file of the JVM says which package it is a part of."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.facts import PackageClause


def note_package(walk: Walk, path: Node | None) -> None:
    """Note the package of a file.

    Args:
        walk: The walk over the file.
        path: The package's name in its clause, which may be written with blanks in it.
    """
    walk.facts.append(PackageClause("".join(walk.text(path).split())))
