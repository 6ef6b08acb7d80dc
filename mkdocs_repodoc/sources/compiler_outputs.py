"""Folders that the repository's own settings name as a compiler's output, tracked or not.

What lies in one is generated, whatever it looks like. The keys are those of TypeScript's compiler
(https://www.typescriptlang.org/tsconfig/#outDir), which also writes declarations of JavaScript.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping

from mkdocs_repodoc.model.clues import OutputFolderClue
from mkdocs_repodoc.paths import ancestors, folder_of, name_of, prefix_of

LONGEST = 1 << 16
"""Bytes of a settings file that are looked at; nobody writes longer ones by hand."""
_SETTINGS = re.compile(r"tsconfig(?:\.[\w.-]+)?\.json")
_OUTPUT = re.compile(
    r'^(?!\s*(?://|/?\*)).*?"(?:outDir|declarationDir)"\s*:\s*"([^"\n]+)"', re.MULTILINE
)
"""A key with its folder; most settings files have the keys in comments, too."""
_READS_OUTPUT_FORMAT = re.compile(
    r'^(?!\s*(?://|/?\*)).*?"(?:allowJs|checkJs)"\s*:\s*true', re.MULTILINE
)
"""Settings with which files like the compiled ones may be sources as well."""
_HERE = "${configDir}"
_SOURCE = re.compile(r"(?<!\.d)\.[cm]?tsx?$")


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
    for path in paths:
        if _SETTINGS.fullmatch(name_of(path)):
            for folder in _named(path, read(path)):
                found.setdefault(folder, OutputFolderClue(path, folder))
    if found:
        with_sources = {each for path in paths if _SOURCE.search(path) for each in ancestors(path)}
        found = {folder: shown for folder, shown in found.items() if folder not in with_sources}
    return found


def output_evidence(path: str, folders: Mapping[str, OutputFolderClue]) -> OutputFolderClue | None:
    """Return what shows that a file was compiled; `None` if nothing does.

    Args:
        path: Path in the repository.
        folders: What `output_folders` has found.
    """
    return next((folders[each] for each in ancestors(path) if each in folders), None)


def _named(path: str, settings: str) -> Iterable[str]:
    """Yield the folders of one settings file that lie in the repository, and apart from it."""
    if _READS_OUTPUT_FORMAT.search(settings):
        return
    base = folder_of(path)
    for found in _OUTPUT.finditer(settings):
        named = found[1].removeprefix(_HERE).lstrip("/") if _HERE in found[1] else found[1]
        folder = posixpath.normpath(prefix_of(base) + named)
        if not folder.startswith((".", "/")) and not f"{path}/".startswith(f"{folder}/"):
            yield folder
