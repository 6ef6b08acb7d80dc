"""One walk over a syntax tree that builds the scopes and notes every identifier that is used.

What an identifier means can only be said once its scope is complete (a function's names are local
before they are bound), so that the walk notes and `references` judges.

The walk is a dispatch on the node's class, kept flat on purpose: together with the parser it is
what a cold build of a large repository waits for.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from mkdocs_repodoc.analysis.python.meanings import Meaning
from mkdocs_repodoc.analysis.python.scopes import Binding, Scope
from mkdocs_repodoc.analysis.python.sites import Sites
from mkdocs_repodoc.analysis.python.strings import annotation_in_string
from mkdocs_repodoc.model.references import ReferenceKind

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Identifier(NamedTuple):
    """A name, or a chain of attributes, that is used at one place."""

    scope: Scope
    """Where it is looked up."""
    symbol: int
    """Index of the innermost symbol around it."""
    node: ast.Name | ast.Attribute
    kind: ReferenceKind
    """Of its last part; what comes before it is a plain name."""
    call: ast.Call | None


class Spelled(NamedTuple):
    """An identifier that is no node of the tree: a part of an import statement."""

    line: int
    column: int
    end_column: int
    meaning: Meaning
    symbol: int


class Walk:
    """The walk over one file.

    Attributes:
        module: The module's scope; the others hang below it only through what they resolve.
        identifiers: Uses of names, roughly in source order.
        spelled: Names in import statements.
        functions: Symbol, scope and node of the functions that have a symbol.
        classes: Class scopes, in source order.
        stars: Whether a star import may bind names that nothing else does.
    """

    def __init__(self, sites: Sites) -> None:
        self.module = Scope("module", None, "", -1, None)
        self.identifiers: list[Identifier] = []
        self.spelled: list[Spelled] = []
        self.functions: list[tuple[int, Scope, FunctionNode]] = []
        self.classes: list[Scope] = [self.module]
        self.stars = False
        self._sites = sites
        self._scope = self.module
        self._symbol = -1
        self._visit: dict[type[ast.AST], Callable[[Any], None]] = _Dispatch(self)

    def run(self, tree: ast.Module) -> None:
        """Walk over a module."""
        self._body(tree.body)

    def _body(self, body: Iterable[ast.stmt]) -> None:
        visit = self._visit
        for statement in body:
            try:
                visit[statement.__class__](statement)
            except RecursionError:
                # An expression hundreds of levels deep: what was noted so far stands, and the
                # rest of this one statement has no links.
                continue

    def _all(self, nodes: Iterable[ast.AST | None]) -> None:
        visit = self._visit
        for node in nodes:
            if node is not None:
                visit[node.__class__](node)

    def generic(self, node: ast.AST) -> None:
        """Visit whatever a node holds."""
        visit = self._visit
        for child in ast.iter_child_nodes(node):
            visit[child.__class__](child)

    def _nothing(self, node: ast.AST) -> None:
        """Pass over a node that holds no names."""

    # Names

    def _name(self, node: ast.Name) -> None:
        if node.ctx.__class__ is ast.Load:
            self.identifiers.append(Identifier(self._scope, self._symbol, node, "name", None))
        else:
            self._bind(node, "opaque", None)

    def _attribute(self, node: ast.Attribute) -> None:
        self._used(node, "name" if node.ctx.__class__ is ast.Load else "assign")

    def _used(self, node: ast.expr, kind: ReferenceKind, call: ast.Call | None = None) -> None:
        """Note an expression whose last identifier is used in a way of its own."""
        root = node
        while root.__class__ is ast.Attribute:
            root = root.value  # type: ignore[attr-defined]  # by its class
        if node.__class__ is ast.Name or node.__class__ is ast.Attribute:
            self.identifiers.append(
                Identifier(self._scope, self._symbol, node, kind, call)  # type: ignore[arg-type]
            )
            if root.__class__ is ast.Name:
                return
        self._visit[root.__class__](root)

    def _bind(
        self, node: ast.Name, kind: str, value: ast.expr | None, after: ast.AST | None = None
    ) -> None:
        scope = self._scope
        if scope.kind == "comprehension" and kind == "walrus":
            scope = scope.function_around()
        place = after or node
        scope.bind(
            node.id,
            Binding(
                "assigned" if kind == "walrus" else kind,  # type: ignore[arg-type]  # literals
                self._scope,
                place.end_lineno,  # type: ignore[attr-defined]  # of statements and expressions
                place.end_col_offset,  # type: ignore[attr-defined]
                value,
                None,
                self._sites.pinned(scope, node.id, node.lineno),
            ),
        )
        if scope.kind == "module" or scope.kind == "class" or scope.redirected:
            self.identifiers.append(Identifier(scope, self._symbol, node, "assign", None))

    def _target(
        self, node: ast.expr, kind: str, value: ast.expr | None, after: ast.AST | None = None
    ) -> None:
        """Bind what stands left of an assignment, in a loop's head or after `as`."""
        of = node.__class__
        if of is ast.Name:
            self._bind(node, kind, value, after)  # type: ignore[arg-type]  # by its class
        elif of is ast.Attribute:
            self._assign_attribute(node, kind, value)  # type: ignore[arg-type]  # by its class
        elif of is ast.Tuple or of is ast.List:
            parts = node.elts  # type: ignore[attr-defined]  # by its class
            values: list[ast.expr | None] = [None] * len(parts)
            if kind == "assigned" and isinstance(value, ast.Tuple) and _same_shape(parts, value):
                values = list(value.elts)
            for part, part_value in zip(parts, values, strict=True):
                self._target(part, kind if part_value else "opaque", part_value, after)
        elif of is ast.Starred:
            self._target(node.value, "opaque", None, after)  # type: ignore[attr-defined]
        else:
            self._visit[of](node)

    def _assign_attribute(self, node: ast.Attribute, kind: str, value: ast.expr | None) -> None:
        self._used(node, "assign")
        root = node.value
        scope = self._scope
        while scope.kind == "comprehension" and scope.parent:
            scope = scope.parent
        if root.__class__ is not ast.Name or root.id != scope.receiver:  # type: ignore[attr-defined]
            return
        owner = scope.owner
        if owner is not None:
            if owner.attributes is None:
                owner.attributes = {}
            owner.attributes.setdefault(node.attr, []).append(
                Binding(kind, self._scope, node.lineno, node.col_offset, value)  # type: ignore[arg-type]
            )

    # Statements that bind

    def _assign(self, node: ast.Assign) -> None:
        value = node.value
        self._visit[value.__class__](value)
        for target in node.targets:
            self._target(target, "assigned", value, node)

    def _annotated_assign(self, node: ast.AnnAssign) -> None:
        self._annotation(node.annotation)
        if node.value is not None:
            self._visit[node.value.__class__](node.value)
        if isinstance(node.target, (ast.Name, ast.Attribute)):
            if _is_type_alias(node.annotation) and node.value is not None:
                self._target(node.target, "assigned", node.value, node)
            else:
                self._target(node.target, "annotated", node.annotation, node)
        else:
            self._visit[node.target.__class__](node.target)

    def _augmented_assign(self, node: ast.AugAssign) -> None:
        self._visit[node.value.__class__](node.value)
        self._target(node.target, "opaque", None, node)

    def _walrus(self, node: ast.NamedExpr) -> None:
        self._visit[node.value.__class__](node.value)
        self._bind(node.target, "walrus", node.value, node)

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if target.__class__ is ast.Name:
                self._deleted(target)  # type: ignore[arg-type]  # by its class
            else:
                self._visit[target.__class__](target)

    def _deleted(self, node: ast.Name) -> None:
        """`del x` makes `x` local but says nothing about what it was."""
        if self._scope.kind == "function" and node.id not in self._scope.bindings:
            self._bind(node, "opaque", None)
        else:
            self.identifiers.append(Identifier(self._scope, self._symbol, node, "assign", None))

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        self._visit[node.iter.__class__](node.iter)
        self._target(node.target, "opaque", None)
        self._body(node.body)
        self._body(node.orelse)

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        for item in node.items:
            self._visit[item.context_expr.__class__](item.context_expr)
            if item.optional_vars is not None:
                self._target(item.optional_vars, "entered", item.context_expr)
        self._body(node.body)

    def _if(self, node: ast.If | ast.While) -> None:
        while True:
            self._visit[node.test.__class__](node.test)
            self._body(node.body)
            if len(node.orelse) != 1 or node.orelse[0].__class__ is not ast.If:
                self._body(node.orelse)
                return
            node = node.orelse[0]  # type: ignore[assignment]  # by its class

    def _try(self, node: ast.Try) -> None:
        self._body(node.body)
        for handler in node.handlers:
            if handler.type is not None:
                kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
                for kind in kinds:
                    self._used(kind, "except")
            if handler.name:
                self._bind_word(handler.name, "caught", handler, handler.type)
            self._body(handler.body)
        self._body(node.orelse)
        self._body(node.finalbody)

    def _bind_word(
        self,
        name: str,
        kind: str,
        place: ast.AST,
        node: ast.expr | None = None,
        meaning: Meaning | None = None,
    ) -> None:
        """Bind a name that is no node of its own."""
        line, column = place.lineno, place.col_offset  # type: ignore[attr-defined]
        self._scope.bind(
            name,
            Binding(kind, self._scope, line, column, node, meaning),  # type: ignore[arg-type]
        )

    def _raise(self, node: ast.Raise) -> None:
        raised = node.exc
        if isinstance(raised, ast.Call):
            self._used(raised.func, "raise", raised)
            self._arguments(raised)
        elif raised is not None:
            self._used(raised, "raise")
        if node.cause is not None:
            self._visit[node.cause.__class__](node.cause)

    def _return(self, node: ast.Return) -> None:
        scope = self._scope
        if scope.returns is not None:
            scope.returns.append(node.value)
        if node.value is not None:
            self._visit[node.value.__class__](node.value)

    def _yield(self, node: ast.Yield | ast.YieldFrom) -> None:
        self._scope.generator = True
        if node.value is not None:
            self._visit[node.value.__class__](node.value)

    def _global(self, node: ast.Global) -> None:
        for name in node.names:
            self._scope.declare_global(name)

    def _nonlocal(self, node: ast.Nonlocal) -> None:
        for name in node.names:
            self._scope.declare_nonlocal(name)

    # Imports

    def _import(self, node: ast.Import) -> None:
        for place in self._sites.imported(node):
            self._spell(place.names)
            self._bind_word(place.binding, "import", node, meaning=place.meaning)

    def _import_from(self, node: ast.ImportFrom) -> None:
        for place in self._sites.imported_from(node):
            self._spell(place.names)
            if place.binding == "*":
                self.stars = True
            elif place.binding:
                self._bind_word(place.binding, "import", node, meaning=place.meaning)

    def _spell(self, names: Iterable[tuple[int, int, int, Meaning]]) -> None:
        for line, column, end_column, meaning in names:
            self.spelled.append(Spelled(line, column, end_column, meaning, self._symbol))

    # Functions and classes

    def _function(self, node: FunctionNode) -> None:
        outer, symbol = self._scope, self._symbol
        site = self._sites.definition(outer, node)
        self._symbol = site.symbol if site.symbol >= 0 else symbol
        for decorator in node.decorator_list:
            self._decorator(decorator)
        self._type_parameters(node)
        around = self._scope
        self._signature(node.args, node.returns)
        scope = self._scope = Scope("function", around, site.name, self._symbol, outer.owner)
        if outer.kind not in ("class", "type parameters"):
            scope.receiver = outer.function_around().receiver
        scope.returns = []
        self._parameters(node, scope, outer)
        self._body(node.body)
        if site.symbol >= 0:
            self.functions.append((site.symbol, scope, node))
        self._scope, self._symbol = outer, symbol
        self._define(node, site.meaning, site.pinned)

    def _define(
        self, node: FunctionNode | ast.ClassDef, meaning: Meaning, pinned: Meaning | None
    ) -> None:
        place = (node.end_lineno or node.lineno, node.end_col_offset or 0)
        binding = Binding("definition", self._scope, *place, None, meaning, pinned)
        self._scope.bind(node.name, binding)

    def _decorator(self, node: ast.expr) -> None:
        if isinstance(node, ast.Call):
            self._used(node.func, "decorator", node)
            self._arguments(node)
        else:
            self._used(node, "decorator")

    def _signature(self, arguments: ast.arguments, returns: ast.expr | None) -> None:
        self._all(arguments.defaults)
        self._all(arguments.kw_defaults)
        for parameter in _parameters(arguments):
            if parameter.annotation is not None:
                self._annotation(parameter.annotation)
        if returns is not None:
            self._annotation(returns)

    def _parameters(self, node: FunctionNode, scope: Scope, outer: Scope) -> None:
        parameters = _parameters(node.args)
        around = scope.parent or scope
        starred = {id(node.args.vararg), id(node.args.kwarg)}
        for position, parameter in enumerate(parameters):
            meaning = None
            if position == 0 and outer.kind == "class" and not id(parameter) in starred:
                meaning = self._sites.receiver(node, outer)
                if meaning is not None and meaning.base == "self":
                    scope.receiver = parameter.arg
            place = (parameter.lineno, parameter.col_offset)
            annotation = None if id(parameter) in starred or meaning else parameter.annotation
            scope.bindings[parameter.arg] = [
                Binding("parameter", around, *place, annotation, meaning)
            ]
        if scope.receiver and scope.receiver in scope.bindings and outer.kind != "class":
            scope.receiver = ""

    def _lambda(self, node: ast.Lambda) -> None:
        outer = self._scope
        self._all(node.args.defaults)
        self._all(node.args.kw_defaults)
        scope = self._scope = Scope("function", outer, outer.name, self._symbol, outer.owner)
        for parameter in _parameters(node.args):
            place = (parameter.lineno, parameter.col_offset)
            scope.bindings[parameter.arg] = [Binding("parameter", outer, *place)]
        self._visit[node.body.__class__](node.body)
        self._scope = outer

    def _class(self, node: ast.ClassDef) -> None:
        outer, symbol = self._scope, self._symbol
        site = self._sites.definition(outer, node)
        self._symbol = site.symbol if site.symbol >= 0 else symbol
        for decorator in node.decorator_list:
            self._decorator(decorator)
        self._type_parameters(node)
        for base in node.bases:
            self._base(base)
        for keyword in node.keywords:
            self._visit[keyword.value.__class__](keyword.value)
        scope = self._scope = Scope("class", self._scope, site.name, self._symbol, None)
        self.classes.append(scope)
        self._body(node.body)
        self._scope, self._symbol = outer, symbol
        self._define(node, site.meaning, site.pinned)

    def _base(self, node: ast.expr) -> None:
        if isinstance(node, ast.Subscript):
            self._used(node.value, "base")
            self._annotation(node.slice)
        elif isinstance(node, ast.Call):
            self._call(node)
        else:
            self._used(node, "base")

    def _type_parameters(self, node: FunctionNode | ast.ClassDef | Any) -> None:
        parameters = getattr(node, "type_params", ())  # Python 3.12
        if not parameters:
            return
        outer = self._scope
        self._scope = Scope("type parameters", outer, outer.name, self._symbol, outer.owner)
        for parameter in parameters:
            self._bind_word(parameter.name, "opaque", parameter)
        for parameter in parameters:
            for part in (
                getattr(parameter, "bound", None),
                getattr(parameter, "default_value", None),
            ):
                if part is not None:
                    self._annotation(part)

    def _type_alias(self, node: Any) -> None:
        outer = self._scope
        self._type_parameters(node)
        self._annotation(node.value)
        self._scope = outer
        self._target(node.name, "assigned", node.value, node)

    # Expressions

    def _call(self, node: ast.Call) -> None:
        self._used(node.func, "call", node)
        self._arguments(node)
        if node.func.__class__ is ast.Name and node.func.id == "cast" and len(node.args) == 2:  # type: ignore[attr-defined]  # noqa: PLR2004
            self._string(node.args[0])

    def _arguments(self, node: ast.Call) -> None:
        visit = self._visit
        for argument in node.args:
            visit[argument.__class__](argument)
        for keyword in node.keywords:
            visit[keyword.value.__class__](keyword.value)

    def _binary(self, node: ast.BinOp) -> None:
        rights = []
        left: ast.expr = node
        while left.__class__ is ast.BinOp:
            rights.append(left.right)  # type: ignore[attr-defined]  # by its class
            left = left.left  # type: ignore[attr-defined]
        self._visit[left.__class__](left)
        self._all(reversed(rights))

    def _values(self, node: ast.BoolOp | ast.JoinedStr) -> None:
        self._all(node.values)

    def _elements(self, node: ast.Tuple | ast.List | ast.Set) -> None:
        self._all(node.elts)

    def _dict(self, node: ast.Dict) -> None:
        visit = self._visit
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                visit[key.__class__](key)
            visit[value.__class__](value)

    def _compare(self, node: ast.Compare) -> None:
        self._visit[node.left.__class__](node.left)
        self._all(node.comparators)

    def _subscript(self, node: ast.Subscript) -> None:
        self._visit[node.value.__class__](node.value)
        self._visit[node.slice.__class__](node.slice)

    def _value(self, node: ast.Expr | ast.Await | ast.Starred) -> None:
        self._visit[node.value.__class__](node.value)

    def _operand(self, node: ast.UnaryOp) -> None:
        self._visit[node.operand.__class__](node.operand)

    def _comprehension(self, node: Any) -> None:
        outer = self._scope
        generators = node.generators
        self._visit[generators[0].iter.__class__](generators[0].iter)
        scope = Scope("comprehension", outer, outer.name, self._symbol, outer.owner)
        scope.receiver = outer.receiver
        self._scope = scope
        for position, generator in enumerate(generators):
            if position:
                self._visit[generator.iter.__class__](generator.iter)
            self._target(generator.target, "opaque", None)
            self._all(generator.ifs)
        if node.__class__ is ast.DictComp:
            self._visit[node.key.__class__](node.key)
            self._visit[node.value.__class__](node.value)
        else:
            self._visit[node.elt.__class__](node.elt)
        self._scope = outer

    # Patterns

    def _match_as(self, node: ast.MatchAs) -> None:
        if node.pattern is not None:
            self._visit[node.pattern.__class__](node.pattern)
        if node.name:
            cls = node.pattern.cls if isinstance(node.pattern, ast.MatchClass) else None
            self._bind_word(node.name, "caught" if cls else "opaque", node, cls)

    def _match_star(self, node: ast.MatchStar) -> None:
        if node.name:
            self._bind_word(node.name, "opaque", node)

    def _match_mapping(self, node: ast.MatchMapping) -> None:
        self._all(node.keys)
        self._all(node.patterns)
        if node.rest:
            self._bind_word(node.rest, "opaque", node)

    # Annotations

    def _annotation(self, node: ast.expr) -> None:
        of = node.__class__
        if of is ast.Name or of is ast.Attribute:
            self._used(node, "annotation")
        elif of is ast.Constant:
            self._string(node)
        elif of is ast.Subscript:
            self._subscripted_annotation(node)  # type: ignore[arg-type]  # by its class
        elif of is ast.BinOp:
            self._annotation(node.left)  # type: ignore[attr-defined]  # by its class
            self._annotation(node.right)  # type: ignore[attr-defined]
        elif of is ast.Tuple or of is ast.List:
            for part in node.elts:  # type: ignore[attr-defined]  # by its class
                self._annotation(part)
        elif of is ast.Starred:
            self._annotation(node.value)  # type: ignore[attr-defined]  # by its class
        else:
            self._visit[of](node)

    def _subscripted_annotation(self, node: ast.Subscript) -> None:
        self._annotation(node.value)
        name = last_name(node.value)
        if name == "Literal":
            self._visit[node.slice.__class__](node.slice)
        elif name == "Annotated" and isinstance(node.slice, ast.Tuple) and node.slice.elts:
            self._annotation(node.slice.elts[0])
            self._all(node.slice.elts[1:])
        else:
            self._annotation(node.slice)

    def _string(self, node: ast.expr) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            parsed = annotation_in_string(node, self._sites.lines)
            if parsed is not None:
                self._sites.parsed[id(node)] = parsed.node
                if parsed.placed:
                    self._annotation(parsed.node)


def last_name(node: ast.expr) -> str:
    """Return `c` of `a.b.c`, and the empty string of what is no such chain."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    parameters = [*arguments.posonlyargs, *arguments.args]
    if arguments.vararg:
        parameters.append(arguments.vararg)
    parameters += arguments.kwonlyargs
    if arguments.kwarg:
        parameters.append(arguments.kwarg)
    return parameters


def _same_shape(parts: list[ast.expr], value: ast.Tuple) -> bool:
    return len(parts) == len(value.elts) and not any(
        isinstance(part, ast.Starred) for part in (*parts, *value.elts)
    )


def _is_type_alias(annotation: ast.expr) -> bool:
    return last_name(annotation) == "TypeAlias"


class _Dispatch(dict[type[ast.AST], Callable[[Any], None]]):
    """Node class → the method that visits it; the generic one where there is none."""

    def __init__(self, walk: Walk) -> None:
        super().__init__((kind, getattr(walk, name)) for kind, name in _METHODS.items())
        self._generic = walk.generic

    def __missing__(self, kind: type[ast.AST]) -> Callable[[Any], None]:
        return self._generic


_METHODS: dict[type[ast.AST], str] = {
    ast.Name: "_name",
    ast.Attribute: "_attribute",
    ast.Constant: "_nothing",
    ast.Pass: "_nothing",
    ast.Break: "_nothing",
    ast.Continue: "_nothing",
    ast.Assign: "_assign",
    ast.AnnAssign: "_annotated_assign",
    ast.AugAssign: "_augmented_assign",
    ast.NamedExpr: "_walrus",
    ast.Delete: "_delete",
    ast.For: "_for",
    ast.AsyncFor: "_for",
    ast.With: "_with",
    ast.AsyncWith: "_with",
    ast.If: "_if",
    ast.While: "_if",
    ast.Try: "_try",
    ast.TryStar: "_try",
    ast.Raise: "_raise",
    ast.Return: "_return",
    ast.Yield: "_yield",
    ast.YieldFrom: "_yield",
    ast.Global: "_global",
    ast.Nonlocal: "_nonlocal",
    ast.Import: "_import",
    ast.ImportFrom: "_import_from",
    ast.FunctionDef: "_function",
    ast.AsyncFunctionDef: "_function",
    ast.ClassDef: "_class",
    ast.Lambda: "_lambda",
    ast.Call: "_call",
    ast.BinOp: "_binary",
    ast.BoolOp: "_values",
    ast.JoinedStr: "_values",
    ast.Tuple: "_elements",
    ast.List: "_elements",
    ast.Set: "_elements",
    ast.Dict: "_dict",
    ast.Compare: "_compare",
    ast.Subscript: "_subscript",
    ast.Expr: "_value",
    ast.Await: "_value",
    ast.Starred: "_value",
    ast.UnaryOp: "_operand",
    **dict.fromkeys(_COMPREHENSIONS, "_comprehension"),
    ast.MatchAs: "_match_as",
    ast.MatchStar: "_match_star",
    ast.MatchMapping: "_match_mapping",
}
if hasattr(ast, "TypeAlias"):  # Python 3.12
    _METHODS[ast.TypeAlias] = "_type_alias"
