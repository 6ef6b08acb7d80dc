"""The families of a file's classes: its own, all their bases and their direct subclasses.

A reader takes in about forty boxes. The classes that others inherit from go first; those that
nothing inherits from stand one by one below their base as long as there is room, and else in one
box for each base that counts them. Classes of tests are left to the pages of tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Diagram, Edge, Node
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.text.english import count

MOST_NODES = 40


def inheritance_diagram(view: FileView, only: int | None = None) -> Diagram | None:
    """Draw the classes of a file with all their bases and direct subclasses in the repository.

    Args:
        view: The file.
        only: Position of the one class that is meant; `None` for all.

    Returns:
        The diagram; `None` if none of the classes has a relative that counts.
    """
    words = language_named(view.file.source.language).family
    family = _Family(view.context, list(_related(view, only)))
    parents = family.parents()
    room = MOST_NODES - len(family.kept)
    shown = _share(parents, room)
    drawn = [*family.kept, *(ref for leaves in shown.values() for ref in leaves)]
    boxes = _boxes(view.context, drawn, own=view.path)
    nodes = [boxes[ref] for ref in family.kept]
    edges = [Edge(class_key(one), class_key(other)) for one, other in family.among_kept()]
    for parent, leaves in shown.items():
        for ref in leaves:
            nodes.append(boxes[ref])
            edges += [Edge(class_key(ref), class_key(base)) for base in family.kept_bases(ref)]
        if left := len(parents[parent]) - len(leaves):
            key = f"more {class_key(parent)}"
            text = count(left, f"more {words.noun}" if leaves else words.noun)
            nodes.append(Node(key, text, page_links.to_symbol(view.context, parent), "group"))
            edges.append(Edge(key, class_key(parent)))
    joined = {key for edge in edges for key in (edge.source, edge.target)}
    if not joined:
        return None
    middle = view.file.name if only is None else view.outline.symbols[only].name
    title = f"{words.title} around {middle}"
    if left := family.size - len(family.kept) - sum(map(len, parents.values())):
        title += f" ({count(left, 'class', 'classes')} with fewer relatives left out)"
    kept = tuple(node for node in nodes if node.key in joined)
    return Diagram(title, kept, tuple(edges), words.relation)


def _related(view: FileView, only: int | None) -> Iterator[SymbolRef]:
    """Yield the classes of a file that have relatives."""
    links = view.context.repository.links
    for position in range(len(view.outline.symbols)) if only is None else (only,):
        ref = SymbolRef(view.path, position)
        if ref in links.bases or ref in links.subclasses:
            yield ref


def class_key(ref: SymbolRef) -> str:
    """Return the key of a class's box."""
    return f"{ref.path}#{ref.position}"


def class_node(context: PageContext, ref: SymbolRef, *, own: str) -> Node:
    """Return the box of a class, marked if it is one of the page's own file."""
    name = context.repository.symbol(ref).name
    link = page_links.to_symbol(context, ref)
    return Node(class_key(ref), name, link, "self" if ref.path == own else "inner")


def _boxes(context: PageContext, refs: Sequence[SymbolRef], *, own: str) -> dict[SymbolRef, Node]:
    """Return the boxes of classes; those of one name say where they are defined."""
    boxes = {ref: class_node(context, ref, own=own) for ref in refs}
    names = Counter(box.text for box in boxes.values())
    for ref, box in boxes.items():
        if names[box.text] > 1:
            file = context.repository.files[ref.path]
            full = context.repository.qualified_name(ref)
            text = full if file.module else f"{full} ({file.name})"
            boxes[ref] = msgspec.structs.replace(box, text=text)
    return boxes


class _Family:
    """Classes with all their bases and direct subclasses."""

    def __init__(self, context: PageContext, own: Sequence[SymbolRef]) -> None:
        self._repository = context.repository
        self._links = context.repository.links
        self._own = own
        line = list(own)
        seen = set(own)
        for ref in line:  # grows while it is walked
            for base in self._links.bases.get(ref, ()):
                if base not in seen:
                    seen.add(base)
                    line.append(base)
        bases = {base for ref in line for base in self._links.bases.get(ref, ())}
        self._shows_tests = any(self._is_test(ref) for ref in own)
        inner = [ref for ref in line if ref in bases or self._subclasses(ref)]
        self._leaves = self._outermost(own, set(inner))
        self.size = len(inner) + len(self._leaves)
        """How many classes there are."""
        self._kept = self._fitting(inner)
        self.kept = tuple(ref for ref in inner if ref in self._kept)
        """Those that others inherit from, as many as there is room for."""

    def _is_test(self, ref: SymbolRef) -> bool:
        return self._repository.files[ref.path].role in TEST_ROLES

    def _subclasses(self, ref: SymbolRef) -> list[SymbolRef]:
        """Return the direct subclasses of a class that are shown."""
        found = self._links.subclasses.get(ref, ())
        return [each for each in found if self._shows_tests or not self._is_test(each)]

    def _fitting(self, inner: Sequence[SymbolRef]) -> set[SymbolRef]:
        """Return the classes with the most subclasses, each with a box for those below it."""
        has_leaves = {base for ref in self._leaves for base in self._links.bases.get(ref, ())}
        room = MOST_NODES
        kept = set()
        for ref in sorted(inner, key=lambda ref: -len(self._subclasses(ref))):
            room -= 1 + (ref in has_leaves)
            if room < 0:
                break
            kept.add(ref)
        return kept

    def _outermost(self, own: Sequence[SymbolRef], inner: set[SymbolRef]) -> tuple[SymbolRef, ...]:
        """Return the classes below which nothing is drawn, the file's own first."""
        subclasses = (each for ref in own for each in self._subclasses(ref))
        return tuple(dict.fromkeys(ref for ref in (*own, *subclasses) if ref not in inner))

    def among_kept(self) -> Iterable[tuple[SymbolRef, SymbolRef]]:
        """Yield which of the kept classes inherits from which."""
        return ((ref, base) for ref in self.kept for base in self.kept_bases(ref))

    def kept_bases(self, ref: SymbolRef) -> list[SymbolRef]:
        """Return those bases of a class that are kept."""
        return [base for base in self._links.bases.get(ref, ()) if base in self._kept]

    def parents(self) -> dict[SymbolRef, list[SymbolRef]]:
        """Return the other classes by the first of their bases that is kept."""
        found: dict[SymbolRef, list[SymbolRef]] = {}
        for ref in self._leaves:
            if bases := self.kept_bases(ref):
                found.setdefault(bases[0], []).append(ref)
        return found


def _share(
    parents: Mapping[SymbolRef, Sequence[SymbolRef]], room: int
) -> dict[SymbolRef, Sequence[SymbolRef]]:
    """Return which of the classes below each base are shown one by one.

    The fewer classes a base has below it, the sooner they are. There is room for one box for every
    base.
    """
    ordered = sorted(parents, key=lambda parent: len(parents[parent]))
    shown: dict[SymbolRef, Sequence[SymbolRef]] = {}
    for index, parent in enumerate(ordered):
        leaves = parents[parent]
        available = room - (len(ordered) - index - 1)
        taken = leaves if len(leaves) <= available else leaves[: available - 1]
        shown[parent] = taken
        room -= len(taken) + (len(taken) < len(leaves))
    return shown
