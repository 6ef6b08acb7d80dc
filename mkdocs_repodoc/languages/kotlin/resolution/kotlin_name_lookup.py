"""Names of Kotlin: what the scopes around and the top of a file have, and members of values."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterable, Iterator

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_denotation import Denotation
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_member_lookup import MemberLookup, Receiver
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_members import (
    FUNCTION,
    PROPERTY,
)
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import WITH_RECEIVER
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class NameLookup(MemberLookup, ABC):
    """Finds properties and classes by name.

    Args:
        files: The files of the repository.
    """

    def simple_name(self, path: str, scope: int, name: str) -> Denotation | None:
        """Return what a name in an expression means: a property, a class or a package."""
        receivers = list(self.receivers(path, scope))
        is_certain = True
        if self.may_be_given(path, scope, name):
            return None
        for one in receivers:
            found = self._of_receiver(one, name)
            if found is not None:
                return found._replace(exact=found.exact and one.is_certain)
            is_certain = one.is_certain and self.is_complete(one.kind)
        found = self._at_top(path, name, receivers)
        if found is not None:
            is_certain = is_certain and not self.is_in_unknown(path, scope)
            return found._replace(exact=found.exact and is_certain)
        if self.files.is_package(name):
            return Denotation(None, None, package=name)
        return None

    def may_be_given(self, path: str, scope: int, name: str) -> bool:
        """Whether a name may be one that a lambda of an unknown call has by its receiver.

        It may if an extension of the called name takes such a lambda, and the type of what it
        would be called on is not known.
        """
        for _, entry in self.types.enclosing(path, scope):
            called = entry.of
            if entry.base != "element" or called is None or called.base != "member":
                continue
            if called.of is None or self.kind(path, called.of) is not None:
                continue
            if any(self._has(kind, name) for kind in self._possible(path, called.names[0])):
                return True
        return False

    def _possible(self, path: str, name: str) -> Iterator[ClassType]:
        """Yield the receivers that functions of a name give to their last argument."""
        for level in self.members.levels(path, name, FUNCTION):
            for symbol in level:
                taken = self.members.function(symbol).taken
                kind = taken[-1].kind if taken else None
                if kind is not None and kind.head == WITH_RECEIVER and kind.arguments[1]:
                    yield kind.arguments[1]

    def _has(self, kind: ClassType, name: str) -> bool:
        if self.members.functions(kind, name):
            return True
        return self.members.property(kind, name) is not None

    def is_in_unknown(self, path: str, scope: int) -> bool:
        """Whether a lambda around may have a receiver of which nothing is known."""
        return any(
            not self.receiver_of(path, number, entry)[0]
            for number, entry in self.types.enclosing(path, scope)
        )

    def _of_receiver(self, receiver: Receiver, name: str) -> Denotation | None:
        if (found := self.property_of(receiver.kind, name)) is not None:
            return found
        if receiver.owner is None:
            return None
        own = ClassType(receiver.owner)
        if (found := self.property_of(own, name, of_companion=True)) is not None:
            return found
        inner = self.types.member_class(receiver.owner, name)
        return self.class_named(Meaning(inner)) if inner is not None else None

    def _at_top(self, path: str, name: str, receivers: Iterable[Receiver]) -> Denotation | None:
        kinds = [one.kind for one in receivers]
        pairs = zip(
            self.members.levels(path, name, PROPERTY),
            self.members.levels(path, name, "types"),
            strict=True,
        )
        for properties, classes in pairs:
            plain = [one for one in properties if not self.members.is_extension(one)]
            if (found := self._only(plain, path)) is not None:
                return found
            if nearest := self.files.nearest(classes, path):
                return self.class_named(Meaning(nearest[0], len(nearest) == 1))
            for kind in kinds:
                if (found := self.extension(path, kind, properties)) is not None:
                    return found
        functions = [
            one
            for level in self.members.levels(path, name, FUNCTION)
            for one in level
            if not self.members.is_extension(one)
        ]
        nearest = self.files.nearest(functions, path)
        return Denotation(nearest[0], None) if len(nearest) == 1 else None

    def _only(self, properties: Iterable[SymbolRef], path: str) -> Denotation | None:
        nearest = self.files.nearest(properties, path)
        if not nearest:
            return None
        return self.property_value(nearest[0], {})._replace(exact=len(nearest) == 1)
