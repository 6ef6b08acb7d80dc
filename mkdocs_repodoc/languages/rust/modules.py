"""Modules of Rust, and what they take from each other and from other crates."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.attributes import (
    attribute_name,
    is_public,
    labels_of,
    note_python_module,
    read_body,
)
from mkdocs_repodoc.languages.treesitter.scope import Scope, is_local
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind

BEHIND_FLAG = "behind a flag"
"""Access of a module that no run of the tests has unless it gives the compiler a flag."""
_FLAG = re.compile(r"(?<=[(,\s])[a-z]\w*(?=\s*[,)])")
_SET_BY_CARGO = frozenset({"test", "unix", "windows", "debug_assertions", "doctest", "doc"})


def read_module(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a module, or the mention of one in a file of its own."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    text = walk.text(name_node)
    body = node.child_by_field_name("body")
    if body is None:  # it stands in a file of its own
        walk.add_import(f"self::{text}", node, name_node, name="")
        return
    name = scope.qualify(text)
    public = is_public(node, scope)
    tests = any("test" in one and attribute_name(one) == "cfg" for one in scope.names)
    labels = labels_of(walk, node, scope)
    note_python_module(walk, text, labels, scope)
    walk.add(
        Kind.MODULE,
        name,
        node,
        name_node,
        scope,
        decorators=scope.names,
        labels=labels + (["test"] if tests else []),
        public=public,
    )
    behind = any(map(_needs_flag, scope.names)) or scope.access == BEHIND_FLAG
    inner = scope.inside(
        name, "module", public=scope.public and public, access=BEHIND_FLAG if behind else ""
    )
    read_body(walk, body, inner)


def _needs_flag(attribute: str) -> bool:
    """Whether an attribute asks for a flag of the compiler's command line: `cfg(all(test, loom))`.

    What may do without it, and what the platform or the package's features decide, does not count.
    """
    if attribute_name(attribute) != "cfg" or "any" in attribute or "not" in attribute:
        return False
    return any(word not in _SET_BY_CARGO for word in _FLAG.findall(attribute))


def read_use(walk: Walk, node: Node, scope: Scope) -> None:
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


def read_extern_crate(walk: Walk, node: Node, _: Scope) -> None:
    """Read an `extern crate`."""
    name = node.child_by_field_name("name")
    if name is not None:
        alias = walk.line_of(node.child_by_field_name("alias"))
        walk.add_import(walk.text(name), node, name, alias=alias)
