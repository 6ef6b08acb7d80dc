"""The starts of all meanings of one file, and the numbers of those that identifiers have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_repodoc.languages.python.names.target_nodes import MAX_NESTING, MAX_PARTS, TargetNode
from mkdocs_repodoc.model.references import Target, TargetBase


class TargetRoots:
    """The roots of one file's meanings, and the numbering of those that identifiers have.

    Args:
        functions: Dotted paths of the functions that the file defines.
    """

    def __init__(self, functions: frozenset[str] = frozenset()) -> None:
        self._functions = functions
        self._owned: dict[str, TargetNode] = {}
        self._roots: dict[tuple[TargetBase, str], TargetNode] = {}
        self._own = TargetNode("own", (), None)
        self._module = TargetNode("module", (), None)
        self._relative = TargetNode("relative", (), None)
        self._unknown = TargetNode("unknown", (), None)
        self._combined: dict[tuple[TargetBase, tuple[TargetNode, ...]], TargetNode] = {}
        self._numbered: list[TargetNode] = []

    def own(self, dotted: str) -> TargetNode:
        """Return the meaning of a name that the file defines.

        What a function defines is not one of its attributes: `outer.inner` is one name.
        """
        found = self._owned.get(dotted)
        if found is None:
            names = dotted.split(".")
            for end in range(len(names) - 1, 0, -1):
                if ".".join(names[:end]) in self._functions:
                    names[: end + 1] = [".".join(names[: end + 1])]
                    break
            found = self._owned[dotted] = _descend(self._own, names)
        return found

    def module(self, dotted: str) -> TargetNode:
        """Return the meaning of an absolute dotted path."""
        return _descend(self._module, dotted.split("."))

    def relative(self, level: int, dotted: str) -> TargetNode:
        """Return the meaning of a relative import's module."""
        return _descend(self._relative, [str(level), *(dotted.split(".") if dotted else ())])

    def package(self, dotted: str, depth: int) -> TargetNode:
        """Return the meaning of one of the packages that lead to an imported module."""
        found = self._roots.get(("package", f"{dotted}:{depth}"))
        if found is None:
            found = TargetNode("package", (dotted, str(depth)), None)
            self._roots["package", f"{dotted}:{depth}"] = found
        return found

    def combined(self, base: TargetBase, parts: Sequence[TargetNode | None]) -> TargetNode | None:
        """Return a tuple, a mapping or alternatives; `None` if nothing tells about any part.

        Args:
            base: `tuple`, `pairs` or `either`.
            parts: What it is made of; `None` for what nothing tells about.
        """
        if not any(parts) or len(parts) > MAX_PARTS:
            return None
        given = tuple(part or self._unknown for part in parts)
        found = self._combined.get((base, given))
        if found is None:
            found = self._combined[base, given] = TargetNode(base, (), None, given)
        return found if found.nesting <= MAX_NESTING else None

    def called(
        self, function: TargetNode, arguments: Sequence[TargetNode | None]
    ) -> TargetNode | None:
        """Return the result of calling a function with arguments that may be what it gives back.

        Args:
            function: What is called.
            arguments: What stands at each place; `None` for what nothing tells about.
        """
        return self._with_parts("call", function, arguments) or function.derived("call")

    def applied(
        self, instance: TargetNode, arguments: Sequence[TargetNode | None]
    ) -> TargetNode | None:
        """Return an instance of a generic class whose type arguments are known, as in `Box[Item]`.

        Args:
            instance: An instance of the class, whatever its arguments.
            arguments: What values of each type argument are; `None` where nothing tells.
        """
        return self._with_parts("applied", instance, arguments) or instance

    def callback(
        self, result: TargetNode | None, parameters: Sequence[TargetNode | None]
    ) -> TargetNode | None:
        """Return a function by what it gives and takes; `None` if nothing tells what it takes."""
        return self._with_parts("signature", result or self._unknown, parameters)

    def with_callbacks(
        self, result: TargetNode | None, parameters: Mapping[str, TargetNode | None]
    ) -> TargetNode:
        """Return what is stated of a function that takes others: its result, its parameters."""
        parts = tuple(part or self._unknown for part in parameters.values())
        return TargetNode("signature", tuple(parameters), result or self._unknown, parts)

    def _with_parts(
        self, base: TargetBase, of: TargetNode, parts: Sequence[TargetNode | None]
    ) -> TargetNode | None:
        if not any(parts) or len(parts) > MAX_PARTS:
            return None
        given = (of, *(part or self._unknown for part in parts))
        found = self._combined.get((base, given))
        if found is None:
            found = self._combined[base, given] = TargetNode(base, (), of, given[1:])
        return found if found.nesting <= MAX_NESTING else None

    def parameter(self, number: int) -> TargetNode:
        """Return the meaning of what stands at a place in a call, from 0."""
        return self._root("parameter", str(number))

    def symbol(self, position: int) -> TargetNode:
        """Return the meaning of one of several symbols of a name."""
        return self._root("symbol", str(position))

    def imported(self, index: int) -> TargetNode:
        """Return the meaning of what an import of the outline takes."""
        return self._root("import", str(index))

    def receiver(self, class_name: str) -> TargetNode:
        """Return the meaning of `self` in a class."""
        return self._root("self", class_name)

    def parent(self, class_name: str) -> TargetNode:
        """Return the meaning of `super()` in a class."""
        return self._root("super", class_name)

    def unbound(self, name: str) -> TargetNode:
        """Return the meaning of a name that nothing in the file binds."""
        return self._root("global", name)

    def fixture(self, scope: str, name: str) -> TargetNode:
        """Return the meaning of a fixture that a test, a fixture or a class asks for by name."""
        found = self._roots.get(("fixture", f"{scope}:{name}"))
        if found is None:
            found = TargetNode("fixture", (scope, name), None)
            self._roots["fixture", f"{scope}:{name}"] = found
        return found

    def number(self, meaning: TargetNode) -> int:
        """Return the meaning's index among the file's targets, giving it one if it has none."""
        if meaning.index < 0:
            meaning.index = len(self._numbered)
            self._numbered.append(meaning)
        return meaning.index

    def targets(self) -> tuple[Target, ...]:
        """Return the targets of all numbered meanings, in order of their numbers."""
        return tuple(meaning.to_target() for meaning in self._numbered)

    def _root(self, base: TargetBase, name: str) -> TargetNode:
        found = self._roots.get((base, name))
        if found is None:
            found = self._roots[base, name] = TargetNode(base, (name,), None)
        return found


def _descend(meaning: TargetNode, names: list[str]) -> TargetNode:
    for name in names:
        meaning = meaning.member(name)
    return meaning
