"""The files by which tools know projects, of all languages together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile
from mkdocs_repodoc.languages.registry import LANGUAGES


@derived
def project_files() -> tuple[ProjectFile, ...]:
    """Return them all, those first that speak first; each once, though languages share some."""
    every = (file for language in LANGUAGES.values() for file in language.project_files)
    return tuple(sorted(dict.fromkeys(every), key=lambda file: file.rank))


@derived
def package_manifests() -> tuple[ProjectFile, ...]:
    """Return those of which a project that has several is several packages."""
    return tuple(file for file in project_files() if file.is_package)


@derived
def languages_with(name: str) -> frozenset[str]:
    """Return the languages whose tools know projects by a file of a name."""
    return frozenset(
        each.name
        for each in LANGUAGES.values()
        if any(file.matches(name) for file in each.project_files)
    )


def known_project_file(name: str) -> ProjectFile | None:
    """Return the file of tools that a base name, in any case, is one of; `None` for others."""
    exact, patterns = _lower_case_names()
    lower = name.lower()
    fitting = (file for pattern, file in patterns if fnmatchcase(lower, pattern))
    return exact.get(lower) or next(fitting, None)


@derived
def _lower_case_names() -> tuple[Mapping[str, ProjectFile], tuple[tuple[str, ProjectFile], ...]]:
    """Return the files by their names in lower case, and by patterns of these."""
    named = {file.name.lower(): file for file in project_files()}
    patterns = tuple((name, file) for name, file in named.items() if "*" in name)
    return named, patterns


def at_top(paths: Collection[str], known: ProjectFile) -> Iterator[str]:
    """Yield those of all paths of a project at which its tools find a file."""
    if known.name in paths:
        yield known.name
    elif "*" in known.name:
        depth = known.name.count("/")
        yield from (path for path in paths if path.count("/") == depth and known.matches(path))


@derived
def tool_files() -> Mapping[str, str]:
    """Return patterns of the paths of files with settings of a tool → what they are for."""
    return {
        pattern: words
        for language in LANGUAGES.values()
        for pattern, words in language.tool_files.items()
    }
