"""The walk that opens scopes, binds names and notes every identifier that is used.

What an identifier means can only be said once its scope is complete, so that the walk notes and
`finder` judges.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope, Space
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, ReferenceKind, Target

DEFAULT = "default"
WHOLE = "export="
"""The name for what a module is as a whole: `export =`, `module.exports =`."""


class Used(NamedTuple):
    """An identifier, or the last part of a chain, that is used."""

    node: Node
    """The name itself, or an expression that ends with it."""
    scope: ScriptScope
    kind: ReferenceKind
    symbol: int
    """Innermost symbol around it; `FILE_SCOPE` at the top of the file."""
    space: Space
    call: Node | None
    """The call whose function it is."""


class Member(NamedTuple):
    """A name in a pattern or a statement that means a member of something else."""

    node: Node
    target: Target | None
    """What it means, if that is known."""
    of: Binding | None
    """Otherwise the binding of which it is the last step."""
    kind: ReferenceKind
    symbol: int


class Offer(NamedTuple):
    """A name that the file gives to others."""

    name: str
    target: Target | None = None
    local: str = ""
    value: Node | None = None


class KeyedMember(NamedTuple):
    """A member whose key is computed: `{ [key]: value }`, `of[key] = value`."""

    key: Node
    value: Node | None
    scope: ScriptScope
    symbol: int
    """The symbol that it is; `FILE_SCOPE` if it is none."""


class Signature(NamedTuple):
    """What a function says that it takes and gives."""

    scope: ScriptScope
    returns: Node | None
    """Type of what a call gives, as declared."""
    parameters: Node | None
    """The list of its parameters."""


class Walker:
    """State of the walk over one file.

    Args:
        code: The file.
        symbols: What it defines.
        imports: What it takes.
        handlers: What is done with a node, by its type.

    Attributes:
        module: The scope of the file.
        used: Identifiers that are looked up, roughly in source order.
        members: Names that are no expressions.
        offers: What the file gives to others.
        holders: Position of a symbol → the binding that says what its value is.
        functions: Position of a function's symbol → what is known of it.
        calls: Position of a type → how its values can be called: signatures and their scopes.
        arguments: Position of a generic alias → which of its arguments it stands for.
        expected: Identity of an object literal or a function → the binding that has its type.
        kept: Members with computed keys.
        shorthands: Keys of object literals that are variables as well.
        receivers: Identity of a function → what `this` is in it, where its place tells that.
        generics: Position of a type with type parameters → its declaration, and the scope in it.
        is_generic: Whether anything in the file has type parameters.
        fields: Position of a class, as text, and a name → what `this` is given under it.
        has_types_in_comments: Whether comments of the file may state types.
    """

    def __init__(
        self,
        code: bytes,
        symbols: Sequence[Symbol],
        imports: Sequence[Import],
        handlers: Handlers,
    ) -> None:
        self._code = code
        self._handlers = handlers
        self.symbols = symbols
        self.imports = imports
        self._symbol_at = {
            (symbol.name_line, symbol.column): position
            for position, symbol in reversed(list(enumerate(symbols)))
        }
        self.import_at: Mapping[tuple[int, int], int] = {
            (item.line, item.column): index for index, item in enumerate(imports)
        }
        self.module = ScriptScope(is_function=True)
        self.used: list[Used] = []
        self.members: list[Member] = []
        self.offers: list[Offer] = []
        self.holders: dict[int, Binding] = {}
        self.functions: dict[int, Signature] = {}
        self.calls: dict[int, list[tuple[Node, ScriptScope]]] = {}
        self.arguments: dict[int, int] = {}
        self.expected: dict[int, Binding] = {}
        self.kept: list[KeyedMember] = []
        self.shorthands: list[Member] = []
        self.receivers: dict[int, Target] = {}
        self.generics: dict[int, tuple[Node, ScriptScope]] = {}
        self.is_generic = False
        self.fields: dict[tuple[str, str], list[Binding]] = {}
        self.has_types_in_comments = False
        self.scope = self.module
        self.symbol = FILE_SCOPE

    def text(self, node: Node) -> str:
        """Return the source of a node."""
        return self._code[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def symbol_of(self, name: Node) -> int:
        """Return the symbol that a defining name belongs to; `FILE_SCOPE` if it is none."""
        row, column = name.start_point
        return self._symbol_at.get((row + 1, column), FILE_SCOPE)

    def import_of(self, name: Node) -> int:
        """Return the import of a name that a statement takes; -1 if it is none."""
        row, column = name.start_point
        return self.import_at.get((row + 1, column), -1)

    # Walking

    def visit(self, node: Node | None) -> None:
        """Visit a node by its type; others are looked into."""
        if node is None:
            return
        handler = self._handlers.get(node.type)
        if handler is not None:
            handler(self, node)
        elif node.child_count:
            self.visit_all(node.named_children)

    def visit_all(self, nodes: Sequence[Node]) -> None:
        """Visit nodes in their order."""
        handlers = self._handlers
        for node in nodes:
            handler = handlers.get(node.type)
            if handler is not None:
                handler(self, node)
            elif node.named_child_count:
                self.visit_all(node.named_children)

    def inside(self, scope: ScriptScope, symbol: int, nodes: Sequence[Node | None]) -> None:
        """Visit nodes in another scope, and inside a symbol unless it is none."""
        outer, around = self.scope, self.symbol
        self.scope = scope
        if symbol != FILE_SCOPE:
            self.symbol = symbol
        for node in nodes:
            self.visit(node)
        self.scope, self.symbol = outer, around

    def use(
        self,
        node: Node,
        kind: ReferenceKind = "name",
        space: Space = "value",
        call: Node | None = None,
    ) -> None:
        """Note that an expression or a type names something, and visit what it starts with."""
        kinds = node.type
        if kinds in _NAMES:
            self.used.append(Used(node, self.scope, kind, self.symbol, space, call))
        elif kinds in _CHAINS:
            self.used.append(Used(node, self.scope, kind, self.symbol, space, call))
            first = node.named_children[0]
            if first.type in _NAMES or first.type in _CHAINS:
                self.use(first)
            else:
                self.visit(first)
        elif kinds == "subscript_expression":
            self.used.append(Used(node, self.scope, kind, self.symbol, space, call))
            self.visit_all(node.named_children)
        elif kinds in _WRAPPERS and node.named_children:
            self.use(node.named_children[0], kind, space, call)
            self.visit_all(node.named_children[1:])
        else:
            self.visit(node)

    def declare(self, name: Node, space: Space, **meaning: object) -> Binding:
        """Bind a declared name in the scope."""
        binding = Binding(space, self.scope, self.symbol_of(name), **meaning)  # type: ignore[arg-type]  # passed on
        self.scope.bind(self.text(name), binding)
        return binding


Handler = Callable[[Walker, Node], None]
Handlers = Mapping[str, Handler]
"""Type of node → what the walk does with it."""
_NAMES = frozenset(
    ("identifier", "type_identifier", "shorthand_property_identifier", "jsx_identifier")
)
_CHAINS = frozenset(("member_expression", "nested_type_identifier", "nested_identifier"))
_WRAPPERS = frozenset(
    ("parenthesized_expression", "non_null_expression", "generic_type", "instantiation_expression")
)
