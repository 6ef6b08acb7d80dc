"""Identifiers in Kotlin's types with what they mean."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.kotlin.declaration_parts import TYPES
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_terms import Argument
from mkdocs_repodoc.languages.resolution.class_terms import named_type, type_variable
from mkdocs_repodoc.languages.resolution.value_terms import is_small
from mkdocs_repodoc.languages.treesitter.identifiers.class_pass import ClassPass
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

_WRAPPERS = frozenset(
    ("nullable_type", "parenthesized_type", "non_nullable_type", "type_projection", "parameter")
)
_LARGEST_SHARED = 8
_FIRST_UNLISTED = -3


class TypeFinder(ClassPass):
    """One file's pass over types.

    Args:
        code: The file.

    Attributes:
        offers: Scopes without a symbol and values that terms share, by their numbers.
    """

    def __init__(self, code: bytes) -> None:
        super().__init__(code)
        self.offers: list[tuple[str, Target]] = []
        self._unlisted = _FIRST_UNLISTED

    def new_number(self) -> str:
        """Return the number of a scope or value without a symbol."""
        self._unlisted -= 1
        return str(self._unlisted)

    def shared(self, value: Target | None) -> Target | None:
        """Return a value as other terms may have it as a part; a large one by its number."""
        if value is None or is_small(value, _LARGEST_SHARED):
            return value
        number = self.new_number()
        self.offers.append((number, value))
        return terms.kept(number)

    @abstractmethod
    def arguments(self, node: Node | None) -> list[Argument]:
        """Visit the arguments of a call; return them without those that are lambdas."""

    # Types

    def type_of(self, node: Node | None, kind: ReferenceKind = "annotation") -> Target | None:
        """Visit a type; return it, `None` if nothing is known of it."""
        if node is None:
            return None
        if node.type == "user_type":
            return self._user_type(node, kind)
        if node.type == "function_type":
            return self._function_type(node)
        if node.type in _WRAPPERS:
            inner = next((one for one in listed(node) if one.type in TYPES), None)
            return self.type_of(inner, kind)
        return None

    def type_in(self, node: Node | None, *, after: Node | None = None) -> Node | None:
        """Return the type that stands right in a node, behind a child of it."""
        for child in listed(node):
            is_behind = after is None or child.start_byte >= after.end_byte
            if child.type in TYPES and is_behind:
                return child
        return None

    def _user_type(self, node: Node, kind: ReferenceKind) -> Target | None:
        names: list[Node] = []
        arguments: list[Target | None] = []
        for child in listed(node):
            if child.type == "identifier":
                names.append(child)
            elif child.type == "type_arguments":
                arguments = self.type_arguments(child)
        return self.named(names, arguments, kind)

    def type_arguments(self, node: Node | None) -> list[Target | None]:
        """Visit arguments of a generic type or function; return them."""
        return [self.type_of(one) for one in listed(node)]

    def named(
        self, names: Sequence[Node], arguments: Sequence[Target | None], kind: ReferenceKind
    ) -> Target | None:
        """Note the parts of a type's name; return the type."""
        written = [self.text(one).strip("`") for one in names]
        if not written:
            return None
        if len(written) == 1 and self.scopes.has_type(written[0]):
            found = self.scopes.type(written[0])
            if found is not None and found.base == "symbol":
                self.note(names[0], found, kind)
            return found
        for count, node in enumerate(names[:-1], 1):
            self.note(node, named_type(self.around, written[:count]), "name")
        found = named_type(self.around, written, arguments)
        self.note(names[-1], named_type(self.around, written), kind)
        return found

    def _function_type(self, node: Node) -> Target | None:
        parts = [one for one in listed(node) if one.type != "type_modifiers"]
        if not parts:
            return None
        taken = child_of_type(node, "function_type_parameters")
        receiver = self.type_of(parts[0]) if parts[0] != taken else None
        parameters = [self.type_of(one) for one in listed(taken)]
        returned = self.type_of(parts[-1]) if parts[-1] != taken else None
        return terms.function_type(receiver, parameters, returned)

    # Type parameters

    def declare_type_parameters(self, node: Node) -> list[Target | None]:
        """Visit the type parameters of a declaration and declare them; return them."""
        listed_here = listed(child_of_type(node, "type_parameters"))
        owner = f"{self.around}@{node.start_byte}"
        names = [child_of_type(one, "identifier") for one in listed_here]
        for one in names:
            self.scopes.declare_type(self.text(one), type_variable(owner, self.text(one), ()))
        constrained: dict[str, list[Target | None]] = {}
        for one in listed(child_of_type(node, "type_constraints")):
            bounded = self.text(child_of_type(one, "identifier"))
            constrained.setdefault(bounded, []).append(self.type_of(self.type_in(one)))
        found: list[Target | None] = []
        for parameter, name in zip(listed_here, names, strict=True):
            written = self.text(name)
            bounds = [self.type_of(each) for each in listed(parameter) if each.type in TYPES]
            variable = type_variable(owner, written, [*bounds, *constrained.get(written, ())])
            self.scopes.declare_type(written, variable)
            found.append(variable)
        return found

    # Annotations

    def annotations(self, node: Node | None) -> None:
        """Visit the annotations in front of a declaration."""
        for one in listed(child_of_type(node, "modifiers") if node is not None else None):
            if one.type == "annotation":
                self.annotation(one)

    def annotation(self, node: Node) -> None:
        """Visit an annotation."""
        for child in listed(node):
            if child.type == "constructor_invocation":
                kind = self.type_of(child_of_type(child, "user_type"), "decorator")
                given = self.arguments(child_of_type(child, "value_arguments"))
                self.name_arguments(child, terms.base_call(kind, given))
            elif child.type == "user_type":
                self.type_of(child, "decorator")

    def name_arguments(self, node: Node, called: Target | None) -> None:
        """Note the names of a call's arguments, which are those of parameters."""
        for one in listed(child_of_type(node, "value_arguments")):
            if (written := label_of(one)) is not None:
                self.note(written, terms.argument_name(called, self.text(written)), "name")


def label_of(argument: Node) -> Node | None:
    """Return the name of an argument."""
    is_named = argument.child_count > 2 and argument.children[1].type == "="  # noqa: PLR2004 - name, sign and value
    return argument.children[0] if is_named else None
