"""Identifiers in Rust's expressions and statements with what they mean, and what those are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_branch_finder import BranchFinder, last_part
from mkdocs_repodoc.languages.rust.resolution.rust_type_finder import COMMENTS
from mkdocs_repodoc.model.references import Target

_PATHS = frozenset(("identifier", "scoped_identifier", "generic_function", "self"))
_TELLING = frozenset(
    ("new", "from", "pin", "Some", "Ok", "Err", "Reverse", "once", "max", "min", "take", "replace")
)
"""Functions of the library whose result is made of what they are given."""


class ExpressionFinder(BranchFinder):
    """One file's pass over what stands in functions; items are the subclass's matter."""

    def expression(self, node: Node | None) -> Target | None:
        """Visit an expression or statement; return what it is, `None` if that is not known."""
        if node is None:
            return None
        visit = self._EXPRESSIONS.get(node.type)
        if visit is not None:
            return visit(self, node)
        if node.type.endswith("_item") or node.type in ("use_declaration", "macro_definition"):
            self.item(node)
            return None
        for child in node.named_children:
            self.expression(child)
        return None

    # Names and members

    def _path_expression(self, node: Node) -> Target | None:
        return self.called(node, None)

    def called(self, node: Node, call: Node | None) -> Target | None:
        """Visit an expression, which may be the function of a call; return what it is."""
        if node.type in ("identifier", "self") and self.scopes.has(name := self.text(node)):
            return self.scopes.value(name)
        if node.type == "self":
            return None
        if node.type in _PATHS:
            return self.path(node, "value", "name", call)
        return self.expression(node)

    def _field(self, node: Node) -> Target | None:
        value = self.expression(node.child_by_field_name("value"))
        name = node.child_by_field_name("field")
        found = terms.field(value, self.text(name))
        if name is not None and name.type == "field_identifier":
            self.note(name, found)
        return found

    def _call(self, node: Node) -> Target | None:
        function = node.child_by_field_name("function")
        listed = node.child_by_field_name("arguments")
        if function is None:
            return None
        inner, given = function, None
        if function.type == "generic_function":
            inner = function.child_by_field_name("function") or function
            given = function.child_by_field_name("type_arguments")
        if inner.type == "field_expression":
            return self._method_call(node, inner, self.arguments(given))
        callee = self.called(function, node)
        values = self._arguments(listed, None, "")
        last = callee.names[-1] if callee is not None and callee.names else ""
        telling = values[:1] if last in _TELLING else ()
        return terms.result(callee, telling)

    def _method_call(self, node: Node, function: Node, given: list[Target | None]) -> Target | None:
        value = self.expression(function.child_by_field_name("value"))
        name = function.child_by_field_name("field")
        method = terms.method(value, self.text(name), given)
        if name is not None:
            self.note(name, method, "call", node)
        values = self._arguments(node.child_by_field_name("arguments"), value, self.text(name))
        return terms.result(method, values[:2])

    def _arguments(
        self, listed: Node | None, value: Target | None, called: str
    ) -> list[Target | None]:
        """Visit the arguments of a call; of a method's, closures know what they are passed."""
        found = []
        for one in listed.named_children if listed is not None else ():
            if one.type in COMMENTS or one.type == "attribute_item":
                continue
            if one.type == "closure_expression":
                found.append(self._closure(one, value, called))
            else:
                found.append(self.expression(one))
        return found

    def _closure(self, node: Node, value: Target | None = None, called: str = "") -> Target | None:
        with self.scopes.block():
            listed = node.child_by_field_name("parameters")
            parameters = listed.named_children if listed is not None else ()
            for number, one in enumerate(p for p in parameters if p.type not in COMMENTS):
                passed = terms.callback_argument(value, called, number) if called else None
                if one.type == "parameter":
                    written = self.type_of(one.child_by_field_name("type"))
                    passed = value_of(written) or passed
                    self.pattern(one.child_by_field_name("pattern"), passed)
                else:
                    self.pattern(one, passed)
            returned = self.type_of(node.child_by_field_name("return_type"))
            body = self.expression(node.child_by_field_name("body"))
        return terms.function(value_of(returned) or body)

    def _struct_expression(self, node: Node) -> Target | None:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        made = self.path(name, "type") if name is not None else None
        for one in body.named_children if body is not None else ():
            if one.type == "shorthand_field_initializer":
                self._shorthand(one, made)
            elif one.type == "field_initializer":
                field = one.child_by_field_name("field")
                if field is not None and field.type == "field_identifier" and made is not None:
                    self.note(field, terms.part(made, self.text(field), None))
                self.expression(one.child_by_field_name("value"))
            elif one.type not in COMMENTS:
                self.expression(one)
        return value_of(made)

    def _shorthand(self, node: Node, made: Target | None) -> None:
        for name in node.named_children:
            if name.type == "identifier" and made is not None:
                self.note(name, terms.part(made, self.text(name), None))

    # What an expression is, by its parts

    def _inner(self, node: Node) -> Target | None:
        inner = node.child_by_field_name("value") or last_part(node)
        return self.expression(inner)

    def _unary(self, node: Node) -> Target | None:
        found = self._inner(node)
        is_pointer = self.code[node.start_byte : node.start_byte + 1] == b"*"
        return terms.pointed_to(found) if is_pointer else None

    def _tried(self, node: Node) -> Target | None:
        return terms.tried(self._inner(node))

    def _awaited(self, node: Node) -> Target | None:
        return terms.awaited(self._inner(node))

    def _index(self, node: Node) -> Target | None:
        parts = [one for one in node.named_children if one.type not in COMMENTS]
        values = [self.expression(one) for one in parts]
        if len(parts) > 1 and parts[1].type == "range_expression":
            return values[0]
        return terms.element(values[0], index=True) if values else None

    def _cast(self, node: Node) -> Target | None:
        self.expression(node.child_by_field_name("value"))
        return value_of(self.type_of(node.child_by_field_name("type")))

    def _tuple_expression(self, node: Node) -> Target | None:
        parts = [self.expression(one) for one in node.named_children if one.type not in COMMENTS]
        return terms.tuple_of(parts)

    def _array(self, node: Node) -> Target | None:
        parts = [self.expression(one) for one in node.named_children if one.type not in COMMENTS]
        return terms.sequence_of(parts[0] if parts else None)

    def _async(self, node: Node) -> None:
        self._inner(node)

    def _skip(self, _node: Node) -> None:
        """Pass over what names nothing."""

    def _macro(self, node: Node) -> Target | None:
        return self.macro(node)

    def _type_arguments(self, node: Node) -> None:
        self.arguments(node)

    _EXPRESSIONS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        **dict.fromkeys(_PATHS, _path_expression),
        "field_expression": _field,
        "call_expression": _call,
        "closure_expression": _closure,
        "struct_expression": _struct_expression,
        "reference_expression": _inner,
        "parenthesized_expression": _inner,
        "unsafe_block": _inner,
        "unary_expression": _unary,
        "try_expression": _tried,
        "await_expression": _awaited,
        "index_expression": _index,
        "type_cast_expression": _cast,
        "tuple_expression": _tuple_expression,
        "array_expression": _array,
        "block": BranchFinder.block,
        "expression_statement": BranchFinder.statement,
        "let_declaration": BranchFinder.let,
        "let_condition": BranchFinder.condition,
        "if_expression": BranchFinder.if_else,
        "while_expression": BranchFinder.while_loop,
        "for_expression": BranchFinder.for_loop,
        "match_expression": BranchFinder.match,
        "loop_expression": BranchFinder.loop,
        "async_block": _async,
        "macro_invocation": _macro,
        "type_arguments": _type_arguments,
        **dict.fromkeys(
            """
            line_comment block_comment label lifetime string_literal raw_string_literal
            integer_literal float_literal char_literal boolean_literal attribute_item
            inner_attribute_item metavariable
            """.split(),  # noqa: SIM905 - reads better
            _skip,
        ),
    }
