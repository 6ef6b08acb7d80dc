"""From what a file's identifiers mean in the file to what they mean in the repository."""

from __future__ import annotations

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile, pack
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.references import Reference


def resolve_file(names: LanguageNames, path: str, detail: FileDetail) -> ResolvedFile:
    """Resolve the references of one file; depends on nothing but the detail and the names.

    Args:
        names: The names of the language whose identifiers the file uses.
        path: The file.
        detail: Its targets and references.

    Returns:
        The references that lead to a definition in the repository.
    """
    targets: dict[SymbolRef, int] = {}
    resolved: list[tuple[int, bool] | None] = []
    for target in detail.targets:
        meaning = names.meaning(path, target)
        if meaning is None:
            resolved.append(None)
        else:
            number = targets.setdefault(meaning.symbol, len(targets))
            resolved.append((number, meaning.exact))
    kept: list[tuple[Reference, int, bool]] = []
    for reference in detail.references:
        if reference.kind == "definition":
            ref = SymbolRef(path, reference.scope)
            kept.append((reference, targets.setdefault(ref, len(targets)), True))
        elif (found := resolved[reference.target]) is not None:
            kept.append((reference, *found))
    return ResolvedFile(path, tuple(targets), pack(kept), names.mentions(path, detail.targets))
