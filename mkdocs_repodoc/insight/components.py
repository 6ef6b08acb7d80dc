"""The components of a repository, for a reader who wants to see its architecture.

A component is a folder of source near the top. Where one folder holds most of the source (`src`,
or the one package of a project), its subfolders are the components, so that there is something to
see; what lies beside it stays a component too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.paths import ancestors, prefix_of

MOST = 36
"""More components than this are not told apart; the smallest are gathered in `others`."""
_DOMINANT = 0.6
"""Share of the source from which on a folder is looked into."""
_SLIGHT = 0.01
"""Share of the source below which a component that nothing ties to others is not told apart."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Component:
    """A folder of source.

    Attributes:
        path: The folder.
        files: Its code files.
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


@dataclass(frozen=True, slots=True)
class Architecture:
    """The components in dependency order, and the imports between them."""

    components: tuple[Component, ...]
    edges: Counter[Pair]
    """(Importing, imported) component paths → number of imports between files."""
    others: tuple[Component, ...]
    """Components too small to be told apart."""
    against: frozenset[Pair] = frozenset()
    """The edges that close a cycle, the lightest of each: they lead from lower layers up."""

    @property
    def connected(self) -> tuple[Component, ...]:
        """The components that import one another; what stands alone is in no layer."""
        ends = {path for pair in self.edges for path in pair}
        return tuple(each for each in self.components if each.path in ends)

    def dependencies(self, path: str) -> list[tuple[str, int]]:
        """Return the components that one imports from, the most imported first."""
        found = [(target, n) for (source, target), n in self.edges.items() if source == path]
        return sorted(found, key=lambda each: (-each[1], each[0]))

    def dependents(self, path: str) -> list[tuple[str, int]]:
        """Return the components that import from one, the heaviest user first."""
        found = [(source, n) for (source, target), n in self.edges.items() if target == path]
        return sorted(found, key=lambda each: (-each[1], each[0]))

    def mutual(self) -> list[tuple[str, str, int, int]]:
        """Return pairs of components that import each other, with the imports each way."""
        return sorted(
            (one, other, number, self.edges[other, one])
            for (one, other), number in self.edges.items()
            if one < other and self.edges[other, one]
        )


def find_architecture(
    repository: Repository,
    dependencies: Mapping[str, Sequence[str]],
    code_roles: frozenset[Role],
) -> Architecture:
    """Return a repository's components.

    Args:
        repository: The linked repository.
        dependencies: Path → the files that it imports.
        code_roles: Roles of the files that count as source.
    """
    code = _code(repository, code_roles)
    found = sorted(_split(code), key=lambda each: (-each.lines, each.path))
    edges = _edges(found, dependencies)
    linked = {path for pair in edges for path in pair}
    least = _SLIGHT * sum(code.values())
    told = [each for each in found if each.path in linked or each.lines >= least][:MOST]
    names = {each.path for each in told}
    edges = Counter({pair: n for pair, n in edges.items() if names.issuperset(pair)})
    against = _against(edges)
    ordered = _layered(_in_order(told, repository.links.order), edges, against)
    others = tuple(each for each in found if each.path not in names)
    return Architecture(tuple(ordered), edges, others, against)


def _code(repository: Repository, code_roles: frozenset[Role]) -> dict[str, int]:
    """Return the source files with their lines; initialisers only where there is code with them.

    The empty `__init__.py` of a folder of tests makes no component.
    """
    files = {
        path: file
        for path, file in repository.files.items()
        if file.role in code_roles and file.source.kind == "text"
    }
    tested = {
        folder
        for path, file in repository.files.items()
        if file.role in {"test", "test support"}
        for folder in ancestors(path)
    }
    filled = {
        folder for path, f in files.items() if f.role != "package" for folder in ancestors(path)
    }
    return {
        path: file.outline.lines.total
        for path, file in files.items()
        if file.role != "package"
        or file.folder in filled
        or (file.outline.lines.code and file.folder not in tested)
    }


def _edges(found: Sequence[Component], dependencies: Mapping[str, Sequence[str]]) -> Counter[Pair]:
    owner = {path: component.path for component in found for path in component.files}
    edges: Counter[Pair] = Counter()
    for path, source in owner.items():
        for target in dependencies.get(path, ()):
            if target in owner and owner[target] != source:
                edges[source, owner[target]] += 1
    return edges


def _against(edges: Counter[Pair]) -> frozenset[Pair]:
    """Return the edges that close a cycle when the heaviest are taken first."""
    below: dict[str, set[str]] = {}
    found = set()
    for (source, target), _ in sorted(edges.items(), key=lambda each: (-each[1], each[0])):
        if _reaches(below, target, source):
            found.add((source, target))
        else:
            below.setdefault(source, set()).add(target)
    return frozenset(found)


def _reaches(below: Mapping[str, set[str]], start: str, goal: str) -> bool:
    seen, todo = {start}, [start]
    while todo:
        path = todo.pop()
        if path == goal:
            return True
        new = below.get(path, set()) - seen
        seen |= new
        todo += new
    return False


def _split(code: Mapping[str, int]) -> list[Component]:
    """Cut the source into components, descending into a folder that dominates."""
    total = sum(code.values())
    found: list[Component] = []
    base, files = "", list(code)
    while True:
        prefix = prefix_of(base)
        own: list[str] = []
        below: dict[str, list[str]] = {}
        for path in files:
            head, slash, _ = path[len(prefix) :].partition("/")
            if slash:
                below.setdefault(prefix + head, []).append(path)
            else:
                own.append(path)
        if own:
            found.append(_component(base, own, code, whole=not below))
        lines = {folder: sum(code[path] for path in inside) for folder, inside in below.items()}
        largest = max(lines, key=lambda folder: (lines[folder], folder), default="")
        descend = bool(largest) and lines[largest] >= _DOMINANT * total
        for folder, inside in below.items():
            if not (descend and folder == largest):
                found.append(_component(folder, inside, code, whole=True))
        if not descend:
            return found
        base, files = largest, below[largest]


def _component(path: str, files: list[str], code: Mapping[str, int], *, whole: bool) -> Component:
    return Component(path, tuple(files), whole, sum(code[each] for each in files))


def _in_order(components: list[Component], order: Sequence[str]) -> list[Component]:
    """Order components by where the middle one of their files stands in dependency order."""
    rank = {path: number for number, path in enumerate(order)}

    def middle(component: Component) -> tuple[int, str]:
        ranks = sorted(rank.get(path, len(rank)) for path in component.files)
        return ranks[len(ranks) // 2], component.path

    return sorted(components, key=middle)


def _layered(
    components: list[Component], edges: Counter[Pair], against: frozenset[Pair]
) -> list[Component]:
    """Give each component its layer and sort them by it, dependencies first."""
    below: dict[str, set[str]] = {each.path: set() for each in components}
    for source, target in edges.keys() - against:
        below[source].add(target)
    layers: dict[str, int] = {}

    def layer(path: str) -> int:
        if path not in layers:
            layers[path] = 1 + max(map(layer, below[path]), default=-1)
        return layers[path]

    found = [replace(each, layer=layer(each.path)) for each in components]
    return sorted(found, key=lambda each: each.layer)
