"""Identifiers of a Haskell file with what they mean: values and types, bare or behind a module.

`haskell_names` follows them to the modules of the repository.
"""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from mkdocs_repodoc.languages.haskell.resolution.haskell_binding import (
    bound_in,
    declared_by,
    last_name,
    parameters_of,
)
from mkdocs_repodoc.languages.haskell.resolution.haskell_module_finder import ModuleFinder
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import FILE_SCOPE

_TYPES = frozenset(
    {
        *("data_type", "newtype", "type_synonym", "type_family", "data_family", "data_instance"),
        *("type_instance", "type_application", "explicit_type", "kind_signature", "deriving"),
        *("role_annotation", "derive_instance"),
    }
)
"""Nodes in which all names are those of types."""
_OUTER_TYPES = frozenset({"class", "instance"})
_NOTHING = frozenset({"comment", "haddock", "pragma", "literal", "module", "quasiquote", "fixity"})


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    finder = _FileFinder(file)
    finder.visit(file.root)
    return names_of(finder, file.symbols, (), finder.offers)


class _FileFinder(ModuleFinder):
    """One file's pass.

    Args:
        file: The file.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file)
        self._is_type = False
        self._top = {
            symbol.name: position
            for position, symbol in enumerate(file.symbols)
            if symbol.kind in {Kind.FUNCTION, Kind.CONSTANT}
        }
        self._visits: dict[str, Callable[[Node], None]] = {
            "header": self.header,
            "import": self.import_statement,
            "variable": self._value,
            "operator": self._value,
            "constructor": self._value,
            "constructor_operator": self._value,
            "name": self._name,
            "qualified": self._qualified,
            "apply": self._apply,
            "field_name": self._field,
            "field_pattern": self._field_pattern,
            "signature": lambda node: self._typed(node.child_by_field_name("type")),
            "function": self._equation,
            "bind": self._bind,
            "local_binds": self._local,
            "declarations": self._declarations,
            "list_comprehension": self._comprehension,
            "generator": self._taken,
            "pattern_guard": self._taken,
            **dict.fromkeys(("class", "instance"), self._class),
            **dict.fromkeys(("lambda", "alternative"), self._function),
            **dict.fromkeys(("let_in", "do", "match"), self._block),
            **dict.fromkeys(_TYPES, self._typed_parts),
            **dict.fromkeys(_NOTHING, lambda _: None),
        }

    def visit(self, node: Node | None) -> None:
        """Visit whatever stands in the file."""
        if node is None:
            return
        visit = self._visits.get(node.type)
        if visit is not None and not (self._is_type and node.type == "function"):
            visit(node)
        else:
            self._parts(node)

    def _parts(self, node: Node) -> None:
        for index, child in enumerate(node.named_children):
            if node.field_name_for_named_child(index) in {"type", "kind"}:
                self._typed(child)
            else:
                self.visit(child)

    # Types

    def _typed(self, node: Node | None) -> None:
        before, self._is_type = self._is_type, True
        self.visit(node)
        self._is_type = before

    def _typed_parts(self, node: Node) -> None:
        before, self._is_type = self._is_type, True
        with self.inside_symbol(self.positions.of(node.child_by_field_name("name"))):
            self._parts(node)
        self._is_type = before

    def _class(self, node: Node) -> None:
        with self.inside_symbol(self.positions.of(node.child_by_field_name("name"))):
            for child in node.named_children:
                if child.type in {"class_declarations", "instance_declarations"}:
                    self._parts(child)
                else:
                    self._typed(child)

    # Names

    def _value(self, node: Node) -> None:
        if not self._is_type and not self.scopes.has(self.text(node)):
            self.note_name(node, "v")

    def _name(self, node: Node) -> None:
        self.note_name(node, "t")

    def _qualified(self, node: Node) -> None:
        last = node.child_by_field_name("id")
        module = node.child_by_field_name("module")
        if last is None or module is None:
            return
        space = "t" if last.type == "name" else "v"
        self.note_name(last_name(last), space, module=self.text(module).rstrip("."))

    def _apply(self, node: Node) -> None:
        """Visit the application of a function, however many arguments there are."""
        inner: Node | None = node
        arguments: list[Node | None] = []
        while inner is not None and inner.type == "apply":
            arguments.append(inner.child_by_field_name("argument"))
            inner = inner.child_by_field_name("function") or inner.child_by_field_name(
                "constructor"
            )
        self.kind = "call" if inner is not None and inner.type != "name" else "name"
        if inner is None or inner.type not in {"variable", "qualified", "constructor"}:
            self.kind = "name"
        self.visit(inner)
        self.kind = "name"
        for argument in reversed(arguments):
            self.visit(argument)

    def _field(self, node: Node) -> None:
        if not self._is_type:
            self.note_name(last_name(node), "v")

    def _field_pattern(self, node: Node) -> None:
        field = node.child_by_field_name("field")
        if field is not None:
            self._field(field)
        self.visit(node.child_by_field_name("pattern"))

    # What binds

    def _declare(self, pattern: Node | None) -> None:
        for name in bound_in(pattern):
            self.scopes.declare(self.text(name), None)
        self.visit(pattern)

    def _block(self, node: Node) -> None:
        with self.scopes.block():
            self._parts(node)

    def _function(self, node: Node) -> None:
        """Visit a lambda, or an alternative, with the variables that its patterns bind."""
        with self.scopes.block():
            patterns = [node.child_by_field_name("pattern"), *parameters_of(node)]
            for pattern in patterns:
                self._declare(pattern)
            where = node.child_by_field_name("binds")
            self.visit(where)
            for child in node.named_children:
                if child not in patterns and child != where:
                    self.visit(child)

    def _equation(self, node: Node) -> None:
        """Visit an equation: its patterns, what stands in `where`, then its branches."""
        name = next(declared_by(node), None)
        position = self.positions.of(name)
        is_top = node.parent is not None and node.parent.type == "declarations"
        if position == FILE_SCOPE and is_top:
            position = self._top.get(self.text(name), FILE_SCOPE)
        with self.inside_symbol(position), self.scopes.block():
            for pattern in parameters_of(node):
                self._declare(pattern)
            where = node.child_by_field_name("binds")
            self.visit(where)
            for child in node.named_children:
                if child.type == "match":
                    self.visit(child)
            self._typed(node.child_by_field_name("type"))

    def _bind(self, node: Node) -> None:
        expression = node.child_by_field_name("expression")
        if expression is not None:
            self._taken(node)
        else:
            self.visit(node.child_by_field_name("pattern"))
            self._equation(node)

    def _taken(self, node: Node) -> None:
        """Visit what a pattern is matched with, then declare what it binds from here on."""
        self.visit(node.child_by_field_name("expression"))
        self._declare(node.child_by_field_name("pattern"))

    def _local(self, node: Node) -> None:
        for child in node.named_children:
            for name in declared_by(child):
                self.scopes.declare(self.text(name), None)
        self._parts(node)

    def _declarations(self, node: Node) -> None:
        for child in node.named_children:
            if child.type == "bind":
                for name in bound_in(child.child_by_field_name("pattern")):
                    self.scopes.declare(self.text(name), None)
        self._parts(node)

    def _comprehension(self, node: Node) -> None:
        with self.scopes.block():
            expression = node.child_by_field_name("expression")
            for child in node.named_children:
                if child != expression:
                    self.visit(child)
            self.visit(expression)
