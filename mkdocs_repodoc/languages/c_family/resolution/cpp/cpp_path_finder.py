"""Paths in a C++ file with what they mean: `a`, `n::a`, `n::A<int>::b`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.build_conditions import is_within
from mkdocs_repodoc.languages.c_family.resolution.c_block_scopes import Local
from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.file_pass import FilePass
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, ReferenceKind, Target

_TEMPLATES = frozenset(("template_type", "template_function", "template_method"))
_STANDARD = "std"
_WRAPPERS = frozenset(("dependent_name", "dependent_type"))


def local_type(local: Local) -> Target | None:
    """Return the type that a local name means, or that its value has."""
    value = local.value
    is_around = value is not None and value.base in ("instance", "import")
    return value.of if value is not None and is_around else value


def taken(meant: Target | None) -> Target | None:
    """Return what a block declares for a name that it takes from another scope."""
    return Target("import", (), meant) if meant is not None else None


def has_constant(node: Node) -> bool:
    """Whether a declaration or a type says that it does not change."""
    return any(one.type == "type_qualifier" and one.text == b"const" for one in node.children)


class CppPathFinder(FilePass, ABC):
    """One file's pass over paths; who visits declarations inherits from it.

    Args:
        code: The file.
        symbols: What it defines.
        unusual: Start and end of what a usual build leaves out.

    Attributes:
        space: Qualified name of the namespace or class around.
        is_local: Whether a function is around.
        is_constant: Whether it leaves the object that it is called on as it is.
        unlisted: Names of the members of the class around, if that stands in a function.
    """

    def __init__(
        self, code: bytes, symbols: Sequence[Symbol], unusual: Iterable[tuple[int, int]]
    ) -> None:
        super().__init__(code, symbols, unusual)
        self.space = ""
        self.is_local = False
        self.is_constant = False
        self.unlisted: frozenset[str] = frozenset()

    @abstractmethod
    def type_of(self, node: Node | None) -> Target | None:
        """Visit a type; return it, `None` if nothing of a repository can be behind it."""

    @abstractmethod
    def described_type(self, node: Node) -> Target | None:
        """Visit a type without a name, as a cast has it; return it."""

    def position(self, name: Node | None) -> int:
        """Return the index of the symbol with this defining name, or `FILE_SCOPE`."""
        return self._positions.of(name)

    def inside(self, name: str) -> str:
        """Return the qualified name of what stands in the space around."""
        return f"{self.space}::{name}" if self.space else name

    def path(self, node: Node, written: str, arguments: Iterable[Target | None] = ()) -> Target:
        """Return what a path means where it stands."""
        unusual = bool(self._unusual) and is_within(self._unusual, node.start_byte)
        space = terms.constant_space(self.space) if self.is_constant else self.space
        return terms.path(space, written, arguments, unusual=unusual)

    def named(
        self, node: Node, kind: ReferenceKind, call: Node | None = None, *, is_type: bool = False
    ) -> Target | None:
        """Visit a path and the arguments of its templates; return what it means.

        Args:
            node: The path.
            kind: What its last name is there for.
            call: The call that it is the name of.
            is_type: Whether the type of a local name is asked for.
        """
        if node.type in _WRAPPERS and node.named_children:
            node = node.named_children[-1]
        if node.type != "qualified_identifier":
            return self._last(node, "", kind, call, is_type=is_type)
        written = ""
        is_dependent = False
        inner: Node | None = node
        while inner is not None and inner.type == "qualified_identifier":
            scope = inner.child_by_field_name("scope")
            if scope is None:
                written = "::"
            else:
                known = self._around(scope, written)
                is_dependent = is_dependent or known is None
                written = f"{known}::" if known is not None else ""
            inner = inner.child_by_field_name("name")
            while inner is not None and inner.type in _WRAPPERS and inner.named_children:
                inner = inner.named_children[-1]
        if inner is None or is_dependent:
            self._visit_arguments(inner)
            return None
        return self._last(inner, written, kind, call, is_type=is_type)

    def _around(self, node: Node, before: str) -> str | None:
        """Visit a name in front of `::`; return the path so far, `None` if it cannot be known."""
        self._visit_arguments(node)
        name = node.child_by_field_name("name") if node.type in _TEMPLATES else node
        if name is None or node.type == "decltype":
            return None
        text = self.text(name)
        if not before and (local := self.scopes.find(text)) is not None:
            target = local_type(local)
            if (
                target is None
                or target.base != "global"
                or terms.plain_space(target.names[0]) != self.space
            ):
                return None
            return target.names[1]
        written = before + text
        if written != _STANDARD:
            self.note(name, self.path(name, f"{written}::"), "name")
        return written

    def _last(
        self, node: Node, before: str, kind: ReferenceKind, call: Node | None, *, is_type: bool
    ) -> Target | None:
        arguments = self._visit_arguments(node)
        name = node.child_by_field_name("name") if node.type in _TEMPLATES else node
        if name is None:
            return None
        text = self.text(name)
        local = self.scopes.find(text) if not before else None
        if local is not None and (local.value is None or local.value.base != "import"):
            return local_type(local) if is_type else local.value
        if local is not None and local.value is not None and local.value.of is not None:
            before = local.value.of.names[1].removesuffix(text)
        target = self.path(name, before + terms.with_count(text, argument_count(call)), arguments)
        if self.position(name) == FILE_SCOPE and not before.startswith(f"{_STANDARD}::"):
            self.note(name, target, kind, call)
        return target

    def _visit_arguments(self, node: Node | None) -> list[Target | None]:
        if node is None or node.type not in _TEMPLATES:
            return []
        found = []
        for one in listed(node.child_by_field_name("arguments")):
            if one.type == "type_descriptor":
                found.append(self.described_type(one))
            else:
                self.visit(one)
                found.append(None)
        return found


def argument_count(call: Node | None) -> str:
    """Return how many arguments a call passes; empty if it is none."""
    if call is None:
        return ""
    arguments = listed(call.child_by_field_name("arguments"))
    if any(one.type == "parameter_pack_expansion" for one in arguments):
        return terms.ANY_NUMBER
    return str(len(arguments))
