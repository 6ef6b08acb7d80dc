"""Ruby: modules, classes and methods, and the calls that define things (`attr_reader`, `require`).

Access is a call too: a bare `private` counts for what follows in the same body, `private :name`
and `private def name` for one method.
"""

from __future__ import annotations

import re
from dataclasses import replace

import tree_sitter_ruby
from tree_sitter import Node

from mkdocs_repodoc.languages.ruby.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.ruby.gem_specification import SUFFIX, read_specification
from mkdocs_repodoc.languages.ruby.rdoc_comments import comment_markdown
from mkdocs_repodoc.languages.ruby.resolution.ruby_file_finder import find_names
from mkdocs_repodoc.languages.ruby.types import ATTRIBUTES, in_module, note_type
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.signature_text import show_value
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter

_ACCESS = frozenset({"public", "private", "protected", "module_function"})
_REQUIRES = frozenset({"require", "require_relative", "load", "autoload"})
_EXAMPLES = frozenset({"it", "specify", "test", "scenario"})
_EXAMPLE_GROUPS = frozenset({"describe", "context", "feature"})
_CASE = re.compile(r"test_\w")
_TEST_CLASS = re.compile(r"Test(?![a-z])")
"""In the name of a base: `Minitest::Test`, `ActiveSupport::TestCase`, one of the project itself."""
_CLASS_MAKERS = frozenset({"Struct.new", "Class.new", "Data.define"})


def _program(walk: Walk, node: Node, scope: Scope) -> None:
    if walk.name.endswith(SUFFIX):
        read_specification(walk, node)
    walk.enter(node, scope)


def _singleton(walk: Walk, node: Node, scope: Scope) -> None:
    inner = scope.inside(scope.name, scope.kind, public=scope.public, separator=".")
    walk.enter(node.child_by_field_name("body"), inner)


def _method(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    singleton = node.type == "singleton_method" or scope.access == "module_function"
    text = walk.text(name_node)
    separator = "." if singleton else scope.separator
    name = f"{scope.name}{separator}{text}" if scope.name else text
    listed = node.child_by_field_name("parameters")
    written = walk.text(listed)
    written = written if written.startswith("(") or not written else f"({written})"
    access = scope.access if scope.access in {"private", "protected"} and not singleton else ""
    kind = Kind.FUNCTION if not scope.name or is_local(scope) else Kind.METHOD
    if text == "initialize" and kind == Kind.METHOD:
        kind = Kind.CONSTRUCTOR
    labels = [access] if access else []
    if singleton or separator == ".":
        labels.append("singleton")
    walk.add(
        kind,
        name,
        node,
        name_node,
        scope,
        signature=written,
        labels=labels,
        public=not access,
        parameters=_parameters(walk, listed),
        body=True,
    )
    if kind == Kind.METHOD and not labels and not written and _CASE.match(text):
        walk.tests += [name] if _is_of_tests(walk, node) else []
    walk.enter(node.child_by_field_name("body"), inside_function(scope, name))


def _is_of_tests(walk: Walk, method: Node) -> bool:
    """Tell whether a method stands in a class that derives from one of tests, by its name."""
    body = method.parent
    owner = body.parent if body is not None else None
    base = owner.child_by_field_name("superclass") if owner is not None else None
    return _TEST_CLASS.search(walk.text(base)) is not None


def _parameters(walk: Walk, listed: Node | None) -> list[Parameter]:
    signs = {"splat_parameter": "*", "hash_splat_parameter": "**", "block_parameter": "&"}
    result = []
    for child in listed.named_children if listed is not None else ():
        name = child.child_by_field_name("name")
        text = walk.line_of(name if name is not None else child)
        if child.type == "keyword_parameter":
            text += ":"
        text = signs.get(child.type, "") + text if name is not None else text
        default = walk.line_of(child.child_by_field_name("value"))
        result.append(Parameter(text, default=default))
    return result


def _assignment(walk: Walk, node: Node, scope: Scope) -> None:
    left = node.child_by_field_name("left")
    right = node.child_by_field_name("right")
    if left is None or right is None or is_local(scope):
        return
    if left.type == "global_variable":
        walk.add(Kind.VARIABLE, walk.text(left), node, left, scope, value=walk.text(right))
    if left.type not in {"constant", "scope_resolution"}:
        walk.visit(right, scope)
        return
    name = in_module(scope, walk.line_of(left))
    made = right.type == "call" and walk.text(right).partition("(")[0].strip() in _CLASS_MAKERS
    value = walk.line_of(right)
    if made:
        base = walk.text(right.child_by_field_name("receiver"))
        walk.add(Kind.CLASS, name, node, left, scope, bases=[base])
        block = right.child_by_field_name("block")
        walk.enter(block, scope.inside(name, "class", public=scope.public, separator="#"))
        return
    shown = show_value(value)
    walk.add(Kind.CONSTANT, name, node, left, scope, signature=shown, value=value)
    walk.visit(right, scope)


def _word(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a bare `private`, which counts for what follows in the body."""
    if walk.text(node) in _ACCESS and not is_local(scope):
        scope.open_section(walk.text(node))


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    method = walk.text(node.child_by_field_name("method"))
    receiver = node.child_by_field_name("receiver")
    arguments = node.child_by_field_name("arguments")
    listed = arguments.named_children if arguments is not None else []
    if receiver is None and method in _REQUIRES:
        _require(walk, node, method, listed)
    elif receiver is None and method in ATTRIBUTES and not is_local(scope):
        _attributes(walk, node, method, listed, scope)
    elif receiver is None and method in _ACCESS and listed:
        _set_access(walk, method, listed, scope)
    elif receiver is None and method in {"alias_method", "define_method"} and listed:
        if listed[0].type == "simple_symbol" and not is_local(scope):
            name = scope.qualify(walk.text(listed[0]).lstrip(":"))
            labels = ["alias"] if method == "alias_method" else []
            walk.add(Kind.METHOD, name, node, listed[0], scope, labels=labels)
    elif method in _EXAMPLES | _EXAMPLE_GROUPS and listed:
        _example(walk, node, method, listed[0], scope)
    else:
        walk.enter(node, scope)


def _require(walk: Walk, node: Node, method: str, listed: list[Node]) -> None:
    source = listed[-1] if listed else None
    if source is None or source.type != "string":
        return
    module = walk.text(source).strip("\"'")
    alias = walk.text(listed[0]).lstrip(":") if method == "autoload" else ""
    walk.add_import(module, node, source, alias=alias, level=int(method == "require_relative"))


def _attributes(walk: Walk, node: Node, method: str, listed: list[Node], scope: Scope) -> None:
    labels = [{"attr_reader": "read-only", "attr_writer": "write-only"}.get(method, "accessor")]
    access = scope.access if scope.access in {"private", "protected"} else ""
    for child in listed:
        if child.type in {"simple_symbol", "string"}:
            name = scope.qualify(walk.text(child).strip(":\"'"))
            walk.add(
                Kind.ATTRIBUTE,
                name,
                node,
                child,
                scope,
                labels=[*labels, *([access] if access else [])],
                public=not access,
            )


def _set_access(walk: Walk, method: str, listed: list[Node], scope: Scope) -> None:
    for child in reversed(listed):
        if child.type in {"method", "singleton_method", "call"}:
            walk.visit(child, replace(scope, access=method))
    named = {scope.qualify(walk.text(child).lstrip(":")) for child in listed}
    if method in {"private", "protected"}:
        for position in range(len(walk.found) - 1, -1, -1):
            found = walk.found[position]
            if not found.name.startswith(scope.name):
                break
            if found.name in named:
                labels = tuple(dict.fromkeys((*found.labels, method)))
                walk.found[position] = found._replace(public=False, labels=labels)


def _example(walk: Walk, node: Node, method: str, title: Node, scope: Scope) -> None:
    """Read RSpec's `describe` and `it`."""
    text = walk.line_of(title).strip("\"'")
    name = f"{scope.name} > {text}" if scope.kind == Kind.TEST else text
    if method in _EXAMPLES and title.type == "string":
        walk.add(Kind.TEST, name, node, title, replace(scope, public=True), body=True)
        walk.tests.append(name)
    block = node.child_by_field_name("block")
    walk.enter(block, scope.inside(name, "test", public=False))


def _alias(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None and scope.name and not is_local(scope):
        name = scope.qualify(walk.text(name_node).lstrip(":"))
        walk.add(Kind.METHOD, name, node, name_node, scope, labels=["alias"])


_HANDLERS: dict[str, Handler] = {
    "program": _program,
    "module": note_type,
    "class": note_type,
    "singleton_class": _singleton,
    "method": _method,
    "singleton_method": _method,
    "assignment": _assignment,
    "identifier": _word,
    "call": _call,
    "alias": _alias,
}
RUBY = Dialect(
    tree_sitter_ruby.language,
    _HANDLERS,
    decisions=frozenset(
        {
            "if",
            "elsif",
            "unless",
            "while",
            "until",
            "for",
            "when",
            "in_clause",
            "rescue",
            "conditional",
            "if_modifier",
            "unless_modifier",
            "while_modifier",
            "until_modifier",
        }
    ),
    operators=frozenset({"&&", "||", "and", "or"}),
    comment_text=comment_markdown,
    separator="::",
    find_errors=find_errors,
    conditions=CONDITIONS,
    plain_comments=True,
    find_names=find_names,
    tool_comments=re.compile(r"#\s*(?:frozen_string_literal|encoding|warn_indent|typed)\s*:"),
)
