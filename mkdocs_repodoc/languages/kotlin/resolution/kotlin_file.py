"""One Kotlin file as others know it: its classes, functions and properties, and its imports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from mkdocs_repodoc.languages.jvm.packaged_files import PackagedFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.references import Target

LIBRARY = "kotlin:"
"""In front of a package: the path of the file that declares what the library has in it."""


class KotlinFile(PackagedFile):
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.

    Attributes:
        entries: Position of a symbol, or number of a scope or value → what is known of it.
        constructors: Position of a class → its primary constructor.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        super().__init__(path, outline)
        self.entries: dict[int, Target] = dict(outline.types)
        self.constructors: dict[int, Target] = {}
        for number, term in outline.offers:
            if number.endswith("()"):
                self.constructors[int(number[:-2])] = term
            else:
                self.entries[int(number)] = term

    @property
    def is_library(self) -> bool:
        """Whether it declares what the standard library has, and is none of the repository's."""
        return self.path.startswith(LIBRARY)

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name."""
        return self.symbol(position).name.rpartition(".")[2].strip("`")

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Number of a class, or `FILE_SCOPE` → simple name → positions of what it declares."""
        found: dict[int, dict[str, list[int]]] = {}
        for position, _ in self.outline.types:
            owner = found.setdefault(self.owner(position), {})
            owner.setdefault(self.simple_name(position), []).append(position)
        return found

    def owner(self, position: int) -> int:
        """Return what a symbol is a member of."""
        entry = self.entries[position]
        return entry.number(1 if entry.base == "types" else 0)

    def own(self, owner: int, name: str, base: str) -> list[int]:
        """Return what a class itself declares under a name.

        Args:
            owner: Number of the class; `FILE_SCOPE` for the file.
            name: The name.
            base: `types` for classes, `own` for properties, `returning` for functions.
        """
        names = self.members.get(owner)
        if names is None:
            return []
        return [one for one in names.get(name, ()) if self.entries[one].base == base]

    @cached_property
    def imports(self) -> Mapping[str, list[str]]:
        """Name in this file → full names that imports give it; `*` → packages."""
        found: dict[str, list[str]] = {}
        for item in self.outline.imports:
            if item.name == "*":
                found.setdefault("*", []).append(item.module.replace("`", ""))
                continue
            full = (f"{item.module}.{item.name}" if item.name else item.module).replace("`", "")
            name = item.alias or full.rpartition(".")[2]
            found.setdefault(name.strip("`"), []).append(full)
        return found

    @cached_property
    def source_set(self) -> str:
        """For which platform it is built, by the folder below `src`: `jvmTest` is for `jvm`."""
        inside = f"/{self.path}".rpartition("/src/")[2].partition("/")[0]
        return inside.removesuffix("Test").removesuffix("Main")
