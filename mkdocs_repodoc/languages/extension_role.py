"""Roles of files that extensions judge, beside those that hold in any repository."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.named_extensions import derived, offered_parts
from mkdocs_repodoc.extensions.parts import Offered, items_of
from mkdocs_repodoc.languages.role_evidence import JudgedFile


@dataclass(frozen=True, slots=True)
class ExtensionRole:
    """A role, and how it is told.

    Attributes:
        name: A word or two in lower case: `specification`. It may be one of the known roles.
        singular: What a file with it is called: `specification`.
        plural: The same for several.
        judge: Takes a file, and returns what speaks for the role, as a clause; empty if nothing.
    """

    name: str
    singular: str
    plural: str
    judge: Callable[[JudgedFile], str]


@derived
def extension_roles() -> tuple[Offered[ExtensionRole], ...]:
    """Return the roles of the extensions in use.

    Raises:
        ExtensionError: A part of an extension holds no roles.
    """
    return tuple(items_of(offered_parts(parts.ROLES), ExtensionRole))
