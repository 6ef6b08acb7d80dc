"""The files in which Composer looks for a class of a name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.model.facts import ModuleNames
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of, prefix_of

_MANIFEST = "composer.json"


class Autoloading:
    """What the manifests of a repository say about where classes are.

    Args:
        files: All files of the repository.

    Attributes:
        prefixes: First part of a class's name in lower case, the folder for it, and whether the
            folders in that have only what follows in the name.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        found = {
            prefix
            for source, outline in files
            if name_of(source.path) == _MANIFEST
            for fact in outline.facts_of(ModuleNames)
            for key, value in fact.entries
            for prefix in _prefixes(folder_of(source.path), key, json.loads(value))
        }
        self.prefixes = tuple(sorted(found))

    def is_place_of(self, full: str, path: str) -> bool:
        """Whether a file is where a class of a name is looked for."""
        name = full.lower()
        for prefix, folder, is_short in self.prefixes:
            if name.startswith(prefix):
                rest = full[len(prefix) :] if is_short else full
                expected = f"{prefix_of(folder)}{rest.lstrip(chr(92))}".replace("\\", "/")
                if path == f"{expected}.php":
                    return True
        return False


def _prefixes(top: str, key: str, table: Mapping[str, object]) -> Iterator[tuple[str, str, bool]]:
    """Yield what a manifest in a folder says, as `prefixes` has it."""
    for standard, is_short in (("psr-4", True), ("psr-0", False)):
        mapped = table.get(standard) if key.startswith("autoload") else None
        for prefix, folders in mapped.items() if isinstance(mapped, dict) else ():
            for folder in folders if isinstance(folders, list) else [folders]:
                if isinstance(folder, str):
                    inner = folder.removeprefix("./").strip("/")
                    whole = "/".join(part for part in (top, inner) if part not in ("", "."))
                    yield str(prefix).lower().lstrip("\\"), whole, is_short
