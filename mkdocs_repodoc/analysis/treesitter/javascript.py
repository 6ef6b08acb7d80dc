"""JavaScript and TypeScript, with JSX and TSX.

Functions are declared or assigned, modules import and export in two styles, and TypeScript adds
types to all of it; one set of handlers reads every mix.
"""

from __future__ import annotations

import re
from dataclasses import replace

import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Node

from mkdocs_repodoc.analysis.treesitter.javascript_modules import (
    bound_names,
    decorators_of,
    is_public,
    is_required,
    module_name,
    read_export,
    read_import,
    read_program,
    read_require,
)
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

_MODIFIERS = frozenset(
    {"static", "async", "abstract", "readonly", "override", "declare", "get", "set", "*", "const"}
)
_FUNCTION_VALUES = frozenset(
    {"arrow_function", "function_expression", "generator_function", "function"}
)
_TEST_FUNCTIONS = frozenset({"it", "test", "specify", "bench"})
_SUITE_FUNCTIONS = frozenset({"describe", "suite", "context"})


def _labels(walk: Walk, node: Node, scope: Scope) -> list[str]:
    labels = list(scope.labels)
    for child in node.children:
        if child.type in _MODIFIERS:
            labels.append("generator" if child.type == "*" else child.type)
        elif child.type in {"accessibility_modifier", "override_modifier"}:
            labels.append(walk.text(child))
        elif child.type in {"body", "statement_block", "class_body"}:
            break
    return labels


def _signature(walk: Walk, node: Node) -> tuple[str, str, tuple[Parameter, ...]]:
    """Return the signature of a function, what it returns, and its parameters."""
    single = node.child_by_field_name("parameter")
    listed = node.child_by_field_name("parameters")
    written = walk.text(listed) if listed else f"({walk.text(single)})"
    types = walk.text(node.child_by_field_name("type_parameters"))
    returns = walk.text(node.child_by_field_name("return_type"))
    parameters = tuple(_parameters(walk, listed)) if listed else ()
    return types + written + returns, returns.lstrip(": "), parameters


def _parameters(walk: Walk, listed: Node) -> list[Parameter]:
    result = []
    for node in listed.named_children:
        if node.type in {"comment", "decorator"}:
            continue
        pattern = node.child_by_field_name("pattern") or node.child_by_field_name("left") or node
        annotation = walk.text(node.child_by_field_name("type")).lstrip(": ")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        name = walk.line_of(pattern)
        if node.type == "optional_parameter" and value is None:
            name += "?"
        result.append(
            Parameter(
                name,
                annotation=" ".join(annotation.split()),
                default=walk.line_of(value) if node.type != "object_pattern" else "",
            )
        )
    return result


def _function(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        inner = scope if scope.kind == "test" else inside_function(scope, scope.name)
        walk.visit(body, inner)
        return
    name = scope.qualify(walk.text(name_node))
    _add_function(walk, node, name_node, scope, kind="function", name=name, value=node)
    walk.enter(body, inside_function(scope, name))


def _add_function(
    walk: Walk, node: Node, name_node: Node, scope: Scope, *, kind: str, name: str, value: Node
) -> None:
    signature, returns, parameters = _signature(walk, value)
    labels = _labels(walk, value, scope)
    if node.id != value.id:
        labels += _labels(walk, node, Scope())
    text = walk.text(name_node)
    body = value.child_by_field_name("body")
    if body is None and "abstract" not in labels and kind == "function":
        ambient = scope.kind in {"module", "namespace"} or walk.name.endswith(".d.ts")
        labels.append("declaration" if ambient or "declare" in labels else "overload")
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=signature,
        labels=labels,
        decorators=decorators_of(walk, node),
        public=is_public(walk, scope, text, labels),
        parameters=parameters,
        returns=returns,
        body=body is not None,
    )


def _class(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        walk.enter(body, replace(scope, start=-1, labels=(), access=""))
        return
    name = scope.qualify(walk.text(name_node))
    labels = _labels(walk, node, scope)
    if node.type == "abstract_class_declaration" and "abstract" not in labels:
        labels.append("abstract")
    walk.add(
        "class",
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")),
        bases=_bases(walk, node),
        decorators=[*scope.names, *decorators_of(walk, node)],
        labels=labels,
        public=is_public(walk, scope, walk.text(name_node), labels),
    )
    walk.enter(body, scope.inside(name, "class", public=scope.public))


def _bases(walk: Walk, node: Node) -> list[str]:
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


def _method(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    kind = "method"
    if text == "constructor" and scope.kind == "class":
        kind = "constructor"
    elif child_of_type(node, "get", "set"):
        kind = "accessor"
    if scope.kind in {"class", "interface", "object"}:
        _add_function(walk, node, name_node, scope, kind=kind, name=name, value=node)
    walk.enter(node.child_by_field_name("body"), inside_function(scope, name))


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name") or node.child_by_field_name("property")
    if name_node is None or scope.kind not in {"class", "interface"}:
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    value = node.child_by_field_name("value")
    if value is not None and value.type in _FUNCTION_VALUES:
        _add_function(walk, node, name_node, scope, kind="method", name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
        return
    labels = _labels(walk, node, scope)
    _add_value(walk, node, name_node, scope, kind="field", name=name, labels=labels, value=value)


def _add_value(
    walk: Walk,
    node: Node,
    name_node: Node,
    scope: Scope,
    *,
    kind: str,
    name: str,
    labels: list[str],
    value: Node | None,
) -> None:
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


def _interface(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    extends = child_of_type(node, "extends_type_clause", "extends_clause")
    walk.add(
        "interface",
        name,
        node,
        name_node,
        scope,
        signature=walk.text(node.child_by_field_name("type_parameters")),
        bases=[walk.line_of(child) for child in extends.named_children] if extends else (),
        labels=_labels(walk, node, scope),
        public=is_public(walk, scope, walk.text(name_node), list(scope.labels)),
    )
    walk.enter(
        node.child_by_field_name("body"), scope.inside(name, "interface", public=scope.public)
    )


def _type_alias(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None or is_local(scope):
        return
    value = walk.line_of(node.child_by_field_name("value"))
    types = walk.text(node.child_by_field_name("type_parameters"))
    walk.add(
        "type alias",
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=f"{types} = {value}",
        public=is_public(walk, scope, walk.text(name_node), list(scope.labels)),
        value=value,
    )


def _enum(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None or body is None:
        return
    name = scope.qualify(walk.text(name_node))
    labels = _labels(walk, node, scope)
    public = is_public(walk, scope, walk.text(name_node), labels)
    walk.add("enum", name, node, name_node, scope, labels=labels, public=public)
    inner = scope.inside(name, "enum", public=scope.public)
    for child in body.named_children:
        member = child.child_by_field_name("name") or child
        if member.type in {"property_identifier", "string", "private_property_identifier"}:
            value = walk.line_of(child.child_by_field_name("value"))
            walk.add(
                "enumerator",
                inner.qualify(walk.text(member).strip("\"'")),
                child,
                member,
                inner,
                signature=f" = {value}" if value else "",
                value=value,
            )


def _namespace(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    quoted = name_node.type == "string"
    name = scope.qualify(walk.text(name_node).strip("\"'"))
    kind = "module" if quoted else "namespace"
    labels = [*scope.labels, *(["ambient"] if quoted else [])]
    walk.add(kind, name, node, name_node, scope, labels=labels)
    walk.enter(node.child_by_field_name("body"), scope.inside(name, kind, public=scope.public))


def _variable(walk: Walk, node: Node, scope: Scope) -> None:
    constant = walk.code[node.start_byte : node.start_byte + 5] == b"const"
    wrapped = scope if scope.start >= 0 else scope.wrapped(node.start_byte)
    for child in node.named_children:
        if child.type != "variable_declarator":
            continue
        name_node = child.child_by_field_name("name")
        value = child.child_by_field_name("value")
        if name_node is None:
            continue
        if value is not None and is_required(walk, value):
            read_require(walk, child, name_node, value)
            continue
        if name_node.type != "identifier":
            if not is_local(scope):
                kind = "constant" if constant else "variable"
                for one in bound_names(name_node):
                    name = scope.qualify(walk.text(one))
                    labels = list(scope.labels)
                    _add_value(
                        walk, child, one, wrapped, kind=kind, name=name, labels=labels, value=None
                    )
            walk.visit(value, replace(scope, start=-1, labels=(), access=""))
            continue
        _declare(walk, child, name_node, value, wrapped, constant=constant)


def _declare(
    walk: Walk, node: Node, name_node: Node, value: Node | None, scope: Scope, *, constant: bool
) -> None:
    name = scope.qualify(walk.text(name_node))
    inner = replace(scope, start=-1, labels=(), access="")
    if value is not None and value.type in _FUNCTION_VALUES:
        _add_function(walk, node, name_node, scope, kind="function", name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
    elif value is not None and value.type == "class":
        walk.add(
            "class",
            name,
            node,
            name_node,
            scope,
            bases=_bases(walk, value),
            labels=_labels(walk, value, scope),
        )
        walk.enter(
            value.child_by_field_name("body"), scope.inside(name, "class", public=scope.public)
        )
    elif is_local(scope):
        walk.visit(value, inner)
    else:
        kind = "constant" if constant else "variable"
        _add_value(
            walk,
            node,
            name_node,
            scope,
            kind=kind,
            name=name,
            labels=list(scope.labels),
            value=value,
        )
        if value is not None and value.type == "object":
            walk.enter(value, scope.inside(name, "object", public=scope.public))
        else:
            walk.visit(value, inner)


def _pair(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `name: function () {…}` in an object that has a name."""
    key = node.child_by_field_name("key")
    value = node.child_by_field_name("value")
    if key is None or value is None:
        return
    if scope.kind == "object" and value.type in _FUNCTION_VALUES:
        name = scope.qualify(walk.text(key).strip("\"'"))
        _add_function(walk, node, key, scope, kind="method", name=name, value=value)
        walk.enter(value.child_by_field_name("body"), inside_function(scope, name))
    else:
        walk.visit(value, replace(scope, kind="value") if scope.kind == "object" else scope)


def _assignment(walk: Walk, node: Node, scope: Scope) -> None:
    """Read `exports.name = …`, `Class.prototype.name = function …` and the like."""
    left = node.child_by_field_name("left")
    right = node.child_by_field_name("right")
    if left is None or right is None:
        return
    written = walk.text(left) if left.type == "member_expression" else ""
    parts = written.split(".")
    exported = parts[:2] == ["module", "exports"] or parts[0] == "exports"
    if exported and not scope.name:
        if right.type == "object" and written in {"module.exports", "exports"}:
            walk.exports += [
                walk.text(child.child_by_field_name("key") or child)
                for child in right.named_children
                if child.type in {"shorthand_property_identifier", "pair"}
            ]
        elif parts[-1] != "exports":
            walk.exports.append(parts[-1])
    place = left.child_by_field_name("property") if written else None
    if (
        place is not None
        and not is_local(scope)
        and right.type in _FUNCTION_VALUES
        and re.fullmatch(r"[\w$.]+", written)
        and parts[0] != "this"
        and parts[-1] != "exports"
    ):
        names = [part for part in parts if part not in {"module", "exports", "prototype"}]
        name = scope.qualify(".".join(names))
        kind = "method" if "prototype" in parts else "function"
        labels = ("export",) if exported else ()
        _add_function(
            walk, node, place, replace(scope, labels=labels), kind=kind, name=name, value=right
        )
        walk.enter(right.child_by_field_name("body"), inside_function(scope, name))
    else:
        walk.visit(right, scope)


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    """Read calls that mean more: `require`, `describe` and `it`."""
    function = node.child_by_field_name("function")
    arguments = node.child_by_field_name("arguments")
    if function is None or arguments is None:
        return
    if is_required(walk, node):
        source = arguments.named_children[0]
        walk.add_import(module_name(walk, source), node, source)
        return
    head = walk.code[function.start_byte : min(function.end_byte, function.start_byte + 30)]
    called = head.decode("utf-8", "replace").partition(".")[0]
    children = arguments.named_children
    literal = bool(children) and children[0].type in {"string", "template_string"}
    if literal and len(children) > 1 and called in _TEST_FUNCTIONS | _SUITE_FUNCTIONS:
        title = walk.line_of(children[0])[1:-1]
        name = f"{scope.name} > {title}" if scope.name and scope.kind == "test" else title
        if called in _TEST_FUNCTIONS:
            walk.add("test", name, node, children[0], replace(scope, public=True), body=True)
            walk.tests.append(name)
            inner = inside_function(scope, name)
        else:
            inner = replace(scope, name=name, kind="test", start=-1, labels=(), public=False)
        walk.enter(arguments, inner)
        return
    walk.visit(arguments, scope)
    walk.visit(function, scope)


_HANDLERS: dict[str, Handler] = {
    "program": read_program,
    "import_statement": read_import,
    "export_statement": read_export,
    "function_declaration": _function,
    "generator_function_declaration": _function,
    "function_signature": _function,
    "function_expression": _function,
    "arrow_function": _function,
    "class_declaration": _class,
    "abstract_class_declaration": _class,
    "class": _class,
    "method_definition": _method,
    "method_signature": _method,
    "abstract_method_signature": _method,
    "field_definition": _field,
    "public_field_definition": _field,
    "property_signature": _field,
    "interface_declaration": _interface,
    "type_alias_declaration": _type_alias,
    "enum_declaration": _enum,
    "module": _namespace,
    "internal_module": _namespace,
    "lexical_declaration": _variable,
    "variable_declaration": _variable,
    "pair": _pair,
    "assignment_expression": _assignment,
    "call_expression": _call,
}
_DECISIONS = frozenset(
    {
        "if_statement",
        "for_statement",
        "for_in_statement",
        "while_statement",
        "do_statement",
        "switch_case",
        "catch_clause",
        "ternary_expression",
    }
)
_OPERATORS = frozenset({"&&", "||", "??"})

JAVASCRIPT = Dialect(
    tree_sitter_javascript.language, _HANDLERS, decisions=_DECISIONS, operators=_OPERATORS
)
TYPESCRIPT = Dialect(
    tree_sitter_typescript.language_typescript,
    _HANDLERS,
    decisions=_DECISIONS,
    operators=_OPERATORS,
)
TSX = Dialect(
    tree_sitter_typescript.language_tsx, _HANDLERS, decisions=_DECISIONS, operators=_OPERATORS
)
