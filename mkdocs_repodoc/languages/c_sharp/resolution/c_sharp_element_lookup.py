"""Elements of values in C#: of collections and tuples, and what a function passes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_call_lookup import CallLookup
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_files import CSharpFiles
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_member_lookup import MemberLookup
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_name_lookup import Denotation
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_lookup import TypeLookup
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_overloads import Argument
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.value_terms import CALLED
from mkdocs_repodoc.model.references import Target


class ElementLookup(ABC):
    """Finds elements of values.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: CSharpFiles) -> None:
        self.files = files
        self.types = TypeLookup(files)
        self.members = MemberLookup(self.types)
        self.names = CallLookup(self.types, self.members)

    @abstractmethod
    def denote(self, path: str, target: Target) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""

    def _element(self, path: str, target: Target) -> Denotation | None:
        """Return what a loop binds, or what a method passes to a function or gives out."""
        of = self.denote(path, target.of) if target.of is not None else None
        if of is None:
            return self._passed_by_library(path, target)
        if not target.names:
            return a_value(self.names.element(of.type), exact=False)
        if not target.names[0]:
            return self._passed(of.type, target.number(1))
        if of.method is None:
            return self._passed_by_library(path, target)
        number = target.number(0) + (of.receiver is not None)
        wanted = types.put_in(self.members.overloads.wanted(of.method, number), of.put)
        if target.names[1] == "out":
            return a_value(wanted, exact=False)
        if wanted is not None and wanted.head == types.ARRAY:  # `params`
            wanted = wanted.first
        return self._passed(wanted, target.number(1))

    def _passed(self, kind: ClassType | None, parameter: int) -> Denotation | None:
        """Return what is passed to a function of a type."""
        function = self.members.function(kind)
        if function is None or parameter >= len(function[0]):
            return None
        return a_value(function[0][parameter], exact=False)

    def _passed_by_library(self, path: str, target: Target) -> Denotation | None:
        called = target.of
        if called is None or called.base != "member" or called.of is None:
            return None
        if not any(target.names[:1]):  # what a loop binds
            return None
        if CALLED not in called.names[1:2]:
            return None
        kind = types.erased(self._type_of_value(path, called.of))
        if kind is None:
            return None
        if target.names[1] == "out":
            is_value = called.names[0] == "TryGetValue"
            return a_value(dotnet_types.indexed(kind), exact=False) if is_value else None
        passed = self.names.passed(kind, called.names[0], target.number(1))
        return a_value(passed, exact=False)

    def _indexed(self, path: str, target: Target) -> Denotation | None:
        of = self._type_of_value(path, target.of)
        kind = types.erased(of)
        if kind is None:
            return None
        if kind.symbol is None:
            return a_value(dotnet_types.indexed(kind), exact=False)
        methods = self.members.indexers(kind)
        given = self._given(path, target.also) or [Argument(None)] * target.number(1)
        chosen = self.members.overloads.choose(methods, given)
        if chosen is None:
            return None if methods else a_value(self.names.element(kind), exact=False)
        return a_value(chosen[0].returned, exact=False)

    def _component(self, path: str, target: Target) -> Denotation | None:
        kind = self._type_of_value(path, target.of)
        number = target.number(0)
        if kind is None or kind.head != "()" or number >= len(kind.arguments):
            return None
        return a_value(kind.arguments[number], exact=False)

    def _type_of_value(self, path: str, term: Target | None) -> ClassType | None:
        found = self.denote(path, term) if term is not None else None
        return found.type if found is not None and not found.is_type else None

    def _given(self, path: str, arguments: Sequence[Target]) -> list[Argument]:
        return [
            Argument(self._type_of_value(path, one.of), one.names[0])
            if one.base == "part"
            else Argument(self._type_of_value(path, one))
            for one in arguments
        ]


def a_value(kind: ClassType | None, *, exact: bool = True) -> Denotation | None:
    """Return a value without a name; `None` if its type is not known."""
    return Denotation(None, kind, exact) if kind is not None else None
