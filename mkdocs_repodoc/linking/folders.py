"""The folders of a repository, with the sums over what lies below them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.manifests import package_manifests
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.repository import (
    Folder,
    RepoFile,
)
from mkdocs_repodoc.paths import folder_of, name_of

_README_FOLDERS = (".github", "docs")
_README = re.compile(r"readme(?:\.(md|markdown|rst|txt|adoc|org))?$", re.IGNORECASE)
_README_ORDER = ("md", "markdown", "rst", "adoc", "org", "txt", "")


def make_folders(files: Mapping[str, RepoFile]) -> dict[str, Folder]:
    """Return all folders by path, parents before children, the root (the empty path) first.

    What they are about is another question; see `describe`.
    """
    found: dict[str, Folder] = {"": Folder("")}
    for path in files:
        parent = folder_of(path)
        _ensure(found, parent)
        found[parent].files.append(path)
    folders = {path: found[path] for path in sorted(found, key=lambda path: path.split("/"))}
    if "" in folders:
        folders = {"": folders.pop(""), **folders}
    for folder in folders.values():
        folder.folders.sort()
        folder.files.sort()
    _sum_up(folders, files)
    return folders


def describe(folders: Mapping[str, Folder], files: Mapping[str, RepoFile]) -> None:
    """Add to folders what their READMEs, modules and project files say of them.

    Args:
        folders: All folders of a repository.
        files: All files.
    """
    for folder in folders.values():
        folder.readme = _readme(folder, files)
    _find_outer_readme(folders)
    for folder in folders.values():
        _summarise(folder, files)


@derived
def _module_files() -> tuple[str, ...]:
    """Return the files whose own documentation is that of the folder as a module or package."""
    return tuple(name for each in LANGUAGES.values() for name in each.folder_docs)


def _ensure(found: dict[str, Folder], path: str) -> None:
    """Make a folder and those above it that are not there yet."""
    missing = []
    while path not in found:
        missing.append(path)
        path = folder_of(path)
    for each in reversed(missing):
        found[each] = Folder(each)
        found[folder_of(each)].folders.append(each)


def _readme(folder: Folder, files: Mapping[str, RepoFile]) -> str:
    """Return the README of a folder; what it leads to, if it is a link inside the repository."""
    candidates = []
    for path in folder.files:
        match = _README.match(name_of(path))
        if match:
            candidates.append((_README_ORDER.index((match[1] or "").lower()), path))
    if not candidates:
        return ""
    path = min(candidates)[1]
    target = files[path].source.target
    led_to = posixpath.normpath(posixpath.join(folder_of(path), target)) if target else ""
    return led_to if led_to in files else path


def _find_outer_readme(folders: Mapping[str, Folder]) -> None:
    """Take the README of a repository that has none at its top from where GitHub looks for it.

    https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes
    """
    elsewhere = (folders[each].readme for each in _README_FOLDERS if each in folders)
    if "" in folders and not folders[""].readme:
        folders[""].readme = next(filter(None, elsewhere), "")


def _summarise(folder: Folder, files: Mapping[str, RepoFile]) -> None:
    """Take the folder's description from its module, else its README, else its project file.

    At the top of the repository the README is about more than any module there.
    """
    held = {name_of(path): path for path in folder.files}
    modules = [held.get(name, "") for name in _module_files()]
    modules += [path for path in folder.files if _documents_package(files[path], folder.name)]
    describing = [each for each in package_manifests() if each.describes]
    manifests = [path for each in describing for name, path in held.items() if each.matches(name)]
    first = [*modules, folder.readme] if folder.path else [folder.readme, *modules]
    for path in (*first, *manifests):
        if path and files[path].summary and not _is_remark(files[path]):
            folder.summary = files[path].summary
            folder.summary_origin = path
            return


def _is_remark(file: RepoFile) -> bool:
    """Whether a file has nothing but a comment, which is about the file: why it has to be there."""
    outline = file.outline
    return outline.summary_origin == "leading comment" and not outline.lines.code


def _documents_package(file: RepoFile, name: str) -> bool:
    """Whether a file describes the package that it is part of, as one file of it does in Go."""
    return bool(name) and file.summary.startswith(f"Package {name} ")


def _sum_up(folders: Mapping[str, Folder], files: Mapping[str, RepoFile]) -> None:
    for folder in reversed(list(folders.values())):
        for path in folder.files:
            file = files[path]
            lines = file.outline.lines.total
            folder.file_count += 1
            folder.size += file.source.size
            folder.line_count += lines
            language = file.source.language
            folder.languages[language] = folder.languages.get(language, 0) + lines
        for path in folder.folders:
            inner = folders[path]
            folder.file_count += inner.file_count
            folder.size += inner.size
            folder.line_count += inner.line_count
            for language, lines in inner.languages.items():
                folder.languages[language] = folder.languages.get(language, 0) + lines
