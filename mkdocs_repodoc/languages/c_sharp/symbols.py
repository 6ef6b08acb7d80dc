"""C#: namespaces, types and their members, properties and events among them."""

from __future__ import annotations

import re

import tree_sitter_c_sharp
from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.conditional_code import first_branches
from mkdocs_repodoc.languages.c_sharp.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.text.english import shortened

_KINDS = {
    "class_declaration": Kind.CLASS,
    "struct_declaration": Kind.STRUCT,
    "interface_declaration": Kind.INTERFACE,
    "enum_declaration": Kind.ENUM,
    "record_declaration": Kind.RECORD,
    "record_struct_declaration": Kind.RECORD,
}
_PUBLIC = frozenset({"public", "protected"})
_LONGEST_VALUE = 100
_TEST = re.compile(r"(?:\w+\.)*(?:Fact|Theory|Test|TestMethod|TestCase|DataTestMethod)\b")


def _words(walk: Walk, node: Node) -> tuple[list[str], list[str]]:
    """Return the modifiers and the attributes of a declaration."""
    words: list[str] = []
    attributes: list[str] = []
    for child in node.children:
        if child.type == "modifier":
            words.append(walk.text(child))
        elif child.type == "attribute_list":
            attributes += [walk.line_of(one) for one in child.named_children]
    if any(one.startswith("Obsolete") for one in attributes):
        words.append("deprecated")
    return words, attributes


def _is_public(scope: Scope, words: list[str]) -> bool:
    if is_local(scope):
        return False
    if scope.kind == Kind.INTERFACE and "private" not in words:
        return True
    return bool(_PUBLIC & set(words)) and not {"private", "internal"} & set(words)


def _namespace(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.line_of(name_node))
    inner = scope.inside(name, "namespace", public=scope.public)
    walk.add(Kind.NAMESPACE, name, node, name_node, scope)
    if node.type == "file_scoped_namespace_declaration":
        # what follows belongs to it: in some versions of the grammar as siblings
        scope.name, scope.kind = name, "namespace"
        walk.enter(node, inner)
    else:
        walk.enter(node.child_by_field_name("body"), inner)


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = scope.qualify(walk.text(name_node))
    kind = _KINDS[node.type]
    words, attributes = _words(walk, node)
    if "struct" in {child.type for child in node.children} and kind == Kind.RECORD:
        words.append("struct")
    listed = child_of_type(node, "parameter_list")
    types = child_of_type(node, "type_parameter_list")
    bases = child_of_type(node, "base_list")
    public = _is_public(scope, words)
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=walk.text(types) + walk.text(listed),
        bases=[
            walk.line_of(one)
            for one in (bases.named_children if bases is not None else ())
            if one.type != "argument_list" and not one.is_error  # a line of the preprocessor
        ],
        decorators=attributes,
        labels=words,
        public=public,
        parameters=_parameters(walk, listed),
    )
    body = node.child_by_field_name("body")
    walk.enter(body, scope.inside(name, kind, public=scope.public and public))


def _callable(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    listed = node.child_by_field_name("parameters") or child_of_type(
        node, "parameter_list", "bracketed_parameter_list"
    )
    text, kind = _callable_name(walk, node, name_node)
    words, attributes = _words(walk, node)
    name = scope.qualify(text)
    returns = walk.line_of(node.child_by_field_name("returns") or node.child_by_field_name("type"))
    types = node.child_by_field_name("type_parameters")
    signature = walk.text(types) + walk.text(listed)
    tested = any(_TEST.match(one) for one in attributes)
    body = node.child_by_field_name("body")
    walk.add(
        kind,
        name,
        node,
        name_node or child_of_type(node, "this", "operator"),
        scope,
        signature=signature + (f" -> {returns}" if returns else ""),
        decorators=attributes,
        labels=words + (["test"] if tested else []),
        public=_is_public(scope, words),
        parameters=_parameters(walk, listed),
        returns=returns,
        body=body is not None,
    )
    if tested:
        walk.tests.append(name)
    if text == "Main" and "static" in words:
        walk.main_line = walk.main_line or node.start_point.row + 1
    walk.enter(body, inside_function(scope, name))


def _callable_name(walk: Walk, node: Node, name_node: Node | None) -> tuple[str, Kind]:  # noqa: PLR0911 - a kind each
    match node.type:
        case "constructor_declaration":
            return walk.text(name_node), Kind.CONSTRUCTOR
        case "destructor_declaration":
            return f"~{walk.text(name_node)}", Kind.METHOD
        case "operator_declaration":
            return f"operator {walk.line_of(node.child_by_field_name('operator'))}", Kind.METHOD
        case "conversion_operator_declaration":
            return f"operator {walk.line_of(node.child_by_field_name('type'))}", Kind.METHOD
        case "indexer_declaration":
            return "this[]", Kind.PROPERTY
        case "delegate_declaration":
            return walk.text(name_node), Kind.DELEGATE
        case "local_function_statement":
            return walk.text(name_node), Kind.FUNCTION
        case _:
            return walk.text(name_node), Kind.METHOD


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    result = []
    for child in listed.named_children if listed is not None else ():
        name = child.child_by_field_name("name")
        if child.type != "parameter" or name is None:
            continue
        _, _, default = walk.line_of(child).partition("=")
        result.append(
            Parameter(
                walk.text(name),
                annotation=walk.line_of(child.child_by_field_name("type")),
                default=default.strip(),
            )
        )
    if listed is not None:  # `params` is no parameter node of its own
        rest = listed.child_by_field_name("name")
        if rest is not None and rest.is_named:
            annotation = walk.line_of(listed.child_by_field_name("type"))
            result.append(Parameter(walk.text(rest), annotation=f"params {annotation}"))
    return result


def _property(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    words, attributes = _words(walk, node)
    if node.type == "event_declaration":
        words.append("event")
    annotation = walk.line_of(node.child_by_field_name("type"))
    accessors = node.child_by_field_name("accessors")
    names = [
        walk.line_of(one).partition("{")[0].partition("=>")[0].strip().removesuffix(";")
        for one in (accessors.named_children if accessors is not None else ())
        if one.type == "accessor_declaration"
    ]
    shown = f" {{ {'; '.join(names)} }}" if names else ""
    walk.add(
        Kind.PROPERTY,
        scope.qualify(walk.text(name_node)),
        node,
        name_node,
        scope,
        signature=f": {annotation}{shown}{_initial(walk, node)}",
        decorators=attributes,
        labels=words,
        public=_is_public(scope, words),
        annotation=annotation,
    )


def _initial(walk: Walk, node: Node) -> str:
    """Return the value that a property begins with; empty for one that is computed."""
    value = node.child_by_field_name("value")
    if value is None or value.type == "arrow_expression_clause":
        return ""
    return f" = {shortened(walk.line_of(value), _LONGEST_VALUE)}"


def _field(walk: Walk, node: Node, scope: Scope) -> None:
    declaration = child_of_type(node, "variable_declaration")
    if declaration is None or is_local(scope):
        return
    words, attributes = _words(walk, node)
    if node.type == "event_field_declaration":
        words.append("event")
    annotation = walk.line_of(declaration.child_by_field_name("type"))
    wrapped = scope.wrapped(node.start_byte)
    for child in declaration.named_children:
        name_node = child.child_by_field_name("name")
        if child.type != "variable_declarator" or name_node is None:
            continue
        _, _, value = walk.line_of(child).partition("=")
        walk.add_variable(
            Kind.CONSTANT if "const" in words else Kind.FIELD,
            child,
            name_node,
            wrapped,
            annotation=annotation,
            value=value.strip(),
            decorators=attributes,
            labels=words,
            public=_is_public(scope, words),
        )


def _enum_member(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None:
        walk.add_enumerator(node, name_node, scope)


def _using(walk: Walk, node: Node, _: Scope) -> None:
    alias = node.child_by_field_name("name")
    paths = [child for child in node.named_children if alias is None or child.id != alias.id]
    if not paths:
        return
    path = paths[-1]
    name = "*" if child_of_type(node, "static") else ""
    walk.add_import(
        walk.line_of(path),
        node,
        path,
        name=name,
        alias=walk.text(alias),
        passes_on=child_of_type(node, "global") is not None,
    )


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_KINDS, _type),
    "namespace_declaration": _namespace,
    "file_scoped_namespace_declaration": _namespace,
    "method_declaration": _callable,
    "constructor_declaration": _callable,
    "destructor_declaration": _callable,
    "operator_declaration": _callable,
    "conversion_operator_declaration": _callable,
    "indexer_declaration": _callable,
    "delegate_declaration": _callable,
    "local_function_statement": _callable,
    "property_declaration": _property,
    "event_declaration": _property,
    "field_declaration": _field,
    "event_field_declaration": _field,
    "enum_member_declaration": _enum_member,
    "using_directive": _using,
}
C_SHARP = Dialect(
    tree_sitter_c_sharp.language,
    _HANDLERS,
    decisions=frozenset(
        {
            "if_statement",
            "for_statement",
            "foreach_statement",
            "while_statement",
            "do_statement",
            "switch_section",
            "switch_expression_arm",
            "catch_clause",
            "conditional_expression",
        }
    ),
    operators=frozenset({"&&", "||", "??"}),
    reword=first_branches,
    find_names=find_names,
    find_errors=find_errors,
    conditions=CONDITIONS,
)
