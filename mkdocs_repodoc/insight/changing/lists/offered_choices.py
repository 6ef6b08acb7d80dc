"""Branches that somebody who adds something comes to, told from all others."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.model.kinds import GLOBALS, TYPES, Kind
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository

_PLAIN = re.compile(r"[*&]?[\w$]+(?:(?:\.|::)[\w$]+)*|[\w.-]+")
"""A label that is one name or one word; others are conditions."""
_KINDS_OF_VALUES = frozenset(
    {"undefined", "null", "none", "nil", "function", "object", "number", "boolean", "string"}
    | {"symbol", "bigint", "array", "int", "float", "double", "bool", "str", "list", "dict"}
)
"""What a language calls the kinds of its values; nobody adds one."""
_PARTS = re.compile(r"[.:]+")
_VALUES = GLOBALS | {Kind.ENUMERATOR, Kind.VARIANT}
"""What has a name in the software itself; branches for it are not for words of users."""


class OfferedChoices:
    """Which branches of the software somebody comes to who adds something.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._files = repository.files
        types: set[str] = set()
        values: set[str] = set()
        for file in repository.files.values():
            for symbol in file.outline.symbols if file.role in CODE_ROLES else ():
                if symbol.kind in TYPES:
                    types.add(_PARTS.split(symbol.bare_name)[-1])
                elif symbol.kind in _VALUES:
                    values.add(_PARTS.split(symbol.bare_name)[-1])
        self.types = frozenset(types)
        """Names of the types that the software defines."""
        self._values = values

    def has(self, found: Registration) -> bool:
        """Tell whether branches take apart what users choose from, or each type of a kind.

        Most branches do neither: they look at characters, states, or members of an enumeration,
        which is where one adds a member.
        """
        labels = found.entries
        if found.comment:
            return True
        if not all(map(_PLAIN.fullmatch, labels)):
            return False
        last = [_PARTS.split(each)[-1].strip("*&") for each in labels]
        if 2 * sum(each.lower() in _KINDS_OF_VALUES for each in last) > len(labels):
            return False
        if 2 * sum(each in self.types for each in last) > len(labels):
            return True
        is_text = not any("." in each or ":" in each for each in labels)
        is_constant = 2 * sum(each in self._values for each in last) > len(labels)
        return (is_text and not is_constant) and (
            found.refuses
            or any(self._files[path].role == "documentation" for path in found.elsewhere)
        )
