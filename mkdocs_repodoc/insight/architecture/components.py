"""The components of a repository: its parts as a reader would draw them, and what joins them.

The source is cut into folders. The largest part is cut further as long as it holds most of the
code: a folder into its subfolders and the files directly in it, and a folder without subfolders
into its files. Façades, which only pass on names, and files that nobody here wrote are no part of
any of this; what stands beside the software (documentation, scripts) is told apart from it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from mkdocs_repodoc.insight.architecture.component import Architecture, Component, Needed
from mkdocs_repodoc.insight.architecture.component_splitter import ComponentSplitter
from mkdocs_repodoc.insight.architecture.layering import (
    Pair,
    edges_against,
    layers,
)
from mkdocs_repodoc.model.records import LineCounts
from mkdocs_repodoc.model.repository import (
    Repository,
    Role,
)
from mkdocs_repodoc.paths import ancestors, folder_of

_SLIGHT = 0.01
"""Share of the source below which a part that nothing ties to others is not told apart."""
_LEAST = 3
"""Lines of code that a file has at least; with fewer it declares a version or the like."""


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
    source = _source(repository, code_roles)
    code = {
        path: lines.total
        for path, lines in source.items()
        if path in facades or lines.code >= _LEAST
    }
    core = {path: lines for path, lines in code.items() if path not in facades}
    needed = {
        path: [each for each in dependencies.get(path, ()) if each.path in code] for path in core
    }
    splitter = ComponentSplitter(repository, core, needed)
    found, others = splitter.split()
    edges, imports = _edges(found, needed)
    linked = {path for pair in edges for path in pair}
    least = _SLIGHT * sum(core.values())
    told = [each for each in found if each.path in linked or each.lines >= least]
    others += [each for each in found if each not in told]
    against = edges_against(edges)
    layer = layers((each.path for each in told), edges.keys() - against)
    position = {path: number for number, path in enumerate(repository.links.order)}
    further = _further(told, source.keys() - core.keys())
    told = [
        replace(each, layer=layer[each.path], further=tuple(further[each.path])) for each in told
    ]
    told.sort(key=lambda each: (each.layer, _middle(each, position), each.path))
    beside = (*splitter.beside, *_carried_folders(repository, code_roles))
    return Architecture(tuple(told), edges, imports, tuple(others), beside, against)


def _source(repository: Repository, roles: frozenset[Role]) -> Mapping[str, LineCounts]:
    """Return the source that was written here; if there is none, what was generated or vendored."""
    source = {
        path: file
        for path, file in repository.files.items()
        if file.role in roles and file.source.kind == "text"
    }
    own = {path: file for path, file in source.items() if not file.source.origin}
    return {path: file.outline.lines for path, file in (own or source).items()}


def _carried_folders(repository: Repository, roles: frozenset[Role]) -> list[Component]:
    """Return the folders at the top all of whose source is generated, or other projects'."""
    found: dict[str, list[str]] = defaultdict(list)
    own: set[str] = set()
    for path, file in repository.files.items():
        top, slash, _ = path.partition("/")
        if file.role in roles and file.source.kind == "text":
            found[top if slash else ""].append(path)
            own |= set() if file.source.origin else {top if slash else ""}
    if not own:  # it is all that there is
        return []
    lines = {path: file.outline.lines.total for path, file in repository.files.items()}
    return [
        Component(top, tuple(paths), True, sum(lines[path] for path in paths))
        for top, paths in sorted(found.items())
        if top and top not in own
    ]


def _further(found: Sequence[Component], paths: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return the files that lie in the folder of a component and are none of its own."""
    folders = {each.path: each for each in found if not each.is_file}
    further: dict[str, list[str]] = defaultdict(list)
    for path in sorted(paths):
        inner = folder_of(path)
        for folder in ancestors(path):
            component = folders.get(folder)
            if component is not None and (component.whole or folder == inner):
                further[folder].append(path)
                break
    return further


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
                there = next((one for one in ancestors(each.path) if one in folders), None)
            if here is None or there is None or here == there:
                continue
            (later if each.later else loading)[here, there] += 1
            imports.setdefault((here, there), {})[path, each.path] = None
    edges = Counter(loading)
    first = {pair: number + later.total() for pair, number in loading.items()}
    closing = edges_against({**later, **first}) if later else frozenset()
    edges.update({pair: n for pair, n in later.items() if pair in loading or pair not in closing})
    return edges, {pair: tuple(imports[pair]) for pair in sorted(edges)}
