"""Records of a repository's architecture: its components, and the imports between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from mkdocs_repodoc.insight.architecture.layering import Pair

_LONG_NAME = 40
"""Characters of a path of which a reader would see the end only."""
_CONTRADICTED = 0.1
"""Share of the imports that may lead against layers; with more, there are none."""


class Needed(NamedTuple):
    """A name that a file imports from another of the repository, or all of it."""

    path: str
    """The file; where a façade passes the name on, the one that defines it."""
    later: bool
    """Whether that runs inside a function only."""


@dataclass(frozen=True, slots=True)
class Component:
    """A folder of source, or a single file of a folder that was cut into its files.

    Attributes:
        path: The folder or file.
        files: Its code files, façades left out; of a source with headers of its name the source
            first.
        whole: Whether its subfolders belong to it; they don't where they are components.
        lines: Lines of its code files.
        layer: 0 for a component that depends on no other; else one more than the highest that it
            depends on, imports against the layers left out.
        further: The other source files of its folder: façades, and those too short to tell a part
            of the software by.
    """

    path: str
    files: tuple[str, ...]
    whole: bool
    lines: int
    layer: int = 0
    further: tuple[str, ...] = ()

    @classmethod
    def of(cls, path: str, files: Sequence[str], lines: Mapping[str, int], *, whole: bool) -> Self:
        """Return the component of some files, of which the lines are known by path."""
        return cls(path, tuple(files), whole, sum(lines[each] for each in files))

    @property
    def is_file(self) -> bool:
        """Whether it is a single file, or a source with its headers."""
        return self.path in self.files


@dataclass(frozen=True, slots=True)
class Architecture:
    """The components in dependency order, and the imports between them."""

    components: tuple[Component, ...]
    edges: Counter[Pair]
    """(Importing, imported) component paths → number of imports between files."""
    imports: Mapping[Pair, tuple[Pair, ...]]
    """The same → the pairs of files."""
    others: tuple[Component, ...] = ()
    """Components too small to be told apart."""
    beside: tuple[Component, ...] = ()
    """Folders that are about the software and not part of it: documentation, scripts."""
    against: frozenset[Pair] = frozenset()
    """The edges that close a cycle, the lightest of each: they lead from lower layers up."""

    @property
    def connected(self) -> tuple[Component, ...]:
        """The components that import one another; what stands alone is in no layer."""
        ends = {path for pair in self.edges for path in pair}
        return tuple(each for each in self.components if each.path in ends)

    @property
    def is_layered(self) -> bool:
        """Whether nearly all imports lead from higher layers to lower ones."""
        wrong = sum(self.edges[pair] for pair in self.against)
        return bool(self.edges) and wrong <= _CONTRADICTED * self.edges.total()

    def name(self, path: str) -> str:
        """Return what tells a component from the others: its path below their common folder.

        The files that lie directly in a folder whose subfolders are components, too, are `lib/*`,
        those at the top of the repository `./*`.
        """
        component = next(each for each in self.components if each.path == path)
        short = path.removeprefix(self._common)
        short = self._end_of(path) if len(short) > _LONG_NAME else short
        if component.is_file:
            return short
        if component.whole:
            return f"{short}/"
        return f"{short or '.'}/*"

    def _end_of(self, path: str) -> str:
        """Return as many of the last parts of a path as no other component's path ends with."""
        parts = path.split("/")
        others = [each.path.split("/") for each in self.components if each.path != path]
        for number in range(1, len(parts)):
            if all(other[-number:] != parts[-number:] for other in others):
                return "…/" + "/".join(parts[-number:])
        return path

    @property
    def _common(self) -> str:
        """The folder around all components, with a slash behind it; empty for the root."""
        folders = [each.path.split("/")[:-1] for each in self.components]
        first = folders[0] if folders else []
        same = 0
        while all(len(each) > same and each[same] == first[same] for each in folders):
            same += 1
            if same == len(first):
                break
        return "".join(f"{part}/" for part in first[:same])

    def dependencies(self, path: str) -> list[tuple[str, int]]:
        """Return the components that one imports from, the most imported first."""
        found = [(target, n) for (source, target), n in self.edges.items() if source == path]
        return sorted(found, key=lambda each: (-each[1], each[0]))

    def dependents(self, path: str) -> list[tuple[str, int]]:
        """Return the components that import from one, the heaviest user first."""
        found = [(source, n) for (source, target), n in self.edges.items() if target == path]
        return sorted(found, key=lambda each: (-each[1], each[0]))
