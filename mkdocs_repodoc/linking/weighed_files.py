"""Each file of a repository with its role, its module and its anchors: it, beside its links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.languages.role_evidence import Judgement
from mkdocs_repodoc.linking.linked_names import LinkedNames
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.repeated_summaries import mark_repeated
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.linking.roles.folders_of_tests import with_support
from mkdocs_repodoc.linking.roles.role_judge import RoleJudge
from mkdocs_repodoc.linking.symbol_links.inherited_cases import (
    inherited_cases,
    with_further_cases,
)
from mkdocs_repodoc.linking.symbol_links.symbol_anchors import symbol_anchors
from mkdocs_repodoc.model.clues import Clue, UndeclaredClue
from mkdocs_repodoc.model.facts import InstalledCommand
from mkdocs_repodoc.model.file_links import Importer
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile, Role
from mkdocs_repodoc.model.run_line import RunLine

AnalysedFile = tuple[SourceFile, FileOutline, str]
"""A file with its outline and the key of its record."""


class Standing(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is found out of a file: what it is for, and what its language says of it as a whole."""

    role: Role
    role_evidence: tuple[Clue, ...]
    module: str
    anchors: tuple[str, ...]
    run_line: RunLine | None


def standings_of(files: Mapping[str, RepoFile]) -> dict[str, Standing]:
    """Return what was found out of each file, by path, for another run of the same files."""
    fields = Standing.__struct_fields__
    return {
        path: Standing(*(getattr(file, field) for field in fields)) for path, file in files.items()
    }


def weigh_up(
    entries: Sequence[AnalysedFile],
    linked: LinkedNames,
    history: GitHistory,
    earlier: Mapping[str, RepoFile],
    losses: LinkingLosses,
    *,
    known: Mapping[str, Standing] | None = None,
) -> dict[str, RepoFile]:
    """Return the files, each with its role and standing.

    Args:
        entries: The files, in the order of paths.
        linked: What their names mean.
        history: What git knows.
        earlier: The files before an edit; what has not changed since is kept.
        losses: Takes the files of which it can't be found out.
        known: What another run has found out of the same files, by path.
    """
    outlined = {source.path: outline for source, outline, _ in entries}
    full = with_further_cases(outlined, linked.names, losses)
    outlines = {source.path: (source, full[source.path]) for source, _, _ in entries}
    bases = linked.inheritance.bases
    none: dict[str, int] = {}
    inherited = losses.of_all(
        "how many test cases classes inherit", lambda: inherited_cases(full, bases), none
    )
    found = known or _found_out(outlines, linked, earlier, losses)
    files = {
        source.path: RepoFile(
            source=source,
            outline=full[source.path],
            key=key,
            role=found[source.path].role,
            role_evidence=found[source.path].role_evidence,
            module=found[source.path].module,
            anchors=found[source.path].anchors,
            change=history.last_changes.get(source.path),
            run_line=found[source.path].run_line,
            inherited_cases=inherited.get(source.path, 0),
        )
        for source, _, key in entries
    }
    return losses.of_all(
        "which files have the same description", partial(mark_repeated, files), files
    )


def _found_out(
    outlines: Mapping[str, tuple[SourceFile, FileOutline]],
    linked: LinkedNames,
    earlier: Mapping[str, RepoFile],
    losses: LinkingLosses,
) -> dict[str, Standing]:
    roles = _judge(outlines, linked.imported_by, linked.names, losses)
    said = losses.of_files(
        outlines,
        lambda path: _said(path, outlines[path][1], linked.names, earlier.get(path)),
        lambda path: _Said("", symbol_anchors("", outlines[path][1].symbols, ()), None),
        "What the language says of the file could not be found out",
    )
    return {
        path: Standing(*roles[path], said[path].module, said[path].anchors, said[path].run_line)
        for path in outlines
    }


def _judge(
    outlines: Mapping[str, tuple[SourceFile, FileOutline]],
    imported_by: Mapping[str, Sequence[Importer]],
    names: RepositoryNames,
    losses: LinkingLosses,
) -> dict[str, Judgement]:
    def started(path: str) -> set[str]:
        commands = outlines[path][1].facts_of(InstalledCommand)
        modules = [command.module for command in commands if command.module]
        return {each.command_module(path, one) for one in modules for each in names.each()}

    unknown = "What the file is for could not be found out"
    commands = losses.of_files(outlines, started, lambda _: set(), unknown)
    judge = RoleJudge(
        lambda path: len({importer.path for importer in imported_by.get(path, ())}),
        lambda folder: any(each.is_package(folder) for each in names.each()),
        set[str]().union(*commands.values()),
    )
    judged = losses.of_files(
        outlines, lambda path: judge.judge(*outlines[path]), lambda _: ("text", ()), unknown
    )
    for path, (role, _) in judged.items():
        if role in CODE_ROLES and (own := names.of(path)) is not None and not own.is_built(path):
            judged[path] = "unbuilt", (UndeclaredClue(),)
    return with_support(judged, lambda path: (each.path for each in imported_by.get(path, ())))


class _Said(NamedTuple):
    """What the language of a file says of it as a whole."""

    module: str
    anchors: tuple[str, ...]
    run_line: RunLine | None


def _said(
    path: str, outline: FileOutline, names: RepositoryNames, before: RepoFile | None
) -> _Said:
    own = names.of(path)
    module = own.module(path) if own is not None else ""
    if before is not None and before.outline is outline and before.module == module:
        anchors = before.anchors
    else:
        main = tuple(own.positions(path).values()) if own is not None else ()
        anchors = symbol_anchors(module, outline.symbols, main)
    return _Said(module, anchors, own.run_line(path) if own is not None else None)
