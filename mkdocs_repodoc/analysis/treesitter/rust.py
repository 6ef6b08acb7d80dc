"""Rust: items with their attributes, methods under the type that an `impl` is for."""

from __future__ import annotations

import re
from dataclasses import replace

import tree_sitter_rust
from tree_sitter import Node

from mkdocs_repodoc.analysis.treesitter.walk import (
    Dialect,
    Handler,
    Scope,
    Walk,
    child_of_type,
    inside_function,
    is_local,
    show_value,
)
from mkdocs_repodoc.model.records import Parameter

_PYTHON = {
    "pymodule": "python module",
    "pyfunction": "python function",
    "pyclass": "python class",
    "pymethods": "python methods",
}
_TEST = re.compile(r"(?:\w+::)*test(?:_case)?\b|rstest\b|quickcheck\b")
_NAME = re.compile(r"\bname\s*=\s*\"([^\"]+)\"")
_TYPE_END = re.compile(r"[<({\[]")
_MODIFIERS = frozenset({"async", "const", "unsafe", "extern", "default"})


def _body(walk: Walk, node: Node, scope: Scope) -> None:
    """Give each item its attributes, which are its siblings in the tree."""
    pending: list[tuple[Node, Scope]] = []
    attributes: list[Node] = []
    for child in node.named_children:
        if child.type == "attribute_item":
            attributes.append(child)
        elif child.type in {"line_comment", "block_comment"}:
            continue
        elif attributes:
            texts = tuple(
                walk.line_of(one).removeprefix("#[").removesuffix("]") for one in attributes
            )
            wrapped = scope.wrapped(attributes[0].start_byte)
            pending.append((child, replace(wrapped, names=texts)))
            attributes = []
        else:
            pending.append((child, scope))
    for child, inner in reversed(pending):
        walk.visit(child, inner)


def _plain(scope: Scope) -> Scope:
    """Return a scope without the attributes of the item that opened it."""
    return replace(scope, start=-1, names=(), labels=())


def _labels(walk: Walk, node: Node, scope: Scope) -> list[str]:
    labels = [_PYTHON[one] for text in scope.names if (one := _attribute(text)) in _PYTHON]
    if any(_attribute(text) == "deprecated" for text in scope.names):
        labels.append("deprecated")
    visibility = child_of_type(node, "visibility_modifier")
    if visibility is not None:
        labels.append(walk.line_of(visibility))
    modifiers = child_of_type(node, "function_modifiers")
    for child in [*(modifiers.children if modifiers else []), *node.children]:
        if child.type in _MODIFIERS:
            labels.append(child.type)
        elif child.type == "extern_modifier":
            labels.append(walk.line_of(child))
        elif child.type == "mutable_specifier":
            labels.append("mut")
    return labels


def _attribute(text: str) -> str:
    return re.split(r"[(=\s]", text, maxsplit=1)[0].rpartition("::")[2]


def _is_public(node: Node, scope: Scope) -> bool:
    visibility = child_of_type(node, "visibility_modifier")
    return scope.access == "public" or (visibility is not None and visibility.child_count <= 1)


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    kind = "method" if scope.kind in {"impl", "trait"} else "function"
    listed = node.child_by_field_name("parameters")
    returns = walk.text(node.child_by_field_name("return_type"))
    signature = walk.text(node.child_by_field_name("type_parameters")) + walk.text(listed)
    signature += f" -> {returns}" if returns else ""
    where = child_of_type(node, "where_clause")
    labels = _labels(walk, node, scope)
    body = node.child_by_field_name("body")
    if body is None and scope.kind == "trait":
        labels.append("required")
    if scope.kind == "foreign":
        labels.append("declaration")
    tested = any(_TEST.match(one) for one in scope.names)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=signature + (f" {walk.line_of(where)}" if where else ""),
        decorators=scope.names,
        labels=labels + (["test"] if tested else []),
        public=not is_local(scope) and _is_public(node, scope),
        parameters=_parameters(walk, listed),
        returns=returns,
        body=body is not None,
    )
    if tested:
        walk.tests.append(name)
    if name == "main" and not scope.name:
        walk.main_line = name_node.start_point.row + 1
    _note_python_module(walk, text, labels, scope)
    if body is not None:
        _body(walk, body, inside_function(scope, name))


def _note_python_module(walk: Walk, text: str, labels: list[str], scope: Scope) -> None:
    """Note under which name Python imports what a `#[pymodule]` defines."""
    if "python module" in labels:
        renamed = [match[1] for one in scope.names if (match := _NAME.search(one))]
        walk.facts.append(("python-module", renamed[0] if renamed else text))


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    result = []
    for child in listed.named_children if listed is not None else ():
        if child.type == "self_parameter":
            result.append(Parameter(walk.line_of(child)))
        elif child.type == "parameter":
            result.append(
                Parameter(
                    walk.line_of(child.child_by_field_name("pattern")),
                    annotation=walk.line_of(child.child_by_field_name("type")),
                )
            )
    return result


def _struct(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    body = node.child_by_field_name("body")
    kind = {"struct_item": "struct", "union_item": "union", "enum_item": "enum"}[node.type]
    tuple_fields = body is not None and body.type == "ordered_field_declaration_list"
    public = _is_public(node, scope)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters"))
        + (walk.text(body) if tuple_fields else ""),
        decorators=scope.names,
        labels=_labels(walk, node, scope),
        public=public,
    )
    if body is not None and not tuple_fields:
        access = "public" if kind == "enum" else ""
        _body(walk, body, scope.inside(name, kind, public=scope.public and public, access=access))


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    annotation = walk.line_of(node.child_by_field_name("type"))
    walk.add(
        "field",
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=f": {annotation}",
        decorators=scope.names,
        labels=_labels(walk, node, scope),
        public=_is_public(node, scope),
        annotation=annotation,
    )


def _variant(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    value = walk.line_of(node.child_by_field_name("value"))
    walk.add(
        "variant",
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("body")) + (f" = {value}" if value else ""),
        decorators=scope.names,
        value=value,
    )


def _trait(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    bounds = node.child_by_field_name("bounds")
    public = _is_public(node, scope)
    walk.add(
        "trait",
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")),
        bases=[walk.line_of(child) for child in bounds.named_children] if bounds else (),
        decorators=scope.names,
        labels=_labels(walk, node, scope),
        public=public,
    )
    body = node.child_by_field_name("body")
    if body is not None:
        inner = scope.inside(name, "trait", public=scope.public and public, access="public")
        _body(walk, body, inner)


def _impl(walk: Walk, node: Node, scope: Scope) -> None:
    type_node = node.child_by_field_name("type")
    body = node.child_by_field_name("body")
    if type_node is None:
        return
    trait = node.child_by_field_name("trait")
    written = walk.line_of(type_node)
    bare = _TYPE_END.split(written.lstrip("&").removeprefix("dyn ").strip(), maxsplit=1)[0].strip()
    name = scope.qualify(bare or written)
    if trait is not None:
        walk.add(
            "impl",
            scope.qualify(f"{walk.line_of(trait)} for {written}"),
            node,
            trait,
            scope,
            signature=walk.text(node.child_by_field_name("type_parameters")),
            bases=[walk.line_of(trait)],
            decorators=scope.names,
            labels=_labels(walk, node, scope),
        )
    if body is not None:
        access = "public" if trait is not None else ""
        _body(walk, body, scope.inside(name, "impl", public=scope.public, access=access))


def _value(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None or is_local(scope):
        return
    annotation = walk.line_of(node.child_by_field_name("type"))
    value = walk.line_of(node.child_by_field_name("value"))
    kind = {"const_item": "constant", "static_item": "static"}.get(node.type, "type alias")
    if kind == "type alias":
        signature = f" = {annotation}" if annotation else ""
    else:
        signature = f": {annotation}" + show_value(value)
    labels = [label for label in _labels(walk, node, scope) if label != "const"]
    walk.add(
        kind,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")) + signature,
        decorators=scope.names,
        labels=labels,
        public=_is_public(node, scope),
        annotation=annotation,
        value=value,
    )


def _macro(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    exported = any(_attribute(one) == "macro_export" for one in scope.names)
    walk.add(
        "macro",
        scope.qualify(walk.text(name_node) + "!"),
        node,
        name_node,
        scope,
        decorators=scope.names,
        labels=["export"] if exported else [],
        public=exported,
    )


def _module(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    body = node.child_by_field_name("body")
    if body is None:  # it stands in a file of its own
        walk.add_import(f"self::{text}", node, name_node, name="")
        return
    name = scope.qualify(text)
    public = _is_public(node, scope)
    tests = any("test" in one and _attribute(one) == "cfg" for one in scope.names)
    labels = _labels(walk, node, scope)
    _note_python_module(walk, text, labels, scope)
    walk.add(
        "module",
        name,
        node,
        name_node,
        scope,
        decorators=scope.names,
        labels=labels + (["test"] if tests else []),
        public=public,
    )
    _body(walk, body, scope.inside(name, "module", public=scope.public and public))


def _foreign(walk: Walk, node: Node, scope: Scope) -> None:
    body = node.child_by_field_name("body")
    if body is not None:
        _body(walk, body, replace(_plain(scope), kind="foreign"))


def _use(walk: Walk, node: Node, scope: Scope) -> None:
    """Note each name of a `use` tree as an import of its own."""
    argument = node.child_by_field_name("argument")
    stack: list[tuple[Node, str]] = [(argument, "")] if argument is not None else []
    while stack:
        part, prefix = stack.pop()
        if part.type == "scoped_use_list":
            path = walk.line_of(part.child_by_field_name("path"))
            listed = part.child_by_field_name("list")
            inner = f"{prefix}::{path}" if prefix and path else prefix or path
            stack += [(one, inner) for one in listed.named_children] if listed is not None else []
        elif part.type == "use_list":
            stack += [(one, prefix) for one in part.named_children]
        elif "comment" not in part.type:
            _use_one(walk, node, part, prefix, scope)


def _use_one(walk: Walk, node: Node, part: Node, prefix: str, scope: Scope) -> None:
    alias = ""
    if part.type == "use_as_clause":
        alias = walk.line_of(part.child_by_field_name("alias"))
        part = part.child_by_field_name("path") or part
    inner = scope.name if is_local(scope) else ""
    if part.type == "use_wildcard":
        path = walk.line_of(part).removesuffix("*").removesuffix("::")
        module = f"{prefix}::{path}" if prefix and path else prefix or path
        walk.add_import(module, node, part, name="*", scope=inner)
        return
    path = walk.line_of(part)
    full = f"{prefix}::{path}" if prefix else path
    module, _, name = full.rpartition("::")
    if name == "self":
        name = ""
    elif not module:
        module, name = name, ""
    place = part.child_by_field_name("name") or part
    walk.add_import(module, node, place, name=name, alias=alias, scope=inner)


def _extern_crate(walk: Walk, node: Node, _: Scope) -> None:
    name = node.child_by_field_name("name")
    if name is not None:
        alias = walk.line_of(node.child_by_field_name("alias"))
        walk.add_import(walk.text(name), node, name, alias=alias)


def _nothing(walk: Walk, node: Node, scope: Scope) -> None:
    """Pass over what holds no items."""


_HANDLERS: dict[str, Handler] = {
    "source_file": _body,
    "function_item": _function,
    "function_signature_item": _function,
    "struct_item": _struct,
    "union_item": _struct,
    "enum_item": _struct,
    "field_declaration": _field,
    "enum_variant": _variant,
    "trait_item": _trait,
    "impl_item": _impl,
    "const_item": _value,
    "static_item": _value,
    "type_item": _value,
    "associated_type": _value,
    "macro_definition": _macro,
    "mod_item": _module,
    "foreign_mod_item": _foreign,
    "use_declaration": _use,
    "extern_crate_declaration": _extern_crate,
    "macro_invocation": _nothing,
    "token_tree": _nothing,
    "attribute_item": _nothing,
    "array_expression": _nothing,
}
RUST = Dialect(
    tree_sitter_rust.language,
    _HANDLERS,
    comments=("line_comment", "block_comment"),
    decisions=frozenset(
        {"if_expression", "while_expression", "for_expression", "match_arm", "try_expression"}
    ),
    operators=frozenset({"&&", "||"}),
    separator="::",
)
