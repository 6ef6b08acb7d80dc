"""Types that depend on type parameters, as terms that linking works out.

A target says what a value is if one thing decides it. What a generic type is depends on what it is
given, so that its declaration is kept here as a whole: conditions, tuples, keys and functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.library_types import flat_union
from mkdocs_repodoc.languages.javascript.names.script_scopes import ScriptScope
from mkdocs_repodoc.languages.javascript.names.type_meanings import INNER, TypeMeanings
from mkdocs_repodoc.model.references import Target

_DEEPEST = 24
_MOST_PARTS = 300
"""Parts of one declaration; longer ones are made by machines."""
_UNKNOWN = Target("unknown", ())
FUNCTION = Target("formula", ("function literal",))
"""A function that is written where it is passed on."""
CLOSED = Target("formula", ("closed",))
"""An alias of an object's type that has no other members than those that are symbols."""
_TYPE_PARAMETERS = "type_parameters"
_MEMBERS = {"property_signature": "type", "method_signature": ""}
_OPEN = frozenset(("index_signature", "construct_signature"))


def formula(
    how: str, *names: str, parts: Sequence[Target] = (), of: Target | None = None
) -> Target:
    """Return a term: how a type is worked out, and from what."""
    return Target("formula", (how, *names), of, tuple(parts))


class TypeFormulas:
    """Reads the types of one file as terms.

    Args:
        meanings: Says what the names in them mean.
        symbol_of: Returns the symbol that a defining name belongs to.
    """

    def __init__(self, meanings: TypeMeanings, symbol_of: Callable[[Node], int]) -> None:
        self._meanings = meanings
        self._symbol_of = symbol_of
        self._inferred: list[str] = []
        self._depth = 0
        self._left = 0

    def any(self, node: Node, scope: ScriptScope) -> Target:
        """Return the term of a type, such as one that a call is given."""
        self._left = _MOST_PARTS
        return self._read(node, scope)

    def alone(self, node: Node | None, scope: ScriptScope) -> Target | None:
        """Return a type, or a function's; nothing if it depends on no type parameters."""
        term = self._declared(node, scope)
        return Target("generic", (), None, (term,)) if term is not None else None

    def generic(self, node: Node, scope: ScriptScope, value: Node | None = None) -> Target | None:
        """Return a declaration with its type parameters and their defaults.

        Args:
            node: The declaration.
            scope: The scope in it.
            value: What it stands for, if it is an alias.

        Returns:
            Nothing if that depends on none, and may have members that are not named.
        """
        term = self._declared(value, scope) or _closed(value)
        if node.child_by_field_name(_TYPE_PARAMETERS) is None and term is None:
            return None
        self._left = _MOST_PARTS
        names: list[str] = []
        defaults: list[Target] = []
        for parameter in self._type_parameters(node, scope):
            names.append(parameter.names[1])
            defaults += parameter.also
        return Target("generic", tuple(names), None, (term or _UNKNOWN, *defaults))

    def _declared(self, node: Node | None, scope: ScriptScope) -> Target | None:
        self._left = _MOST_PARTS
        is_function = node is not None and node.child_by_field_name("parameters") is not None
        found = self.function(node, scope) if node and is_function else self._read(node, scope)
        return found if self._left > 0 and _has_variable(found) else None

    def _type_parameters(self, node: Node, scope: ScriptScope) -> Iterator[Target]:
        listed = node.child_by_field_name(_TYPE_PARAMETERS)
        for one in listed.named_children if listed is not None else ():
            name, default = (one.child_by_field_name(field) for field in ("name", "value"))
            if name is not None:
                given = default.named_children if default is not None else ()
                meant = self._read(given[0], scope) if given else _UNKNOWN
                yield formula("variable", self._text(name), parts=[meant])

    def _text(self, node: Node) -> str:
        return self._meanings.text(node)

    def _read(self, node: Node | None, scope: ScriptScope) -> Target:
        while node is not None and (node.type.endswith("type_annotation") or node.type in INNER):
            node = node.named_children[0] if node.named_children else None
        self._left -= 1
        if node is None or self._depth > _DEEPEST or self._left < 0:
            return _UNKNOWN
        self._depth += 1
        try:
            return self._by_kind(node, scope)
        finally:
            self._depth -= 1

    def _by_kind(self, node: Node, scope: ScriptScope) -> Target:  # noqa: PLR0911 - one for each kind
        kind = node.type
        if kind == "type_identifier":
            return self._name(node, (), scope)
        if kind == "generic_type":
            name, *rest = node.named_children
            given = rest[-1].named_children if rest else ()
            return self._name(name, [self._read(one, scope) for one in given], scope)
        if kind in _COMBINED:
            parts = flat_union(node) if kind.startswith(("inter", "union")) else node.named_children
            read = [self._read(part, scope) for part in parts if part.type != "comment"]
            return formula(_COMBINED[kind], parts=read)
        if kind == "conditional_type":
            return self._conditional(node, scope)
        if kind == "infer_type":
            inferred = self._text(node.named_children[0])
            self._inferred.append(inferred)
            return formula("infer", inferred)
        if kind in ("literal_type", "predefined_type"):
            return formula("plain", self._text(node))
        if kind == "object_type":
            return formula("object", parts=list(self._members(node, scope)))
        if kind in ("function_type", "call_signature", "method_signature"):
            return self.function(node, scope)
        return self._meanings.type(node, scope) or _UNKNOWN

    def _name(self, name: Node, given: Sequence[Target], scope: ScriptScope) -> Target:
        if name.type == "type_identifier":
            written = self._text(name)
            binding = scope.look_up(written, "type")
            if written in self._inferred or (binding is not None and binding.is_local):
                return formula("variable", written)
            if binding is None:
                return formula("library", written, parts=given)
        meant = self._meanings.type_name(name, scope)
        return formula("named", of=meant, parts=given) if meant is not None else _UNKNOWN

    def _conditional(self, node: Node, scope: ScriptScope) -> Target:
        known = len(self._inferred)
        parts = [
            self._read(node.child_by_field_name(field), scope)
            for field in ("left", "right", "consequence")
        ]
        del self._inferred[known:]
        parts.append(self._read(node.child_by_field_name("alternative"), scope))
        return formula("conditional", parts=parts)

    def _members(self, node: Node, scope: ScriptScope) -> Iterator[Target]:
        for child in node.named_children:
            name = child.child_by_field_name("name")
            if child.type == "call_signature":
                yield formula("member", "()", "-1", parts=[self.function(child, scope)])
            elif child.type in _OPEN:
                yield formula("member", "[]", "-1", parts=[_UNKNOWN])
            elif child.type in _MEMBERS and name is not None:
                symbol = str(self._symbol_of(name))
                field = _MEMBERS[child.type]
                of = child.child_by_field_name(field) if field else child
                read = self._read(of, scope)
                yield formula("member", self._text(name).strip("[]\"'"), symbol, parts=[read])

    def function(self, node: Node, scope: ScriptScope) -> Target:
        """Return the term of a function: what it gives, its type parameters, what it takes."""
        own = list(self._type_parameters(node, scope))
        names = [one.names[1] for one in own]
        known = len(self._inferred)
        self._inferred += names
        result = self._read(node.child_by_field_name("return_type"), scope)
        listed = node.child_by_field_name("parameters")
        taken = [
            formula("parameter", mark, parts=[self._read(one.child_by_field_name("type"), scope)])
            for one in (listed.named_children if listed is not None else ())
            if (mark := _mark(one)) != "this"
        ]
        mentioned = self._inferred[known + len(names) :]
        del self._inferred[known:]
        self._inferred += mentioned
        return formula("function", parts=[result, *own, *taken])


def _closed(node: Node | None) -> Target | None:
    """Return the term of an object's type, all of whose members are named."""
    if node is None or node.type != "object_type":
        return None
    return None if any(one.type in _OPEN for one in node.named_children) else CLOSED


def _mark(parameter: Node) -> str:
    """Return how a parameter is passed: `?` if it can be left out, `...` for all that are left."""
    pattern = parameter.child_by_field_name("pattern")
    if parameter.type == "comment" or (pattern is not None and pattern.type == "this"):
        return "this"
    if pattern is not None and pattern.type == "rest_pattern":
        return "..."
    is_optional = parameter.type == "optional_parameter"
    return "?" if is_optional or parameter.child_by_field_name("value") is not None else ""


def _has_variable(term: Target) -> bool:
    waiting = [term]
    while waiting:
        one = waiting.pop()
        if one.base == "formula" and one.names[0] == "variable":
            return True
        waiting += one.also
    return False


_COMBINED = {
    "intersection_type": "both",
    "union_type": "one",
    "tuple_type": "tuple",
    "rest_type": "rest",
    "lookup_type": "index",
    "index_type_query": "keys",
    "array_type": "array",
}
