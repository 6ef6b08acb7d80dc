"""The diagrams of a file's page: its direct dependencies, and the families of its classes.

A reader takes in about forty boxes. Beyond that files are rolled up into their folders, or, where
they all lie in a few folders, those with the fewest imports are left out; subclasses without room
are one box that counts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from mkdocs_repodoc.model.blocks import Diagram, Edge, Node
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pages import links
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.file_subject import FileSubject
from mkdocs_repodoc.pages.survey import TEST_ROLES
from mkdocs_repodoc.pages.wording import count

MOST_NODES = 40
_FEWEST_FOLDERS = 4
"""Fewer boxes than that say less than the files themselves."""
_SELF = "self"


def dependency_diagram(
    subject: FileSubject, imports: Mapping[str, int], importers: Mapping[str, int]
) -> Diagram | None:
    """Draw what the file imports and who imports it, inside the repository.

    Args:
        subject: The page's file, in the middle.
        imports: Path of an imported file → number of imports.
        importers: Path of an importing file → number of imports.

    Returns:
        The diagram; `None` if the file has no neighbour.
    """
    imports = {path: number for path, number in imports.items() if path != subject.path}
    importers = {path: number for path, number in importers.items() if path != subject.path}
    neighbours = dict.fromkeys((*imports, *importers))
    if not neighbours:
        return None
    context = subject.context
    here = links.to_file(context, subject.path)
    nodes = [Node(_SELF, subject.file.name, here, "self")]
    title = f"Direct dependencies of {subject.file.name}"
    if len(neighbours) < MOST_NODES:
        nodes += [_file_node(context, path) for path in neighbours]
        return Diagram(title, tuple(nodes), _edges(imports, importers), "imports")
    files = Counter(path.rpartition("/")[0] for path in neighbours)
    rolled_up = len(files) >= _FEWEST_FOLDERS
    if rolled_up:
        imports, importers = _by_folder(imports), _by_folder(importers)
        title += ", by folder"
    weights = Counter(imports) + Counter(importers)
    kept = frozenset(key for key, _ in weights.most_common(MOST_NODES - 1))
    nodes += [
        _folder_node(context, key, files[key]) if rolled_up else _file_node(context, key)
        for key in weights
        if key in kept
    ]
    if left := len(weights) - len(kept):
        what = count(left, "folder" if rolled_up else "file")
        title += f" ({what} with fewer imports left out)"
    edges = _edges(
        {key: number for key, number in imports.items() if key in kept},
        {key: number for key, number in importers.items() if key in kept},
    )
    return Diagram(title, tuple(nodes), edges, "imports")


def inheritance_diagram(subject: FileSubject) -> Diagram | None:
    """Draw the classes of a file with all their bases and direct subclasses in the repository."""
    all_links = subject.context.repository.links
    own = [
        SymbolRef(subject.path, position)
        for position in range(len(subject.outline.symbols))
        if all_links.bases.get(SymbolRef(subject.path, position))
        or all_links.subclasses.get(SymbolRef(subject.path, position))
    ]
    if not own:
        return None
    family = _Family(subject)
    for ref in own:
        family.add(ref)
    family.climb(own)
    family.descend(own)
    if not family.edges:
        return None
    return Diagram(
        f"Class hierarchy around {subject.file.name}",
        tuple(family.nodes.values()),
        tuple(Edge(source, target) for source, target in family.edges),
        "inherits from",
    )


class _Family:
    """Collects classes until the diagram is full."""

    def __init__(self, subject: FileSubject) -> None:
        self._subject = subject
        self._links = subject.context.repository.links
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str], None] = {}

    def add(self, ref: SymbolRef) -> bool:
        """Add a class; False when there is no room for it."""
        key = _key(ref)
        if key not in self.nodes:
            if len(self.nodes) >= MOST_NODES:
                return False
            own = ref.path == self._subject.path
            name = self._subject.context.repository.symbol(ref).name
            link = links.to_symbol(self._subject.context, ref)
            self.nodes[key] = Node(key, name, link, "self" if own else "inner")
        return True

    def climb(self, own: Iterable[SymbolRef]) -> None:
        """Add bases and their bases, breadth first."""
        waiting = list(own)
        seen = set(waiting)
        for ref in waiting:  # grows while it is walked
            if _key(ref) not in self.nodes:
                continue
            for base in self._links.bases.get(ref, ()):
                if self.add(base):
                    self.edges[_key(ref), _key(base)] = None
                    if base not in seen:
                        seen.add(base)
                        waiting.append(base)

    def descend(self, own: Iterable[SymbolRef]) -> None:
        """Add direct subclasses; those that find no room are counted in one box per class."""
        for ref in own:
            if _key(ref) not in self.nodes:
                continue
            left = 0
            for subclass in self._links.subclasses.get(ref, ()):
                if self.add(subclass):
                    self.edges[_key(subclass), _key(ref)] = None
                else:
                    left += 1
            if left:
                key = f"more {_key(ref)}"
                link = links.to_symbol(self._subject.context, ref)
                self.nodes[key] = Node(key, count(left, "more subclass"), link, "group")
                self.edges[key, _key(ref)] = None


def _key(ref: SymbolRef) -> str:
    return f"{ref.path}#{ref.position}"


def _file_node(context: PageContext, path: str) -> Node:
    test = context.repository.files[path].role in TEST_ROLES
    return Node(path, path, links.to_file(context, path), "test" if test else "inner")


def _folder_node(context: PageContext, folder: str, files: int) -> Node:
    text = f"{folder or '.'}/ ({count(files, 'file')})"
    return Node(folder or ".", text, links.to_folder(context, folder), "group")


def _by_folder(paths: Mapping[str, int]) -> dict[str, int]:
    folders: dict[str, int] = {}
    for path, number in paths.items():
        folder = path.rpartition("/")[0]
        folders[folder] = folders.get(folder, 0) + number
    return folders


def _edges(imports: Mapping[str, int], importers: Mapping[str, int]) -> tuple[Edge, ...]:
    return (
        *(Edge(_SELF, path or ".", number) for path, number in imports.items()),
        *(Edge(path or ".", _SELF, number) for path, number in importers.items()),
    )
