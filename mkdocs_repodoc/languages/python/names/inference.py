"""Types of names, from bindings, annotations and constructor calls.

Nothing is guessed: where nothing tells about one of a name's bindings there is no meaning, and what
depends on it gets no link.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import ClassVar

from mkdocs_repodoc.languages.python.names.outline_index import OutlineIndex
from mkdocs_repodoc.languages.python.names.python_scopes import (
    Binding,
    BindingKind,
    NameScope,
    telling,
)
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.target_roots import TargetRoots
from mkdocs_repodoc.languages.python.names.values.callback_values import CallbackValues
from mkdocs_repodoc.languages.python.names.values.returned_parameters import returned_parameter
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none, last_name


class Inference(CallbackValues):
    """Answers what things of one file mean.

    Args:
        meanings: Where meanings are made.
        sites: The file's symbols and imports.
        stars: Whether a star import may bind names that nothing else does.
    """

    def __init__(self, meanings: TargetRoots, sites: OutlineIndex, *, stars: bool) -> None:
        super().__init__(meanings, sites)
        self._stars = stars
        self._bindings: dict[int, TargetNode | None] = {}

    def name(
        self, scope: NameScope, name: str, line: int, column: int
    ) -> tuple[TargetNode | None, bool]:
        """Return what a name means at a place, and whether the name itself is worth a link.

        A parameter or local variable has a meaning (the type that it was annotated with, say), so
        that its members can be linked, but is no link itself.
        """
        found = scope.found.get(name)
        if found is not None:
            return found
        resolved = scope.resolve(name, line, column)
        if resolved is None:
            answer = self._unbound(scope, name)
            if scope.kind != "class" or name not in scope.bindings:
                scope.found[name] = answer
            return answer
        where, bindings, placed = resolved
        if not bindings:
            return self._unbound(scope, name)
        if placed:
            return self._judge(where, name, bindings, placed)
        if where.flows(name, bindings):
            return self._flowing(scope, where, name, bindings, (line, column))
        scope.found[name] = (None, False)  # what a value that refers to itself will find
        answer = scope.found[name] = self._judge(where, name, bindings, placed)
        return answer

    def agreement(self, bindings: Sequence[Binding], *, strict: bool = True) -> TargetNode | None:
        """Return what a variable is by all its bindings.

        A declaration decides alone; `x = None` is taken for "not yet". What is assigned to an
        annotated parameter can only speak against its annotation, not leave it open.

        Args:
            bindings: All that bind it.
            strict: Whether a binding that says nothing speaks against the others.
        """
        declared = [binding for binding in bindings if binding.kind == "annotated"]
        meanings = [self._bound(binding) for binding in declared or telling(bindings)]
        strict = strict and not any(binding.is_declared_parameter for binding in bindings)
        return self.joined(meanings if strict else [m for m in meanings if m is not None])

    def returned(
        self, scope: NameScope, node: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> TargetNode | None:
        """Return what calling a function gives: its annotation, else what its returns agree on."""
        if node.returns is not None:
            if scope.owner is not None and _returns_receiver(node, scope.owner):
                return self._meanings.receiver(scope.owner.name)
            return self.annotation(node.returns, scope.parent or scope)
        if scope.yields is not None:
            element = self._one_of_values(scope.yields, scope)
            return element.derived("many") if element is not None else None
        found = self._one_of_values(scope.returns or (), scope)
        if found is None and (number := returned_parameter(scope, node)) is not None:
            return self._meanings.parameter(number)
        return found

    def given(
        self, scope: NameScope, node: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> TargetNode | None:
        """Return what a fixture gives: what it yields once, or what it returns."""
        if scope.yields is None:
            return self.returned(scope, node)
        if node.returns is not None:
            declared = self.annotation(node.returns, scope.parent or scope)
            if declared is not None and declared.base == "many" and not declared.names:
                return declared.of
        return self._one_of_values(scope.yields, scope)

    def _one_of_values(
        self, values: Sequence[ast.expr | None], scope: NameScope
    ) -> TargetNode | None:
        return self._agreed([value for value in values if value is not None], scope)

    def _flowing(
        self,
        scope: NameScope,
        where: NameScope,
        name: str,
        bindings: list[Binding],
        place: tuple[int, int],
    ) -> tuple[TargetNode | None, bool]:
        """Return what a local name means where it is used, else what it means everywhere."""
        if not any(binding.linkable for binding in bindings):
            scope.unlinked.add(name)
        direct = scope
        while direct is not where and direct.kind == "comprehension" and direct.parent is not None:
            direct = direct.parent
        if direct is where:
            reaching = where.reaching(name, *place)
            if reaching is not None:
                meaning = self._known(reaching)
                if meaning is not None or (reaching.kind == "assigned" and is_none(reaching.node)):
                    return meaning, reaching.linkable
        if where.agreed is None:
            where.agreed = {}
        if name not in where.agreed:
            where.agreed[name] = (None, False)
            # What `x = x.parent` builds on is what the other bindings say.
            others = [binding for binding in bindings if _root(binding.node) != name]
            if len(others) < len(bindings):
                where.agreed[name] = (self.agreement(others), False)
            where.agreed[name] = self._judge(where, name, bindings, placed=False)
        return where.agreed[name]

    def _known(self, binding: Binding) -> TargetNode | None:
        """Return what a binding says, which is asked for once for each use."""
        key = id(binding)
        if key not in self._bindings:
            self._bindings[key] = None
            try:
                self._bindings[key] = self._bound(binding)
            except RecursionError:
                # A name that hundreds of statements bind anew, each by the one before.
                self._bindings[key] = None
        return self._bindings[key]

    def _unbound(self, scope: NameScope, name: str) -> tuple[TargetNode | None, bool]:
        if name == "__class__" and scope.owner is not None and scope.kind != "class":
            return self._meanings.own(scope.owner.name), True
        return (self._meanings.unbound(name), True) if self._stars else (None, False)

    def _judge(
        self, where: NameScope, name: str, bindings: list[Binding], placed: bool
    ) -> tuple[TargetNode | None, bool]:
        if where.kind not in ("module", "class"):
            return self._local(bindings)
        dotted = f"{where.name}.{name}" if where.name else name
        if len(bindings) == 1:
            found = bindings[0].pinned if placed else None
            if found is not None or bindings[0].linkable:
                return found or bindings[0].meaning, True
        elif (agreed := _single([binding.meaning for binding in bindings])) is not None:
            return agreed, True
        elif any(binding.kind == "import" for binding in bindings):
            # Which one it is cannot be said without knowing where each leads.
            return self._meanings.own(dotted), True
        if self._sites.defines(dotted):
            return self._meanings.own(dotted), True
        return self.agreement(bindings), False

    def _local(self, bindings: list[Binding]) -> tuple[TargetNode | None, bool]:
        if len(bindings) == 1:
            return self._bound(bindings[0]), bindings[0].linkable
        meaning = self.agreement(bindings)
        return meaning, all(binding.linkable for binding in telling(bindings))

    def _bound(self, binding: Binding) -> TargetNode | None:
        if binding.meaning is not None or binding.node is None:
            return binding.meaning
        meaning = self._whole(binding.kind, binding.node, binding.scope)
        for number in binding.path:
            meaning = _unpacked(meaning, number) if meaning is not None else None
        return meaning

    def _whole(self, kind: BindingKind, node: ast.expr, scope: NameScope) -> TargetNode | None:
        """Return what a statement binds, before it is unpacked."""
        meaning = self._STATED.get(kind, Inference.expression)(self, node, scope)
        if meaning is None or kind not in ("starred", "entered"):
            return meaning
        return meaning.derived("many" if kind == "starred" else "enter")

    _STATED: ClassVar[dict[BindingKind, Callable[..., TargetNode | None]]] = {
        "annotated": CallbackValues.annotation,
        "parameter": CallbackValues.annotation,
        "starred": CallbackValues.annotation,
        "element": CallbackValues.element,
        "caught": CallbackValues.instances,
        "bound": CallbackValues.bound,
        "handed": CallbackValues.handed,
    }


def _returns_receiver(node: ast.FunctionDef | ast.AsyncFunctionDef, owner: NameScope) -> bool:
    """Whether a method is annotated with one type variable for its receiver and its result."""
    parameters = [*node.args.posonlyargs, *node.args.args]
    given = parameters[0].annotation if parameters else None
    if isinstance(given, ast.Subscript) and last_name(given.value) in ("type", "Type"):
        given = given.slice
    name = _written(given)
    return bool(name) and name == _written(node.returns) and name != owner.name.rpartition(".")[2]


def _written(annotation: ast.expr | None) -> str:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return annotation.id if isinstance(annotation, ast.Name) else ""


def _unpacked(meaning: TargetNode, number: int) -> TargetNode | None:
    if meaning.base == "many" and not meaning.names:
        return meaning.of
    return meaning.part(number)


def _root(node: ast.expr | None) -> str:
    """Return the name that a chain of members, calls and subscripts starts at."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _single(meanings: Sequence[TargetNode | None]) -> TargetNode | None:
    """Return what all meanings are, if they are the same."""
    first = meanings[0] if meanings else None
    return first if all(meaning is first for meaning in meanings) else None
