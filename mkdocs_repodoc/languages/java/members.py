"""Members of Java's types: fields and constants."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_IMPLICITLY_PUBLIC = frozenset({"interface"})
_NAMED = frozenset({"marker_annotation", "annotation"})


def read_modifiers(walk: Walk, node: Node) -> tuple[list[str], list[str]]:
    """Return the keywords and the annotations in front of a declaration."""
    modifiers = child_of_type(node, "modifiers")
    words: list[str] = []
    annotations: list[str] = []
    for child in modifiers.children if modifiers is not None else ():
        if child.type in _NAMED:
            annotations.append(walk.line_of(child).removeprefix("@"))
        elif "comment" not in child.type:
            words.append(walk.text(child))
    names = {one.partition("(")[0] for one in annotations}
    words += ["override"] if "Override" in names else []
    words += ["deprecated"] if "Deprecated" in names else []
    return words, annotations


def is_public(scope: Scope, words: list[str]) -> bool:
    """Tell whether a member, or a type, with these words in front of it is public."""
    if "private" in words or is_local(scope):
        return False
    return "public" in words or "protected" in words or scope.kind in _IMPLICITLY_PUBLIC


def read_field(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the fields of one declaration."""
    if is_local(scope):
        return
    words, annotations = read_modifiers(walk, node)
    annotation = walk.line_of(node.child_by_field_name("type"))
    constant = {"static", "final"} <= set(words) or node.type == "constant_declaration"
    wrapped = scope.wrapped(node.start_byte)
    for child in node.children_by_field_name("declarator"):
        name_node = child.child_by_field_name("name")
        if name_node is None:
            continue
        walk.add_variable(
            Kind.CONSTANT if constant else Kind.FIELD,
            child,
            name_node,
            wrapped,
            annotation=annotation,
            value=walk.line_of(child.child_by_field_name("value")),
            decorators=annotations,
            labels=words,
            public=is_public(scope, words),
        )


def read_enum_constant(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a constant of an enumeration, and the class that it may have."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    words, annotations = read_modifiers(walk, node)
    walk.add(
        Kind.ENUMERATOR,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("arguments")),
        decorators=annotations,
        labels=words,
    )
    name = scope.qualify(walk.text(name_node))
    walk.enter(node.child_by_field_name("body"), scope.inside(name, "class", public=False))
