"""Packages that `import` names: folders of the modules of the repository."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import ResolvedImport
from mkdocs_repodoc.paths import folder_of, name_of


def resolve_import(files: FileIndex, _path: str, item: Import) -> ResolvedImport:
    """Return where an import leads: to one file that stands for its package."""
    named = item.module
    modules = sorted(files.modules("go"), key=lambda each: -len(each[0]))
    for module, file in modules:
        if named == module or named.startswith(f"{module}/"):
            folder = folder_of(file)
            package = posixpath.join(folder, named[len(module) + 1 :]).rstrip("/")
            found = _package(files, package)
            return inside(found) if found else ResolvedImport("unknown", named)
    is_domain = "." in named.partition("/")[0]
    return third_party(named) if is_domain else standard(named)


def _package(files: FileIndex, folder: str) -> str:
    """Return the file that stands for a package: the one for its documentation, or its name."""
    sources = [
        path
        for path in files.in_folder(folder)
        if path.endswith(".go") and not path.endswith("_test.go")
    ]
    stem = name_of(folder)
    preferred = [posixpath.join(folder, name) for name in ("doc.go", f"{stem}.go")]
    return next((path for path in preferred if path in sources), sources[0] if sources else "")
