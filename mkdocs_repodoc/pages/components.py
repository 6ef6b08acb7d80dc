"""The components of a repository, for a reader who wants to see its architecture.

A component is a folder of source near the top. Where one folder holds most of the source (`src`,
or the one package of a project), its subfolders are the components, so that there is something to
see; what lies beside it stays a component too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_repodoc.model.repository import Repository, Role

MOST = 36
"""More components than this are not told apart; the smallest are gathered in `others`."""
_DOMINANT = 0.6
"""Share of the source from which on a folder is looked into."""

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
            depends on, imports against the dependency order left out.
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
    code = {
        path: file.outline.lines.total
        for path, file in repository.files.items()
        if file.role in code_roles and file.source.kind == "text"
    }
    found = sorted(_split(code), key=lambda each: (-each.lines, each.path))
    kept, others = found[:MOST], found[MOST:]
    owner = {path: component.path for component in kept for path in component.files}
    edges: Counter[Pair] = Counter()
    for path, source in owner.items():
        for target in dependencies.get(path, ()):
            if target in owner and owner[target] != source:
                edges[source, owner[target]] += 1
    ordered = _in_order(kept, repository.links.order)
    return Architecture(tuple(_layered(ordered, edges)), edges, tuple(others))


def _split(code: Mapping[str, int]) -> list[Component]:
    """Cut the source into components, descending into a folder that dominates."""
    total = sum(code.values())
    found: list[Component] = []
    base, files = "", list(code)
    while True:
        prefix = f"{base}/" if base else ""
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
    place = {path: number for number, path in enumerate(order)}

    def middle(component: Component) -> tuple[int, str]:
        places = sorted(place.get(path, len(place)) for path in component.files)
        return places[len(places) // 2], component.path

    return sorted(components, key=middle)


def _layered(components: list[Component], edges: Counter[Pair]) -> list[Component]:
    layers: dict[str, int] = {}
    for component in components:
        below = [
            layers[target]
            for source, target in edges
            if source == component.path and target in layers
        ]
        layers[component.path] = 1 + max(below, default=-1)
    return [
        Component(each.path, each.files, each.whole, each.lines, layers[each.path])
        for each in components
    ]
