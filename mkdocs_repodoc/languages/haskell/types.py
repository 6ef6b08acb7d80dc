"""Types of Haskell with their constructors and fields, and names for types."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_CONSTRUCTORS = ("data_constructor", "gadt_constructor", "newtype_constructor")


def read_type(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a type with its constructors and their fields."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = walk.text(name_node).strip("()")
    constructors = list(_constructors(node))
    labels = ["newtype"] if node.type == "newtype" else []
    patterns = node.child_by_field_name("patterns")
    deriving = node.child_by_field_name("deriving")
    derived = deriving.child_by_field_name("classes") if deriving is not None else None
    public = is_exported(walk, name, scope)
    walk.add(
        Kind.TYPE,
        scope.qualify(name),
        node,
        name_node,
        scope,
        signature=shown_behind(walk.line_of(patterns)),
        bases=_derived(walk, derived),
        labels=labels,
        public=public,
    )
    inside = scope.inside(name, Kind.TYPE, public=True)
    for one in constructors:
        _constructor(walk, one, inside)


def _derived(walk: Walk, node: Node | None) -> list[str]:
    if node is None:
        return []
    listed = node.named_children if node.type in ("tuple", "parens") else [node]
    return [walk.line_of(one) for one in listed]


def _constructors(node: Node) -> Iterator[Node]:
    for child in node.named_children:
        if child.type in _CONSTRUCTORS:
            yield child
        elif child.type in ("data_constructors", "gadt_constructors"):
            yield from (one for one in child.named_children if one.type in _CONSTRUCTORS)


def _constructor(walk: Walk, node: Node, scope: Scope) -> None:
    shape = node.child_by_field_name("constructor") or node
    inner = shape if shape.child_by_field_name("name") is not None else node
    name_node = inner.child_by_field_name("name") or shape.child_by_field_name("operator")
    if name_node is None:
        if shape.type not in ("constructor", "constructor_operator"):
            return
        name_node = shape
    name = walk.text(name_node).strip("()")
    record = child_of_type(shape, "fields") or child_of_type(node, "record")
    rest = walk.head_after(name_node, node)
    walk.add(
        Kind.VARIANT,
        scope.qualify(name),
        node,
        name_node,
        scope,
        signature=shown_behind(rest if record is None else ""),
        public=is_exported(walk, name, scope),
    )
    for field in record.named_children if record is not None else ():
        _fields(walk, field, scope)


def _fields(walk: Walk, node: Node, scope: Scope) -> None:
    written = walk.line_of(node.child_by_field_name("type"))
    for name_node in node.named_children:
        if name_node.type == "field_name":
            name = walk.text(name_node).strip("()")
            if scope.qualify(name) not in walk.seen:  # constructors of a type may share a field
                walk.seen.add(scope.qualify(name))
                walk.add(
                    Kind.FIELD,
                    scope.qualify(name),
                    node,
                    name_node,
                    scope,
                    signature=shown_behind(f":: {written}"),
                    public=is_exported(walk, name, scope),
                    annotation=written,
                )


def read_synonym(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a name for a type, or a family of types."""
    name_node = node.child_by_field_name("name")
    if name_node is not None:
        name = walk.text(name_node)
        walk.add(
            Kind.TYPE_ALIAS,
            scope.qualify(name),
            node,
            name_node,
            scope,
            signature=shown_behind(walk.head_after(name_node, node)),
            labels=["family"] if node.type.endswith("family") else [],
            public=is_exported(walk, name, scope),
        )


def is_exported(walk: Walk, name: str, scope: Scope) -> bool:
    """Return whether the module's list has a name, or all names of the type around it."""
    exported = walk.exported
    return exported is None or bool({name, f"{scope.name}(..)"} & exported)


def shown_behind(rest: str) -> str:
    """Return a signature, which follows the name behind a blank."""
    return f" {rest}" if rest else ""
