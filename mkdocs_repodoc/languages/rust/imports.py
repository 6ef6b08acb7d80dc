"""Files that `use` and `mod` name: modules of the crate."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, inside, standard, third_party
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import ResolvedImport
from mkdocs_repodoc.paths import folder_of

_STANDARD = frozenset({"std", "core", "alloc", "proc_macro", "test"})


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where a `use` or `mod` of a file leads."""
    names = [name for name in item.module.split("::") if name]
    if item.name and item.name != "*":
        names.append(item.name)
    if not names:
        return NOWHERE
    top = names[0]
    if top in _STANDARD:
        return standard(top)
    own = _folder_of_modules(path)
    start = own
    if top == "crate":
        start, names = _crate_source(files, path), names[1:]
    elif top in ("self", "super"):
        start, names = _ascend(own, names, files.modules_around(path, item))
        if not names:
            return inside(path) if start == own else _parent(files, start)
    if found := _module(files, start, names):
        return inside(found)
    if top == names[0] and (crate := _crate(files, top)):
        source = posixpath.join(crate, "src")
        if found := _module(files, source, names[1:]) or files.first((f"{source}/lib.rs",)):
            return inside(found)
    return NOWHERE if top in ("crate", "self", "super") else third_party(top)


def _folder_of_modules(path: str) -> str:
    """Return the folder in which the modules below a file lie."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".rs")
    return folder if stem in ("mod", "lib", "main") else posixpath.join(folder, stem)


def _ascend(start: str, names: list[str], inner: int) -> tuple[str, list[str]]:
    """Follow leading `self` and `super`; those of a module inside the file stay in it."""
    while names and names[0] in ("self", "super"):
        if names[0] == "super" and inner:
            inner -= 1
        elif names[0] == "super":
            start = folder_of(start)
        names = names[1:]
    return start, names


def _parent(files: FileIndex, start: str) -> ResolvedImport:
    endings = (".rs", "/mod.rs", "/lib.rs", "/main.rs")
    found = files.first(f"{start}{ending}" for ending in endings)
    return inside(found) if found else NOWHERE


def _module(files: FileIndex, start: str, names: list[str]) -> str:
    for end in range(len(names), 0, -1):
        base = posixpath.join(start, *names[:end])
        if found := files.first((f"{base}.rs", f"{base}/mod.rs")):
            return found
    return ""


def _crate(files: FileIndex, name: str) -> str:
    """Return the folder of the repository's crate of a name; empty if there is none."""
    return next((folder_of(path) for crate, path in files.modules("rust") if crate == name), "")


def _crate_source(files: FileIndex, path: str) -> str:
    for crate in files.folders_with("Cargo.toml"):
        if not crate or path.startswith(f"{crate}/"):
            return posixpath.join(crate, "src")
    return folder_of(path)
