"""Ties between components that their edges leave out, and which of them lead back up.

Edges stand for what is imported when files are loaded. What is imported later so as to close no
cycle, for types alone, or met without any import, ties components all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_repodoc.insight.architecture.component import Architecture
from mkdocs_repodoc.insight.architecture.layering import Pair, edges_against
from mkdocs_repodoc.model.repository import Repository


@dataclass(frozen=True, slots=True)
class UndrawnTies:
    """Pairs of components of which the first needs the second, by no edge.

    Attributes:
        pairs: All of them, in order.
        back: Those that close a cycle with edges, or with others of them.
    """

    pairs: tuple[Pair, ...]
    back: tuple[Pair, ...]

    @property
    def needing(self) -> frozenset[str]:
        """The components that need another."""
        return frozenset(source for source, _ in self.pairs)

    @property
    def needed(self) -> frozenset[str]:
        """The components that another needs."""
        return frozenset(target for _, target in self.pairs)


def undrawn_ties(
    repository: Repository, architecture: Architecture, wired: Iterable[Pair]
) -> UndrawnTies:
    """Return the ties between components that are no edges.

    Args:
        repository: The linked repository.
        architecture: Its components.
        wired: Pairs of components whose definitions need one another.
    """
    owner = {path: part.path for part in architecture.components for path in part.files}
    told = set(owner.values())
    found = {pair for pair in wired if told.issuperset(pair)}
    for path, here in owner.items():
        for each in repository.links.imports.get(path, ()):
            found.update((here, owner[other]) for other in each.paths if other in owner)
    pairs = sorted(pair for pair in found - architecture.edges.keys() if pair[0] != pair[1])
    heaviest = architecture.edges.total() + len(pairs)
    weights = dict.fromkeys(pairs, 1)
    weights |= {pair: heaviest + number for pair, number in architecture.edges.items()}
    against = edges_against(weights)
    return UndrawnTies(tuple(pairs), tuple(pair for pair in pairs if pair in against))
