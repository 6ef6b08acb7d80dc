"""The site as those who make a machine-readable file of it see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.symbols.reexports import ExportsOf
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.rendering.queries import RepositoryQueries


@dataclass(frozen=True, slots=True)
class DocumentedSite:
    """All that an output may be made of.

    Attributes:
        repository: The linked repository.
        plan: Where its pages are.
        exports: What each of its files passes on to others.
        queries: Answers about its files.
        flows: Finds its main flows.
    """

    repository: Repository
    plan: SitePlan
    exports: ExportsOf
    queries: RepositoryQueries
    flows: Callable[[], Sequence[Flow]] = tuple
