"""Elixir: modules, functions, macros and protocols; in its grammar all of them are calls.

A module that defines a struct or an exception is a struct, one that demands callbacks an interface.
Documentation is a string behind an attribute (`@doc`) that stands before what it documents, with
other attributes (`@spec`, `@impl`) between them.
"""

from __future__ import annotations

from itertools import chain

import tree_sitter_elixir
from tree_sitter import Node

from mkdocs_repodoc.languages.elixir.module_attributes import (
    attribute,
    attributes_before,
    callback,
    is_undocumented,
)
from mkdocs_repodoc.languages.elixir.resolution.elixir_file_finder import find_names
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_MODULES = {"defmodule": Kind.MODULE, "defprotocol": Kind.PROTOCOL, "defimpl": Kind.IMPL}
_FUNCTIONS = {
    "def": Kind.FUNCTION,
    "defp": Kind.FUNCTION,
    "defdelegate": Kind.FUNCTION,
    "defmacro": Kind.MACRO,
    "defmacrop": Kind.MACRO,
    "defguard": Kind.MACRO,
    "defguardp": Kind.MACRO,
}
_IMPORTS = frozenset({"alias", "import", "require", "use"})
_TYPES = frozenset({"type", "typep", "opaque"})
_DOCS = frozenset({"doc", "moduledoc", "typedoc"})
_CALLBACKS = frozenset({"callback", "macrocallback"})
_STRUCTS = frozenset({"defstruct", "defexception"})


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    word = walk.text(node.child_by_field_name("target"))
    arguments = child_of_type(node, "arguments")
    listed = arguments.named_children if arguments is not None else []
    if word in _MODULES and listed:
        _module(walk, node, word, listed, scope)
    elif word in _FUNCTIONS and listed:
        _function(walk, node, word, listed[0], scope)
    elif word in _IMPORTS and listed:
        _import(walk, node, listed, scope)
    elif word in _STRUCTS and listed and not is_local(scope):
        _fields(walk, listed, scope)
    elif word == "test" and listed and listed[0].type == "string":
        name = walk.line_of(listed[0]).strip('"')
        walk.add(Kind.TEST, name, node, listed[0], Scope(), body=True)
        walk.tests.append(name)
        walk.enter(child_of_type(node, "do_block"), inside_function(scope, name, "test"))
    else:
        walk.enter(node, scope)


def _module(walk: Walk, node: Node, word: str, listed: list[Node], scope: Scope) -> None:
    name_node = listed[0]
    if name_node.type != "alias":
        return
    text = walk.text(name_node)
    name = scope.qualify(text)
    bases: list[str] = []
    target = walk.text(child_of_type(node, "arguments")).partition("for:")[2].strip()
    if word == "defimpl":
        bases, name = [text], f"{text} for {target}" if target else text
    body = child_of_type(node, "do_block")
    kind = _noun(walk, body) if word == "defmodule" else _MODULES[word]
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        bases=[*bases, *_behaviours(walk, body)],
        doc_start=_below_moduledoc(walk, body),
    )
    walk.enter(body, scope.inside(name, kind, public=scope.public))


def _noun(walk: Walk, body: Node | None) -> Kind:
    """Return what a module is to others: a struct, the interface of a behaviour, or a module."""
    children = body.named_children if body is not None else ()
    if any(walk.text(child.child_by_field_name("target")) in _STRUCTS for child in children):
        return Kind.STRUCT
    is_behaviour = any(attribute(walk, child) in _CALLBACKS for child in children)
    return Kind.INTERFACE if is_behaviour else Kind.MODULE


def _below_moduledoc(walk: Walk, body: Node | None) -> int:
    """Return where the line below the documentation of a module starts; -1 if it has none."""
    for child in body.named_children if body is not None else ():
        if attribute(walk, child) == "moduledoc":
            return child.end_byte + 1
    return -1


def _behaviours(walk: Walk, body: Node | None) -> list[str]:
    found = []
    for child in body.named_children if body is not None else ():
        if attribute(walk, child) == "behaviour":
            operand = child.child_by_field_name("operand")
            found.append(walk.text(child_of_type(operand, "arguments")) if operand else "")
    return [one for one in found if one]


def _function(walk: Walk, node: Node, word: str, head: Node, scope: Scope) -> None:
    guard = ""
    if head.type == "binary_operator" and walk.text(head.child_by_field_name("operator")) == "when":
        left = head.child_by_field_name("left")
        guard = walk.line_of(head.child_by_field_name("right"))
        head = left if left is not None else head
    name_node = head.child_by_field_name("target") if head.type == "call" else head
    if name_node is None or name_node.type not in {"identifier", "operator_identifier"}:
        walk.enter(node, scope)
        return
    listed = child_of_type(head, "arguments")
    text = walk.text(name_node)
    name = scope.qualify(text)
    attributes = attributes_before(walk, node)
    first = attributes[0] if attributes else node
    is_hidden = word.endswith("p") or is_undocumented(walk, node)
    labels = ["private"] if word.endswith("p") else []
    labels += ["guard"] if word.startswith("defguard") else []
    words = {attribute(walk, one) for one in attributes}
    labels += [label for label in ("deprecated", "impl") if label in words]
    if any(found.name == name and found.kind == _FUNCTIONS[word] for found in walk.found[-8:]):
        labels.append("clause")
    shown = f" when {guard}" if guard else ""
    walk.add(
        _FUNCTIONS[word],
        name,
        node,
        name_node,
        scope.wrapped(first.start_byte),
        signature=walk.text(listed) + shown,
        labels=labels,
        public=not is_hidden,
        parameters=[
            Parameter(walk.line_of(child)) for child in (listed.named_children if listed else ())
        ],
        body=True,
    )
    walk.enter(child_of_type(node, "do_block"), inside_function(scope, name))


def _fields(walk: Walk, listed: list[Node], scope: Scope) -> None:
    """Read what a struct holds: a list of names, or of names and defaults."""
    for group in listed:
        parts = (
            one.named_children if one.type == "keywords" else [one] for one in group.named_children
        )
        for child in chain.from_iterable(parts):
            name_node = child.child_by_field_name("key") or child
            if name_node.type not in {"keyword", "atom"}:
                continue
            value = walk.line_of(child.child_by_field_name("value"))
            name = scope.qualify(walk.text(name_node).strip(": "))
            end = name_node.start_byte + len(walk.text(name_node).rstrip(": ").encode())
            shown = show_value(value)
            walk.add(
                Kind.FIELD,
                name,
                child,
                name_node,
                scope,
                signature=shown,
                value=value,
                name_end=end,
            )


def _import(walk: Walk, node: Node, listed: list[Node], scope: Scope) -> None:
    inner = scope.name if is_local(scope) else ""
    first = listed[0]
    if first.type == "alias":
        options = walk.text(child_of_type(listed[-1], "pair"))
        alias = options.partition("as:")[2].strip()
        walk.add_import(walk.text(first), node, first, alias=alias, scope=inner)
    elif first.type == "dot":
        prefix = walk.text(first.child_by_field_name("left"))
        group = first.child_by_field_name("right")
        for child in group.named_children if group is not None else ():
            walk.add_import(f"{prefix}.{walk.text(child)}", node, child, scope=inner)


def _at(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an attribute of a module: documentation, a type, or a constant."""
    word = attribute(walk, node)
    operand = node.child_by_field_name("operand")
    arguments = child_of_type(operand, "arguments") if operand is not None else None
    first = arguments.named_children[0] if arguments and arguments.named_child_count else None
    if first is None or operand is None:
        return
    if word in _DOCS:
        if first.type in {"string", "sigil"}:
            walk.comments.append((node.start_byte, node.end_byte))
        return
    if word in _TYPES and first.type == "binary_operator":
        left = first.child_by_field_name("left")
        name_node = left.child_by_field_name("target") if left and left.type == "call" else left
        if name_node is not None:
            public = word != "typep"
            name, shown = scope.qualify(walk.text(name_node)), walk.head_after(name_node, first)
            walk.add(Kind.TYPE_ALIAS, name, node, name_node, scope, signature=shown, public=public)
    elif word in _CALLBACKS and first.type == "binary_operator":
        callback(walk, node, word, first, scope)
    elif word not in _KNOWN and not is_local(scope):
        name_node = operand.child_by_field_name("target")
        value = walk.line_of(arguments)
        if name_node is not None:
            walk.add_variable(Kind.CONSTANT, node, name_node, scope, value=value, public=False)


_KNOWN = frozenset(
    {
        *_TYPES,
        *("spec", "callback", "macrocallback", "impl", "behaviour", "deprecated", "since"),
        *("derive", "enforce_keys", "tag", "moduletag", "describetag", "compile", "dialyzer"),
        *("external_resource", "on_load", "before_compile", "after_compile", "optional_callbacks"),
    }
)
"""Attributes that are no constants of the module."""
_HANDLERS: dict[str, Handler] = {"call": _call, "unary_operator": _at}
ELIXIR = Dialect(
    tree_sitter_elixir.language,
    _HANDLERS,
    decisions=frozenset({"stab_clause"}),
    operators=frozenset({"&&", "||", "and", "or"}),
    plain_comments=True,
    find_names=find_names,
)
