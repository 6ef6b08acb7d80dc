"""Haskell: types with their constructors and fields, classes, instances, functions and values.

A function is its signature and its equations, which are siblings: they become one symbol.
"""

from __future__ import annotations

from collections.abc import Iterator

import tree_sitter_haskell
from tree_sitter import Node

from mkdocs_repodoc.languages.haskell.resolution.haskell_file_finder import find_names
from mkdocs_repodoc.languages.haskell.types import (
    is_exported,
    read_synonym,
    read_type,
    shown_behind,
)
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind


def _header(walk: Walk, node: Node, _scope: Scope) -> None:
    """Note what the module exports; everything if it has no list."""
    walk.file_line = node.start_point.row + 1
    exports = node.child_by_field_name("exports")
    if exports is None:
        return
    names: set[str] = set()
    for one in exports.named_children:
        if one.type == "module_export":
            if walk.text(one.child_by_field_name("module")) == walk.text(
                node.child_by_field_name("module")
            ):
                return
        elif one.type == "export":
            parts = [walk.text(child) for child in one.named_children if child.type != "children"]
            name = parts[-1].strip("()") if parts else ""
            names.add(name)
            inner = child_of_type(one, "children")
            for child in inner.named_children if inner is not None else ():
                text = walk.text(child)
                names.add(f"{name}(..)" if text == ".." else text.strip("()"))
    walk.exported = frozenset(names)


def _import(walk: Walk, node: Node, scope: Scope) -> None:
    module = node.child_by_field_name("module")
    if module is None:
        return
    name = walk.text(module)
    alias = walk.text(node.child_by_field_name("alias"))
    listed = node.child_by_field_name("names")
    if listed is None or child_of_type(node, "hiding") is not None:
        walk.add_import(name, node, module, alias=alias, scope=scope.name)
        return
    walk.add_import(name, node, module, alias=alias)
    for one in listed.named_children:
        if one.type == "import_name" and one.named_children:
            first = one.named_children[0]
            walk.add_import(name, one, first, name=walk.text(first).strip("()"))


def _declarations(walk: Walk, node: Node, scope: Scope) -> None:
    """Read siblings: a signature and the equations of its name belong together."""
    groups: dict[str, list[Node]] = {}
    for child in node.named_children:
        names = list(_bound(child))
        if not names:
            walk.visit(child, scope)
        for name in names:
            groups.setdefault(walk.text(name), []).append(child)
    for bound, nodes in groups.items():
        _value(walk, bound, nodes, scope)


def _bound(node: Node) -> Iterator[Node]:
    """Return the nodes of the names that a signature or an equation is about."""
    if node.type == "signature":
        if listed := node.child_by_field_name("names"):
            yield from (_bare(one) for one in listed.named_children)
        elif name := node.child_by_field_name("name"):
            yield _bare(name)
    elif node.type in ("function", "bind"):
        infix = child_of_type(node, "infix")
        name = node.child_by_field_name("name") or (
            infix.child_by_field_name("operator") if infix is not None else None
        )
        if name is not None:
            yield _bare(name)


def _bare(name: Node) -> Node:
    """Return an operator without the parentheses that make it a name."""
    return name.named_children[0] if name.type == "prefix_id" and name.named_children else name


def _value(walk: Walk, name: str, nodes: list[Node], scope: Scope) -> None:
    """Note a function or value, from its signature to its last equation."""
    equations = [node for node in nodes if node.type != "signature"]
    signature = next((node for node in nodes if node.type == "signature"), None)
    first = nodes[0]
    place = next(one for one in _bound(first) if walk.text(one) == name)
    written = walk.line_of(signature.child_by_field_name("type")) if signature is not None else ""
    takes = "->" in written or any(node.type == "function" for node in equations)
    acts = written.split(" ", 1)[0] == "IO"
    kind = Kind.FUNCTION if takes or acts else Kind.CONSTANT
    if scope.kind in (Kind.CLASS, Kind.IMPL):
        kind = Kind.METHOD
    walk.add(
        kind,
        scope.qualify(name),
        first,
        place,
        scope,
        signature=shown_behind(f":: {written}" if written else ""),
        public=is_exported(walk, name, scope),
        end=nodes[-1].end_byte,
        annotation=written if kind == Kind.CONSTANT else "",
        body=bool(equations) and kind != Kind.CONSTANT,
    )
    if name == "main" and not scope.name and equations:
        walk.main_line = equations[0].start_point.row + 1


def _class(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = walk.text(name_node)
    context = walk.line_of(node.child_by_field_name("context")).removesuffix("=>").strip()
    patterns = node.child_by_field_name("patterns")
    public = is_exported(walk, name, scope)
    walk.add(
        Kind.CLASS,
        scope.qualify(name),
        node,
        name_node,
        scope,
        signature=shown_behind(walk.line_of(patterns)),
        bases=[part.split()[0] for part in context.strip("()").split(",") if part.split()],
        public=public,
    )
    walk.visit(
        child_of_type(node, "class_declarations"), scope.inside(name, Kind.CLASS, public=True)
    )


def _instance(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    base = walk.text(name_node)
    types = walk.line_of(node.child_by_field_name("patterns"))
    name = scope.qualify(f"{base} {types}")
    walk.add(Kind.IMPL, name, node, name_node, scope, bases=[base])
    walk.visit(
        child_of_type(node, "instance_declarations"), scope.inside(name, Kind.IMPL, public=False)
    )


def _foreign(walk: Walk, node: Node, scope: Scope) -> None:
    signature = child_of_type(node, "signature")
    for name_node in _bound(signature) if signature is not None else ():
        name = walk.text(name_node)
        written = walk.line_of(signature.child_by_field_name("type")) if signature else ""
        walk.add(
            Kind.FUNCTION,
            scope.qualify(name),
            node,
            name_node,
            scope,
            signature=shown_behind(f":: {written}"),
            labels=["foreign"],
            public=is_exported(walk, name, scope),
        )


_HANDLERS: dict[str, Handler] = {
    "header": _header,
    "import": _import,
    "declarations": _declarations,
    "class_declarations": _declarations,
    "instance_declarations": _declarations,
    "data_type": read_type,
    "newtype": read_type,
    "type_synonym": read_synonym,
    "type_family": read_synonym,
    "data_family": read_synonym,
    "class": _class,
    "instance": _instance,
    "foreign_import": _foreign,
}
HASKELL = Dialect(
    tree_sitter_haskell.language,
    _HANDLERS,
    comments=("comment", "haddock"),
    decisions=frozenset({"conditional", "alternative", "guards", "multi_way_if"}),
    operators=frozenset({"&&", "||"}),
    plain_comments=True,
    find_names=find_names,
)
