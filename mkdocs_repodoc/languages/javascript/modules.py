"""Imports and exports of JavaScript modules, ES modules and CommonJS."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.declarations import decorators_of
from mkdocs_repodoc.languages.javascript.exported_values import unnamed_default
from mkdocs_repodoc.languages.javascript.functions import add_function
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind


def read_program(walk: Walk, node: Node, scope: Scope) -> None:
    """Read first what the module exports: only that is public, once a file exports anything."""
    own: set[str] = set()
    for child in node.named_children:
        if child.type == "export_statement":
            names = _exported_names(walk, child)
            walk.exports += names
            own.update(_renamed(walk, child) or names)
    walk.exported = frozenset(own)
    walk.enter(node, scope)


def _renamed(walk: Walk, node: Node) -> list[str]:
    """Return the names that a file's own definitions have where `export { a as b }` lists them."""
    clause = child_of_type(node, "export_clause")
    if clause is None or node.child_by_field_name("source") is not None:
        return []
    names = [child.child_by_field_name("name") for child in clause.named_children]
    return [walk.text(name) for name in names if name is not None]


def _exported_names(walk: Walk, node: Node) -> list[str]:
    clause = child_of_type(node, "export_clause", "namespace_export")
    if clause is not None and clause.type == "export_clause":
        names = [
            child.child_by_field_name("alias") or child.child_by_field_name("name")
            for child in clause.named_children
        ]
        return [walk.text(name).strip("\"'") for name in names if name is not None]
    if clause is not None:
        return [walk.text(clause.named_children[0])]
    declaration = node.child_by_field_name("declaration")
    if child_of_type(node, "default"):
        named = node.child_by_field_name("value")
        if declaration is not None:
            named = declaration.child_by_field_name("name")
        elif named is not None and named.type != "identifier":
            named = None
        return [walk.text(named)] if named is not None else ["default"]
    if declaration is None:
        return []
    name = declaration.child_by_field_name("name")
    if name is not None:
        return [walk.text(name).strip("\"'")]
    return [
        walk.text(one)
        for child in declaration.named_children
        if child.type == "variable_declarator"
        for one in bound_names(child.child_by_field_name("name"))
    ]


def bound_names(pattern: Node | None) -> list[Node]:
    """Return the names that a declarator binds: its own, or those in `{ a, b: c }` and `[d]`."""
    if pattern is None or pattern.type == "identifier":
        return [pattern] if pattern is not None else []
    names = []
    for child in pattern.named_children:
        bound = child.child_by_field_name("value") or child.child_by_field_name("left") or child
        if bound.type in {"identifier", "shorthand_property_identifier_pattern"}:
            names.append(bound)
    return names


def read_import(walk: Walk, node: Node, _: Scope) -> None:
    """Read an `import` statement."""
    source = node.child_by_field_name("source")
    if source is None:
        required = child_of_type(node, "import_require_clause")
        source = required.child_by_field_name("source") if required else None
        if required is not None and source is not None:
            name = required.named_children[0]
            walk.add_import(module_name(walk, source), node, source, alias=walk.text(name))
        return
    _import_names(walk, node, source)


def _import_names(walk: Walk, node: Node, source: Node) -> None:
    """Note the names that `import … from` or `export … from` takes."""
    module = module_name(walk, source)
    for_types = child_of_type(node, "type") is not None
    passes_on = node.type == "export_statement"
    clauses = [
        child
        for child in node.named_children
        if child.type in {"import_clause", "export_clause", "namespace_export"}
    ]
    if not clauses:
        star = "*" if child_of_type(node, "*") else ""
        walk.add_import(module, node, source, name=star, for_types=for_types, passes_on=passes_on)
    for clause in clauses:
        for child in [clause] if clause.type != "import_clause" else clause.named_children:
            if child.type == "identifier":
                alias = walk.text(child)
                walk.add_import(
                    module, node, child, name="default", alias=alias, for_types=for_types
                )
            elif child.type in {"namespace_import", "namespace_export"}:
                alias = walk.text(child.named_children[0])
                walk.add_import(
                    module, node, child, alias=alias, for_types=for_types, passes_on=passes_on
                )
            else:
                for one in child.named_children:
                    _import_name(walk, node, module, one, for_types=for_types)


def _import_name(walk: Walk, node: Node, module: str, one: Node, *, for_types: bool) -> None:
    name = one.child_by_field_name("name")
    if name is not None:
        walk.add_import(
            module,
            node,
            name,
            name=walk.text(name),
            alias=walk.text(one.child_by_field_name("alias")),
            for_types=for_types or child_of_type(one, "type") is not None,
            passes_on=node.type == "export_statement",
        )


def is_required(walk: Walk, node: Node) -> bool:
    """Whether a value is `require("…")` or `await import("…")`."""
    if node.type == "await_expression" and node.named_children:
        node = node.named_children[0]
    function = node.child_by_field_name("function")
    arguments = node.child_by_field_name("arguments")
    return (
        node.type == "call_expression"
        and arguments is not None
        and [child.type for child in arguments.named_children] == ["string"]
        and function is not None
        and function.type in {"identifier", "import"}  # the text of a chain of calls is long
        and walk.text(function) in {"require", "import"}
    )


def read_require(walk: Walk, node: Node, name_node: Node, value: Node) -> None:
    """Note what a variable takes from `require("…")`."""
    call = value.named_children[0] if value.type == "await_expression" else value
    arguments = call.child_by_field_name("arguments")
    if arguments is None:
        return
    source = arguments.named_children[0]
    module = module_name(walk, source)
    if name_node.type != "object_pattern":
        walk.add_import(module, node, source, alias=walk.text(name_node))
        return
    for child in name_node.named_children:
        key = child.child_by_field_name("key") or child
        alias = walk.text(child.child_by_field_name("value"))
        walk.add_import(module, node, key, name=walk.text(key), alias=alias)


def module_name(walk: Walk, source: Node) -> str:
    """Return a module's name as written, without its quotes."""
    return walk.text(source).strip("\"'`")


def read_export(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an `export` statement: names of another module, or a declaration."""
    source = node.child_by_field_name("source")
    if source is not None:
        _import_names(walk, node, source)
        return
    labels = ["export"] + (["default"] if child_of_type(node, "default") else [])
    decorators = decorators_of(walk, node)
    inside = replace(
        scope.wrapped(node.start_byte, labels=labels), access="export", names=tuple(decorators)
    )
    word, function = unnamed_default(node)
    if word is None or function is None:
        walk.enter(node, inside)
        return
    name = scope.qualify(walk.text(word))
    add_function(walk, node, word, inside, kind=Kind.FUNCTION, name=name, value=function)
    walk.enter(function.child_by_field_name("body"), inside_function(scope, name))
