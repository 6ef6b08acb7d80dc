"""C's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.c_family.resolution.c_resolver import Resolver
from mkdocs_repodoc.languages.c_family.resolution.translation_units import TranslationUnits
from mkdocs_repodoc.languages.resolution.language_names import (
    DocumentedName,
    LanguageNames,
    Meaning,
    is_no_word,
)
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_NAME = re.compile(r"(?:struct |union |enum )?([A-Za-z_]\w*)$")


class CNames(LanguageNames):
    """The names of all C files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._units = TranslationUnits(files)
        self._resolver = Resolver(self._units)

    @property
    def digest(self) -> str:
        return self._units.digest

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target)
        return found.meaning if found is not None else None

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        return self._units.imported(path, item)

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:  # noqa: ARG002 - types have file scope
        """Return the type that a word of a signature means; parameters hide all else."""
        match = _NAME.match(dotted)
        if match is None or path not in self._units.files:
            return None
        return self._resolver.look_up(path, match[1])

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:  # noqa: ARG002 - likewise
        """Find what a name in documentation means: what the file sees under it."""
        match = _NAME.match(name.removesuffix("()"))
        is_name = marked or is_no_word(name) or name.endswith("()")
        if match is None or path not in self._units.files or not is_name:
            return DocumentedName()
        found = self._units.ordinary(path, match[1])
        return DocumentedName(found.symbol if found else self._resolver.look_up(path, match[1]))
