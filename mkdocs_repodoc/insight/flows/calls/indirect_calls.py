"""Calls that no line names: of what was registered with an object, or is kept under a name."""

from __future__ import annotations

from typing import NamedTuple, Self

from mkdocs_repodoc.insight.bounded_answers import Bounds
from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.callbacks import Callbacks
from mkdocs_repodoc.insight.flows.calls.named_handlers import NamedHandlers
from mkdocs_repodoc.model.repository import Repository, Role


class IndirectCalls(NamedTuple):
    """What finds them; what it takes a look at the whole repository for is found once."""

    callbacks: Callbacks
    handlers: NamedHandlers

    @classmethod
    def of(
        cls,
        repository: Repository,
        code_roles: frozenset[Role],
        conditions: CallConditions,
        bounds: Bounds,
    ) -> Self:
        """Return what finds the indirect calls of a repository.

        Args:
            repository: The linked repository.
            code_roles: Roles of the files that make up the software itself.
            conditions: Has the lines of the files.
            bounds: The bounds of what looks at the whole of it.
        """
        return cls(
            Callbacks(repository, code_roles, conditions.lines),
            NamedHandlers(repository, code_roles, conditions, bounds),
        )
