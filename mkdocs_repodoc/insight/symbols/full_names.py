"""Packages that code names in full, without importing them: `regex::Error` in Rust."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository


class FullNames:
    """Finds the files of the software that name a package in full.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._read_text = read_text

    def files(self, package: str) -> frozenset[str]:
        """Return the paths of the files that name a package so."""
        return frozenset(self._found.get(package.replace("-", "_"), ()))

    @cached_property
    def _found(self) -> dict[str, set[str]]:
        """First part of a full name → the files."""
        found: dict[str, set[str]] = {}
        for path, file in self._repository.files.items():
            sign = language_named(file.source.language).full_names
            if isinstance(sign, Absent) or file.role not in CODE_ROLES or file.source.origin:
                continue
            for match in sign.finditer(self._read_text(path)):
                found.setdefault(match[1], set()).add(path)
        return found
