"""Types of C and C++: classes, enums, aliases, and the templates around them."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.declarators import Declared, read_declarator
from mkdocs_repodoc.languages.c_family.visibility import (
    CLASS_KINDS,
    TYPES,
    access_labels,
    has_attribute,
    in_function,
    is_name,
    is_public,
    macro_labels,
    written_type,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.english import one_line


def read_template(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the parameters of a template, which belong to what follows."""
    parameters = walk.text(node.child_by_field_name("parameters"))
    prefix = scope.prefix + ("" if parameters == "<>" else parameters)
    labels = ["specialization"] if parameters.replace(" ", "") == "<>" else ["template"]
    walk.enter(node, scope.wrapped(node.start_byte, prefix=prefix, labels=labels))


def read_class(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a class, struct or union; one without a body defines nothing."""
    body = node.child_by_field_name("body")
    if body is None or in_function(scope):
        return  # a forward declaration, or a type that is only used
    name_node = node.child_by_field_name("name")
    if name_node is None:
        walk.enter(body, replace(scope, start=-1, labels=(), prefix=""))
        return
    _add_class(walk, node, name_node, scope, name=_class_name(walk, name_node))


def _class_name(walk: Walk, name_node: Node) -> str:
    return one_line(walk.text(name_node)).replace(" ::", "::")


def _add_class(
    walk: Walk,
    node: Node,
    name_node: Node,
    scope: Scope,
    *,
    name: str,
    outer: Node | None = None,
) -> None:
    kind = CLASS_KINDS[node.type]
    place = name_node
    while place.type in {"qualified_identifier", "template_type"}:
        place = place.child_by_field_name("name") or place.named_children[0]
    qualified = scope.qualify(name)
    public = is_public(scope)
    labels = access_labels(scope)
    if child_of_type(node, "virtual_specifier"):
        labels.append("final")
    labels += macro_labels(walk, node.start_byte, place.start_byte)
    if has_attribute(walk, node, "deprecated"):
        labels.append("deprecated")
    bases = _bases(walk, node)
    walk.add(
        kind,
        qualified,
        outer or node,
        place,
        scope,
        bases=bases,
        labels=labels,
        public=public,
    )
    inner = scope.inside(
        qualified,
        kind,
        public=scope.public and public,
        separator="::" if scope.separator == "::" else ".",
        access="private" if kind == Kind.CLASS else "public",
    )
    walk.enter(node.child_by_field_name("body"), inner)


def _bases(walk: Walk, node: Node) -> list[str]:
    clause = child_of_type(node, "base_class_clause")
    if clause is None:
        return []
    return [
        walk.line_of(child)
        for child in clause.named_children
        if child.type in {"type_identifier", "template_type", "qualified_identifier", "decltype"}
    ]


def read_access(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `public:` and the like, which counts for what follows in the class."""
    scope.open_section(walk.line_of(node).rstrip(":").split()[0])


def read_enum(walk: Walk, node: Node, scope: Scope, name_node: Node | None = None) -> None:
    """Read an enum; `name_node` is where a typedef names one without a name."""
    body = node.child_by_field_name("body")
    if body is None or in_function(scope):
        return
    name_node = node.child_by_field_name("name") or name_node
    if name_node is not None and name_node.is_missing:
        name_node = None
    inner = replace(scope, start=-1, labels=(), prefix="")
    if name_node is not None:
        place = name_node
        while place.type == "qualified_identifier":
            place = place.child_by_field_name("name") or place.named_children[0]
        name = scope.qualify(walk.line_of(name_node))
        scoped = child_of_type(node, "class", "struct") is not None
        labels = access_labels(scope) + (["scoped"] if scoped else [])
        labels += macro_labels(walk, node.start_byte, name_node.start_byte)
        base = walk.line_of(node.child_by_field_name("base"))
        walk.add(
            Kind.ENUM,
            name,
            node,
            place,
            scope,
            signature=f": {base}" if base else "",
            labels=labels,
            public=is_public(scope),
        )
        if scope.separator == "::":
            inner = scope.inside(name, "enum", public=scope.public and is_public(scope))
    inner = replace(inner, access="", kind=Kind.ENUM)
    walk.enter(body, inner)


def read_enumerator(walk: Walk, node: Node, scope: Scope) -> None:
    """Read one value of an enum."""
    name = node.child_by_field_name("name")
    if name is None or scope.kind != Kind.ENUM:
        return
    walk.add_enumerator(node, name, scope)


def read_alias(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `using name = type`."""
    name = node.child_by_field_name("name")
    value = node.child_by_field_name("type")
    if name is None or value is None or in_function(scope):
        return
    walk.add(
        Kind.TYPE_ALIAS,
        scope.qualify(walk.line_of(name)),
        node,
        name,
        scope,
        signature=f" = {walk.line_of(value)}",
        labels=access_labels(scope),
        public=is_public(scope),
        value=walk.text(value),
    )


def read_concept(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a concept."""
    name = node.child_by_field_name("name")
    if name is not None:
        walk.add(Kind.CONCEPT, scope.qualify(walk.line_of(name)), node, name, scope)


def read_typedef(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a typedef, which may define a type on the way."""
    if in_function(scope):
        return
    type_node = node.child_by_field_name("type")
    declared = [
        (child, found)
        for child in node.children_by_field_name("declarator")
        if (found := read_declarator(walk, child))
    ]
    named = ""
    if type_node is not None and type_node.type in TYPES:
        body = type_node.child_by_field_name("body")
        own = type_node.child_by_field_name("name")
        plain = next((found for child, found in declared if child.type == "type_identifier"), None)
        if body is not None and own is None and plain is not None:
            named = plain.name
            _add_nameless(walk, node, type_node, plain, scope)
        elif body is not None:
            walk.visit(type_node, replace(scope, labels=(*scope.labels, "typedef")))
            named = walk.line_of(own)
    for child, found in declared:
        if found.name != named and is_name(scope, found):
            written = written_type(walk, node, child, found).removeprefix("typedef").strip()
            walk.add(
                Kind.TYPEDEF,
                scope.qualify(found.name),
                node,
                found.node,
                scope,
                signature=f" = {written}" if written else "",
                labels=access_labels(scope),
                public=is_public(scope),
            )


def _add_nameless(walk: Walk, node: Node, type_node: Node, plain: Declared, scope: Scope) -> None:
    """Add a struct that only its typedef names, as C's people see it."""
    scope = replace(scope, labels=(*scope.labels, "typedef"))
    if type_node.type in CLASS_KINDS:
        _add_class(walk, type_node, plain.node, scope, name=plain.name, outer=node)
    else:
        read_enum(walk, type_node, scope, plain.node)
