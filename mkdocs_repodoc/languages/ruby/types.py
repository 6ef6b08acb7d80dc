"""Classes and modules of Ruby, and what they mix in."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind

ATTRIBUTES = frozenset({"attr_reader", "attr_writer", "attr_accessor", "attr"})


_MIXINS = frozenset({"include", "extend", "prepend"})


def note_type(walk: Walk, node: Node, scope: Scope) -> None:
    """Note a class or a module, and what is in it."""
    name_node = node.child_by_field_name("name")
    if name_node is None:
        return
    name = in_module(scope, walk.line_of(name_node))
    base = node.child_by_field_name("superclass")
    body = node.child_by_field_name("body")
    bases = [walk.line_of(base).removeprefix("<").strip()] if base is not None else []
    bases += _mixins(walk, body)
    kind = Kind.CLASS if node.type == "class" else Kind.MODULE
    if kind == Kind.CLASS and not bases and _is_around(walk, name, body):
        kind = Kind.NAMESPACE
    defining = name_node.child_by_field_name("name") or name_node
    walk.add(kind, name, node, defining, scope, bases=bases)
    walk.enter(body, scope.inside(name, node.type, public=scope.public, separator="#"))


def _is_around(walk: Walk, name: str, body: Node | None) -> bool:
    """Whether a class is opened for the sake of classes in it: `class Thor; class Option …`.

    Either it gets nothing else, or the file has the name of one that it gets, and not its own.
    """
    children = body.named_children if body is not None else ()
    inner = [walk.line_of(each.child_by_field_name("name")) for each in children if _opens(each)]
    stem = walk.name.partition(".")[0].replace("_", "").lower()
    if stem in map(str.lower, inner) and name.rpartition("::")[2].lower() != stem:
        return True
    return bool(inner) and not any(_is_member(walk, each) for each in children)


def _opens(node: Node) -> bool:
    return node.type in {"class", "module"}


def _is_member(walk: Walk, node: Node) -> bool:
    """Whether what stands in a class gives it a method."""
    if node.type == "call":
        return walk.text(node.child_by_field_name("method")) in ATTRIBUTES
    return node.type in {"method", "singleton_method", "singleton_class", "alias"}


def in_module(scope: Scope, name: str) -> str:
    """Return a name as it is known outside of the module around it."""
    name = name.removeprefix("::")
    return f"{scope.name}::{name}" if scope.name else name


def _mixins(walk: Walk, body: Node | None) -> list[str]:
    found = []
    for child in body.named_children if body is not None else ():
        if child.type == "call" and walk.text(child.child_by_field_name("method")) in _MIXINS:
            arguments = child.child_by_field_name("arguments")
            found += [
                walk.line_of(one)
                for one in (arguments.named_children if arguments is not None else ())
                if one.type in {"constant", "scope_resolution"}
            ]
    return found
