"""The answers that types of values need."""

from __future__ import annotations

from typing import Protocol

from mkdocs_repodoc.languages.python.resolution.class_order import ClassRef
from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation, Receiver
from mkdocs_repodoc.model.references import Target


class TypeLookup(Protocol):
    """What types of values are found with; the resolver."""

    def target(
        self, path: str, target: Target, receiver: Receiver | None = None
    ) -> Denotation | None:
        """Return what a target of a file means, with the class that a method was called on."""

    def look_up(self, path: str, scope: str, dotted: str) -> Denotation | None:
        """Return what a dotted name means in a file."""

    def class_named(self, path: str, position: int, name: str) -> ClassRef | None:
        """Return the class that a dotted name means as seen from a class statement."""

    def instance_of(self, denotation: Denotation) -> Denotation | None:
        """Return an instance of what a denotation means."""

    def class_member(self, owner: ClassRef, name: str) -> Denotation | None:
        """Return a member of a class, inherited ones included."""
