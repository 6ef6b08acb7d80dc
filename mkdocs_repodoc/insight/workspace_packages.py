"""Packages of a repository that has several, and which of them depends on which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_repodoc.insight.periphery.customary_folders import EXAMPLES, TEST_MATTER
from mkdocs_repodoc.languages.manifests import package_manifests
from mkdocs_repodoc.model.facts import DefinedModule, Dependency, ProjectMetadata
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.repository import RepoFile, Repository

_RUN = re.compile(r"[-_.]+")


@dataclass(frozen=True, slots=True)
class WorkspacePackage:
    """A package of the repository.

    Attributes:
        manifest: Path of the file that names it.
        folder: Its folder.
        name: As others depend on it.
        description: As the manifest has it; empty if it does not.
        needs: Manifests of the packages of the repository that it depends on, in their order there.
    """

    manifest: str
    folder: str
    name: str
    description: str
    needs: tuple[str, ...] = ()


def workspace_packages(repository: Repository) -> tuple[WorkspacePackage, ...]:
    """Return the packages of a repository by path; none where no one depends on another.

    A package at the top that has no part in that only holds the others together.
    """
    manifests = [
        file
        for path, file in repository.files.items()
        if any(each.matches(file.name) for each in package_manifests())
        if not file.source.origin
        if not EXAMPLES.search(path) and not TEST_MATTER.search(path)
    ]
    named: dict[tuple[str, str], str] = {}
    for file in sorted(manifests, key=lambda file: len(file.path)):
        if name := _metadata(file).name:
            named.setdefault((file.name, _key(name)), file.path)
    found = []
    for file in manifests:
        known = _metadata(file)
        if named.get((file.name, _key(known.name))) == file.path:
            needs = _needs(file, named)
            found.append(
                WorkspacePackage(file.path, file.folder, known.name, known.description, needs)
            )
    needed = {path for each in found for path in each.needs}
    return tuple(
        each for each in found if needed and (each.folder or each.needs or each.manifest in needed)
    )


def _metadata(file: RepoFile) -> ProjectMetadata:
    module = next(file.outline.facts_of(DefinedModule), None)
    if module is not None:
        return ProjectMetadata(module.name)
    return next(file.outline.facts_of(ProjectMetadata), ProjectMetadata())


def _needs(file: RepoFile, named: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    found = (named.get((file.name, _key(name)), "") for name in _dependencies(file))
    return tuple(dict.fromkeys(path for path in found if path not in {"", file.path}))


def _dependencies(file: RepoFile) -> Iterator[str]:
    yield from (each.name for each in file.outline.facts_of(Dependency))
    for symbol in file.outline.symbols:
        if symbol.kind == Kind.DEPENDENCY:
            yield symbol.name


def _key(name: str) -> str:
    """Return a name as tools compare it: none tells `-` from `_` within one repository."""
    return _RUN.sub("-", name).lower()
