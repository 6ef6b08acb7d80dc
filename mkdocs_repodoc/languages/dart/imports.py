"""Files that `import`, `export` and `part` name: by a path, or by one inside a package."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, inside, standard, third_party
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import name_of

_PACKAGE = "package:"


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads."""
    named = item.module
    if named.startswith("dart:"):
        return standard(named)
    if not named.startswith(_PACKAGE):
        found = files.relative(path, named)
        return inside(found) if found else NOWHERE
    package, _, rest = named.removeprefix(_PACKAGE).partition("/")
    # The folder of a package is called like it, or it is the only one of the repository.
    for folder in files.folders_with("pubspec.yaml"):
        is_own = not folder or name_of(folder) == package
        candidate = f"{folder}/lib/{rest}".removeprefix("/")
        if is_own and candidate in files.paths:
            return inside(candidate)
    return third_party(package)
