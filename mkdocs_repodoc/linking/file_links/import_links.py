"""The target of each import of each file, and each file's importers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.model.file_links import (
    Importer,
    ResolvedImport,
)
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of


def resolve_imports(
    names: RepositoryNames,
    files: OutlinedFiles,
    known: Mapping[str, tuple[ResolvedImport, ...]],
    losses: LinkingLosses,
) -> dict[str, tuple[ResolvedImport, ...]]:
    """Resolve all imports: by the names of the file's language, or by path.

    Args:
        names: Answers over the whole repository.
        files: All files with their outlines.
        known: Path → its imports, where they are the same as before an edit.
        losses: Takes the files whose imports can't be resolved; they lead nowhere.

    Returns:
        Path → one entry for each import of its outline; files without imports are left out.
    """
    same: dict[ResolvedImport, ResolvedImport] = {}

    def once(imports: Iterable[ResolvedImport]) -> tuple[ResolvedImport, ...]:
        """Keep what many files import in memory once."""
        return tuple(same.setdefault(each, each) for each in imports)

    index = file_index(files)
    importing = {source.path: (source, outline) for source, outline in files if outline.imports}

    def of_file(path: str) -> tuple[ResolvedImport, ...]:
        source, outline = importing[path]
        own = names.of(path)
        return once(
            (own.imported(path, item) if own is not None else None)
            or resolve_by_path(index, source, item)
            for item in outline.imports
        )

    anew = losses.of_files(
        (path for path in importing if path not in known),
        of_file,
        lambda path: (ResolvedImport("unknown", ""),) * len(importing[path][1].imports),
        "The imports of the file could not be resolved, and lead nowhere",
    )
    return {path: known[path] if path in known else anew[path] for path in importing}


def file_index(files: OutlinedFiles) -> FileIndex:
    """Return what the languages' resolvers may look up."""
    return FileIndex(source.path for source, _ in files)


def resolve_by_path(index: FileIndex, source: SourceFile, item: Import) -> ResolvedImport:
    """Return where an import leads by the rules of its file's language.

    Args:
        index: The files of the repository.
        source: The file; a language without rules names files by their paths.
        item: The import.
    """
    resolver = language_named(source.language).resolve_import
    if isinstance(resolver, Absent):
        return index.beside_or_top(source.path, item.module)
    return resolver.load()(index, source.path, item)


def with_used_files(
    imports: Mapping[str, tuple[ResolvedImport, ...]], uses: Uses
) -> Mapping[str, tuple[ResolvedImport, ...]]:
    """Return imports in which those of folders say which files of these are used.

    A file that imports the package beside it is not a part of that, as tests from outside are: what
    two such files share is not imported.
    """
    outside = {
        path
        for path, entries in imports.items()
        if any(entry.folder == folder_of(path) for entry in entries)
    }
    found: dict[str, tuple[ResolvedImport, ...]] = {}
    for path, entries in imports.items():
        if any(entry.folder is not None for entry in entries):
            by_folder: dict[str, list[str]] = {}
            for used in sorted(uses.depends(path)):
                if used != path and not (used in outside and folder_of(used) == folder_of(path)):
                    by_folder.setdefault(folder_of(used), []).append(used)
            found[path] = tuple(
                entry._replace(files=tuple(by_folder.get(entry.folder, ())))
                if entry.folder is not None
                else entry
                for entry in entries
            )
    return {**imports, **found}


def implicit_imports(
    names: RepositoryNames, imports: Mapping[str, Sequence[ResolvedImport]], uses: Uses
) -> dict[str, dict[str, int]]:
    """Return which files a file needs without a word: their names are known to it as they are.

    Args:
        names: Answers over the whole repository.
        imports: Path → its imports, with the files that those of folders use.
        uses: What each file refers to.

    Returns:
        Path → such a file → line of the first use of its names.
    """
    found = {}
    for path in names:
        own = names.of(path)
        written = {path, *(one for each in imports.get(path, ()) for one in each.paths)}
        implied = {
            other: line
            for other, line in sorted(uses.first_lines(path).items())
            if other not in written and own is not None and own.needs_no_import(path, other)
        }
        if implied:
            found[path] = implied
    return found


def implicit_importers(
    implied: Mapping[str, Mapping[str, int]],
) -> dict[str, tuple[Importer, ...]]:
    """Turn implicit imports around: path of a file → who uses its names, on which line first."""
    found: dict[str, list[Importer]] = {}
    for path, others in implied.items():
        for other, line in others.items():
            found.setdefault(other, []).append(Importer(path, line))
    return {path: tuple(sorted(found[path])) for path in sorted(found)}


def importers(
    files: OutlinedFiles, imports: Mapping[str, Sequence[ResolvedImport]]
) -> dict[str, tuple[Importer, ...]]:
    """Turn imports around: path of a file → who imports it, and on which line."""
    found: dict[str, dict[Importer, None]] = {}
    for source, outline in files:
        for item, resolved in zip(outline.imports, imports.get(source.path, ()), strict=False):
            for path in resolved.paths:
                if path != source.path:
                    found.setdefault(path, {})[Importer(source.path, item.line)] = None
    return {path: tuple(sorted(found[path])) for path in sorted(found)}
