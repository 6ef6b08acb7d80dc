"""The files by which tools know projects, of all languages together."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.project_file import ProjectFile
from mkdocs_repodoc.languages.registry import LANGUAGES


@derived
def project_files() -> tuple[ProjectFile, ...]:
    """Return them all, those first that speak first; each once, though languages share some."""
    every = (file for language in LANGUAGES.values() for file in language.project_files)
    return tuple(sorted(dict.fromkeys(every), key=lambda file: file.rank))


@derived
def languages_with(name: str) -> frozenset[str]:
    """Return the languages whose tools know projects by a file of a name."""
    return frozenset(
        each.name
        for each in LANGUAGES.values()
        if any(fnmatchcase(name, file.name) for file in each.project_files)
    )


@derived
def project_files_by_name() -> Mapping[str, ProjectFile]:
    """Return them by their names in lower case."""
    return {file.name.lower(): file for file in project_files()}


@derived
def tool_files() -> Mapping[str, str]:
    """Return patterns of the paths of files with settings of a tool → what they are for."""
    return {
        pattern: words
        for language in LANGUAGES.values()
        for pattern, words in language.tool_files.items()
    }
