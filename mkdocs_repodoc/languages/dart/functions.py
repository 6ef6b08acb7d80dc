"""Functions, methods and constructors of Dart: their heads and bodies, which are siblings."""

from __future__ import annotations

import msgspec
from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

SIGNATURES = {
    "function_signature": Kind.FUNCTION,
    "getter_signature": Kind.ACCESSOR,
    "setter_signature": Kind.ACCESSOR,
    "operator_signature": Kind.OPERATOR,
    "constructor_signature": Kind.CONSTRUCTOR,
    "constant_constructor_signature": Kind.CONSTRUCTOR,
    "factory_constructor_signature": Kind.CONSTRUCTOR,
    "redirecting_factory_constructor_signature": Kind.CONSTRUCTOR,
}
MODIFIERS = frozenset({"static", "late", "abstract", "external", "covariant", "final", "const"})


def read_signature(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the head of a function, a method or a constructor."""
    name_node, text = _name(walk, node)
    if name_node is None:
        return
    kind = SIGNATURES[node.type]
    if kind == Kind.FUNCTION and scope.name and not is_local(scope):
        kind = Kind.METHOD
    whole = _statement(node)
    body = whole.next_named_sibling
    if body is not None and body.type != "function_body":
        body = None
    listed = child_of_type(node, "formal_parameter_list")
    decorators = annotations_of(walk, whole)
    labels = [child.type for child in whole.children if child.type in MODIFIERS]
    labels += [word for word in ("get", "set", "factory") if child_of_type(node, word)]
    labels += ["deprecated"] if any("eprecated" in one for one in decorators) else []
    walk.add(
        kind,
        scope.qualify(text),
        whole,
        name_node,
        from_annotations(whole, scope),
        signature=walk.text(child_of_type(node, "type_parameters")) + walk.text(listed),
        decorators=decorators,
        labels=labels,
        public=not text.startswith("_") and not is_local(scope),
        parameters=_parameters(walk, listed),
        returns=_before(walk, node, name_node) if kind != Kind.CONSTRUCTOR else "",
        body=body is not None,
        end=body.end_byte if body is not None else -1,
    )
    if text == "main" and not scope.name:
        walk.main_line = node.start_point.row + 1


def _name(walk: Walk, node: Node) -> tuple[Node | None, str]:
    """Return the node that names a function, and the name; an unnamed constructor is `new`."""
    names = node.children_by_field_name("name") or [
        child for child in node.named_children if child.type in {"identifier", "binary_operator"}
    ]
    if not names:
        return None, ""
    if SIGNATURES[node.type] == Kind.CONSTRUCTOR:
        return names[-1], walk.text(names[-1]) if len(names) > 1 else "new"
    return names[-1], walk.text(names[-1])


def _statement(node: Node) -> Node:
    """Return the node whose siblings are a signature's body and annotations."""
    parent = node.parent
    while parent is not None and parent.type in {"declaration", "method_signature"}:
        node, parent = parent, parent.parent
    return node


def read_body(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the body of the function whose signature stands before it."""
    before = node.prev_named_sibling
    while before is not None and before.type in {"method_signature", "declaration"}:
        before = before.named_children[0] if before.named_child_count else None
    text = ""
    if before is not None and before.type in SIGNATURES:
        text = _name(walk, before)[1]
    walk.enter(node, inside_function(scope, scope.qualify(text) if text else scope.name))


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    found: list[Parameter] = []
    stack = list(listed.named_children) if listed is not None else []
    while stack:
        node = stack.pop(0)
        if node.type == "optional_formal_parameters":
            stack = [*node.named_children, *stack]
        elif node.type == "formal_parameter":
            name = node.child_by_field_name("name") or _last_name(node)
            if name is not None:
                written = walk.text(name).removeprefix("this.").removeprefix("super.")
                found.append(Parameter(written, annotation=_before(walk, node, name)))
        elif found and node.type not in {"comment", "documentation_comment", "annotation"}:
            found[-1] = msgspec.structs.replace(found[-1], default=walk.line_of(node))
    return found


def _last_name(node: Node) -> Node | None:
    """Return the last part of a parameter that sets a field: `this.title`."""
    inner = node.named_children[-1] if node.named_child_count else None
    names = [child for child in inner.named_children if child.type == "identifier"] if inner else []
    return names[-1] if names else inner


def _before(walk: Walk, node: Node, name: Node) -> str:
    """Return the type that stands in front of a name."""
    text = walk.code[node.start_byte : name.start_byte].decode("utf-8", "replace")
    words = ("required", "final", "const", "covariant", "static", "external", "get", "set", "late")
    kept = [word for word in text.split() if word not in (*words, "operator", "this.", "var")]
    return " ".join(kept)


def from_annotations(node: Node, scope: Scope) -> Scope:
    """Return the scope of a declaration that starts with its annotations."""
    before = node.prev_named_sibling
    while before is not None and before.type == "annotation":
        node, before = before, before.prev_named_sibling
    return scope.wrapped(node.start_byte)


def annotations_of(walk: Walk, node: Node) -> list[str]:
    """Return the annotations in front of a declaration, as written."""
    found: list[str] = []
    before = node.prev_named_sibling
    while before is not None and before.type == "annotation":
        found.insert(0, walk.line_of(before))
        before = before.prev_named_sibling
    return found
