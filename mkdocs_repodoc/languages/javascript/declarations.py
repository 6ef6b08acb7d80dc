"""Parts that JavaScript's declarations share: modifiers, decorators, bases, visibility, values."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_MODIFIERS = frozenset(
    {"static", "async", "abstract", "readonly", "override", "declare", "get", "set", "*", "const"}
)


def labels_of(walk: Walk, node: Node, scope: Scope) -> list[str]:
    """Return the modifiers of a declaration, the scope's first."""
    labels = list(scope.labels)
    for child in node.children:
        if child.type in _MODIFIERS:
            labels.append("generator" if child.type == "*" else child.type)
        elif child.type in {"accessibility_modifier", "override_modifier"}:
            labels.append(walk.text(child))
        elif child.type in {"body", "statement_block", "class_body"}:
            break
    return labels


def decorators_of(walk: Walk, node: Node) -> list[str]:
    """Return the decorators in front of a declaration, without their `@`."""
    return [
        walk.line_of(child).removeprefix("@")
        for child in node.children
        if child.type == "decorator"
    ]


def bases_of(walk: Walk, node: Node) -> list[str]:
    """Return what a class extends and implements, as written."""
    heritage = child_of_type(node, "class_heritage")
    if heritage is None:
        return []
    clauses = [child for child in heritage.named_children if child.type.endswith("_clause")]
    if not clauses:  # JavaScript
        return [walk.line_of(child) for child in heritage.named_children]
    bases: list[str] = []
    for clause in clauses:
        for child in clause.named_children:
            if child.type == "type_arguments" and bases:
                bases[-1] += walk.line_of(child)
            else:
                bases.append(walk.line_of(child))
    return bases


def is_public(walk: Walk, scope: Scope, name: str, labels: list[str]) -> bool:
    """Return whether a name can be reached from outside: by export, or by not being private."""
    if name[:1] in {"#", "_"} or {"private", "protected"} & set(labels):
        return False
    if scope.name or not walk.exported or "export" in labels:
        return True
    return name in walk.exported or name in walk.exports  # as CommonJS exports it


def add_value(
    walk: Walk,
    node: Node,
    name_node: Node,
    scope: Scope,
    *,
    kind: Kind,
    name: str,
    labels: list[str],
    value: Node | None,
) -> None:
    """Note a variable, constant or field."""
    annotation = walk.text(node.child_by_field_name("type")).lstrip(": ")
    text = walk.line_of(value) if value is not None else ""
    name_text = walk.text(name_node)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=(f": {annotation}" if annotation else "") + show_value(text),
        labels=labels,
        decorators=decorators_of(walk, node),
        public=is_public(walk, scope, name_text, labels),
        annotation=annotation,
        value=text,
    )
