"""Exchanges between components: which names one takes from another, and what both need of others.

A name is taken where a file imports it, or calls it or a member of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from mkdocs_repodoc.insight.architecture.component import Architecture
from mkdocs_repodoc.insight.architecture.facades import FacadeFollower
from mkdocs_repodoc.insight.architecture.layering import Pair
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer, outer_name
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository


class Exchanges:
    """What the components of a repository take from one another and from other projects.

    Args:
        repository: The linked repository.
        architecture: Its components.
        facade_follower: Follows what its façades pass on.
    """

    def __init__(
        self, repository: Repository, architecture: Architecture, facade_follower: FacadeFollower
    ) -> None:
        self._repository = repository
        self._architecture = architecture
        self._facade_follower = facade_follower
        self._owner = {
            path: component.path
            for component in architecture.components
            for path in component.files
        }
        self._outer = cache(self._outer_positions)

    def names(self, source: str, target: str) -> tuple[SymbolRef, ...]:
        """Return the outer names that one component takes from another, the most taken first.

        Args:
            source: Path of the component that takes.
            target: Path of the one that defines.
        """
        taken = self._taken.get((source, target), Counter())
        return tuple(sorted(taken, key=lambda ref: (-taken[ref], ref)))

    def packages(self, component: str) -> tuple[tuple[str, bool], ...]:
        """Return the packages of other projects that a component imports, the most imported first.

        Returns:
            Each with whether no other code imports it, of other components or beside them.
        """
        found = self._packages.get(component, Counter())
        users = Counter(name for names in self._packages.values() for name in names)
        ordered = sorted(found, key=lambda name: (-found[name], name))
        return tuple((name, users[name] == 1) for name in ordered)

    @cached_property
    def _taken(self) -> Mapping[Pair, Counter[SymbolRef]]:
        taken: dict[Pair, Counter[SymbolRef]] = defaultdict(Counter)
        for path, source in self._owner.items():
            for ref in (*self._imported(path), *self._called(path)):
                target = self._owner.get(ref.path)
                if target is not None and (source, target) in self._architecture.edges:
                    taken[source, target][ref] += 1
        return taken

    def _imported(self, path: str) -> Iterator[SymbolRef]:
        written = self._repository.files[path].outline.imports
        for item, found in zip(written, self._repository.links.imports.get(path, ()), strict=False):
            if item.type_checking or not item.name:
                continue
            if found.symbol is not None:
                if not found.symbol.is_file:
                    yield self._outermost(found.symbol)
                continue
            for source in self._facade_follower.sources(item, found):
                if (position := self._outer(source).get(item.name)) is not None:
                    yield SymbolRef(source, position)

    def _called(self, path: str) -> Iterator[SymbolRef]:
        for site in self._repository.links.uses.calls(path):
            if site.callee.path != path and not site.callee.is_file:
                yield self._outermost(site.callee)

    def _outermost(self, ref: SymbolRef) -> SymbolRef:
        """Return the symbol at the top level of its file that a symbol is, or is a member of."""
        name = outer_name(self._repository.symbol(ref))
        return SymbolRef(ref.path, self._outer(ref.path).get(name, ref.position))

    def _outer_positions(self, path: str) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for position, symbol in enumerate(self._repository.files[path].outline.symbols):
            if is_outer(symbol):
                found.setdefault(symbol.name, position)
        return found

    @cached_property
    def _packages(self) -> Mapping[str, Counter[str]]:
        packages: dict[str, Counter[str]] = defaultdict(Counter)
        passing = {
            path: component.path
            for component in self._architecture.components
            for path in component.further
        }
        beside = {
            path: path
            for path, file in self._repository.files.items()
            if file.role in CODE_ROLES and path not in self._owner and path not in passing
        }
        for path, component in (*self._owner.items(), *passing.items(), *beside.items()):
            written = self._repository.files[path].outline.imports
            found = self._repository.links.imports.get(path, ())
            names = {
                each.distribution
                for item, each in zip(written, found, strict=False)
                if each.origin == "third party" and each.distribution and not item.type_checking
            }
            packages[component].update(names)
        return packages
