"""Identifiers in the bodies of Go's functions with what they mean: blocks and declarations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.go.resolution import go_terms as terms
from mkdocs_repodoc.languages.go.resolution.go_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_BLOCKS = frozenset(
    """
    block if_statement for_statement expression_switch_statement select_statement
    expression_case default_case
    """.split()  # noqa: SIM905 - reads better
)
_LABELS = frozenset(("label_name", "comment"))


def _listed(node: Node | None) -> list[Node]:
    """Return the parts of an `expression_list`, or the one expression that stands for it."""
    if node is None:
        return []
    return list(node.named_children) if node.type == "expression_list" else [node]


class StatementFinder(ExpressionFinder):
    """One file's pass over what stands in functions."""

    def statement(self, node: Node | None) -> None:
        """Visit a statement, or whatever else holds statements."""
        if node is None or node.type in _LABELS:
            return
        if node.type in _BLOCKS:
            self.scopes.open()
            self._each(node)
            self.scopes.close()
            return
        if visit := self._VISITS.get(node.type):
            visit(self, node)
        elif node.type.endswith("_statement"):
            self._each(node)
        else:
            self.expression(node)

    def _each(self, node: Node) -> None:
        for child in node.named_children:
            self.statement(child)

    # Declarations

    def spec_values(self, spec: Node, count: int) -> Sequence[Target | None]:
        """Visit type and values of a declaration; return what each of its names is."""
        written = spec.child_by_field_name("type")
        kind = self.type_of(written)
        values = self._values(spec.child_by_field_name("value"), count)
        return values if written is None else [value_of(kind)] * count

    def _values(self, node: Node | None, count: int) -> Sequence[Target | None]:
        """Visit the right side of a declaration; return a value for each name on the left."""
        listed = [one for one in _listed(node) if one.type != "comment"]
        values = [self.expression(one) for one in listed]
        if len(values) == count:
            return values
        if len(values) != 1:
            return [None] * count
        only = values[0]
        if only is not None and terms.is_first_result(only):
            return [terms.result(only.of, number) for number in range(count)]
        return [only, *[None] * (count - 1)]  # `value, ok := …`

    def _declare_short(self, node: Node) -> None:
        names = _listed(node.child_by_field_name("left"))
        values = self._values(node.child_by_field_name("right"), len(names))
        for name, value in zip(names, values, strict=True):
            self.scopes.redeclare(self.text(name), value)

    def _declare_specs(self, node: Node) -> None:
        for spec in node.named_children:
            if spec.type == "var_spec_list":
                self._declare_specs(spec)
            elif spec.type in ("var_spec", "const_spec"):
                names = [name for name in spec.children_by_field_name("name") if name.is_named]
                values = self.spec_values(spec, len(names))
                for name, value in zip(names, values, strict=True):
                    self.scopes.declare(self.text(name), value)

    def _declare_types(self, node: Node) -> None:
        for spec in node.named_children:
            self._declare_type(spec)

    def _declare_type(self, spec: Node) -> None:
        name = spec.child_by_field_name("name")
        if name is not None:
            self.scopes.declare(self.text(name), None, is_type=True)
            kind = self.type_of(spec.child_by_field_name("type"))
            if spec.type == "type_alias":
                self.scopes.declare(self.text(name), kind, is_type=True)

    # Statements that declare what holds in their blocks

    def _range(self, node: Node) -> None:
        names = _listed(node.child_by_field_name("left"))
        over = self.expression(node.child_by_field_name("right"))
        if child_of_type(node, ":=") is None:
            for name in names:
                self.expression(name)
            return
        if names:
            self.scopes.declare(self.text(names[0]), terms.element(over, first=True))
        for name in names[1:]:
            self.scopes.declare(self.text(name), terms.element(over))

    def _type_switch(self, node: Node) -> None:
        self.scopes.open()
        self.statement(node.child_by_field_name("initializer"))
        value = self.expression(node.child_by_field_name("value"))
        names = [self.text(one) for one in _listed(node.child_by_field_name("alias"))]
        for case in node.named_children:
            if case.type not in ("type_case", "default_case"):
                continue
            self.scopes.open()
            written = case.children_by_field_name("type")
            kinds = [self.type_of(one) for one in written if one.is_named]
            for name in names:
                self.scopes.declare(name, value_of(kinds[0]) if len(kinds) == 1 else value)
            for child in case.named_children:
                if child not in written:
                    self.statement(child)
            self.scopes.close()
        self.scopes.close()

    def _communication(self, node: Node) -> None:
        self.scopes.open()
        sent = node.child_by_field_name("communication")
        if sent is not None and sent.type == "receive_statement":
            value = self.expression(sent.child_by_field_name("right"))
            names = _listed(sent.child_by_field_name("left"))
            for number, name in enumerate(names):
                if child_of_type(sent, ":=") is not None:
                    self.scopes.declare(self.text(name), value if number == 0 else None)
                else:
                    self.expression(name)
        else:
            self.statement(sent)
        for child in node.named_children:
            if child != sent:
                self.statement(child)
        self.scopes.close()

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], None]]] = {
        "short_var_declaration": _declare_short,
        **dict.fromkeys(("var_declaration", "const_declaration", "var_spec_list"), _declare_specs),
        "type_declaration": _declare_types,
        "range_clause": _range,
        "type_switch_statement": _type_switch,
        "communication_case": _communication,
        **dict.fromkeys(
            ("statement_list", "labeled_statement", "for_clause", "expression_list"),
            _each,
        ),
    }
