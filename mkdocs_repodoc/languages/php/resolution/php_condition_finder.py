"""Conditions of PHP: what is known of variables where they hold."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_type_finder import NAMES, TypeFinder
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.flowing_variables import FlowingVariables
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Target

Told = tuple[tuple[str, Target], ...]
"""Variables and properties with what they are where a condition holds."""
Assumed = list[tuple[str, Target, bool, "Target | None"]]
"""What was assumed of variables, whether they were known before, and as what."""
AND, OR = frozenset(("&&", "and")), frozenset(("||", "or"))


class ConditionFinder(TypeFinder):
    """Tells what conditions say of variables."""

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.variables = FlowingVariables()
        self.makes_generator = False

    def key_of(self, node: Node | None) -> str:
        """Return the name of a variable or of a property of the object around; else nothing."""
        if node is None:
            return ""
        if node.type == "parenthesized_expression" and listed(node):
            return self.key_of(listed(node)[0])
        if node.type == "assignment_expression":
            return self.key_of(node.child_by_field_name("left"))
        text = self.text(node)
        if node.type == "variable_name" and text != "$this":
            return text
        is_own = node.type == "member_access_expression" and text.startswith("$this->")
        return text if is_own and text.count("->") == 1 else ""

    def assume(self, told: Told) -> Assumed:
        """Go on with what a condition tells; return what `take_back` needs."""
        saved: Assumed = []
        for key, value in told:
            saved.append((key, value, self.variables.has(key), self.variables.value(key)))
            self.variables.assign(key, value)
        return saved

    def take_back(self, saved: Assumed) -> None:
        """Go on without what a condition has told; what was assigned since stays."""
        for key, value, was_there, before in reversed(saved):
            if self.variables.value(key) is not value:
                continue
            if was_there:
                self.variables.assign(key, before)
            else:
                self.variables.forget(key)

    def when(self, node: Node | None, *, holds: bool) -> Told:
        """Return what a condition tells of variables where it holds, or where it does not."""
        if node is not None and node.type in ("parenthesized_expression", "argument"):
            return self.when(next(iter(listed(node)), None), holds=holds)
        if node is not None and node.type == "unary_op_expression":
            negated = self.text(node.child_by_field_name("operator")) == "!"
            argument = node.child_by_field_name("argument")
            return self.when(argument, holds=not holds) if negated else ()
        if node is None or node.type != "binary_expression":
            return ()
        return self._when_operands(node, holds=holds)

    def _when_operands(self, node: Node, *, holds: bool) -> Told:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = self.text(node.child_by_field_name("operator")).lower()
        if operator in (AND if holds else OR):
            return (*self.when(left, holds=holds), *self.when(right, holds=holds))
        key = self.key_of(left)
        if operator == "instanceof" and holds and key and right is not None:
            kind = self._named_kind(right)
            return ((key, kind),) if kind is not None else ()
        return ()

    def _named_kind(self, node: Node) -> Target | None:
        """Return a value of the class of a name, which is visited elsewhere."""
        if node.type not in NAMES and node.type != "relative_scope":
            return None
        written = self.text(node)
        if written.lower() in ("self", "static", "parent"):
            return value_of(self.own_type(written.lower()))
        return value_of(terms.class_named(self.names.class_name(written)))
