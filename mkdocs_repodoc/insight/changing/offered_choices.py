"""Branches that somebody who adds something comes to, told from all others."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.kinds import TYPES
from mkdocs_repodoc.model.repository import Repository

_PLAIN = re.compile(r"[*&]?[\w$]+(?:(?:\.|::)[\w$]+)*|[\w.-]+")
"""A label that is one name or one word; others are conditions."""
_PARTS = re.compile(r"[.:]+")


def type_names(repository: Repository) -> frozenset[str]:
    """Return the names of the types that the software defines."""
    return frozenset(
        _PARTS.split(symbol.bare_name)[-1]
        for file in repository.files.values()
        if file.role in CODE_ROLES
        for symbol in file.outline.symbols
        if symbol.kind in TYPES
    )


def is_offered(
    repository: Repository, labels: Sequence[str], elsewhere: Collection[str], types: frozenset[str]
) -> bool:
    """Tell whether branches take apart what users choose from, or each type of a kind.

    Most branches do neither: they look at characters, states, or members of an enumeration, which
    is where one adds a member.

    Args:
        repository: The linked repository.
        labels: What the branches are taken for.
        elsewhere: Files that have most of the labels as well.
        types: Names of the types that the software defines.
    """
    if not all(map(_PLAIN.fullmatch, labels)):
        return False
    if 2 * sum(_PARTS.split(each)[-1].strip("*&") in types for each in labels) > len(labels):
        return True
    is_text = not any("." in each or ":" in each for each in labels)
    return is_text and any(repository.files[path].role == "documentation" for path in elsewhere)
