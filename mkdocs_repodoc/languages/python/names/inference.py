"""Types of names and expressions, from bindings, annotations and constructor calls.

Nothing is guessed: where bindings disagree, where a value comes from an operation or a container,
there is no meaning, and what depends on it gets no link.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from mkdocs_repodoc.languages.python.names.outline_index import OutlineIndex
from mkdocs_repodoc.languages.python.names.scopes import Binding, Scope, telling
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode, TargetNodes
from mkdocs_repodoc.languages.python.parse.string_annotations import last_name
from mkdocs_repodoc.model.references import TargetBase

_WRAPPERS = {"Annotated", "ClassVar", "Final", "NotRequired", "Optional", "ReadOnly", "Required"}
"""Their first argument is the type of the value, or `None` is the only other."""
_CAST_ARGUMENTS = 2
_CONTAINERS = frozenset(
    (  # noqa: SIM905  # a list of words reads better than one of strings
        "list List set Set frozenset FrozenSet deque Deque Sequence MutableSequence Iterable "
        "Iterator Collection Reversible AbstractSet MutableSet Generator AsyncIterable "
        "AsyncIterator AsyncGenerator"
    ).split()
)
"""Types whose first argument is what a loop over them gives."""
_PASSING_ON = {"frozenset", "iter", "list", "reversed", "set", "sorted", "tuple"}
"""Functions whose result has the elements of their first argument."""


class Inference:
    """Answers what things of one file mean.

    Args:
        meanings: Where meanings are made.
        sites: The file's symbols and imports.
        stars: Whether a star import may bind names that nothing else does.
    """

    def __init__(self, meanings: TargetNodes, sites: OutlineIndex, *, stars: bool) -> None:
        self._meanings = meanings
        self._sites = sites
        self._stars = stars
        self._calls: dict[int, TargetNode | None] = {}
        self._bindings: dict[int, TargetNode | None] = {}

    def name(
        self, scope: Scope, name: str, line: int, column: int
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

    def expression(self, node: ast.expr, scope: Scope) -> TargetNode | None:
        """Return what the value of an expression is."""
        if isinstance(node, ast.Name):
            return self.name(scope, node.id, node.lineno, node.col_offset)[0]
        if isinstance(node, ast.Attribute):
            return self._attribute(node, scope)
        if isinstance(node, ast.Call):
            known = id(node)
            if known not in self._calls:
                self._calls[known] = None
                self._calls[known] = self._call(node, scope)
            return self._calls[known]
        if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
            function = self.expression(node.value.func, scope)
            return function.derived("await") if function else None
        if isinstance(node, ast.Subscript):
            return self._item(node, scope)
        return self._agreed(_alternatives(node), scope)

    def element(self, node: ast.expr, scope: Scope) -> TargetNode | None:
        """Return what a loop over an expression binds."""
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return self._agreed(node.elts, scope)
        if isinstance(node, ast.Call) and node.args and _is_passing_on(node.func):
            return self.element(node.args[0], scope)
        meaning = self.expression(node, scope)
        return _part(meaning, "element") if meaning is not None else None

    def annotation(self, node: ast.expr, scope: Scope) -> TargetNode | None:
        """Return what a value with an annotation is."""
        if isinstance(node, ast.Constant):
            parsed = self._sites.parsed.get(id(node))
            return self.annotation(parsed, scope) if parsed is not None else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return self._one_of((node.left, node.right), scope)
        if isinstance(node, ast.Subscript):
            return self._subscripted(node, scope)
        name = last_name(node)
        if not name:
            return None
        if name == "Self" and scope.owner is not None:
            return self._meanings.receiver(scope.owner.name)
        meaning = self.expression(node, scope)
        return meaning.derived("instance") if meaning else None

    def agreement(self, bindings: Sequence[Binding], *, strict: bool = True) -> TargetNode | None:
        """Return what a variable is, if all its bindings agree on it.

        A declaration decides alone; `x = None` is taken for "not yet".

        Args:
            bindings: All that bind it.
            strict: Whether a binding that says nothing speaks against the others.
        """
        declared = [binding for binding in bindings if binding.kind == "annotated"]
        meanings = [self._bound(binding) for binding in declared or telling(bindings)]
        return _single(meanings if strict else [m for m in meanings if m is not None])

    def returned(
        self, scope: Scope, node: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> TargetNode | None:
        """Return what calling a function gives: its annotation, else what its returns agree on."""
        if node.returns is not None:
            if scope.owner is not None and _returns_receiver(node, scope.owner):
                return self._meanings.receiver(scope.owner.name)
            return self.annotation(node.returns, scope.parent or scope)
        if scope.yields is not None or not scope.returns:
            return None
        values = [value for value in scope.returns if value is not None]
        return self._agreed(values, scope) if values else None

    def given(
        self, scope: Scope, node: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> TargetNode | None:
        """Return what a fixture gives: what it yields once, or what it returns."""
        if scope.yields is None:
            return self.returned(scope, node)
        if node.returns is not None:
            declared = self.annotation(node.returns, scope.parent or scope)
            if declared is not None and declared.base == "many" and not declared.names:
                return declared.of
        values = [value for value in scope.yields if value is not None]
        return self._agreed(values, scope) if values else None

    def _flowing(
        self,
        scope: Scope,
        where: Scope,
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
            if reaching is not None and (meaning := self._known(reaching)) is not None:
                return meaning, reaching.linkable
        if where.agreed is None:
            where.agreed = {}
        if name not in where.agreed:
            where.agreed[name] = (None, False)
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

    def _unbound(self, scope: Scope, name: str) -> tuple[TargetNode | None, bool]:
        if name == "__class__" and scope.owner is not None and scope.kind != "class":
            return self._meanings.own(scope.owner.name), True
        return (self._meanings.unbound(name), True) if self._stars else (None, False)

    def _judge(
        self, where: Scope, name: str, bindings: list[Binding], placed: bool
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
        if binding.kind in ("annotated", "parameter"):
            return self.annotation(binding.node, binding.scope)
        if binding.kind == "starred":
            meaning = self.annotation(binding.node, binding.scope)
            return meaning.derived("many") if meaning else None
        if binding.kind == "element":
            return self.element(binding.node, binding.scope)
        meaning = self.expression(binding.node, binding.scope)
        if meaning is None or binding.kind == "assigned":
            return meaning
        return meaning.derived("enter" if binding.kind == "entered" else "instance")

    def _attribute(self, node: ast.Attribute, scope: Scope) -> TargetNode | None:
        meaning = self.expression(node.value, scope)
        if meaning is None:
            return None
        if node.attr == "__class__":
            return self._class_of(meaning)
        return meaning.member(node.attr)

    def _class_of(self, meaning: TargetNode) -> TargetNode | None:
        if meaning.base == "self" and len(meaning.names) == 1:
            return self._meanings.own(meaning.names[0])
        return meaning.of if meaning.base == "instance" and not meaning.names else None

    def _call(self, node: ast.Call, scope: Scope) -> TargetNode | None:
        function = node.func
        if isinstance(function, ast.Name):
            if function.id == "super":
                return self._parent(node, scope)
            if function.id == "type" and len(node.args) == 1:
                meaning = self.expression(node.args[0], scope)
                return self._class_of(meaning) if meaning else None
        if last_name(function) == "cast" and len(node.args) == _CAST_ARGUMENTS:
            return self.annotation(node.args[0], scope)
        if last_name(function) == "getfixturevalue" and node.args:
            return self._fixture(node.args[0], scope)
        meaning = self.expression(function, scope)
        return meaning.derived("call") if meaning else None

    def _fixture(self, name: ast.expr, scope: Scope) -> TargetNode | None:
        if not (isinstance(name, ast.Constant) and isinstance(name.value, str)):
            return None
        return self._meanings.fixture(scope.name, name.value).derived("given")

    def _parent(self, node: ast.Call, scope: Scope) -> TargetNode | None:
        """Return what `super()` is; `super(Other, self)` starts behind another class."""
        if scope.owner is None:
            return None
        own = scope.owner.name.rpartition(".")[2]
        if node.args and last_name(node.args[0]) not in (own, "__class__"):
            return None
        return self._meanings.parent(scope.owner.name)

    def _subscripted(self, node: ast.Subscript, scope: Scope) -> TargetNode | None:
        name = last_name(node.value)
        arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if name in _WRAPPERS:
            return self.annotation(arguments[0], scope) if arguments else None
        if name == "Union":
            return self._one_of(arguments, scope)
        if name in ("type", "Type"):
            meaning = self.annotation(arguments[0], scope) if len(arguments) == 1 else None
            return self._class_of(meaning) if meaning else None
        meaning = self.expression(node.value, scope)
        if name in _CONTAINERS or _is_open_tuple(name, arguments):
            element = self.annotation(arguments[0], scope) if arguments else None
            if meaning is None or meaning.base in ("import", "module", "global"):
                return element.derived("many") if element else None
        return meaning.derived("instance") if meaning else None

    def _item(self, node: ast.Subscript, scope: Scope) -> TargetNode | None:
        """Return what `node.value[…]` is; a slice is of the same kind as the whole."""
        meaning = self.expression(node.value, scope)
        if meaning is None or isinstance(node.slice, ast.Slice):
            return meaning if meaning is not None and meaning.base == "many" else None
        return _part(meaning, "item")

    def _one_of(self, nodes: Sequence[ast.expr], scope: Scope) -> TargetNode | None:
        parts = [node for node in nodes if not _is_none(node)]
        return _single([self.annotation(node, scope) for node in parts])

    def _agreed(self, nodes: Sequence[ast.expr], scope: Scope) -> TargetNode | None:
        parts = [node for node in nodes if not _is_none(node)]
        return _single([self.expression(node, scope) for node in parts])


def _returns_receiver(node: ast.FunctionDef | ast.AsyncFunctionDef, owner: Scope) -> bool:
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


def _is_passing_on(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in _PASSING_ON


def _is_open_tuple(name: str, arguments: Sequence[ast.expr]) -> bool:
    """Whether an annotation is `tuple[X, ...]`."""
    if name not in ("tuple", "Tuple") or len(arguments) != 2:  # noqa: PLR2004 - a type and `...`
        return False
    last = arguments[1]
    return isinstance(last, ast.Constant) and last.value is ...


def _part(meaning: TargetNode, base: TargetBase) -> TargetNode | None:
    """Return one element of a container."""
    if meaning.base == "many" and not meaning.names:
        return meaning.of
    return meaning.derived(base)


def _single(meanings: list[TargetNode | None]) -> TargetNode | None:
    """Return what all meanings are, if they are the same."""
    first = meanings[0] if meanings else None
    if all(meaning is first for meaning in meanings):
        return first
    # `x: Item` and `Item()` say the same: what stands in an annotation is a class.
    classes = {meaning.of if meaning and not meaning.names else None for meaning in meanings}
    bases = {meaning.base for meaning in meanings if meaning}
    if len(classes) == 1 and None not in classes and bases == {"instance", "call"}:
        return next(meaning for meaning in meanings if meaning and meaning.base == "instance")
    return None


def _alternatives(node: ast.expr) -> Sequence[ast.expr]:
    """Return the expressions of which the value of another is one."""
    if isinstance(node, ast.BoolOp):
        return node.values
    if isinstance(node, ast.IfExp):
        return node.body, node.orelse
    return (node.value,) if isinstance(node, ast.NamedExpr) else ()


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
