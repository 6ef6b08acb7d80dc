"""Roles of files as words and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.extension_role import extension_roles
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Role,
)
from mkdocs_repodoc.text.english import count, enumeration

_NOUNS: dict[str, tuple[str, str]] = {
    "package": ("package initialiser", "package initialisers"),
    "module": ("module", "modules"),
    "source": ("source file", "source files"),
    "compiled": ("compiled file", "compiled files"),
    "unbuilt": ("file that is not compiled", "files that are not compiled"),
    "script": ("script", "scripts"),
    "test": ("test file", "test files"),
    "test support": ("test support file", "test support files"),
    "example": ("example", "examples"),
    "stub": ("type stub", "type stubs"),
    "documentation": ("documentation file", "documentation files"),
    "configuration": ("configuration file", "configuration files"),
    "build": ("build file", "build files"),
    "workflow": ("workflow", "workflows"),
    "data": ("data file", "data files"),
    "image": ("image", "images"),
    "binary": ("binary file", "binary files"),
    "licence": ("licence", "licences"),
    "text": ("text file", "text files"),
}


@derived
def _nouns() -> Mapping[str, tuple[str, str]]:
    further = (each.item for each in extension_roles())
    return {role.name: (role.singular, role.plural) for role in further} | _NOUNS


def role_phrase(role: Role, number: int) -> str:
    """Return how many files have a role: `12 modules`."""
    return count(number, *_nouns()[role])


def role_counts(files: Iterable[RepoFile]) -> list[tuple[Role, int]]:
    """Return how many files have each role, the most frequent first."""
    counts = Counter(file.role for file in files)
    order = list(_nouns())
    return sorted(counts.items(), key=lambda each: (-each[1], order.index(each[0])))


def roles_phrase(files: Iterable[RepoFile], most: int = 4) -> str:
    """Return the roles of files as an enumeration: `12 modules, 3 test files and 1 script`."""
    counts, nouns = role_counts(files), _nouns()
    parts = [count(number, *nouns[role]) for role, number in counts[:most]]
    if rest := sum(number for _, number in counts[most:]):
        parts.append(count(rest, "other file"))
    return enumeration(parts)
