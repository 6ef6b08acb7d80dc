"""From what a file's identifiers mean in the file to what they mean in the repository."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.resolution.invalidation import pack_mentions
from mkdocs_repodoc.languages.python.resolution.resolver import Resolver
from mkdocs_repodoc.linking.packed_references import ResolvedFile, pack
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.references import Reference
from mkdocs_repodoc.model.repository import SymbolRef


def resolve_file(resolver: Resolver, path: str, detail: FileDetail) -> ResolvedFile:
    """Resolve the references of one file; depends on nothing but the detail and the table.

    Args:
        resolver: Answers over the whole repository.
        path: The file.
        detail: Its targets and references.

    Returns:
        The references that lead to a definition in the repository.
    """
    targets: dict[SymbolRef, int] = {}
    resolved: list[tuple[int, bool] | None] = []
    for target in detail.targets:
        denotation = resolver.target(path, target)
        ref = resolver.definition(denotation)
        if denotation is None or ref is None:
            resolved.append(None)
        else:
            resolved.append((targets.setdefault(ref, len(targets)), denotation.exact))
    kept: list[tuple[Reference, int, bool]] = []
    for reference in detail.references:
        if reference.kind == "definition":
            ref = SymbolRef(path, reference.scope)
            kept.append((reference, targets.setdefault(ref, len(targets)), True))
        elif (found := resolved[reference.target]) is not None:
            kept.append((reference, *found))
    mentions = pack_mentions(resolver.table.names.get(path), detail.targets)
    return ResolvedFile(path, tuple(targets), pack(kept), mentions)
