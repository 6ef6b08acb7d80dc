"""Follows names through the repository to the definition that they mean.

Imports, types and method resolution orders are remembered, and a chain that leads back to itself
ends in no answer. Nothing is found by a bare name alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.python.resolution.class_order import Classes, ClassRef
from mkdocs_repodoc.languages.python.resolution.denotations import Denotation
from mkdocs_repodoc.languages.python.resolution.fixtures import Fixtures
from mkdocs_repodoc.languages.python.resolution.module_paths import module_path_of
from mkdocs_repodoc.languages.python.resolution.star_imports import StarImports
from mkdocs_repodoc.languages.python.resolution.symbol_table import (
    FileNames,
    SymbolTable,
    is_assigned,
    is_declared,
)
from mkdocs_repodoc.languages.python.resolution.value_types import Values
from mkdocs_repodoc.languages.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import FUNCTIONS, VARIABLES, Kind
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target, TargetBase
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.paths import folder_of


class Resolver:
    """Answers what names, targets and imports mean.

    Args:
        table: The names of the repository.

    Attributes:
        table: The same.
        star_imports: Where star imports lead to.
        classes: Bases and method resolution orders.
    """

    def __init__(self, table: SymbolTable) -> None:
        self.table = table
        self.star_imports = StarImports(table)
        self._modules = table.modules
        self._answers = RecursiveMemo()
        # Bases are found by name, types by target and member: the three ask each other.
        self.classes = Classes(table, self, self._answers)
        self._values = Values(table, self, self._answers)
        self._fixtures = Fixtures(table, self)

    # What a link leads to

    def definition(self, denotation: Denotation | None) -> SymbolRef | None:
        """Return the symbol or file that a link leads to; `None` if there is none."""
        if denotation is None or denotation.kind in ("instance", "elements"):
            return None
        if denotation.kind == "symbol":
            return SymbolRef(denotation.path, denotation.position)
        file = self._modules.file(denotation.path)
        return SymbolRef.of_file(file) if file else None

    def target(
        self, path: str, target: Target, receiver: ClassRef | None = None
    ) -> Denotation | None:
        """Return what a target of a file means.

        Args:
            path: The file that the target belongs to.
            target: What is looked for.
            receiver: For what a method returns: the class that the method was called on.
        """
        if target.of is not None:
            of = self.target(path, target.of, receiver)
            return self._follow(self._derived(target.base, of), target.names) if of else None
        return self._rooted(path, target, receiver)

    def imported(self, path: str, index: int) -> Denotation | None:
        """Return what an import of a file takes, re-exports followed to their end."""
        return self._answers.get(
            ("import", path, index),
            lambda: (
                self._own_submodule(path, index)
                or self.taken(path, self.table.imported(path, index))
            ),
            if_recursive=None,
        )

    def _own_submodule(self, path: str, index: int) -> Denotation | None:
        """Return the submodule that a package's initialiser takes from its own package.

        A name that the initialiser binds further down is not there yet.
        """
        item = self.table.imported(path, index)
        file = self.table.names[path]
        if not item.level or not item.name or item.module or item.name in file.positions:
            return None
        module = self._modules.named_by(path, item)
        if module is None or self._modules.file(module) != path:
            return None
        if any(earlier < index for earlier in file.bindings.get(item.name, ())):
            return None
        child = self._modules.child(module, item.name)
        return Denotation("module", child) if child is not None else None

    def taken(self, path: str, item: Import) -> Denotation | None:
        """Return what an import takes, for a file that may be outside the symbol table."""
        module = self._modules.named_by(path, item)
        if module is None:
            return None
        if not item.name:
            return Denotation("module", module)
        return None if item.name == "*" else self._module_member(module, item.name)

    def look_up(self, path: str, scope: str, dotted: str) -> Denotation | None:
        """Return what a dotted name means in a file.

        Args:
            path: The file.
            scope: Dotted path of the class or function in which the name stands.
            dotted: The name.
        """
        names = dotted.split(".")
        file = self.table.names.get(path)
        if file is None:
            return None
        while scope:
            inner = file.positions.get(f"{scope}.{names[0]}")
            if inner is not None:
                return self._follow(Denotation("symbol", path, inner), names[1:])
            for index, item in enumerate(file.outline.imports):
                if item.scope == scope and item.binding == names[0]:
                    return self._follow(self._bound_by(path, index), names[1:])
            scope = scope.rpartition(".")[0]
        start = self._binding(file, names[0])
        if start is None:
            start = self._starred(path, names[0], set())
        return self._follow(start, names[1:])

    def full_path(self, path: str, dotted: str) -> Denotation | None:
        """Return what an absolute dotted path (`package.module.Class`) means."""
        names = dotted.split(".")
        found = self._modules.absolute(path, names)
        if found is None:
            return None
        module_path, depth = found
        return self._follow(Denotation("module", module_path), names[depth:])

    # Roots

    def _rooted(self, path: str, target: Target, receiver: ClassRef | None) -> Denotation | None:
        """Return what a path means that starts at a name of the file."""
        base, names = target.base, target.names
        if base == "own":
            return self._own(path, names)
        if base == "self":
            return self._self(path, names, receiver)
        if base == "super":
            return self._super(path, names)
        if base == "relative":
            module_path = self._modules.relative(path, int(names[0]), names[1:])
            return Denotation("module", module_path) if module_path is not None else None
        if base == "module":
            start = self._top(path, names)
        elif base == "import":
            start = self.imported(path, target.position)
        elif base == "symbol":
            start = Denotation("symbol", path, target.position)
        elif base == "fixture":
            return self._fixtures.requested(path, *names)
        else:
            start = self._starred(path, names[0], set()) if base == "global" else None
        return self._follow(start, names[1:])

    def _derived(self, base: TargetBase, of: Denotation) -> Denotation | None:
        if base == "instance":
            return self._values.instance_of(of)
        if base == "enter":
            return self._values.entered(of)
        if base == "given":
            return self._values.given(of)
        if base == "many":
            return of._replace(kind="elements") if of.kind == "instance" else None
        if base in ("element", "item"):
            return self._values.element(of, "__iter__" if base == "element" else "__getitem__")
        return self._values.called(of, awaited=base == "await")

    def _own(self, path: str, names: tuple[str, ...]) -> Denotation | None:
        file = self.table.names[path]
        first = names[0]
        symbols = file.outline.symbols
        denotation = self._binding(file, first)
        position = file.positions.get(first)
        end = 1
        while position is not None and end < len(names) and symbols[position].kind == Kind.CLASS:
            # What the file itself says of its class goes before a class imported on a condition.
            position = file.positions.get(".".join(names[: end + 1]))
            if position is not None:
                end += 1
                denotation = Denotation("symbol", path, position)
        return self._follow(denotation, names[end:])

    def _self(
        self, path: str, names: tuple[str, ...], receiver: ClassRef | None
    ) -> Denotation | None:
        position = self.table.names[path].positions.get(names[0])
        if position is None:
            return None
        if len(names) == 1:
            return Denotation("instance", *(receiver or (path, position)))
        found = self.class_member((path, position), names[1])
        return self._follow(found._replace(bound=True) if found else None, names[2:])

    def _super(self, path: str, names: tuple[str, ...]) -> Denotation | None:
        position = self.table.names[path].positions.get(names[0])
        if position is None or len(names) == 1:
            return None
        return self._follow(self.class_member((path, position), names[1], skip=1), names[2:])

    # Members

    def _follow(self, start: Denotation | None, names: Sequence[str]) -> Denotation | None:
        denotation = start
        for name in names:
            if denotation is None:
                return None
            denotation = self._member(denotation, name)
        return denotation

    def _member(self, denotation: Denotation, name: str) -> Denotation | None:
        if denotation.kind == "module":
            return self._module_member(denotation.path, name)
        if denotation.kind == "elements":
            return None
        if denotation.kind == "symbol":
            kind = self.table.symbol(denotation.path, denotation.position).kind
            if kind in FUNCTIONS:
                return None
            if kind != Kind.CLASS:
                value = self._values.of(denotation)
                return self._member(value, name) if value is not None else None
        found = self.class_member((denotation.path, denotation.position), name)
        if found is None or denotation.kind != "instance":
            return found
        return found._replace(exact=found.exact and denotation.exact, bound=True)

    def _module_member(self, module: str, name: str) -> Denotation | None:
        return self._answers.get(
            ("member", module, name),
            lambda: self._find_module_member(module, name),
            if_recursive=None,
        )

    def _find_module_member(self, module: str, name: str) -> Denotation | None:
        path = self._modules.file(module)
        if path:
            found = self._member_of_file(path, name)
            if found is not None:
                return found
        child = self._modules.child(module, name)
        if child is not None:
            return Denotation("module", child)
        stub = self._modules.stub(module)
        return self._member_of_file(stub, name) if stub else None

    def exported(self, path: str, name: str) -> Denotation | None:
        """Return what a name means that `from … import *` takes from a file."""
        found = self._member_of_file(path, name)
        return found or self._listed_submodule(self.table.names[path], module_path_of(path), name)

    def _member_of_file(self, path: str, name: str) -> Denotation | None:
        found = self._binding(self.table.names[path], name)
        return found if found is not None else self._starred(path, name, set())

    def _binding(self, file: FileNames, name: str) -> Denotation | None:
        """Return what a module's own statements bind a name to.

        Functions and classes go before imports that only some conditions make; variables do not:
        `except ImportError: name = None` is no definition to link to.
        """
        position = file.positions.get(name)
        own = None if position is None else Denotation("symbol", file.path, position)
        indexes = file.bindings.get(name)
        if not indexes:
            return own
        if own is not None and position is not None:
            is_variable = file.outline.symbols[position].kind in VARIABLES
            conditional = all(file.outline.imports[index].conditional for index in indexes)
            if not (is_variable and conditional):
                return own.inferred() if conditional else own
        found = [self._bound_by(file.path, index) for index in indexes]
        known = [denotation for denotation in found if denotation is not None]
        if not known:
            return own
        agreed = own is None and all(denotation == known[0] for denotation in known)
        return known[0] if agreed and len(known) == len(found) else known[0].inferred()

    def _bound_by(self, path: str, index: int) -> Denotation | None:
        item = self.table.imported(path, index)
        if item.name or item.alias:
            return self.imported(path, index)
        return self._top(path, item.module.split("."))

    def _top(self, path: str, names: Sequence[str]) -> Denotation | None:
        """Return the module that `import a.b.c` binds to `a`."""
        found = self._modules.absolute(path, names)
        if found is None:
            return None
        module_path, depth = found
        for _ in range(depth - 1):
            module_path = folder_of(module_path)
        return Denotation("module", module_path)

    def _starred(self, path: str, name: str, seen: set[str]) -> Denotation | None:
        """Return what a module's star imports bind a name to, the last import first."""
        seen.add(path)
        for _, module_path, source in self.star_imports.offering(self.table.names[path], name):
            if source is None or source.path in seen:
                continue
            found = self._binding(source, name) or self._starred(source.path, name, seen)
            found = found or self._listed_submodule(source, module_path, name)
            if found is not None:
                return found
        return None

    def _listed_submodule(
        self, file: FileNames, module_path: str | None, name: str
    ) -> Denotation | None:
        """Return the submodule that a star import loads because `__all__` names it."""
        if module_path is None or name not in (file.outline.exports or ()):
            return None
        child = self._modules.child(module_path, name)
        return Denotation("module", child) if child is not None else None

    def class_member(self, owner: ClassRef, name: str, skip: int = 0) -> Denotation | None:
        """Return a member as the method resolution order finds it.

        What methods merely assign to `self` gives way to what a base class declares: a property
        there takes the assignment, and an annotation there says what the attribute is.
        """
        exact = True
        assigned: Denotation | None = None
        for ref in self.classes.order(*owner)[skip:]:
            if ref is None:
                exact = False
                continue
            file = self.table.names[ref[0]]
            symbols = file.outline.symbols
            position = file.positions.get(f"{symbols[ref[1]].name}.{name}")
            if position is None:
                continue
            found = Denotation("symbol", ref[0], position, exact, owner)
            if not is_assigned(symbols[position]):
                declares = symbols[position].kind == Kind.PROPERTY or is_declared(symbols[position])
                return found if assigned is None or declares else assigned
            assigned = assigned or found
        return assigned

    def _kind(self, denotation: Denotation) -> str:
        return self.table.symbol(denotation.path, denotation.position).kind

    # Bases

    def class_named(self, path: str, position: int, name: str) -> ClassRef | None:
        """Return the class that a dotted name means as seen from a class statement.

        Args:
            path: File of the statement.
            position: The class that it defines.
            name: The name.
        """
        scope = self.table.symbol(path, position).name.rpartition(".")[0]
        denotation = self.look_up(path, scope, name)
        if denotation is not None and denotation[:3] == ("symbol", path, position):
            # `class Name(Name)`: the one that it replaces.
            indexes = self.table.names[path].bindings.get(name, ())
            denotation = self.imported(path, indexes[0]) if indexes else None
        if (
            denotation is not None
            and denotation.kind == "symbol"
            and self._kind(denotation) != Kind.CLASS
        ):
            denotation = self._values.of(denotation)
        if (
            denotation is None
            or denotation.kind != "symbol"
            or self._kind(denotation) != Kind.CLASS
        ):
            return None
        return denotation.path, denotation.position
