"""Files that stand for the folder they lie in, as the record of their language names them."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.package_files import PackageFiles
from mkdocs_repodoc.languages.registry import LANGUAGES, language_named
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.paths import prefix_of, stem_of


def stands_for_folder(file: RepoFile) -> bool:
    """Tell whether importing the folder of a file imports the file."""
    return file.name in language_named(file.source.language).folder_files


def is_parent(file: RepoFile, path: str) -> bool:
    """Tell whether a path lies in the folder that a file stands for.

    That is the file's own folder, or one beside it of the same name without the suffix.
    """
    if stands_for_folder(file):
        return not file.folder or path.startswith(f"{file.folder}/")
    return path.startswith(f"{file.path.rpartition('.')[0]}/")


@derived
def package_files() -> tuple[PackageFiles, ...]:
    """Return the names of files of packages in all languages that have some."""
    found = (language.packages for language in LANGUAGES.values())
    return tuple(dict.fromkeys(each for each in found if not isinstance(each, Absent)))


def package_file(files: Mapping[str, RepoFile], folder: str) -> str:
    """Return the path of the file that makes a folder a package; empty if there is none.

    Args:
        files: Path → file.
        folder: The folder.
    """
    paths = (f"{prefix_of(folder)}{each.opening}" for each in package_files())
    return next((path for path in paths if path in files), "")


@derived
def package_stems() -> tuple[str, ...]:
    """Return what the files are called that make packages of folders, without suffixes."""
    return tuple(stem_of(each.opening) for each in package_files())


def runs_package(file: RepoFile) -> PackageFiles | None:
    """Return the names of its language's package files if a file runs where its package is run."""
    packages = language_named(file.source.language).packages
    return None if isinstance(packages, Absent) or file.name != packages.program else packages
