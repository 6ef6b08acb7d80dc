"""Folders in which a build has the compiler look for what sources include."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.model.facts import IncludeFolder
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import ancestors, folder_of


class IncludeFolders:
    """The folders that the build files of a repository name.

    Args:
        files: All files of the repository in sorted order.
        index: Their paths.
    """

    def __init__(self, files: OutlinedFiles, index: FileIndex) -> None:
        self._index = index
        stated = [
            (folder_of(source.path), fact.folder)
            for source, outline in files
            for fact in outline.facts_of(IncludeFolder)
        ]
        builds = frozenset(index.folders_with("CMakeLists.txt"))
        found: dict[str, None] = {}
        for at, written in stated:
            top = next((one for one in reversed((at, *ancestors(at))) if one in builds), at)
            start = top if written.startswith("/") else at
            folder = posixpath.normpath(posixpath.join(start, written.lstrip("/")))
            if not folder.startswith(".."):
                found["" if folder == "." else folder] = None
        self._folders = tuple(found)

    def find(self, named: str) -> str:
        """Return the one file that an include leads to by these folders; empty if none or several.

        Args:
            named: The path in the include.
        """
        paths = (posixpath.normpath(posixpath.join(each, named)) for each in self._folders)
        found = [path for path in dict.fromkeys(paths) if path in self._index.paths]
        return found[0] if len(found) == 1 else ""
