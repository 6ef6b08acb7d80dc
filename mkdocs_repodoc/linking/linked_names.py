"""The meaning of all names of a repository: imports, references, base classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.linking.file_links.import_links import (
    importers,
    resolve_imports,
    with_used_files,
)
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile
from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.linking.symbol_links.inheritance import (
    Ancestry,
    Inheritance,
    find_inheritance,
)
from mkdocs_repodoc.model.file_links import (
    Importer,
    ResolvedImport,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    OutlinedFiles,
)

_Imports = dict[str, tuple[ResolvedImport, ...]]
_Importers = tuple[Importer, ...]


class KnownNames(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The meaning of imports and base classes, as another run has worked it out."""

    own_imports: _Imports
    """As `LinkedNames` has them."""
    led_on: _Imports
    """Of all imports those that differ."""
    ancestry: dict[str, Ancestry]
    """Path → what the classes of the file inherit by the rules of its language."""


class LinkedNames(NamedTuple):
    """The meaning of all names: roles, ranks and tests of files are worked out from it."""

    names: RepositoryNames
    uses: Uses
    own_imports: Mapping[str, tuple[ResolvedImport, ...]]
    """By the files that the imports name."""
    imports: Mapping[str, tuple[ResolvedImport, ...]]
    imported_by: dict[str, tuple[Importer, ...]]
    inheritance: Inheritance


def link_names(
    names: RepositoryNames,
    outlines: OutlinedFiles,
    resolved: Iterable[ResolvedFile],
    previous: RepositoryIndex | None,
    implements: Mapping[SymbolRef, Sequence[SymbolRef]] | None,
    *,
    known: KnownNames | None = None,
    losses: LinkingLosses,
) -> LinkedNames:
    """Work out what imports, references and base classes mean, anew only where that may differ.

    Args:
        names: What files define and import.
        outlines: The files with their outlines, in the order of paths.
        resolved: What the identifiers of files mean.
        previous: The repository before an edit, for what has not changed since.
        implements: What indexes say that a symbol implements or inherits from.
        known: What another run has worked out of the same files, where there is no `previous`.
        losses: Takes what can't be worked out.
    """
    sorted_files = sorted(resolved, key=lambda file: file.path)
    uses = losses.of_all(
        "where symbols are used",
        lambda: Uses(sorted_files, previous.uses if previous else None, losses),
        Uses(()),
    )
    imports: Mapping[str, tuple[ResolvedImport, ...]]
    own_imports: Mapping[str, tuple[ResolvedImport, ...]]
    if known is not None and previous is None:
        own_imports, imports = known.own_imports, known.own_imports | known.led_on
        before: Inheritance | None = Inheritance(files=known.ancestry)
        unchanged = frozenset(source.path for source, _ in outlines)
    else:
        unchanged = names.unchanged(previous.names, uses.unchanged) if previous else frozenset()
        same = {path: previous.own_imports.get(path, ()) for path in unchanged} if previous else {}
        own_imports = resolve_imports(names, outlines, same, losses)
        imports = _lead_on(own_imports, outlines, names, uses, losses)
        before = previous.inheritance if previous else None
    inheritance = find_inheritance(names, outlines, before, unchanged, implements, losses=losses)
    imported_by = losses.of_all(
        "which files import a file", lambda: importers(outlines, imports), dict[str, _Importers]()
    )
    return LinkedNames(names, uses, own_imports, imports, imported_by, inheritance)


def _lead_on(
    own_imports: Mapping[str, tuple[ResolvedImport, ...]],
    outlines: OutlinedFiles,
    names: RepositoryNames,
    uses: Uses,
    losses: LinkingLosses,
) -> Mapping[str, tuple[ResolvedImport, ...]]:
    """Return the imports with what they lead to beyond the file that they name."""
    imports = own_imports
    for family in names.each():
        lead_on = partial(family.lead_on, outlines, imports)
        imports = losses.of_all("where imports lead in the end", lead_on, imports)
    return losses.of_all(
        "which files of folders are imported", lambda: with_used_files(imports, uses), imports
    )
