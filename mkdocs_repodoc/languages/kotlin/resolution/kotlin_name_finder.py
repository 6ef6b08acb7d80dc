"""Names in Kotlin's expressions: variables, `this`, members, references to functions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_finder import TypeFinder
from mkdocs_repodoc.languages.resolution.class_terms import FILE
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_WORDS = {"true": "Boolean", "false": "Boolean"}


class NameFinder(TypeFinder):
    """Follows names."""

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.labels: list[tuple[str, str]] = []
        """Names by which `this` may be asked for, with the scopes that they mean."""
        self.owner = FILE
        """What declarations are members of."""

    @contextmanager
    def inside(self, number: str, label: str = "") -> Iterator[None]:
        """Visit what stands in a scope."""
        before, self.around = self.around, number
        self.labels.append((label, number))
        with self.scopes.block():
            yield
        self.labels.pop()
        self.around = before

    def declare_local(self, name: str, value: Target | None) -> None:
        """Declare a variable, of which no condition has told anything yet."""
        self.scopes.declare(name, self.shared(value))
        if self.scopes.has(f"?{name}"):
            self.scopes.declare(f"?{name}", None)

    def told(self, key: str, otherwise: Target | None) -> Target | None:
        """Return what a variable is where conditions have told its type."""
        return self.scopes.value(f"?{key}") or otherwise

    def identifier(self, node: Node) -> Target | None:
        """Visit a simple name; return what it is."""
        written = self.text(node).strip("`")
        if written == "null":
            return terms.nothing()
        if written in _WORDS:
            return terms.literal(_WORDS[written])
        if self.scopes.has(written):
            found = self.scopes.value(written)
            if found is not None and found.base == "symbol":
                self.note(node, found, "name")
        else:
            found = terms.name(self.around, written)
            self.note(node, found, "name")
        return self.told(written, found)

    def this_expression(self, node: Node) -> Target | None:
        """Return the object around, or that of a label."""
        label = self.text(child_of_type(node, "identifier", "label")).lstrip("@")
        if not label:
            return self.told("this", terms.this(self.around))
        number = next((one for name, one in reversed(self.labels) if name == label), None)
        return terms.this(number, only=True) if number is not None else None

    def super_expression(self, node: Node) -> Target | None:
        """Return the object around as what its class inherits from."""
        return terms.parent(self.around, self.type_of(self.type_in(node)))

    def navigation(self, node: Node) -> Target | None:
        """Visit a member of a value, a class or a package."""
        parts = listed(node)
        value = self.expression(parts[0])
        if len(parts) < 2 or parts[-1].type != "identifier":  # noqa: PLR2004 - a value and a name
            return None
        written = self.text(parts[-1]).strip("`")
        is_reference = any(child.type == "::" for child in node.children)
        if is_reference and written == "class":
            return terms.literal("reflect", "KClass")
        found = terms.member(self.shared(value), written, self.around)
        self.note(parts[-1], found, "name")
        return None if is_reference else self.told(self.key_of(node), found)

    def callable_reference(self, node: Node) -> None:
        """Visit a function that is named and not called."""
        for child in listed(node):
            self.identifier(child)

    def key_of(self, node: Node | None) -> str:
        """Return by what name conditions tell of a variable or property; empty for no such."""
        if node is None or node.type in ("identifier", "this_expression"):
            return self.text(node)
        if node.type == "parenthesized_expression":
            return self.key_of(next(iter(listed(node)), None))
        if node.type != "navigation_expression" or len(listed(node)) < 2:  # noqa: PLR2004 - a value and a name
            return ""
        left = self.key_of(listed(node)[0])
        return f"{left}.{self.text(listed(node)[-1])}" if left else ""
