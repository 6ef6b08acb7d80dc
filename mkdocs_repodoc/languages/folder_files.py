"""Files that stand for the folder they lie in, as the record of their language names them."""

from __future__ import annotations

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.repository import RepoFile


def stands_for_folder(file: RepoFile) -> bool:
    """Tell whether importing the folder of a file imports the file."""
    return file.name in language_named(file.source.language).folder_files


def is_parent(file: RepoFile, path: str) -> bool:
    """Tell whether a path lies in the folder that a file stands for.

    That is the file's own folder, or one beside it of the same name without the suffix.
    """
    if stands_for_folder(file):
        return not file.folder or path.startswith(f"{file.folder}/")
    return path.startswith(f"{file.path.rpartition('.')[0]}/")
