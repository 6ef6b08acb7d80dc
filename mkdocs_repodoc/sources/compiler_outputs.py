"""Folders that the repository's own settings name as a compiler's output, tracked or not.

What lies in one is generated, whatever it looks like. The records of languages say how the settings
of their compilers name it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.compiler_settings import CompilerSettings
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.clues import OutputFolderClue
from mkdocs_repodoc.paths import ancestors, folder_of, name_of, prefix_of

LONGEST = 1 << 16
"""Bytes of a settings file that are looked at; nobody writes longer ones by hand."""


def output_folders(paths: Iterable[str], read: Callable[[str], str]) -> dict[str, OutputFolderClue]:
    """Find the folders into which a compiler writes.

    Args:
        paths: The files of the repository.
        read: Returns the text of a file among them, or the beginning of it.

    Returns:
        Folder → what shows it. A folder that has sources of the compiler is none of them.
    """
    paths = list(paths)
    found: dict[str, OutputFolderClue] = {}
    for compiler in _compilers():
        found |= _outputs_of(compiler, paths, read)
    return found


@derived
def _compilers() -> tuple[CompilerSettings, ...]:
    every = (language.compiler for language in LANGUAGES.values())
    return tuple(dict.fromkeys(each for each in every if not isinstance(each, Absent)))


def _outputs_of(
    compiler: CompilerSettings, paths: Sequence[str], read: Callable[[str], str]
) -> dict[str, OutputFolderClue]:
    found: dict[str, OutputFolderClue] = {}
    for path in paths:
        if compiler.files.fullmatch(name_of(path)):
            for folder in _named(compiler, path, read(path)):
                found.setdefault(folder, OutputFolderClue(path, folder))
    if not found:
        return found
    sources = (path for path in paths if compiler.sources.search(path))
    with_sources = {each for path in sources for each in ancestors(path)}
    return {folder: shown for folder, shown in found.items() if folder not in with_sources}


def output_evidence(path: str, folders: Mapping[str, OutputFolderClue]) -> OutputFolderClue | None:
    """Return what shows that a file was compiled; `None` if nothing does.

    Args:
        path: Path in the repository.
        folders: What `output_folders` has found.
    """
    return next((folders[each] for each in ancestors(path) if each in folders), None)


def _named(compiler: CompilerSettings, path: str, settings: str) -> Iterable[str]:
    """Yield the folders of one settings file that lie in the repository, and apart from it."""
    if compiler.reads_output.search(settings):
        return
    base = folder_of(path)
    for found in compiler.folder.finditer(settings):
        is_here = compiler.here in found[1]
        named = found[1].removeprefix(compiler.here).lstrip("/") if is_here else found[1]
        folder = posixpath.normpath(prefix_of(base) + named)
        if not folder.startswith((".", "/")) and not f"{path}/".startswith(f"{folder}/"):
            yield folder
