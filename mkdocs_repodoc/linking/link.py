"""Records → repository: everything that needs more than one file to be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.linking.file_links.import_links import implicit_importers
from mkdocs_repodoc.linking.file_ties import FileTies, tie_files
from mkdocs_repodoc.linking.folders import describe, make_folders
from mkdocs_repodoc.linking.known_links import KnownLinks
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.linked_names import LinkedNames, link_names
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.project_metadata import read_project, repository_name
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile
from mkdocs_repodoc.linking.repository_names import RepositoryNames, family_of
from mkdocs_repodoc.linking.symbol_links.covering_tests import map_coverage
from mkdocs_repodoc.linking.weighed_files import AnalysedFile, weigh_up
from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.measured_coverage import (
    Coverage,
    LineContexts,
)
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.repository import (
    Folder,
    Links,
    OutlinedFiles,
    RepoFile,
    Repository,
)
from mkdocs_repodoc.settings import Settings


def index_names(
    files: Sequence[AnalysedFile],
    previous: RepositoryIndex | None,
    losses: LinkingLosses | None = None,
) -> RepositoryNames:
    """Gather the names that files define and import, before any reference is looked at.

    Args:
        files: Every file, in any order.
        previous: The repository before an edit, for what has not changed since.
        losses: Takes what can't be gathered.
    """
    outlines = [(source, outline) for source, outline, _ in _in_order(files)]
    before = previous.names if previous is not None else None
    return RepositoryNames(outlines, before, losses=losses)


def referring_files(files: Iterable[AnalysedFile]) -> list[str]:
    """Return the paths of the files whose references are to be resolved, in sorted order."""
    return sorted(
        source.path for source, outline, _ in files if family_of(source, outline) is not None
    )


def link(
    files: Sequence[AnalysedFile],
    names: RepositoryNames,
    resolved: Iterable[ResolvedFile],
    history: GitHistory,
    settings: Settings,
    *,
    measured: LineContexts | None = None,
    previous: RepositoryIndex | None = None,
    implements: Mapping[SymbolRef, Sequence[SymbolRef]] | None = None,
    known: KnownLinks | None = None,
    losses: LinkingLosses | None = None,
) -> RepositoryIndex:
    """Link the records of all files.

    Args:
        files: Every file with its outline and the key of its record, in any order.
        names: Their names, as `index_names` gathers them.
        resolved: Their references, resolved against those names, in any order.
        history: What git knows.
        settings: Settings of the run.
        measured: What a run of the tests has measured, if anything.
        previous: The repository before an edit, for what has not changed since.
        implements: What indexes say that a symbol implements or inherits from.
        known: What another run has worked out of the same files, where there is no `previous`.
        losses: Takes what can't be worked out; the page of a file in it says so.

    Returns:
        The repository with its index. Files, folders and links are in sorted order, so that equal
        input gives equal output.

    Raises:
        RepodocError: Its folders can't be made.
    """
    losses = losses or LinkingLosses()
    entries = _in_order(files)
    outlines: OutlinedFiles = [(source, outline) for source, outline, _ in entries]
    kept = known.names if known else None
    linked = link_names(names, outlines, resolved, previous, implements, known=kept, losses=losses)
    earlier = previous.repository.files if previous else {}
    standings = known.standings if known and not previous else None
    repo_files = weigh_up(entries, linked, history, earlier, losses, known=standings)
    project = losses.of_all("its own metadata", partial(read_project, repo_files), Project())
    ties = known.ties if known and not previous else None
    repository = Repository(
        name=repository_name(project, repo_files, settings),
        files=losses.told_by(repo_files),
        folders=_folders(repo_files, losses),
        history=history,
        project=project,
        links=_links(repo_files, linked, measured, ties, losses),
    )
    return RepositoryIndex(
        repository=repository,
        names=names,
        uses=linked.uses,
        own_imports=linked.own_imports,
        inheritance=linked.inheritance,
        losses=losses,
    )


def _in_order(files: Iterable[AnalysedFile]) -> list[AnalysedFile]:
    return sorted(files, key=lambda entry: entry[0].path)


def _folders(files: Mapping[str, RepoFile], losses: LinkingLosses) -> dict[str, Folder]:
    """Return the folders, and what they are about as far as that can be told.

    Raises:
        RepodocError: They can't be made, and no page without them.
    """
    part = "its folders"
    folders = losses.of_all(part, partial(make_folders, files), None)
    if folders is None:
        raise RepodocError(losses.parts[part].message)
    losses.of_all("what folders are about", lambda: describe(folders, files), None)
    return folders


def _links(
    files: Mapping[str, RepoFile],
    linked: LinkedNames,
    measured: LineContexts | None,
    ties: FileTies | None,
    losses: LinkingLosses,
) -> Links:
    coverage = losses.of_all(
        "what tests have run", partial(map_coverage, measured or {}, files), Coverage()
    )
    if ties is None:
        ties = tie_files(files, linked, coverage, losses)
    inheritance = linked.inheritance
    return Links(
        imports=linked.imports,
        imported_by=linked.imported_by,
        implicit_imports=ties.implicit_imports,
        implicit_importers=implicit_importers(ties.implicit_imports),
        uses=linked.uses,
        bases=inheritance.bases,
        subclasses=inheritance.subclasses,
        overrides=inheritance.overrides,
        overridden_by=inheritance.overridden_by,
        tests_of=ties.tests_of,
        tested_by=ties.tested_by,
        named=ties.named,
        ranks=ties.ranks,
        cycles=ties.cycles,
        order=ties.order,
        coverage=coverage,
        relations=ties.relations,
    )
