"""Haskell's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from functools import cache, cached_property

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.haskell.imports import resolve_import
from mkdocs_repodoc.languages.haskell.resolution.haskell_modules import HaskellModules
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines, takes_part
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of


class HaskellNames(LanguageNames):
    """The names of all Haskell files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._outlines = own_outlines(files, "haskell")
        self._index = FileIndex(source.path for source, _ in files if takes_part(source))
        self._in_folder = cache(self._module_file)
        self._modules = HaskellModules(self._outlines, self._path_of)

    @cached_property
    def digest(self) -> str:
        content = [
            (
                path,
                names_of_outline(outline),
                [self._path_of(path, item.module) for item in outline.imports],
            )
            for path, outline in self._outlines.items()
        ]
        return digest_of(content)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        if path not in self._outlines:
            return None
        match target.base, target.names:
            case "global", (space, name):
                found = self._modules.seen(path, space, name)
            case "member", (space, qualifier, name):
                found = self._modules.seen(path, space, name, qualifier)
            case "module", (module,):
                named = self._path_of(path, module)
                found = SymbolRef.of_file(named) if named in self._outlines else None
            case "module", (module, space, name):
                found = self._modules.given(self._path_of(path, module), space, name)
            case _:
                return None
        return Meaning(found) if found is not None else None

    def _path_of(self, path: str, module: str) -> str:
        return self._in_folder(folder_of(path), module)

    def _module_file(self, folder: str, module: str) -> str:
        return resolve_import(self._index, f"{folder}/_" if folder else "_", Import(module)).path
