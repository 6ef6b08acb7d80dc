"""One Java file as others know it: its classes and their members."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from mkdocs_repodoc.languages.jvm.packaged_files import PackagedFile
from mkdocs_repodoc.languages.resolution.symbol_nesting import members_by_owner
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.paths import folder_of

LIBRARY = "jdk:"
"""In front of a package: the path of the file that declares what the JDK has in it."""


class JavaFile(PackagedFile):
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.

    Attributes:
        root: The folder in which the folders of its package lie; its own folder if they do not.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        super().__init__(path, outline)
        folder = folder_of(path)
        inside = self.package.replace(".", "/")
        in_place = not inside or f"/{folder}".endswith(f"/{inside}")
        self.root = folder[: len(folder) - len(inside)].rstrip("/") if in_place else folder

    @property
    def is_library(self) -> bool:
        """Whether it declares what the JDK has, and is none of the repository's."""
        return self.path.startswith(LIBRARY)

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name."""
        return self.symbol(position).name.rpartition(".")[2]

    @cached_property
    def classes(self) -> Mapping[int, Target]:
        """Number of a class → what is known of it."""
        listed = {at: term for at, term in self.outline.types if term.base == "types"}
        unlisted = {int(number): term for number, term in self.outline.offers}
        return listed | unlisted

    @cached_property
    def values(self) -> Mapping[int, Target]:
        """Position of a field or method → what is known of it."""
        return {at: term for at, term in self.outline.types if term.base != "types"}

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Position of a symbol, or `FILE_SCOPE` → simple name → the symbols right in it."""
        return members_by_owner(self.outline.symbols, ".")

    @cached_property
    def owners(self) -> Mapping[int, int]:
        """Position of a symbol → the one that it stands right in."""
        return {
            position: owner
            for owner, names in self.members.items()
            for positions in names.values()
            for position in positions
        }

    def own(self, owner: int, name: str, kinds: frozenset[Kind]) -> list[int]:
        """Return the members of some kinds that a class declares under a name."""
        names = self.members.get(owner)
        positions = names.get(name) if names is not None else None
        if positions is None:
            return []
        return [position for position in positions if self.symbol(position).kind in kinds]
