"""Headers and the sources of their names, which a maintainer takes for one part."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.repository import RepoFile, Repository


def with_headers(repository: Repository, paths: Sequence[str]) -> list[list[str]]:
    """Return the files of one folder, each header behind the source of its name.

    Args:
        repository: The linked repository.
        paths: The files, in order.

    Returns:
        Groups of files: a source with its headers, or one file.
    """
    stems = {path: path.rpartition(".")[0] for path in paths}
    endings = {path: _header_endings(repository.files[path]) for path in paths}
    headers = {path for path in paths if path.endswith(endings[path])}
    sources = {stems[path]: path for path in paths if path not in headers and endings[path]}
    groups: dict[str, list[str]] = {path: [path] for path in paths}
    for header in sorted(headers):
        if source := sources.get(stems[header]):
            groups[source] += groups.pop(header)
    return list(groups.values())


def _header_endings(file: RepoFile) -> tuple[str, ...]:
    return language_named(file.source.language).headers
