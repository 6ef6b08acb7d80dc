"""Follows names through the repository to the definition that they mean.

Imports, types and method resolution orders are remembered, and a chain that leads back to itself
ends in no answer. Nothing is found by a bare name alone.

The identifiers of a file are found before, in analysis: `python_file_finder` begins there.
"""

from __future__ import annotations

from mkdocs_repodoc.languages.python.resolution.class_order import ClassRef
from mkdocs_repodoc.languages.python.resolution.given_back import given_back
from mkdocs_repodoc.languages.python.resolution.member_paths import MemberPaths
from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation, Receiver
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import Target, TargetBase
from mkdocs_repodoc.paths import folder_of


class Resolver(MemberPaths):
    """Answers what names, targets and imports mean."""

    def target(
        self, path: str, target: Target, receiver: Receiver | None = None
    ) -> Denotation | None:
        """Return what a target of a file means.

        Args:
            path: The file that the target belongs to.
            target: What is looked for.
            receiver: For what a method returns: the class that the method was called on.
        """
        if target.of is not None:
            return self._built_on(path, target, target.of, receiver)
        if target.also:
            parts = [self.target(path, part, receiver) for part in target.also]
            return self._follow(self._values.together(target.base, parts), target.names)
        return self._rooted(path, target, receiver)

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
                    return self._follow(self.members.bound_by(path, index), names[1:])
            scope = scope.rpartition(".")[0]
        start = self.members.binding(file, names[0])
        if start is None:
            start = self.members.starred(path, names[0], set())
        return self._follow(start, names[1:])

    def full_path(self, path: str, dotted: str) -> Denotation | None:
        """Return what an absolute dotted path (`package.module.Class`) means."""
        names = dotted.split(".")
        found = self._modules.absolute(path, names)
        if found is None:
            return None
        module_path, depth = found
        return self._follow(Denotation("module", module_path), names[depth:])

    def _built_on(
        self, path: str, target: Target, other: Target, receiver: Receiver | None
    ) -> Denotation | None:
        """Return what a target means that is made from another one."""
        of = self.target(path, other, receiver)
        if target.base == "signature":
            taken = [self.target(path, part, receiver) for part in target.also]
            return self._follow(self._values.callback(of, taken), target.names)
        if of is None:
            return None
        given = given_back(self.table, of, target.also)
        if given is not None:
            handed = self.target(path, given, receiver)
            found = handed.inferred() if handed is not None else None
            return self._follow(found, target.names)
        if target.base in ("part", "at", "argument"):
            return self._follow(self._at(target, of), target.names[1:])
        found = None
        if target.base == "applied":
            arguments = [self.target(path, part, receiver) for part in target.also]
            found = self._values.applied(of, arguments)
        elif target.base == "instance":
            found = self._values.standing_for(of, receiver)
        return self._of_value(found or self._derived(target.base, of), target.names)

    # Roots

    def _rooted(self, path: str, target: Target, receiver: Receiver | None) -> Denotation | None:
        """Return what a path means that starts at a name of the file."""
        base, names = target.base, target.names
        if base == "own":
            return self._own(path, names)
        if base == "self":
            return self._self(path, names, receiver)
        if base == "super":
            return self._super(path, names)
        if base == "relative":
            module_path = self._modules.relative(path, target.number(0), names[1:])
            return Denotation("module", module_path) if module_path is not None else None
        if base == "package":
            start, names = self._package(path, names[0].split("."), target.number(1)), ()
        elif base == "module":
            start = self.members.top(path, names)
        elif base == "import":
            start = self.members.imported(path, target.position)
        elif base == "symbol":
            start = Denotation("symbol", path, target.position)
        elif base == "fixture":
            start, names = self._fixtures.requested(path, *names), ()
        else:
            start = self.members.starred(path, names[0], set()) if base == "global" else None
        return self._follow(start, names[1:])

    def _at(self, target: Target, of: Denotation) -> Denotation | None:
        """Return the part of a value that stands at a place."""
        place = target.names[0]
        if target.base == "argument":
            return self._values.handed_on(of, place)
        if target.base == "part":
            return self._values.part(of, int(place))
        return self._values.element(of, "__getitem__", int(place))

    def _derived(self, base: TargetBase, of: Denotation) -> Denotation | None:
        values = self._values
        simple = {
            "instance": values.instance_of,
            "enter": values.entered,
            "given": values.given,
            "slice": values.sliced,
        }.get(base)
        if simple is not None:
            return simple(of)
        if base in ("many", "returning"):
            return values.holding("elements" if base == "many" else "callable", of)
        if base in ("element", "item"):
            return values.element(of, "__iter__" if base == "element" else "__getitem__")
        return values.called(of, awaited=base == "await")

    def _of_value(self, value: Denotation | None, names: tuple[str, ...]) -> Denotation | None:
        """Return a member of a value; none by which it is called, if it is a class or function."""
        is_called = names == ("__call__",) and value is not None and value.kind == "symbol"
        return None if is_called else self._follow(value, names)

    def _package(self, path: str, names: list[str], depth: int) -> Denotation | None:
        """Return the package that a part of an import's path names.

        A function of the same name in the package around it is something else.
        """
        found = self._modules.absolute(path, names)
        if found is None or found[1] < depth:
            start = self.members.top(path, names[:depth])
            return self._follow(start, names[1:depth])
        module_path = found[0]
        for _ in range(found[1] - depth):
            module_path = folder_of(module_path)
        return Denotation("module", module_path)

    def _own(self, path: str, names: tuple[str, ...]) -> Denotation | None:
        file = self.table.names[path]
        first = names[0]
        symbols = file.outline.symbols
        denotation = self.members.binding(file, first)
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
        self, path: str, names: tuple[str, ...], receiver: Receiver | None
    ) -> Denotation | None:
        position = self.table.names[path].positions.get(names[0])
        if position is None:
            return None
        if len(names) == 1:
            of = receiver or Receiver(path, position)
            return Denotation("instance", of.path, of.position, parts=of.arguments)
        found = self.class_member((path, position), names[1])
        return self._follow(found._replace(bound=True) if found else None, names[2:])

    def _super(self, path: str, names: tuple[str, ...]) -> Denotation | None:
        position = self.table.names[path].positions.get(names[0])
        if position is None or len(names) == 1:
            return None
        return self._follow(self.class_member((path, position), names[1], skip=1), names[2:])

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
            denotation = self.members.imported(path, indexes[0]) if indexes else None
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
