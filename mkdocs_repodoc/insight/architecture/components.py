"""The components of a repository: its parts as a reader would draw them, and what joins them.

The source is cut into folders. The largest part is cut further as long as it holds most of the
code: a folder into its subfolders and the files directly in it, and a folder without subfolders
into its files. Façades, which only pass on names, are no part of any of this; what stands beside
the software (documentation, scripts) is told apart from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_repodoc.insight.architecture.facades import defined_lines
from mkdocs_repodoc.insight.architecture.layering import (
    Pair,
    edges_against,
    hanging_together,
    layers,
)
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)
from mkdocs_repodoc.paths import ancestors, prefix_of

MOST = 16
"""More components than this are not told apart."""
_LARGE = 0.3
"""Share of the source from which on a folder is cut into its subfolders."""
_DOMINANT = 0.5
"""Share of the source above which what has no subfolders is cut into its files."""
_SLIGHT = 0.01
"""Share of the source below which a part that nothing ties to others is not told apart."""
_LEAST = 3
"""Lines of code that a file has at least; with fewer it declares a version or the like."""
_DATA = 0.05
"""Share of its lines below which classes and functions are not what code is about."""
_WHOLE = 0.75
"""Share of the source that hangs together, from which on a small part without ties is beside it."""
_SMALL = 0.1
"""Share of the source that such a part has at most."""
_MOSTLY_TESTS = 3
"""So many times as many lines of tests as of other code has a folder of tests."""
_CONTRADICTED = 0.1
"""Share of the imports that may lead against layers; with more, there are none."""

_ABOUT: frozenset[Role] = frozenset({"documentation", "example", "image"})
"""Roles of files that are about the software."""
_TESTS: frozenset[Role] = frozenset({"test", "test support"})

Files = Mapping[str, int]
"""Path → lines."""


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
        files: Its code files, façades left out.
        whole: Whether its subfolders belong to it; they don't where they are components.
        lines: Lines of its code files.
        layer: 0 for a component that depends on no other; else one more than the highest that it
            depends on, imports against the layers left out.
    """

    path: str
    files: tuple[str, ...]
    whole: bool
    lines: int
    layer: int = 0

    @property
    def is_file(self) -> bool:
        """Whether it is a single file."""
        return self.files == (self.path,)


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
        """Return what tells a component from the others: its path below their common folder."""
        component = next(each for each in self.components if each.path == path)
        short = path.removeprefix(self._common)
        if component.is_file:
            return short
        return f"{short}/" if component.whole else f"{short or '.'}/ itself"

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


def find_architecture(
    repository: Repository,
    dependencies: Mapping[str, Sequence[Needed]],
    code_roles: frozenset[Role],
    facades: AbstractSet[str],
) -> Architecture:
    """Return a repository's components.

    Args:
        repository: The linked repository.
        dependencies: Path → what it imports from other files, name by name.
        code_roles: Roles of the files that count as source.
        facades: The files that only pass on names.
    """
    code = {
        path: file.outline.lines.total
        for path, file in repository.files.items()
        if file.role in code_roles
        and file.source.kind == "text"
        and (path in facades or file.outline.lines.code >= _LEAST)
    }
    core = {path: lines for path, lines in code.items() if path not in facades}
    needed = {
        path: [each for each in dependencies.get(path, ()) if each.path in code] for path in core
    }
    splitter = _Splitter(repository, core, needed)
    found, others = splitter.split()
    edges, imports = _edges(found, needed)
    linked = {path for pair in edges for path in pair}
    least = _SLIGHT * sum(core.values())
    told = [each for each in found if each.path in linked or each.lines >= least]
    others += [each for each in found if each not in told]
    against = edges_against(edges)
    layer = layers((each.path for each in told), edges.keys() - against)
    position = {path: number for number, path in enumerate(repository.links.order)}
    told = [replace(each, layer=layer[each.path]) for each in told]
    told.sort(key=lambda each: (each.layer, _middle(each, position), each.path))
    return Architecture(tuple(told), edges, imports, tuple(others), tuple(splitter.beside), against)


def _middle(component: Component, position: Mapping[str, int]) -> int:
    """Return where the middle one of a component's files stands in dependency order."""
    positions = sorted(position.get(path, len(position)) for path in component.files)
    return positions[len(positions) // 2]


def _edges(
    found: Sequence[Component], dependencies: Mapping[str, Sequence[Needed]]
) -> tuple[Counter[Pair], dict[Pair, tuple[Pair, ...]]]:
    """Return the imports between components, and the pairs of files behind each.

    What is imported later, inside a function, counts unless that closes a cycle: it is imported
    later in order not to.
    """
    owner = {path: component.path for component in found for path in component.files}
    folders = {component.path for component in found if component.whole}
    loading: Counter[Pair] = Counter()
    later: Counter[Pair] = Counter()
    imports: dict[Pair, dict[Pair, None]] = {}
    for path, needed in dependencies.items():
        for each in needed:
            here, there = owner.get(path), owner.get(each.path)
            if there is None:  # a façade stands for its folder, as long as that is one component
                there = next((one for one in _around(each.path) if one in folders), None)
            if here is None or there is None or here == there:
                continue
            (later if each.later else loading)[here, there] += 1
            imports.setdefault((here, there), {})[path, each.path] = None
    edges = Counter(loading)
    first = {pair: number + later.total() for pair, number in loading.items()}
    closing = edges_against({**later, **first}) if later else frozenset()
    edges.update({pair: n for pair, n in later.items() if pair in loading or pair not in closing})
    return edges, {pair: tuple(imports[pair]) for pair in sorted(edges)}


def _around(path: str) -> list[str]:
    """Return the folders around a file, the innermost first, without the root."""
    return [folder for folder in ancestors(path) if folder]


class _Splitter:
    """Cuts the source into components."""

    def __init__(
        self,
        repository: Repository,
        code: Files,
        dependencies: Mapping[str, Sequence[Needed]],
    ) -> None:
        self._repository = repository
        self._code = code
        self._dependencies = dependencies
        self._importers: dict[str, set[str]] = {path: set() for path in code}
        for path, needed in dependencies.items():
            for each in needed:
                if each.path in code:
                    self._importers[each.path].add(path)
        self._documents: Counter[str] = Counter()
        self._tested: Counter[str] = Counter()
        for path, file in repository.files.items():
            for folder in _around(path):
                self._documents[folder] += file.role in _ABOUT
                if file.role in _TESTS:
                    self._tested[folder] += file.outline.lines.total
        self.beside: list[Component] = []

    def split(self) -> tuple[list[Component], list[Component]]:
        """Return the components, and what is left of those that were cut."""
        found = self._apart(self._parts(Component("", tuple(self._code), True, 0)))
        total = sum(each.lines for each in found)
        others: list[Component] = []
        while found:
            largest = max(found, key=lambda each: (each.lines, each.path))
            if largest.lines < _LARGE * total or largest.is_file:
                break
            parts = self._apart(self._parts(largest))
            if parts[0].is_file and largest.lines <= _DOMINANT * total:
                break
            room = MOST - len(found) + 1
            if len(parts) > room:
                parts.sort(key=lambda each: (-self._weight(each), each.path))
                others += parts[room:]
                parts = parts[:room]
            if parts == [largest]:
                break
            found.remove(largest)
            found += parts
        found.sort(key=lambda each: (-each.lines, each.path))
        return found[:MOST], [*others, *found[MOST:]]

    def _weight(self, component: Component) -> float:
        """Return how much a reader would miss a part: it is long, or much is built on it."""
        importers = sum(len(self._importers[path]) for path in component.files)
        return float(component.lines**0.5 * (1 + importers))

    def _parts(self, group: Component) -> list[Component]:
        """Cut a group: into subfolders and the files beside them; one without any into files."""
        base, files = group.path, group.files
        while True:
            prefix = prefix_of(base)
            own: list[str] = []
            below: dict[str, list[str]] = {}
            for path in files:
                head, slash, _ = path[len(prefix) :].partition("/")
                if slash and group.whole:
                    below.setdefault(prefix + head, []).append(path)
                else:
                    own.append(path)
            if own or len(below) != 1:
                break
            ((base, files),) = ((folder, tuple(inside)) for folder, inside in below.items())
        parts = [self._component(folder, inside, whole=True) for folder, inside in below.items()]
        if own and below:
            parts.append(self._component(base, own, whole=False))
        elif len(own) == 1 and group.path:
            return [group]
        elif own:
            parts += [self._component(path, [path], whole=False) for path in own]
        return parts

    def _component(self, path: str, files: Sequence[str], *, whole: bool) -> Component:
        return Component(path, tuple(files), whole, sum(self._code[each] for each in files))

    def _apart(self, parts: list[Component]) -> list[Component]:
        """Keep what stands beside the software out of its components."""
        kept = self._tied([each for each in parts if not self._is_beside(each)])
        if not kept:
            return parts
        self.beside += [each for each in parts if each not in kept]
        return kept

    def _tied(self, parts: list[Component]) -> list[Component]:
        """Leave out small parts without ties, where nearly all the rest hangs together."""
        owner = {path: part.path for part in parts for path in part.files}
        lines = {part.path: part.lines for part in parts}
        ties = [
            (part, owner[each.path])
            for path, part in owner.items()
            for each in self._dependencies[path]
            if each.path in owner
        ]
        groups = hanging_together(lines, ties)
        total = sum(lines.values())
        largest = max(groups, key=lambda group: sum(lines[each] for each in group), default=set())
        if sum(lines[each] for each in largest) < _WHOLE * total:
            return parts
        alone = {each for group in groups if len(group) == 1 for each in group}
        small = {each for each in alone - largest if lines[each] <= _SMALL * total}
        return [part for part in parts if part.path not in small]

    def _is_beside(self, part: Component) -> bool:
        """Tell whether nothing imports a part, and it is mostly scripts or no code at all."""
        inside = set(part.files)
        if any(path not in inside for each in part.files for path in self._importers[each]):
            return False
        files = [self._repository.files[each] for each in part.files]
        scripts = sum(file.outline.lines.total for file in files if file.role == "script")
        if 2 * scripts > part.lines or self._is_data(files):
            return True
        if not part.whole:
            return False
        is_about = self._documents[part.path] > len(files)
        return is_about or self._tested[part.path] > _MOSTLY_TESTS * part.lines

    def _is_data(self, files: Sequence[RepoFile]) -> bool:
        """Tell whether files neither import anything here nor define much."""
        if any(self._dependencies[file.path] for file in files):
            return False
        lines = sum(file.outline.lines.total for file in files)
        return sum(map(defined_lines, files)) < _DATA * lines
