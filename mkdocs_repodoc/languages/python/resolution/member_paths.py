"""Members of Python behind a name: attributes of modules, classes and values, one by one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from mkdocs_repodoc.languages.python.resolution import containers
from mkdocs_repodoc.languages.python.resolution.class_order import Classes, ClassRef
from mkdocs_repodoc.languages.python.resolution.compiled.extension_modules import CompiledModules
from mkdocs_repodoc.languages.python.resolution.fixtures import Fixtures
from mkdocs_repodoc.languages.python.resolution.inherited_members import class_member
from mkdocs_repodoc.languages.python.resolution.module_members import ModuleMembers
from mkdocs_repodoc.languages.python.resolution.python_denotations import (
    COMPILED,
    Denotation,
    Receiver,
    either,
)
from mkdocs_repodoc.languages.python.resolution.star_imports import StarImports
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.languages.python.resolution.values.value_types import Values
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class MemberPaths(ABC):
    """Follows names to members.

    Args:
        table: The names of the repository.
        compiled: The modules that are made in other languages.

    Attributes:
        table: The names.
        compiled: The same modules.
        star_imports: Where star imports lead to.
        members: What names of modules mean.
        classes: Bases and method resolution orders.
    """

    @abstractmethod
    def target(
        self, path: str, target: Target, receiver: Receiver | None = None
    ) -> Denotation | None:
        """Return what a target of a file means."""

    @abstractmethod
    def look_up(self, path: str, scope: str, dotted: str) -> Denotation | None:
        """Return what a dotted name means in a file."""

    @abstractmethod
    def class_named(self, path: str, position: int, name: str) -> ClassRef | None:
        """Return the class that a dotted name means as seen from a class statement."""

    def __init__(self, table: SymbolTable, compiled: CompiledModules) -> None:
        self.table = table
        self.compiled = compiled
        self.star_imports = StarImports(table)
        self._modules = table.modules
        self._answers = RecursiveMemo()
        self.members = ModuleMembers(table, self.star_imports, self._answers, compiled)
        # Bases are found by name, types by target and member: the three ask each other.
        self.classes = Classes(table, self, self._answers)
        self._values = Values(table, self, self._answers)
        self._fixtures = Fixtures(table, self.members, self.classes)

    def definition(self, denotation: Denotation | None) -> SymbolRef | None:
        """Return the symbol or file that a link leads to; `None` if there is none."""
        if denotation is None:
            return None
        if denotation.kind == "symbol":
            ref = SymbolRef(denotation.path, denotation.position)
            return self._described(ref) if ref.path.endswith(".pyi") else ref
        if denotation.kind in COMPILED and denotation.kind != "compiled object":
            return SymbolRef(denotation.path, denotation.position)
        if denotation.kind != "module":
            return None
        file = self._modules.file(denotation.path)
        return SymbolRef.of_file(file) if file else None

    def _described(self, ref: SymbolRef) -> SymbolRef:
        """Return what a symbol of a stub describes, if that is made in another language."""
        maker = self.compiled.of_stub(ref.path) if self.compiled else None
        found = Denotation("compiled module", *maker) if maker is not None else None
        for name in self.table.symbol(*ref).name.split(".") if found is not None else ():
            found = self.members.of_compiled(found, name) if found is not None else None
        return SymbolRef(found.path, found.position) if found is not None else ref

    def _follow(self, start: Denotation | None, names: Sequence[str]) -> Denotation | None:
        denotation = start
        for name in names:
            if denotation is None:
                return None
            denotation = self._member(denotation, name)
        return denotation

    def _member(self, denotation: Denotation, name: str) -> Denotation | None:
        kind = denotation.kind
        if kind == "module" or kind in COMPILED:
            return self.members.under(denotation, name)
        if kind == "either":
            members = [(part, self._member(part, name)) for part in denotation.parts if part]
            # What certainly lacks the member is not what stands here.
            return either(each for part, each in members if each or not self._lacks(part, name))
        if kind not in ("symbol", "instance"):
            return containers.method(denotation, name)
        if kind == "symbol" and (of := self._kind(denotation)) != Kind.CLASS:
            value = self._values.of(denotation) if of not in FUNCTIONS else None
            return self._member(value, name) if value is not None else None
        found = self.class_member((denotation.path, denotation.position), name)
        if found is None or kind != "instance":
            return found
        return found.member_of(denotation)

    def _lacks(self, value: Denotation, name: str) -> bool:
        """Whether a value can't have a member of a name."""
        if value.kind != "instance":
            return False
        owner = (value.path, value.position)
        return None not in self.classes.order(*owner) and not any(
            self.class_member(owner, each) for each in (name, "__getattr__", "__getattribute__")
        )

    def instance_of(self, denotation: Denotation) -> Denotation | None:
        """Return an instance of what a denotation means."""
        return self._values.instance_of(denotation)

    def class_member(self, owner: ClassRef, name: str, skip: int = 0) -> Denotation | None:
        """Return a member as the method resolution order finds it."""
        return class_member(self.table, self.classes, owner, name, skip)

    def _kind(self, denotation: Denotation) -> str:
        return self.table.symbol(denotation.path, denotation.position).kind
